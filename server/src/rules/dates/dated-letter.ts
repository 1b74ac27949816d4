import { exampleLetter } from '../example-letter';

/** What an example of a check on dates sets beside the usual letter. */
export interface DatedParts {
  /** Rows of the case header, in place of the usual ones. */
  readonly header?: Readonly<Record<string, string>>;
  readonly summary?: string;
  readonly rationale?: string;
}

const USUAL: Readonly<Record<string, string>> = {
  'Date Assigned': '11/18/2016',
  'Date of Injury': '3/4/2015',
  'Decision Date': '12/19/2016',
  'UR Denial Date': '11/9/2016',
  'Application Received': '11/14/2016',
};

/** The letter of the examples with a case header; the dates named take the place of the usual ones. */
export function datedLetter({ header = {}, summary, rationale }: DatedParts): string {
  const rows = Object.entries({ ...USUAL, ...header }).map(([label, value]) => `${label}: ${value}`);
  const letter = exampleLetter({});
  const told = summary === undefined ? letter : letter.replace('A warehouse worker twisted the left knee on a ladder.', summary);
  return `${['Case Number: CM16-0000009', ...rows].join('\n')}\n\n${rationale === undefined ? told : told.replace('The guideline reserves imaging for knees that do not improve.', rationale)}`;
}
