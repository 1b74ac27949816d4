/** The parts from which the letters of the rule tests are put together; one paragraph each. */
export const OPENING = `HOW THE IMR FINAL DETERMINATION WAS MADE

MAXIMUS Federal Services sent the complete case file to an expert reviewer.

The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty: Orthopedic Surgery

CLINICAL CASE SUMMARY

The expert reviewer developed the following clinical case summary based on the case file:

A cook slipped on a wet floor and hurt the left knee.

IMR ISSUES, DECISIONS AND RATIONALES

The Final Determination was based on decisions for the disputed items/services set forth below:`;

export const INTRODUCTION =
  'The Final Determination was based on decisions for the disputed items/services set forth below:';

export const CA = 'Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.';
export const REVIEWER = 'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Summary.';
export const RATIONALE = 'Decision rationale: The knee bears weight again. Therefore, the request is not medically necessary.';

/** A letter of the opening and these blocks, parted by empty lines. */
export function letter(...blocks: readonly string[]): string {
  return `${[OPENING, ...blocks].join('\n\n')}\n`;
}

/** The same in another manner: what parts two blocks, and what ends a line. */
export function letterIn(manner: { readonly separator: string; readonly lineEnd: string }, ...blocks: readonly string[]): string {
  const text = [...OPENING.split('\n\n'), ...blocks].join(manner.separator);
  return `${text}\n`.replace(/\n/g, manner.lineEnd);
}
