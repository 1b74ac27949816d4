/** Short letters in the form of the real ones, written for these tests. */

const ISSUES = `IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:
`;

/** A whole letter of the 2014 layout with one item. */
export const LETTER = `HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer. The expert reviewer is
Board Certified in Internal Medicine and is licensed to practice in Oregon.

CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the case file:

A baker of 44 years has had an aching right wrist since March. Utilization review denied a brace.

${ISSUES}
Wrist brace, right:  Upheld

Claims Administrator guideline: Decision based on MTUS ACOEM Chapter 11 Forearm, Wrist, and Hand
Complaints Page(s): 264.

MAXIMUS guideline: Decision based on MTUS ACOEM Chapter 11 Forearm, Wrist, and Hand Complaints
Page(s): 265.

Decision rationale: The wrist is sound on examination and on films. Therefore, the requested brace
is not medically necessary.
`;

/** The same with the reviewer's guideline gone. */
export const LETTER_WITHOUT_REVIEWER_GUIDELINE = LETTER.replace(/MAXIMUS guideline:[^:]*: 265\.\n\n/, '');

/** The same with the decision gone. */
export const LETTER_WITHOUT_DECISION = LETTER.replace('Wrist brace, right:  Upheld', 'Wrist brace, right');

/** Texts that speak of such letters and are none. */
export const LOOK_ALIKES: Readonly<Record<string, string>> = {
  'a plain note': 'Call MAXIMUS on Monday about the IMR application of the baker; ask when the decision will come.\n',
  'a utilization review denial': `Utilization Review Determination

Request: Wrist brace, right
Determination: Denied

Rationale: The request is not medically necessary. You may apply for Independent Medical Review within 30 days.
`,
  'a list of labels': 'Labels: Claims Administrator guideline, MAXIMUS guideline, Decision rationale\n',
};
