import { CLAIMS_ADMINISTRATOR_GUIDELINE, exampleLetter, RATIONALE } from './example-letter';
import { emptyFieldRule } from './empty-field';

/** The reviewer's guideline has a label and no text. */
export const emptyReviewerGuideline = emptyFieldRule('reviewerGuideline', {
  why: 'A label with nothing after it leaves open whether the reviewer cited no guideline or the text was lost. Where the reviewer cited nothing, the form says so in a sentence of its own.',
  source:
    '8 CCR § 9792.21.1(b)-(d): review decisions document the medical evidence they rely on. Observed in letters: the field is never left empty.',
  examples: {
    wrong: [
      {
        title: 'Only the label',
        text: exampleLetter({ fields: [CLAIMS_ADMINISTRATOR_GUIDELINE, 'MAXIMUS guideline:', RATIONALE] }),
      },
    ],
    right: [
      {
        title: 'Nothing was cited, and the field says so',
        text: exampleLetter({
          fields: [
            CLAIMS_ADMINISTRATOR_GUIDELINE,
            'MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.',
            RATIONALE,
          ],
        }),
      },
    ],
  },
});
