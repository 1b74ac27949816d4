import assert from 'node:assert/strict';
import { foldedText, readLetters, type DisputedItem } from '../../server/src/letter';
import { checkInvariants } from '../invariants';

/** Letters that the tests of the reader are written with, and what they look at. */

export const METHOD = `HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer.
`;
export const CREDENTIALS = `The Expert Reviewer has the following credentials:
State(s) of Licensure: Texas,New York
Certification(s)/Specialty: Preventive Medicine, Occupational
Medicine
`;
export const SUMMARY = `CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:

The worker fell from a ladder and hurt the left shoulder.
`;
export const ISSUES = `IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:
`;
export const FIELDS = `Claims Administrator guideline: Decision based on MTUS Shoulder Complaints 2004.

MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.

Decision rationale: The joint moves freely. Therefore, the request is not medically necessary.
`;

/** A letter of 2016 without case header, with these items. */
export const letterOf = (issues: string): string => `${METHOD}\n${CREDENTIALS}\n${SUMMARY}\n${ISSUES}\n${issues}`;

/** An item in one line: request | decision | fields with a letter each, lower case where empty. */
export function show(text: string, item: DisputedItem): string {
  const letters = { claimsAdministratorGuideline: 'C', reviewerGuideline: 'M', rationale: 'R' };
  const fields = item.fields.map((field) => (field.body.end > field.body.start ? letters[field.kind] : letters[field.kind].toLowerCase()));
  const decision = item.decision ? (item.decision.value ?? `?${foldedText(text, item.decision.span)}`) : '-';
  return `${foldedText(text, item.request)} | ${decision} | ${fields.join('')}`;
}

/** The items of all letters of a text are these, as `show` writes them. */
export function check(text: string, expected: readonly string[]): void {
  const letters = readLetters(text);
  checkInvariants(text, letters);
  assert.deepEqual(letters.flatMap((letter) => letter.items.map((item) => show(text, item))), expected);
}
