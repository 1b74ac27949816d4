import { CLAIMS_ADMINISTRATOR_GUIDELINE, exampleLetter, RATIONALE, REVIEWER_GUIDELINE } from './example-letter';
import { missingFieldRule } from './missing-field';

/** A disputed item without a decision rationale. */
export const missingRationale = missingFieldRule('rationale', {
  why: 'A decision without reasons cannot be followed or appealed. The rationale ties the guideline to this worker: what was found, what the guideline asks for, and why the one does or does not meet the other.',
  source:
    'Labor Code § 4610.6: the reviewer gives a written report with the findings that support the determination. Observed in letters: every item has this field.',
  examples: {
    wrong: [
      {
        title: 'The item ends with the reviewer guideline',
        text: exampleLetter({ fields: [CLAIMS_ADMINISTRATOR_GUIDELINE, REVIEWER_GUIDELINE] }),
      },
    ],
    right: [
      {
        title: 'A rationale of one sentence, as is usual for what goes with a denied surgery',
        text: exampleLetter({
          heading: 'Knee brace after surgery: Upheld',
          fields: [
            CLAIMS_ADMINISTRATOR_GUIDELINE,
            REVIEWER_GUIDELINE,
            'Decision rationale: The operation is not medically necessary, so neither is the brace.',
          ],
        }),
      },
      { title: 'Reasons and conclusion', text: exampleLetter({ fields: [CLAIMS_ADMINISTRATOR_GUIDELINE, REVIEWER_GUIDELINE, RATIONALE] }) },
    ],
  },
});
