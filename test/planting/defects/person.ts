import type { Span } from '../../../server/src/letter';
import { insertion, type Defect, type Planting } from '../planting';
import { everySentence, hasHeadings, words, type Form, type Passage, type Source } from '../source';
import { rationales } from './decision';

const AGE = /\b(\d\d)(?:[- ]years?[- ]old| yr old| y\/o|yo)\b(?=(?:\s+[\w-]+){0,4}?\s+(?:male|female|man|woman|gentleman|lady|patient|worker|applicant|claimant|employee)\b)/gi;
const SEX = /\b\d\d[- ]years?[- ]old(?:\s+[\w-]+){0,4}?\s+(male|female|man|woman|gentleman|lady)\b/gi;

function find(source: Source, pattern: RegExp): { readonly span: Span; readonly group: string }[] {
  return source.passages.flatMap(({ span }) => [...source.text.slice(span.start, span.end).matchAll(pattern)].map((found) => ({ span: { start: span.start + found.index, end: span.start + found.index + found[0].length }, group: found[1]! })));
}

/** Sentences behind the first place where the summary has it. */
function later(source: Source, first: Span, form: () => Form): Planting[] {
  return everySentence(source, source.passages, (_passage: Passage, at) => (at > first.end ? form() : null));
}

export const age: Defect = (source, random) => {
  const ages = find(source, AGE);
  const first = ages[0];
  if (!first || ages.some(({ group }) => group !== first.group)) return [];
  return later(source, first.span, () => {
    let other = Number(first.group);
    while (Math.abs(other - Number(first.group)) < 2) other = random.of([random.whole(18, 79), Number([...first.group].reverse().join('')), Number(first.group) + 10]);
    if (other < 14 || other > 99) other = 23;
    return random.of<Form>([
      ['This n year old male', `This ⟦${other} year old⟧ ${random.of(['patient', 'worker', 'injured worker', 'employee'])} has rested.`],
      ['n-year-old', `The patient is a ⟦${other}-year-old⟧ whose gait is even.`],
      ['worker is', `The injured worker is a ⟦${other}-year-old⟧ applicant with pain.`],
      ['is n years old', `The applicant is ⟦${other} years old⟧.`],
      ['n yr old', `This ⟦${other} yr old⟧ right-handed patient was seen.`],
      ['n y/o', `This is a ⟦${other} y/o⟧ claimant with pain.`],
      ['n-year-old employee', `The notes tell of a ⟦${other}-year-old⟧ employee with pain.`],
    ]);
  });
};

export const sex: Defect = (source, random) => {
  const nouns = find(source, SEX);
  const first = nouns[0];
  if (!first) return [];
  const male = /^(?:male|man|gentleman)$/i.test(first.group);
  if (nouns.some(({ group }) => /^(?:male|man|gentleman)$/i.test(group) !== male)) return [];
  const [noun, old, he, his] = male ? [random.of(['female', 'woman']), 'lady', 'she', 'her'] : [random.of(['male', 'man']), 'gentleman', 'he', 'his'];
  const adjective = male ? 'female' : 'male';
  return later(source, first.span, () => random.of<Form>([
    ['is a noun', `The patient is a ⟦${noun}⟧ with an even gait.`],
    ['n-year-old noun', `This is a ${/\d\d/.exec(words(source, first.span))![0]}-year-old right-handed ⟦${noun}⟧ with pain.`],
    ['This gentleman', `This ⟦${old}⟧ has rested.`],
    ['This pleasant', `This pleasant ⟦${noun}⟧ was seen.`],
    ['the male patient', `The notes tell that the ⟦${adjective}⟧ patient was stable.`],
    ['this female worker', `In May this ⟦${adjective}⟧ worker was seen.`],
    ['pronoun inside', `The patient said that ⟦${his}⟧ knee was stable.`],
    ['pronoun behind', `The patient was seen in May. ⟦${he[0]!.toUpperCase()}${he.slice(1)}⟧ walked without aid.`],
    ['worker was a', `The injured worker was a ⟦${noun}⟧ in good health.`],
  ]));
};

const PARTS = ['shoulder', 'knee', 'wrist', 'hand', 'elbow', 'hip', 'ankle', 'foot', 'thumb'] as const;

export const injuredSide: Defect = (source, random) => {
  const summary = source.passages.find(({ kind }) => kind === 'summary');
  if (!summary || !hasHeadings(source)) return [];
  const said = words(source, summary.span);
  if (/opposite|contralateral|uninjured|unaffected|non-?dominant|other (?:side|knee|shoulder|wrist|hand|elbow|hip|ankle|foot|leg|arm)/i.test(said)) return [];
  return PARTS.flatMap((part) => {
    const sides = [...said.matchAll(new RegExp(`\\b(left|right)(?: [a-z]+)? ${part}\\b`, 'gi'))].map((found) => found[1]!.toLowerCase());
    if (sides.length === 0 || new Set(sides).size > 1 || new RegExp(`(?:both|bilateral|bilaterally|right and left|left and right|right/left) (?:[a-z]+ )?${part}|(?:left|right) and ${sides[0]}|${part}s\\b`, 'i').test(said)) return [];
    const other = sides[0] === 'left' ? 'right' : 'left';
    return rationales(source).filter(({ item }) => !item!.partial && item!.request.end > item!.request.start).map(({ item }): Planting => {
      const mark = `⟦${other} ${part}⟧`;
      const request = random.of([`MRI of the ${mark}`, `Physical therapy for the ${mark}, 6 visits`, `Injection, ${mark}`, `X-ray of the ${mark}`, `⟦${other[0]!.toUpperCase()}${other.slice(1)} ${part}⟧ brace`]);
      return { form: request, edits: [{ span: item!.request, newText: request }] };
    });
  });
};

const DOCUMENTED = [
  ['She has completed six sessions of aquatic therapy, which improved her walking distance.', 'There is ⟦no documentation of aquatic therapy⟧.'],
  ['A splint at night was tried in May and numbness in the fingers went on.', 'The records ⟦do not mention numbness or the use of a splint at night⟧.'],
  ['Seizures were told of in the notes of May.', 'There is ⟦no mention of seizures⟧ in the notes.'],
  ['Acupuncture was given for a month with relief.', 'There is ⟦no evidence of acupuncture⟧.'],
  ['The patient had a trial of gabapentin for two weeks.', '⟦A trial of gabapentin has not been documented⟧.'],
  ['A urine drug screen in April was as expected.', 'The notes ⟦do not show a urine drug screen⟧.'],
  ['Heartburn from ibuprofen was told of in June.', 'The request came ⟦without documentation of heartburn⟧.'],
  ['A home exercise program was carried out daily for two months.', 'There is ⟦a lack of documentation of a home exercise program⟧.'],
] as const;

export const documented: Defect = (source, random) => {
  const summary = source.passages.find(({ kind }) => kind === 'summary');
  if (!summary) return [];
  return source.passages.filter(({ kind }) => kind === 'rationale').flatMap(({ sentences }) => sentences.map(({ start }): Planting => {
    const [fact, claim] = random.of(DOCUMENTED);
    return { form: claim, edits: [insertion(random.of(summary.sentences).start, `${fact} `), insertion(start, `${claim} `)] };
  }));
};
