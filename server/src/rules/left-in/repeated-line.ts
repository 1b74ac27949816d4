import * as l10n from '@vscode/l10n';
import type { Span } from '../../letter';
import { visibleEnd } from '../places';
import type { Finding, Fix, Observation, Rule, RuleContext } from '../rule';
import { repetitionsOf, type Repetition } from './repetitions';
import { withRationale, withSummary } from './example-passages';

/** About a line and a half. */
const LONGEST_MARK = 120;

/** A line or a sentence that stands twice in a row. */
export const repeatedLine: Rule = {
  code: 'repeated-line',
  title: 'A line or a sentence stands twice in a row',
  level: 'information',
  why: 'Pasting and text extraction repeat lines. Readers stop and ask whether the second was meant to say something else.',
  source: 'Observed in letters: extraction repeats a line now and then.',
  marks:
    'The second of two lines that are the same but for white space, follow each other (empty lines between them do not count) and have 40 characters or more; and in the summary and the rationales the second of two sentences that do so. Anywhere in the letter for lines. At most its first 120 characters are marked. Not marked: shorter lines and sentences, lines that begin with the label of a field (a field that stands twice has a rule of its own), lines with a page break between them, lines and sentences where two sentences or more stand again in the same summary or rationale (`repeated-paragraph` reports them), and repetitions further apart.',
  examples: {
    wrong: [
      { title: 'A sentence', text: withRationale('The guideline reserves imaging for knees that lock. The guideline reserves imaging for knees that lock. Therefore, the request is not medically necessary.') },
      { title: 'A line', text: withSummary('A warehouse worker twisted the left knee on a ladder in the\nstore room behind the shop and walked home after\nstore room behind the shop and walked home after\nwork. Swelling was gone after a week.') },
    ],
    right: [
      { title: 'The same words later', text: withRationale('The guideline reserves imaging for knees that lock. The notes speak of no such thing. The guideline reserves imaging for knees that lock. Therefore, the request is not medically necessary.') },
    ],
  },
  mayBeSafe: true,
  check: ({ text, letter }) => repetitionsOf(text, letter).single.map((found) => observed(text, found, l10n.t('This stands right before, word for word.'))),
  fixes: (context, finding) => removal(context, finding, repetitionsOf(context.text, context.letter).single),
};

export function observed(text: string, { first, again, item }: Repetition, message: string): Observation {
  return { span: beginning(text, again), message, item, related: [{ span: beginning(text, first), message: l10n.t('It stands here first.') }], data: { start: again.start } };
}

/** The mark may go over a line's end: a sentence often begins with the last word of a line. */
function beginning(text: string, { start, end }: Span): Span {
  return { start, end: visibleEnd(text, start, Math.min(end, start + LONGEST_MARK)) };
}

/** Takes out the later of the two, with the white space before it; safe where they stand side by side. */
export function removal({ text }: RuleContext, finding: Finding, all: readonly Repetition[]): Fix[] {
  const start = (finding.data as { start?: number } | undefined)?.start;
  const found = all.find(({ again }) => again.start === start);
  if (found === undefined) return [];
  const { first, again, adjacent } = found;
  let from = again.start;
  while (from > first.end && /\s/.test(text.charAt(from - 1))) from -= 1;
  return [{ title: l10n.t('Remove the repetition'), edits: [{ span: { start: from, end: again.end }, newText: '' }], preferred: true, safe: adjacent }];
}
