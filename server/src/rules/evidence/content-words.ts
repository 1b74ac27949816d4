/**
 * Terms of several words, their short forms and their synonyms, each as one
 * word. Source: observed in letters; the short forms are those of clinical notes.
 */
const TERMS: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/\b(?:physical\s+therap(?:y|ies)|physiotherapy|pt)\b/g, 'pt'],
  [/\b(?:magnetic\s+resonance(?:\s+imaging)?|mris?)\b/g, 'mri'],
  [/\b(?:ranges?\s+of\s+motion|rom)\b/g, 'rom'],
  [/\b(?:epidural\s+(?:steroid\s+)?injections?|esis?)\b/g, 'esi'],
  [/\b(?:home\s+exercise(?:s|\s+programs?)?|hep)\b/g, 'hep'],
  [/\b(?:activities\s+of\s+daily\s+living|adls?)\b/g, 'adl'],
  [/\b(?:x-?\s?rays?|radiographs?|plain\s+films?)\b/g, 'xray'],
  [/\b(?:electromyograph(?:y|ic)|electrodiagnostics?|emgs?|ncs|ncv)\b/g, 'emg'],
  [/\b(?:urine\s+(?:drug|toxicology)\s+(?:screen(?:s|ing)?|tests?|testing)|uds)\b/g, 'uds'],
  [/\b(?:non-?\s?steroidal\s+anti-?\s?inflammator(?:y|ies)(?:\s+drugs?)?|nsaids?|anti-?\s?inflammator(?:y|ies))\b/g, 'nsaid'],
  [/\b(?:visual\s+analog(?:ue)?\s+scale|vas|pain\s+(?:scores?|levels?|ratings?|scales?))\b/g, 'painscore'],
  [/\bconservative(?:ly)?(?:\s+(?:care|treatments?|therap(?:y|ies)|measures?|management))?\b/g, 'conservative'],
  [/\bred\s+flags?\b/g, 'redflag'],
  [/\bfunctional\s+(?:improvements?|gains?|benefits?)\b|\bimproved\s+function\b/g, 'functiongain improve'],
  [/\b(?:improv(?:e[ds]?|ing|ements?)|benefi(?:ts?|t+ed|cial|t+ing)|relie(?:f|ve[ds]?|ving)|helped|helpful)\b/g, 'improve'],
  [/\b(?:fail(?:ed|s|ures?|ing)?|unsuccessful|refractory)\b/g, 'fail'],
];

/** Short words among these that say by themselves what a passage is about; PT, MRI and the like stand in every letter. */
export const SPECIFIC_TERMS: ReadonlySet<string> = new Set(['hep', 'uds', 'esi']);

/** Words that say too little for two passages to speak of the same thing; the forms of each are meant too. */
const GENERIC_WORDS =
  // Of the language.
  'the and that this these those there they their his her him she had has have having was were are been being for with from into onto over upon under about than then also any all both each other such some more most much many what which who whom whose when where why how does did done may might can cannot could should would will shall must not nor but yet its our your one two three four five six seven eight nine ten twelve within without during after before because since until while through between least per via etc well very only just still again same something ' +
  // Of every letter.
  'patient claimant applicant worker employee injured injury individual medical clinical functional physical treatment treat therapy care service session visit week month year day date time history complaint symptom sign pain painful exam examine examination finding objective subjective document documentation evidence record report note noted noting chart file mention indication indicate indicative describe show state submit provide review significant specific clear current recent previous prior past present presence available adequate sufficient further additional continue ongoing new different request necessity necessary need require support warrant justify provider physician doctor attending reviewer use usual utilize due trial level moderate severe mild acute chronic general normal case plan goal program number term long short low high baseline outcome result relate associate regard concern whether include medication medicine drug procedure surgery surgical intervention condition problem issue type form order study test diagnosis diagnostic decrease increase reduce reduction change claim course section receive prescribe active activity affect measure positive abnormal true attempt try tried undergo undergone underwent utilize ' +
  // Parts of the body: two passages on one knee need not speak of one thing.
  'left right bilateral upper lower region area cervical thoracic lumbar lumbosacral spine spinal neck back low shoulder elbow wrist hand finger thumb hip knee ankle foot feet leg arm extremity head chest muscle joint';

const ENDINGS = /(?:ations?|ments?|ions?|ings?|ities|ity|ives?|ally|ical|ed|es|al|ly|s)$/;

/** Cuts endings until what is left is short; the same for the forms of a word, not a word of any language. */
function stemOf(word: string): string {
  let stem = word;
  for (let round = 0; round < 2; round++) {
    const cut = stem.replace(ENDINGS, '');
    if (cut.length >= 4) stem = cut;
    else if (/[a-z]{3}[^s]s$/.test(stem)) stem = stem.slice(0, -1);
    else break;
  }
  return stem.replace(/ies$|y$|e$/, (end) => (end === 'ies' ? 'i' : end === 'y' ? 'i' : ''));
}

const GENERIC: ReadonlySet<string> = new Set(GENERIC_WORDS.split(' ').flatMap((word) => [word, stemOf(word)]));

/**
 * The words of a passage that say what it is about, each once: small letters,
 * a simple stem, abbreviations and synonyms as one. Line breaks inside count
 * as blanks. Time linear in the passage.
 */
export function contentWords(words: string): ReadonlySet<string> {
  let text = words.toLowerCase().replace(/[\u00ad\u2010-\u2013\ufffe]/g, '-');
  for (const [pattern, word] of TERMS) text = text.replace(pattern, ` ${word} `);
  const found = new Set<string>();
  for (const [word] of text.matchAll(/[a-z][a-z-]*[a-z]/g)) {
    const stem = stemOf(word);
    if (word === 'pt' || (stem.length >= 3 && !GENERIC.has(word) && !GENERIC.has(stem))) found.add(stem);
  }
  return found;
}
