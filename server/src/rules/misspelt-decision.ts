import * as l10n from '@vscode/l10n';
import { rightDecision } from '../letter';
import { exampleLetter } from './example-letter';
import type { Rule } from './rule';

/** A decision with a slip in it ("Uphled"). */
export const misspeltDecision: Rule = {
  code: 'misspelt-decision',
  title: 'A decision is misspelt',
  level: 'warning',
  why: 'The decision is the one word that everybody acts on. A slip in it leaves a doubt that a corrected letter has to remove.',
  source: 'Observed in letters: a decision is written *Upheld* or *Overturned*.',
  marks: 'The word after the last colon of the heading, on the same line or alone on the next, where it begins with U or O and is “Upheld” or “Overturned” with one or two letters wrong, missing or too many. Not marked: headings without a colon before the word, and the layouts of 2013, which decide in sentences.',
  examples: {
    wrong: [{ title: 'Two letters have changed places', text: exampleLetter({ heading: 'MRI of the left knee: Uphled' }) }],
    right: [{ title: 'As the form has it', text: exampleLetter({ heading: 'MRI of the left knee: Upheld' }) }],
  },
  check: ({ text, letter }) =>
    letter.items.flatMap((item, index) => {
      if (!item.decision?.value || letter.layout.startsWith('2013')) return [];
      const right = rightDecision(text.slice(item.decision.span.start, item.decision.span.end));
      return right === null ? [] : [{ span: item.decision.span, message: l10n.t('A decision is written “Upheld” or “Overturned”; this seems to mean “{0}”.', right), item: index }];
    }),
  fixes({ text }, finding) {
    const right = rightDecision(text.slice(finding.span.start, finding.span.end));
    if (right === null) return [];
    // What a decision says is for a person to say, so this is never part of a fix-all.
    return [{ title: l10n.t('Change the spelling to “{0}”', right), edits: [{ span: finding.span, newText: right }] }];
  },
};
