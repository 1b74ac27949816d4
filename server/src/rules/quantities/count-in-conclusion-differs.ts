import * as l10n from '@vscode/l10n';
import { foldedText, type Span } from '../../letter';
import type { Fix, Observation, Rule, RuleContext } from '../rule';
import { conclusionsOf, requestParts, type Conclusion } from './conclusions';
import { countsIn, type Counted } from './counts';
import { concluding } from './concluding-example';
import { coursesIn } from './frequency';
import { inStyleOf, numeralsIn } from './numerals';
import { mayBeSame } from './same-treatment';
import { isWorkedOut } from './worked-out';

/** One number of a request or a conclusion, with what it counts. */
interface Quantity {
  readonly kind: Counted | 'times';
  readonly value: number;
  /** The figure in brackets, where it is another number. */
  readonly other?: number | undefined;
  readonly span: Span;
  readonly range: boolean;
  /** Worked out from how often and how long. */
  readonly product: boolean;
}

/** What a bare number ("#60", "x 8") may count. */
const COUNTABLE: readonly Quantity['kind'][] = ['visit', 'tablet', 'patch', 'injection', 'unit', null];
/** What drugs are counted in. */
const DRUGS: readonly Quantity['kind'][] = ['tablet', 'patch', 'unit'];
/** How a drug is to be taken: "one tablet every 6 hours", "two patches a day", "three tablets of 50 mg". */
const TAKEN_BEHIND = /^(?:[\s-]+[a-z]+){0,3}?[\s(]*(?:(?:per|an?|each|every)\s+(?:\w+\s+)?(?:hours?|hrs?|days?|nights?|mornings?|evenings?|weeks?|months?)\b|\/\s?(?:day|d|hr|hour|week|wk)\b|q\.?\s?(?:\d|a\.?m|p\.?m|h\.?s|d\b|hs\b)|daily|nightly|(?:once|twice|three\s+times|four\s+times)\s+(?:a\s+day|daily)|b\.?i\.?d|t\.?i\.?d|q\.?i\.?d|p\.?r\.?n|at\s+(?:bedtime|night)|by\s+mouth|as\s+needed|of\s+\d+(?:\.\d+)?\s*m?c?g\b|on\s+day)/i;
const TAKEN_BEFORE = /\b(?:dose|take|takes|taking)\s+(?:of\s+)?$/i;
const SEVERAL = /\b(?:and|each|both|bilateral\w*|per|plus)\b|[&+/,]/i;

/** The conclusion restates the request with another number. */
export const countInConclusionDiffers: Rule = {
  code: 'count-in-conclusion-differs',
  title: 'Heading and conclusion name different numbers',
  level: 'warning',
  why: 'The heading says what is decided, the conclusion of the rationale says it again. Where one has 12 sessions and the other 8, or one #60 and the other #90, it is open what was denied or granted.',
  source: 'Observed in letters: conclusions that restate the request do so with the heading’s numbers.',
  marks: [
    'The number in the conclusion, as it is written (`10`, `#10`, `Ten (10)`), without its noun; the heading’s number is shown beside it.',
    '',
    'A *conclusion* is any sentence of the rationale that says “medically necessary” (also appropriate, reasonable, indicated, justified, justifiable, warranted, supported), “not (clinically) necessary, indicated, certified, authorized, approved, warranted”, or “medical necessity of/for … is …”, and says it as the heading’s decision does. Compared is what stands before its verb: behind the last “request” or “requested”, else behind “therefore”, “as such”, “thus”, “consequently” and the like, else from the start of the sentence (behind the comma where it starts with a clause such as “Based on …,” or “As …,”), up to the verb or to “which”, “that”, “as”, “because” and the like.',
    '',
    'Like is compared with like: sessions, visits, treatments and appointments; tablets, capsules and pills; patches; injections and blocks; refills; units; views; hours, days, weeks and months; pairs, sets, boxes, tubes and bottles; how many times a week; and anything else by the word right behind its number (“2 **leg** wraps”, “three **level** fusion”). Up to five words may stand between number and noun. “#60”, “x 8”, “qty 8” and a number alone in brackets or after a last comma count any of sessions, tablets, patches, injections and units. “2 times a week for 4 weeks” and “2x4” in a heading are also 8 sessions.',
    '',
    'Not marked: a number that agrees (by its word or its figure) with any like number of the heading, in a partial request with the original, the authorized or the remaining; a conclusion without a number; ranges in either; a conclusion without the word “request” that names a treatment and shares no word of it with the heading; one that speaks of prior, completed, received, certified, initial or recommended care, of a trial, or under “if” or “unless”; twice to four times the product of a heading with several parts; what says how a drug is taken (“one tablet every 6 hours”, “two patches a day”, “three tablets of 50 mg”, “a dose of 2 tablets”); a number beside the heading’s own (“Norco one tablet every 6 hours, #120”); a number that can be worked out from the heading’s: a product or sum of two or three of them, times the refills and one more, twice where it says both, bilateral or each, one more where it names an evaluation, consultation or intake, or one of two factors that make one of them (“four vials of 100 units” for 400); a conclusion with “total”, “altogether” or “in all”, where the heading has no such word.',
  ].join('\n'),
  examples: {
    wrong: [
      { title: 'Twelve sessions and eight', text: concluding('Physical therapy for the left knee, 12 sessions: Upheld', 'Therefore, the request for 8 sessions of physical therapy for the left knee is not medically necessary.') },
      { title: 'Tablets', text: concluding('Naproxen 500mg #60: Upheld', 'Therefore, the request for naproxen 500mg #90 is not medically necessary.') },
      { title: 'How often', text: concluding('Physical therapy for the left knee, 2 times a week for 4 weeks: Upheld', 'The request for physical therapy 3 times a week for 4 weeks is not medically necessary.') },
    ],
    right: [
      { title: 'The same in words', text: concluding('Physical therapy for the left knee, 2 times a week for 4 weeks: Upheld', 'Therefore, eight visits of physical therapy are not medically necessary.') },
      { title: 'No number', text: concluding('Physical therapy for the left knee, 12 sessions: Upheld', 'Therefore, physical therapy is not medically necessary.') },
    ],
  },
  check: (context) => conclusionsOf(context.text, context.letter).flatMap((conclusion) => differences(context, conclusion)),
  fixes({ text }, finding): Fix[] {
    const data = finding.data as { right?: Said; here?: Said } | undefined;
    return data?.right && data.here ? bothWays(text, finding.span, finding.related?.[0]?.span, data.here, data.right) : [];
  },
};

interface Said {
  readonly value: number;
  readonly product: boolean;
}

/** A product stands in two numbers, so that it cannot be written over. */
function bothWays(text: string, conclusion: Span, heading: Span | undefined, here: Said, right: Said): Fix[] {
  const written = (span: Span, value: number): string => inStyleOf(text.slice(span.start, span.end), value);
  const fixes: Fix[] = [];
  if (!here.product) {
    const newText = written(conclusion, right.value);
    fixes.push({ title: l10n.t('Write “{0}”, as the heading has it', newText.replace(/\s+/g, ' ')), edits: [{ span: conclusion, newText }] });
  }
  if (heading !== undefined && !right.product) {
    const newText = written(heading, here.value);
    fixes.push({ title: l10n.t('Write “{0}” in the heading', newText.replace(/\s+/g, ' ')), edits: [{ span: heading, newText }] });
  }
  return fixes;
}

function differences({ text, letter }: RuleContext, conclusion: Conclusion): Observation[] {
  const { item, subject } = conclusion;
  const said = quantitiesIn(text, subject);
  const of = letter.items[item];
  if (said.length === 0 || !of || !mayBeSame(text, letter, conclusion)) return [];
  const parts = requestParts(of);
  const heading = parts.flatMap((part) => quantitiesIn(text, part));
  const several = parts.some(({ start, end }) => SEVERAL.test(text.slice(start, end)));
  // How often and how long have made their product already.
  const courses = heading.filter(({ product }) => product);
  const isOfCourse = ({ span }: Quantity) => courses.some((course) => course.span.start <= span.start && span.end <= course.span.end);
  const values = heading.filter((each) => !each.product && !isOfCourse(each)).flatMap(({ value, other }) => (other === undefined ? [value] : [value, other]));
  const stated = { text: parts.map(({ start, end }) => text.slice(start, end)).join(' '), values, courses: courses.map(({ value }) => value), refills: heading.filter(({ kind }) => kind === 'refill').map(({ value }) => value) };
  const numbers = numeralsIn(text, subject);
  // Where a number of the heading is said, the others beside it tell how it is used or made up.
  const isSaid = said.some((here) => isCountable(here) && heading.some((each) => isLike(each.kind, here.kind) && agree(each, here, several)));
  return said.flatMap((here): Observation[] => {
    if ((isSaid && isCountable(here)) || isTaken(text, here) || (!isLength(here) && isWorkedOut(here.value, stated, numbers.filter(({ span }) => span.end <= here.span.start || span.start >= here.span.end).map(({ value }) => value)))) return [];
    if (here.range || (here.product && heading.some(({ kind }) => kind === 'times'))) return [];
    const like = heading.filter(({ kind }) => isLike(kind, here.kind));
    const counted = like.filter(({ product }) => !product);
    // Of a partial request the remaining part is what is decided.
    const other = (of.partial ? counted.at(-1) : counted[0]) ?? like[0];
    if (other === undefined || like.some((each) => each.range || agree(each, here, several))) return [];
    return [
      {
        span: here.span,
        message: l10n.t('The conclusion says “{0}”, the heading “{1}”.', foldedText(text, here.span), foldedText(text, other.span)),
        item,
        related: [{ span: other.span, message: l10n.t('The heading’s number') }],
        data: { right: plain(other), here: plain(here) },
      },
    ];
  });
}

/** It may be the number of what is decided, whatever that is. */
function isCountable({ kind }: Quantity): boolean {
  return COUNTABLE.includes(kind);
}

/** How often and how long; only their like says so. */
function isLength({ kind }: Quantity): boolean {
  return kind === 'times' || kind === 'week' || kind === 'month';
}

function isTaken(text: string, { kind, span }: Quantity): boolean {
  if (kind !== null && !DRUGS.includes(kind)) return false;
  return TAKEN_BEHIND.test(text.slice(span.end, span.end + 60)) || TAKEN_BEFORE.test(text.slice(Math.max(0, span.start - 20), span.start));
}

function plain({ value, product }: Quantity): Said {
  return { value, product };
}

function agree(heading: Quantity, said: Quantity, several: boolean): boolean {
  if ([heading.value, heading.other].some((value) => value !== undefined && (value === said.value || value === said.other))) return true;
  const times = said.value / heading.value;
  return heading.product && several && (times === 2 || times === 3 || times === 4);
}

function isLike(a: Quantity['kind'], b: Quantity['kind']): boolean {
  return a === b || ((a === null || b === null) && COUNTABLE.includes(a) && COUNTABLE.includes(b));
}

function quantitiesIn(text: string, within: Span): Quantity[] {
  const courses = coursesIn(text, within);
  const counts = countsIn(text, within, courses).map(
    ({ span, numeral, of }): Quantity => ({ kind: of, value: numeral.value, span, other: numeral.other, range: numeral.range, product: false }),
  );
  const parts = courses.flatMap(({ span, times, periods, period, product }): Quantity[] => [
    { kind: 'times', value: times.value, span: times.span, range: false, product: false },
    { kind: period ?? 'week', value: periods.value, span: periods.span, range: false, product: false },
    { kind: 'visit', value: product, span, range: false, product: true },
  ]);
  return [...counts, ...parts].sort((a, b) => a.span.start - b.span.start);
}
