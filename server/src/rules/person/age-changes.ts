import * as l10n from '@vscode/l10n';
import type { Letter } from '../../letter';
import type { Edit, Fix, Observation, Rule, RuleContext } from '../rule';
import { toldLetter } from './told-letter';
import { agesOf, type Said } from './worker';

/** A birthday may lie between two records. */
const BIRTHDAY = 1;

/** The worker has different ages in one letter. */
export const ageChanges: Rule = {
  code: 'age-changes',
  title: 'The worker has two ages',
  level: 'warning',
  why: 'Two ages in one letter mean a slip, or a passage that was taken over from another person’s letter.',
  source: 'Observed in letters: age and sex stand in the first sentence of the summary, now and then again in a rationale, and agree.',
  marks:
    'The age that differs, from its figure to “old”, in the clinical case summary or in a rationale; a place that gives the other age is shown beside it. An age is a figure from 14 to 99 with *year-old, years old, yr old, y/o* or *yo* that is said of the worker: a word for a person follows within five words (*male, female, man, woman, gentleman, lady, patient, injured worker, worker, applicant, claimant, employee*), or such a word, *he, she, who* or *this* with *is* or *was* stands right before (“This 54 year old male”, “The injured worker is a 32-year-old that …”, “She is 41 years old”). The age that stands most often counts as right; where two stand equally often, the first in the letter.\n\nNot marked: ages that differ by one year, since a birthday may lie between two records; an age in a sentence with “at the time” or “at that time”; an age behind a date in figures or a year in its sentence (“In 2010 the patient was a 45-year-old …”); ages of relatives and of others who are named within five words behind or 80 characters before (*daughter, son, wife, coworker, driver …*), of injuries, claims, fractures, histories; of somebody by, with or to whom something is done (“struck by a 30 year old man”, “lifting an 80-year-old patient”) or in whom something is so (“in a 45 year old man”); with a word for a provider up to four words behind (“a 60 year old male psychiatrist”), unless “the patient is” or “this” stands before; “who (he, she) is … years old” behind a provider; “35 years old when …”; sentences on *patients, individuals, adults, people, studies, trials*; ages in words.',
  examples: {
    wrong: [{ title: 'Another age in the rationale', text: toldLetter('The patient is a 34-year-old male who twisted the left knee on a ladder.', 'This 43 year old male has had two weeks of rest.') }],
    right: [
      { title: 'The same age', text: toldLetter('The patient is a 34-year-old male who twisted the left knee on a ladder.', 'This 34 year old male has had two weeks of rest.') },
      { title: 'Another person’s age', text: toldLetter('The patient is a 34-year-old male who twisted the left knee on a ladder and was driven home by a 61-year-old male coworker.') },
    ],
  },
  check: ({ text, letter }) =>
    differing(text, letter).map(({ said, right }): Observation => ({
      span: said.span,
      message: l10n.t('The worker is {0} years old here and {1} elsewhere.', said.value, right.value),
      item: said.item,
      related: [{ span: right.span, message: l10n.t('Here the age is {0}.', right.value) }],
    })),
  fixes({ text, letter }: RuleContext, { span }): Fix[] {
    const found = differing(text, letter).find(({ said }) => said.span.start === span.start);
    if (found === undefined) return [];
    const others = agesOf(text, letter).filter(({ value }) => value !== found.said.value);
    const [here, there] = [found.right.value, found.said.value];
    const elsewhere = others.length === 1 ? l10n.t('Write the age {0} in the other place', there) : l10n.t('Write the age {0} in all other places', there);
    return [
      { title: l10n.t('Write the age {0} here', here), edits: [edit(text, found.said, here)] },
      { title: elsewhere, edits: others.map((each) => edit(text, each, there)) },
    ];
  },
};

function edit(text: string, { span: { start, end } }: Said<number>, age: number): Edit {
  return { span: { start, end: start + /^\d*/.exec(text.slice(start, end))![0].length }, newText: String(age) };
}

function differing(text: string, letter: Letter): { said: Said<number>; right: Said<number> }[] {
  const ages = agesOf(text, letter);
  const counts = new Map<number, number>();
  for (const { value } of ages) counts.set(value, (counts.get(value) ?? 0) + 1);
  let right = ages[0];
  for (const said of ages) if (counts.get(said.value)! > counts.get(right!.value)!) right = said;
  return ages.flatMap((said) => (right !== undefined && Math.abs(said.value - right.value) > BIRTHDAY ? [{ said, right }] : []));
}
