import { CLAIMS_ADMINISTRATOR_GUIDELINE, exampleLetter, REVIEWER_GUIDELINE } from '../example-letter';

/** The letter of the examples with two items: what is requested, and why it is denied. */
export function twoItems(first: string, firstRationale: string, second: string, secondRationale: string): string {
  const fields = (rationale: string): string[] => [CLAIMS_ADMINISTRATOR_GUIDELINE, REVIEWER_GUIDELINE, `Decision rationale: ${rationale}`];
  return exampleLetter({ heading: `${first}: Upheld`, fields: [...fields(firstRationale), `${second}: Upheld`, ...fields(secondRationale)] });
}

/** The letter of the examples with this summary. */
export function withSummary(summary: string): string {
  return exampleLetter({}).replace(/A warehouse worker .*/, summary);
}

/** The letter of the examples with this rationale. */
export function withRationale(rationale: string): string {
  return exampleLetter({ fields: [CLAIMS_ADMINISTRATOR_GUIDELINE, REVIEWER_GUIDELINE, `Decision rationale: ${rationale}`] });
}
