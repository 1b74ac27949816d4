import * as l10n from '@vscode/l10n';
import { decisionFixes } from './decision-fix';
import { exampleLetter } from './example-letter';
import { mannerOf } from './manner';
import { firstLine } from './places';
import type { Rule } from './rule';

/** The place of the decision is held by something that decides nothing. */
export const emptyDecision: Rule = {
  code: 'empty-decision',
  title: 'The place of a decision holds no decision',
  level: 'warning',
  why: 'A line or a note in place of the decision is what a draft leaves behind. The item is not decided: only *Upheld* and *Overturned* are decisions.',
  source: '8 CCR § 9792.10.6(d): the determination states whether the disputed treatment is medically necessary.',
  marks: 'What stands in place of the decision, behind the last colon of the heading on the same line or alone on the next: up to 30 characters of underscores, dashes, dots (two or more), brackets, slashes, asterisks and question marks, or one of TBD, TBA, N/A, none, pending, blank, decision, undecided, “to be determined”, “Upheld/Overturned” and XX, in brackets or without them. Other words, and a heading that ends with its colon, are a missing decision.',
  examples: {
    wrong: [{ title: 'A line to fill in', text: exampleLetter({ heading: 'MRI of the left knee: ____' }) }],
    right: [{ title: 'A decision', text: exampleLetter({ heading: 'MRI of the left knee: Upheld' }) }],
  },
  check: ({ text, letter }) =>
    letter.items.flatMap((item, index) =>
      item.decision && item.decision.value === null
        ? [
            {
              span: firstLine(text, item.decision.span),
              message: l10n.t('This is not a decision: it should say Upheld or Overturned.'),
              item: index,
            },
          ]
        : [],
    ),
  fixes({ text, letter }, finding) {
    const decision = letter.items[finding.item ?? -1]?.decision;
    if (!decision || decision.value !== null) return [];
    return decisionFixes(mannerOf(text, letter), (newText) => ({ span: decision.span, newText }));
  },
};
