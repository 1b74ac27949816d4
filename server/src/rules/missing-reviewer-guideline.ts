import { CLAIMS_ADMINISTRATOR_GUIDELINE, exampleLetter, RATIONALE } from './example-letter';
import { missingFieldRule } from './missing-field';

/** A disputed item without the field that names the reviewer's guideline. */
export const missingReviewerGuideline = missingFieldRule('reviewerGuideline', {
  why: 'The field names the evidence on which the reviewer decided. It is what a reader checks first: guideline, edition and section. Where the reviewer cited nothing, the form says so in a sentence of its own.',
  source:
    '8 CCR § 9792.21.1(b)-(d): review decisions document the medical evidence they rely on. Observed in letters: every item has this field.',
  examples: {
    wrong: [
      {
        title: 'The rationale follows the claims administrator guideline',
        text: exampleLetter({ fields: [CLAIMS_ADMINISTRATOR_GUIDELINE, RATIONALE] }),
      },
    ],
    right: [
      {
        title: 'The label may name the expert reviewer',
        text: exampleLetter({
          fields: [
            CLAIMS_ADMINISTRATOR_GUIDELINE,
            'Expert Reviewer guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.',
            RATIONALE,
          ],
        }),
      },
    ],
  },
});
