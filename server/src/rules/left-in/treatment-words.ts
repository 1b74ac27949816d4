import { bodyPartsIn, type Catalogue } from '../../guidelines';

/** Words of requests that name no treatment: amounts, times, sides, small words. Compared without plural. */
const NO_TREATMENT = new Set(
  (
    'the and for with without per via from that this was were are not its one two three four five six seven eight nine ten eleven twelve twenty thirty sixty ninety each every once twice time day week month year hour minute daily weekly monthly night ' +
    'request original remaining imr eligible portion authorized authorization claim claims administrator leaving modified certified retrospective prospective dos date service disputed upheld overturned ' +
    'session visit treatment total quantity qty unit refill tablet tab capsule cap pill pack tube bottle box set pair dose mcg milligram unknown unspecified additional further continue continued continuation initial follow ' +
    'left right bilateral both side upper lower extremity body part region area level associated surgical post pre operative postoperative preoperative outpatient inpatient patient ' +
    'therapy therapeutic procedure use medical medically necessary necessity pain chronic acute care rental purchase home'
  ).split(' '),
);

/** Names of the same treatment; the first stands for the others. Source: general usage in requests and rationales. */
const SAME: readonly (readonly string[])[] = [
  ['mri', 'magnetic resonance'],
  ['ct', 'computed tomography', 'computerized tomography'],
  ['xray', 'x-ray', 'radiograph', 'plain film'],
  ['emg', 'electromyograph', 'electrodiagnostic', 'ncv', 'ncs', 'nerve conduction'],
  ['urine', 'uds', 'udt', 'toxicology', 'drug screen', 'drug test'],
  ['tens', 'transcutaneous electrical', 'electrical stimulation'],
  ['esi', 'epidural'],
  ['physical', 'physiotherapy', 'pt'],
  ['chiropractic', 'chiro', 'manipulation', 'chirophysio'],
  ['arthroscop', 'arthroscopy', 'arthroscopic'],
  ['fusion', 'arthrodesis'],
  ['functional restoration', 'frp'],
  ['fce', 'functional capacity'],
  ['hydrocodone', 'norco', 'vicodin', 'lortab'],
  ['oxycodone', 'percocet', 'oxycontin', 'roxicodone'],
  ['tramadol', 'ultram', 'ultracet'],
  ['morphine', 'ms contin'],
  ['cyclobenzaprine', 'flexeril', 'fexmid'],
  ['tizanidine', 'zanaflex'],
  ['carisoprodol', 'soma'],
  ['ibuprofen', 'motrin', 'advil'],
  ['naproxen', 'anaprox', 'naprosyn', 'aleve'],
  ['omeprazole', 'prilosec'],
  ['pantoprazole', 'protonix'],
  ['gabapentin', 'neurontin'],
  ['pregabalin', 'lyrica'],
  ['lidocaine', 'lidoderm', 'terocin'],
  ['zolpidem', 'ambien'],
  ['diclofenac', 'voltaren'],
  ['celecoxib', 'celebrex'],
  ['duloxetine', 'cymbalta'],
];

/** As much of a text as is read for words. */
const LONGEST = 20_000;

/**
 * What a request or a rationale names: words of a treatment without plural
 * endings, drugs and studies under one name each, parts of the body as the
 * catalogue has them (`part:neck and upper back`). Time linear in the text.
 */
export function treatmentWords(text: string, catalogue: Catalogue): ReadonlySet<string> {
  const lower = text.slice(0, LONGEST).replace(/\[[^[\]]{0,80}\]/g, ' ').toLowerCase().replace(/\s+/g, ' ');
  const parts = bodyPartsIn(lower, catalogue);
  const ofBody = new Set(parts.flatMap(({ words }) => words.flatMap((word) => word.split(' '))));
  const words = new Set<string>();
  for (const [word] of lower.matchAll(/[a-z]{2,}/g)) {
    const single = word.length > 4 ? word.replace(/(?<![su])s$/, '') : word;
    if (word.length > 2 && !NO_TREATMENT.has(single) && !NO_TREATMENT.has(word) && !ofBody.has(word) && !ofBody.has(single)) words.add(single);
  }
  for (const { part } of parts) words.add(`part:${part}`);
  for (const names of SAME) if (names.some((name) => holds(lower, name))) names.forEach((name) => words.add(name));
  return words;
}

/** The name begins a word; short ones are whole words. */
function holds(lower: string, name: string): boolean {
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
    if (!/[a-z]/.test(lower.charAt(at - 1)) && (name.length > 4 || !/[a-z]/.test(lower.charAt(at + name.length)))) return true;
  }
  return false;
}
