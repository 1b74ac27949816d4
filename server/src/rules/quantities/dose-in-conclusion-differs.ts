import * as l10n from '@vscode/l10n';
import { foldedText, type Span } from '../../letter';
import type { Observation, Rule, RuleContext } from '../rule';
import { concluding } from './concluding-example';
import { conclusionsOf, requestParts, type Conclusion } from './conclusions';
import { likeEachOther } from './like-each-other';
import { mayBeSame } from './same-treatment';

interface Dose {
  readonly span: Span;
  /** In milligrams, millilitres, per cent …, in the order written; "5/325" has two. */
  readonly amount: string;
  readonly unit: string;
  /** The word before it: as a rule the drug. */
  readonly drug: string | null;
}

const DOSE = /(?<![\w.,/#-])\d{1,5}(?:[.,]\d{1,3})?(?:\s?[/-]\s?\d{1,5}(?:\.\d{1,3})?){0,2}[\s-]{0,4}(?:mg|milligrams?|mcg|µg|ug|gm|g|grams?|ml|cc|meq|iu|%)(?![a-z])/gi;
const PER_DAY_AFTER = /^\s{0,4}(?:\/|per|a|each|every)?\s{0,4}(?:day|daily|d\b)/i;
/** What a day's opioids come to; what several tubes or tablets come to. */
const SUM_AFTER = /^\s{0,4}(?:\([^)]{0,20}\)\s?)?(?:MED|MME|OME|morphine|oral\s+morphine|equivalents?|in\s+(?:total|all)|total|altogether)\b/i;
const SUM_BEFORE = /\b(?:total(?:ing|s)?(?:\s+of)?|MED|MME|altogether|or|i\.?\s?e\.?,?|equals?|=)\s{0,4}$/i;
const NO_DRUG = /^(?:sodium|potassium|acid|calcium|hydrochloride|hcl|tartrate|citrate|sulfate|extended|release|delayed|tabs?|tablets?|capsules?|caps?|cream|gel|ointment|solution|patch|patches|topical|strength|dose|dosage|with|and|the|for|of|at|to|qty|from)$/i;
const SCALE: Readonly<Record<string, readonly [string, number]>> = { g: ['mg', 1000], gm: ['mg', 1000], gram: ['mg', 1000], milligram: ['mg', 1], mcg: ['mg', 0.001], 'µg': ['mg', 0.001], ug: ['mg', 0.001], cc: ['ml', 1] };

/** The conclusion names the drug in another strength. */
export const doseInConclusionDiffers: Rule = {
  code: 'dose-in-conclusion-differs',
  title: 'Heading and conclusion name different doses',
  level: 'warning',
  why: 'A drug is decided on in one strength. Where the heading has 10mg and the conclusion 20mg, it is open which of the two was denied or granted.',
  source: 'Observed in letters: conclusions that restate the request do so with the heading’s dose.',
  marks: [
    'The dose in the conclusion with its unit (`20mg`); the heading’s dose is shown beside it. What a conclusion is, and which of its words are compared, is said under *count-in-conclusion-differs*: a sentence of the rationale that says “(not) medically necessary” and the like as the heading’s decision does, behind “request for”, “therefore” or its start, up to the verb.',
    '',
    'A dose is a number with mg, mcg, µg, g, gm, ml, cc, mEq, IU or %, also “5/325mg”. It is compared with the doses of the same kind that stand behind the same word in the heading (“Gabapentin 300mg”; salts and forms such as sodium, HCL, ER and cream in between do not count), or, where no such word stands there, with the heading’s only dose of that kind.',
    '',
    'Not marked: a dose that the heading has for the drug anywhere, in whatever unit (0.5 g, 500 mg); “10mg” for “10/325mg”; a dose without a unit (“Norco 10/325”) in either; a dose per day, in morphine equivalents (MED, MME), or called a total; a dose beside the heading’s own of the same drug; a conclusion or a heading without a dose.',
  ].join('\n'),
  examples: {
    wrong: [{ title: 'Twice the strength', text: concluding('Oxycodone 10mg #60: Upheld', 'Therefore, the request for oxycodone 20mg #60 is not medically necessary.') }],
    right: [{ title: 'The same strength', text: concluding('Oxycodone 10mg #60: Upheld', 'Therefore, the request for oxycodone 10 mg, sixty tablets, is not medically necessary.') }],
  },
  check: (context) => conclusionsOf(context.text, context.letter).flatMap((conclusion) => differences(context, conclusion)),
  fixes: likeEachOther,
};

function differences({ text, letter }: RuleContext, conclusion: Conclusion): Observation[] {
  const { item, subject } = conclusion;
  const said = dosesIn(text, subject);
  const of = letter.items[item];
  if (said.length === 0 || !of || !mayBeSame(text, letter, conclusion)) return [];
  const heading = requestParts(of).flatMap((part) => dosesIn(text, part));
  return said.flatMap((here): Observation[] => {
    const [before, after] = [text.slice(Math.max(subject.start, here.span.start - 20), here.span.start), text.slice(here.span.end, here.span.end + 30)];
    if (PER_DAY_AFTER.test(after) || SUM_AFTER.test(after) || SUM_BEFORE.test(before)) return [];
    const like = heading.filter(({ unit }) => unit === here.unit);
    const named = like.filter(({ drug }) => drug !== null && drug === here.drug);
    const single = new Set(like.map(({ amount }) => amount)).size === 1 && (here.drug === null || said.length === 1);
    const compared = named.length > 0 ? named : single ? like : [];
    const other = compared.at(-1);
    if (other === undefined || compared.some(({ amount }) => agree(amount, here.amount))) return [];
    // The drug's strength is said, and this is what some of it come to.
    if (said.some((each) => each !== here && each.unit === here.unit && (named.length === 0 || each.drug === here.drug) && compared.some(({ amount }) => agree(amount, each.amount)))) return [];
    return [
      {
        span: here.span,
        message: l10n.t('The conclusion says “{0}”, the heading “{1}”.', foldedText(text, here.span), foldedText(text, other.span)),
        item,
        related: [{ span: other.span, message: l10n.t('The heading’s dose') }],
      },
    ];
  });
}

/** One of two drugs in a tablet may stand for both: 10mg and 10/325mg. */
function agree(one: string, other: string): boolean {
  const [a, b] = [one.split('/'), other.split('/')];
  return a.length === b.length ? one === other : a.every((part) => b.includes(part)) || b.every((part) => a.includes(part));
}

function dosesIn(text: string, within: Span): Dose[] {
  const words = text.slice(within.start, within.end);
  return [...words.matchAll(DOSE)].map((found): Dose => {
    const written = found[0].toLowerCase();
    const figures = (written.match(/\d+(?:[.,]\d+)?/g) ?? []).map((figure) => Number(/^\d+,\d{3}$/.test(figure) ? figure.replace(',', '') : figure.replace(',', '.')));
    const unitWritten = /[a-zµ%]+$/.exec(written)?.[0].replace(/(?<=gram)s$/, '') ?? '';
    const [unit, scale] = SCALE[unitWritten] ?? [unitWritten, 1];
    const start = within.start + found.index;
    return { span: { start, end: start + found[0].length }, amount: figures.map((figure) => Number((figure * scale).toPrecision(6))).join('/'), unit, drug: drugBefore(words.slice(Math.max(0, found.index - 60), found.index)) };
  });
}

function drugBefore(before: string): string | null {
  // A drug's word begins in these sixty characters, or it is cut off and not taken.
  const words = before.match(/(?<![a-z])[a-z]{4,}/gi) ?? [];
  const drug = words.filter((word) => !NO_DRUG.test(word)).at(-1);
  return drug === undefined ? null : drug.toLowerCase();
}
