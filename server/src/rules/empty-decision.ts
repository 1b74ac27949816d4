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
  marks: 'What stands in place of the decision.',
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
