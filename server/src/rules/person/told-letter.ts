import { exampleLetter } from '../example-letter';

/** The letter of the examples with this summary, and with this beginning of its rationale. */
export function toldLetter(summary: string, rationale?: string, heading?: string): string {
  const letter = exampleLetter(heading === undefined ? {} : { heading }).replace('A warehouse worker twisted the left knee on a ladder.', summary);
  return rationale === undefined ? letter : letter.replace('The guideline reserves imaging for knees that do not improve.', rationale);
}
