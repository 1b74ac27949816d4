import { CLAIMS_ADMINISTRATOR_GUIDELINE, exampleLetter, RATIONALE, REVIEWER_GUIDELINE } from './example-letter';
import { emptyFieldRule } from './empty-field';

/** The claims administrator's guideline has a label and no text. */
export const emptyClaimsAdministratorGuideline = emptyFieldRule('claimsAdministratorGuideline', {
  why: 'A label with nothing after it leaves open whether utilization review cited no guideline or the text was lost. Where it cited nothing, the form says so in a sentence of its own.',
  source:
    '8 CCR § 9792.21.1(b)-(d): utilization review decisions document the medical evidence they rely on. Observed in letters: the field is never left empty.',
  examples: {
    wrong: [
      {
        title: 'Only the label',
        text: exampleLetter({ fields: ['Claims Administrator guideline:', REVIEWER_GUIDELINE, RATIONALE] }),
      },
    ],
    right: [
      {
        title: 'The guideline is named',
        text: exampleLetter({ fields: [CLAIMS_ADMINISTRATOR_GUIDELINE, REVIEWER_GUIDELINE, RATIONALE] }),
      },
    ],
  },
});
