import * as l10n from '@vscode/l10n';
import { rightSpelling, type Span } from '../letter';
import { exampleLetter } from './example-letter';
import type { Observation, Rule, RuleContext } from './rule';

/** A label or heading of the form that is spelt wrong, and read all the same. */
export const misspeltLabel: Rule = {
  code: 'misspelt-label',
  title: 'A label or heading is misspelt',
  level: 'information',
  why: 'Readers and programs find their way in a letter by its labels and headings. A misspelt one is read here as what it means, but others that look for the exact words will not find it.',
  source: 'Observed in letters: the labels and headings of a layout are the same in all its letters.',
  marks: 'The label or heading. Blanks that text extraction has put into a word are not reported.',
  examples: {
    wrong: [{ title: 'A letter is missing', text: exampleLetter({}).replace('Decision rationale', 'Decison rationale') }],
    right: [{ title: 'As the form has it', text: exampleLetter({}) }],
  },
  check: ({ text, letter }) => [
    ...letter.sections.flatMap((section) => observed(text, section.heading, 'heading', null)),
    ...letter.items.flatMap((item, index) => item.fields.flatMap((field) => observed(text, withoutColon(text, field.label), 'label', index))),
  ],
  fixes: ({ text }: RuleContext, finding) => {
    const right = rightSpelling(text.slice(finding.span.start, finding.span.end), finding.item === null ? 'heading' : 'label');
    if (right === null) return [];
    return [{ title: l10n.t('Change the spelling to “{0}”', right), edits: [{ span: finding.span, newText: right }], preferred: true, safe: true }];
  },
  mayBeSafe: true,
};

function observed(text: string, span: Span, of: 'label' | 'heading', item: number | null): Observation[] {
  if (span.end === span.start) return [];
  const right = rightSpelling(text.slice(span.start, span.end), of);
  return right === null ? [] : [{ span, message: l10n.t('The form spells this “{0}”.', right), item }];
}

function withoutColon(text: string, label: Span): Span {
  let end = label.end;
  while (end > label.start && /[:;：\s]/.test(text[end - 1]!)) end--;
  return { start: label.start, end };
}
