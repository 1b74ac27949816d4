import { CLAIMS_ADMINISTRATOR_GUIDELINE, exampleLetter, REVIEWER_GUIDELINE } from '../example-letter';

/** The letter of the examples with these sentences before the conclusion of its rationale. */
export function noisyLetter(sentences: string): string {
  const rationale = `Decision rationale: ${sentences} Therefore, the request is not medically necessary.`;
  return exampleLetter({ fields: [CLAIMS_ADMINISTRATOR_GUIDELINE, REVIEWER_GUIDELINE, rationale] });
}
