import type { DisputedItem, Span } from '../../../server/src/letter';
import type { Edit } from '../../../server/src/rules';
import { insertion, type Defect, type Planting } from '../planting';
import type { Random } from '../random';
import { hasHeadings, words, type Passage, type Source } from '../source';
import { commonWords, treatmentWords } from './treatments';

/** Sentences that could be taken for a conclusion. */
const CONCLUDES = /necess|request|therefore|consequently|\bas such\b|\bthus\b|hence|approv|certif|authoriz|grant|\bden(?:y|ied|ial)|recommend|appropriate|indicated|reasonabl|justif|warrant|support|need|excessive|redundant|meet|\bmet\b|satisf|exceed|uph[eo]ld|agree|overturn|revers/i;

/** Ways to deny and to grant, as the page of the rule lists them. */
const DENIES = [
  'Therefore, the request is ⟦not medically necessary⟧.',
  'The request ⟦is not medically necessary⟧ and appropriate.',
  'The medical necessity of the request ⟦has not been established⟧.',
  'As such, the request ⟦is not supported⟧.',
  'The request ⟦cannot be considered medically necessary⟧ at this time.',
  'Consequently, the request ⟦is not indicated⟧.',
  'Therefore, the request ⟦is denied⟧.',
  'The request ⟦is not certified⟧.',
  'The denial of the claims administrator ⟦is upheld⟧.',
  'Therefore, medical necessity ⟦is not established⟧.',
  'Thus, the request ⟦is not warranted⟧.',
] as const;
const GRANTS = [
  'Therefore, the request ⟦is medically necessary⟧.',
  'The request ⟦is medically necessary⟧ and appropriate.',
  'The medical necessity of the request ⟦has been established⟧.',
  'As such, the request ⟦is supported⟧.',
  'Consequently, the request ⟦is approved⟧.',
  'Therefore, the request ⟦is granted⟧.',
  'The request ⟦is authorized⟧.',
  'The denial of the claims administrator ⟦is overturned⟧.',
  'Therefore, medical necessity ⟦is established⟧.',
  'Thus, the request ⟦is warranted⟧.',
  'Therefore, the request ⟦is indicated⟧.',
] as const;

const REASONS = [
  'The range of motion was full on both sides.',
  'The gait was even, and no aid was used.',
  'Ice and rest were tried in the first week.',
  'The strength of the leg was five of five.',
  'The notes give no date for a return to work.',
] as const;

export function rationales(source: Source): Passage[] {
  return source.passages.filter(({ kind, item }) => kind === 'rationale' && item?.decision?.value != null);
}

function remove(span: Span): Edit {
  return { span, newText: '' };
}

export const conclusionContradicts: Defect = (source, random) => {
  if (!hasHeadings(source)) return [];
  return rationales(source).flatMap((passage): Planting[] => {
    const decision = passage.item!.decision!;
    const contrary = random.of(decision.value === 'upheld' ? GRANTS : DENIES);
    const concluding = passage.sentences.filter((span) => CONCLUDES.test(words(source, span)));
    const plantings: Planting[] = [];
    // The whole rationale anew, with reasons that decide nothing.
    plantings.push({ form: `replaced: ${contrary}`, edits: [{ span: passage.span, newText: `${random.some(REASONS, 2).join(' ')} ${contrary}` }] });
    const last = concluding.at(-1);
    if (concluding.length === 1 && last === passage.sentences.at(-1)) plantings.push({ form: `last: ${contrary}`, edits: [{ span: last!, newText: contrary }] });
    plantings.push(...flipped(source, passage, decision.span));
    return plantings;
  });
};

/** The heading says the contrary of a plain conclusion, or the conclusion loses or gets its "not". */
function flipped(source: Source, passage: Passage, decision: Span): Planting[] {
  const last = passage.sentences.filter((span) => /medical(?:ly)? (?:necess|appropriate)/i.test(words(source, span))).at(-1);
  if (!last || last !== passage.sentences.at(-1)) return [];
  const sentence = source.text.slice(last.start, last.end);
  const plain = /\b(?:is|are|has|have|was) (not )?(?:been )?(?:medically necessary|established)[^.]{0,60}\.?$/.exec(sentence.replace(/\s/g, ' '));
  const subject = /^(?:Therefore|As such|Thus|Consequently|The (?:medical necessity of (?:the|this) )?request)/.test(sentence);
  if (!plain || !subject || /\b(?:if|when|unless|while|although|whether|remaining|guideline|no|nor|neither|without)\b|\bnot\b.*\bnot\b/i.test(sentence.replace(/\s/g, ' '))) return [];
  const upheld = source.text.slice(decision.start, decision.end);
  const other = /^u/i.test(upheld) ? 'Overturned' : 'Upheld';
  const flips: Planting[] = [{ form: 'heading says the contrary', edits: [{ span: decision, newText: other }], at: [last] }];
  if (plain[1]) {
    const start = last.start + plain.index + plain[0].indexOf(plain[1]);
    flips.push({ form: 'without its “not”', edits: [remove({ start, end: start + plain[1].length })], at: [last] });
  }
  return flips;
}

export const noConclusion: Defect = (source, random) => {
  if (!hasHeadings(source)) return [];
  return rationales(source).flatMap((passage): Planting[] => {
    const reasons = random.some(REASONS, random.whole(2, 4));
    const end = reasons.pop()!;
    const plantings: Planting[] = [{ form: 'reasons only', edits: [{ span: passage.span, newText: `${reasons.join(' ')} ⟦${end}⟧` }] }];
    const lasting = passage.sentences.filter((span) => !CONCLUDES.test(words(source, span)));
    const gone = passage.sentences.filter((span) => !lasting.includes(span));
    const last = lasting.at(-1);
    if (gone.length > 0 && lasting.length > 1 && last && source.text.slice(last.start, last.end).endsWith('.')) plantings.push({ form: 'conclusion taken out', edits: gone.map(remove), at: [last] });
    return plantings;
  });
};

const ABOUT = [
  (what: string, not: string) => `Therefore, the request for ⟦${what}⟧ is ${not}medically necessary.`,
  (what: string, not: string) => `The request for ⟦${what}⟧ is ${not}medically necessary.`,
  (what: string, not: string) => `As such, the requested ⟦${what}⟧ is ${not}medically necessary.`,
  (what: string, not: string) => `Therefore, ⟦${what}⟧ is ${not}medically necessary at this time.`,
  (what: string, not: string) => `The medical necessity of the request for ⟦${what}⟧ is ${not}established.`,
  (what: string, not: string) => `Based on the notes, the request for ⟦${what}⟧ is ${not}medically necessary and appropriate.`,
];

export const anotherRequest: Defect = (source, random) => {
  if (!hasHeadings(source)) return [];
  const { items } = source.letter;
  return rationales(source).flatMap((passage) =>
    items.flatMap((other): Planting[] => {
      const own = passage.item!;
      if (other === own || !fits(source, own, other, items)) return [];
      const not = own.decision!.value === 'upheld' ? 'not ' : '';
      const what = words(source, other.request).replace(/^(?:retrospective|outpatient|one|an?|the)\s/i, '');
      const sentence = random.of(ABOUT)(what, not);
      const last = passage.sentences.at(-1)!;
      return [{ form: sentence.replace(what, '…'), edits: [{ span: last, newText: sentence }] }];
    }),
  );
};

/** A request of plain words, no word of which stands in the own request or in a third one. */
function fits(source: Source, own: DisputedItem, other: DisputedItem, items: readonly DisputedItem[]): boolean {
  const request = words(source, other.request);
  if (other.partial || own.partial || request.length > 90 || /[:.;]/.test(request)) return false;
  if (/associated|post|pre-?op|assistant|clearance|surg/i.test(words(source, own.request))) return false;
  const theirs = treatmentWords(request);
  if (theirs.length === 0) return false;
  return items.every((item) => item === other || commonWords(theirs, treatmentWords(words(source, item.request))) === 0);
}

/** A conclusion of the same direction as the heading, with words of a request. */
export function conclusionAbout(random: Random, upheld: boolean, what: string): string {
  const not = upheld ? 'not ' : '';
  const forms = [
    `Therefore, the request for ${what} is ${not}medically necessary.`,
    `The request for ${what} is ${not}medically necessary.`,
    `As such, the requested ${what} is ${not}medically necessary.`,
    `Consequently, the request for ${what} is ${not}medically necessary and appropriate.`,
    `Based on the notes, the request for ${what} is ${not}medically necessary at this time.`,
    `Thus, the request for ${what} is ${not}medically appropriate.`,
  ];
  return random.of(forms);
}

/** A conclusion put behind the last sentence of a rationale. */
export function behind(passage: Passage, sentence: string): Edit {
  return insertion(passage.span.end, ` ${sentence}`);
}
