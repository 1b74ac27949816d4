import { exampleLetter, RATIONALE, REVIEWER_GUIDELINE } from './example-letter';
import { missingFieldRule } from './missing-field';

/** A disputed item without the field that names the claims administrator's guideline. */
export const missingClaimsAdministratorGuideline = missingFieldRule('claimsAdministratorGuideline', {
  why: 'The field says on which guideline utilization review denied or modified the request. Without it a reader cannot tell whether the reviewer upheld the denial for the same reason. Where utilization review cited nothing, the form says so in a sentence of its own.',
  source:
    '8 CCR § 9792.21.1(b)-(d): utilization review decisions document the medical evidence they rely on. Observed in letters: every item has this field.',
  examples: {
    wrong: [{ title: 'The item begins with the reviewer guideline', text: exampleLetter({ fields: [REVIEWER_GUIDELINE, RATIONALE] }) }],
    right: [
      {
        title: 'Nothing was cited, and the field says so',
        text: exampleLetter({
          fields: [
            'Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.',
            REVIEWER_GUIDELINE,
            RATIONALE,
          ],
        }),
      },
    ],
  },
});
