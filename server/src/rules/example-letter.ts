/** The parts of an example that differ from rule to rule. */
export interface ExampleParts {
  readonly summaryHeading?: string | null;
  readonly heading?: string;
  /** The blocks of the item after its heading. */
  readonly fields?: readonly string[];
  /** No item at all. */
  readonly noItem?: boolean;
}

export const CLAIMS_ADMINISTRATOR_GUIDELINE = 'Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.';
export const REVIEWER_GUIDELINE =
  'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.';
export const RATIONALE =
  'Decision rationale: The guideline reserves imaging for knees that do not improve. Therefore, the request is not medically necessary.';

/** A letter of the 2016 layout in our own words, short enough for a rule's page. */
export function exampleLetter(parts: ExampleParts): string {
  const fields = parts.fields ?? [CLAIMS_ADMINISTRATOR_GUIDELINE, REVIEWER_GUIDELINE, RATIONALE];
  const summaryHeading = parts.summaryHeading === undefined ? 'CLINICAL CASE SUMMARY' : parts.summaryHeading;
  const blocks = [
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'MAXIMUS Federal Services sent the complete case file to an expert reviewer.',
    'The Expert Reviewer has the following credentials:\nState(s) of Licensure: California\nCertification(s)/Specialty: Orthopedic Surgery',
    ...(summaryHeading === null ? [] : [summaryHeading]),
    'The expert reviewer developed the following clinical case summary based on the case file:',
    'A warehouse worker twisted the left knee on a ladder. Swelling was gone after a week.',
    'IMR ISSUES, DECISIONS AND RATIONALES',
    'The Final Determination was based on decisions for the disputed items/services set forth below:',
    ...(parts.noItem ? [] : [parts.heading ?? 'MRI of the left knee: Upheld', ...fields]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** What an example of a check on citations sets beside the usual letter. */
export interface CitingParts {
  readonly heading?: string;
  readonly claimsAdministrator?: string;
  readonly rationale?: string;
  /** Rows of a case header before the letter. */
  readonly header?: readonly string[];
}

/** The letter of the examples with this reviewer guideline. */
export function citing(reviewer: string, parts: CitingParts = {}): string {
  const fields = [
    `Claims Administrator guideline: ${parts.claimsAdministrator ?? 'The Claims Administrator did not cite any medical evidence for its decision.'}`,
    `MAXIMUS guideline: ${reviewer}`,
    parts.rationale === undefined ? 'Decision rationale: Nothing has changed since the last visit. Therefore, the request is not medically necessary.' : `Decision rationale: ${parts.rationale}`,
  ];
  const letter = exampleLetter({ fields, ...(parts.heading === undefined ? {} : { heading: parts.heading }) });
  return parts.header === undefined ? letter : `${parts.header.join('\n')}\n\n${letter}`;
}
