/** Longer and shorter names of the same treatment, made one. Source: observed in letters. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:physical therapy|physiotherapy|physical medicine|pt)\b/g, 'pt'],
  [/\b(?:occupational therapy|ot)\b/g, 'ot'],
  [/\bmagnetic resonance (?:imaging|arthrogra\w+)\b/g, 'mri'],
  [/\bmr arthrogra\w+\b/g, 'mri'],
  [/\b(?:computed tomography|computerized tomography|cat scan)\b/g, 'ct'],
  [/\b(?:epidurals?(?: steroid)?(?: injections?)?|[lct]?f?e?si|tfesis?|esis|lesis?|cesis?)\b/g, 'esi'],
  [/\btranscutaneous electrical nerve stimulat\w+\b/g, 'tens'],
  [/\b(?:electromyogra\w+|electrodiagnos\w+|emg|nerve conduction \w+|ncs|ncv)\b/g, 'emg'],
  [/\b(?:urine (?:drug )?(?:screen\w*|test\w*|toxicology)|drug (?:screen\w*|test\w*)|urinalysis|uds|udt|ua)\b/g, 'uds'],
  [/\b(?:electrocardiogra\w+|ekg|ecg)\b/g, 'ekg'],
  [/\bfunctional capacity (?:evaluation|exam\w*|assessment)\b/g, 'fce'],
  [/\b(?:x rays?|xrays?|radiographs?|roentgenogra\w+|plain films?)\b/g, 'xray'],
  [/\bchiro\w*|\bmanipulat\w+/g, 'chiro'],
  [/\b(?:durable medical equipment|dme)\b/g, 'dme'],
];

/** Brand names and what they are names of. Source: common knowledge of pharmacists; only keeps findings back. */
const BRANDS = new Map(
  'norco=hydrocodone vicodin=hydrocodone lortab=hydrocodone percocet=oxycodone oxycontin=oxycodone roxicodone=oxycodone ultram=tramadol ultracet=tramadol naprosyn=naproxen anaprox=naproxen aleve=naproxen motrin=ibuprofen advil=ibuprofen flexeril=cyclobenzaprine fexmid=cyclobenzaprine amrix=cyclobenzaprine neurontin=gabapentin gralise=gabapentin lyrica=pregabalin protonix=pantoprazole prilosec=omeprazole ambien=zolpidem soma=carisoprodol zanaflex=tizanidine mobic=meloxicam celebrex=celecoxib cymbalta=duloxetine lidoderm=lidocaine voltaren=diclofenac flector=diclofenac robaxin=methocarbamol skelaxin=metaxalone valium=diazepam xanax=alprazolam ativan=lorazepam klonopin=clonazepam norflex=orphenadrine relafen=nabumetone lodine=etodolac toradol=ketorolac zofran=ondansetron nucynta=tapentadol butrans=buprenorphine suboxone=buprenorphine duragesic=fentanyl elavil=amitriptyline desyrel=trazodone tylenol=acetaminophen'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);

/** Words that name no treatment: of grammar, of the form, of quantity, side, part of the body, and too general ones. */
const GENERAL = new Set(
  (
    'the a an and or of for to in on at by with without from per as is are was were be been that this these those its it his her their any all no not nor neither which who if other such than then into over under up out off only also both each every more ' +
    'request requests requested requesting original remaining eligible portion imr authorized claims administrator associated surgical service services item items treatment treatments therapy therapies therapeutic session sessions visit visits additional continued continue continuation further initial ongoing use used using trial course unknown unspecified quantity quantities retrospective prospective date dates dos service rental purchase unit units device devices day days week weeks month months year years time times daily weekly monthly hour hours minutes refill refills tablet tablets tabs tab capsule capsules caps mg mcg ml gm g mcghr cc oral po prn bid tid qid qhs qd hs x one two three four five six seven eight nine ten eleven twelve eighteen twenty thirty sixty ninety first second third level levels number qty dispensed dose dosage ' +
    'left right bilateral bilaterally side both upper lower cervical thoracic lumbar lumbosacral sacral spine spinal neck back low knee knees shoulder shoulders hip hips ankle ankles foot feet hand hands wrist wrists elbow elbows arm arms leg legs head body extremity extremities region area joint muscle muscles ' +
    'medical medically medication medications medicine drug drugs necessity necessary appropriate procedure procedures study studies test tests testing scan scans imaging injection injections program evaluation exam examination assessment surgery surgeries operation contrast dye closed open iv guidance under outpatient inpatient post pre op postoperative preoperative operative ancillary patient employee applicant worker current present new repeat based given therefore thus hence such review records record above here now deemed considered found determined supply supplies equipment cream gel ointment patch patches topical compound compounded base recommended supported denied certified established demonstrated sc er hcl sodium hydrochloride'
  ).split(' '),
);

/** Words that only a surgery's name holds. */
const SURGERY = /(?:scop|ectom|plast|otom|fusion|surger|surgical|decompress|reconstruct|laminect|discectom|arthrodes|releas|repair|debride|excision|graft|implant)/;
const ANCILLARY = /\b(?:associated|assistant|co surgeon|pre ?op\w*|post ?op\w*|postsurgical|perioperative|clearance|ancillary|anesthesi\w+|facility|inpatient|hospital|length of stay)\b/;

/** The words of a request, or of a sentence, that name a treatment: one form each, numbers, sides and parts of the body left out. */
export function treatmentsIn(words: readonly string[]): Set<string> {
  let folded = ` ${words.filter((word) => /[a-z]/.test(word)).join(' ')} `;
  for (const [name, short] of NAMES) folded = folded.replace(name, short);
  const found = folded.split(' ').filter((word) => word.length > 1 && !GENERAL.has(word));
  return new Set(found.map((word) => treatmentStem(BRANDS.get(word) ?? word)));
}

/** Plural and other endings taken off. */
export function treatmentStem(word: string): string {
  if (word.startsWith('psych')) return 'psych';
  if (word.length > 8) return word.slice(0, 7);
  return word.length > 3 ? word.replace(/s$/, '') : word;
}

/** True for a service that goes with a surgery. */
export function isAncillary(words: readonly string[]): boolean {
  return ANCILLARY.test(words.join(' '));
}

export function isSurgery(words: readonly string[]): boolean {
  return !isAncillary(words) && SURGERY.test(words.join(' '));
}

/** Abbreviations that the words may have: the first letters of two to five words in a row. */
export function initialsIn(words: readonly string[]): Set<string> {
  const initials = new Set<string>();
  const letters = words.filter((word) => /^[a-z]/.test(word)).slice(0, 60).map((word) => word[0]!);
  letters.forEach((_, index) => {
    for (let length = 2; length <= 5; length += 1) initials.add(letters.slice(index, index + length).join(''));
  });
  return initials;
}
