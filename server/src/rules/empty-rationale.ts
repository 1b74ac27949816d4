import { CLAIMS_ADMINISTRATOR_GUIDELINE, exampleLetter, REVIEWER_GUIDELINE } from './example-letter';
import { emptyFieldRule } from './empty-field';

/** The decision rationale has a label and no text. */
export const emptyRationale = emptyFieldRule('rationale', {
  why: 'A decision without reasons cannot be followed or appealed. A label at the end of the text often means that the copy was cut off there.',
  source:
    'Labor Code § 4610.6: the reviewer gives a written report with the findings that support the determination. Observed in letters: the field is never left empty.',
  examples: {
    wrong: [
      {
        title: 'The copy ends after the label',
        text: exampleLetter({ fields: [CLAIMS_ADMINISTRATOR_GUIDELINE, REVIEWER_GUIDELINE, 'Decision rationale:'] }),
      },
    ],
    right: [{ title: 'Reasons and conclusion', text: exampleLetter({}) }],
  },
});
