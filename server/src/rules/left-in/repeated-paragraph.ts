import * as l10n from '@vscode/l10n';
import type { Rule } from '../rule';
import { observed, removal } from './repeated-line';
import { repetitionsOf } from './repetitions';
import { withRationale } from './example-passages';

/** Sentences that stand twice in the summary or in one rationale. */
export const repeatedParagraph: Rule = {
  code: 'repeated-paragraph',
  title: 'A paragraph stands twice in the same text',
  level: 'information',
  why: 'A paragraph pasted twice makes a reader compare the two word by word, to see whether they differ.',
  source: 'Observed in letters: paragraphs are used again in another item, and not twice in one.',
  marks:
    'The beginning of the repetition (at most 120 characters), where two or more sentences in a row, together 120 characters or more, stand a second time in the same summary or the same rationale, word for word but for white space, directly behind or further down. (Two sentences or more directly behind need 40 characters.) Not marked: paragraphs of one item used again in another, single sentences (directly behind each other they have a rule of their own), and lists of decisions given twice in notices of 2013.',
  examples: {
    wrong: [
      { title: 'Pasted twice', text: withRationale('Plain films were taken in May and showed no fracture. The guideline reserves an MRI for knees that lock or give way, and the notes speak of neither. Ice was tried. Plain films were taken in May and showed no fracture. The guideline reserves an MRI for knees that lock or give way, and the notes speak of neither. Therefore, the request is not medically necessary.') },
    ],
    right: [
      { title: 'Said once', text: withRationale('Plain films were taken in May and showed no fracture. The guideline reserves an MRI for knees that lock or give way, and the notes speak of neither. Ice was tried. Therefore, the request is not medically necessary.') },
    ],
  },
  mayBeSafe: true,
  check: ({ text, letter }) => repetitionsOf(text, letter).paragraphs.map((found) => observed(text, found, l10n.t('These sentences stand twice here, word for word.'))),
  fixes: (context, finding) => removal(context, finding, repetitionsOf(context.text, context.letter).paragraphs),
};
