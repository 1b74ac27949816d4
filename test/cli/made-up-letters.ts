/** Letters of our own in the form of real ones, for tests that need some letter in a file. */

/** A letter in the 2016 layout with one item; `changes` replaces the text of a part. */
export function letter2016(changes: { readonly request?: string; readonly rationale?: string; readonly caseNumber?: string } = {}): string {
  return [
    `Case Number: ${changes.caseNumber ?? 'CM16-0000001'}`,
    'Date Assigned: 12/15/2016 Date of Injury: 10/14/2016',
    'Decision Date: 01/13/2017 UR Denial Date: 11/17/2016',
    'Priority: Standard Application',
    'Received:',
    '12/12/2016',
    '',
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'MAXIMUS Federal Services sent the complete case file to an expert reviewer.',
    '',
    'The Expert Reviewer has the following credentials:',
    'State(s) of Licensure: Texas,New York,California',
    'Certification(s)/Specialty: Preventive Medicine, Occupational Medicine',
    '',
    'CLINICAL CASE SUMMARY',
    'The worker fell from a ladder and hurt the left shoulder.',
    '',
    'IMR ISSUES, DECISIONS AND RATIONALES',
    'The Final Determination was based on decisions for the disputed items/services set forth below:',
    '',
    `${changes.request ?? 'MRI of the left shoulder'}: Upheld`,
    'Claims Administrator guideline: Decision based on MTUS Shoulder Complaints 2004.',
    'MAXIMUS guideline: Decision based on MTUS Shoulder Complaints 2004, Section(s): Summary.',
    `Decision rationale: ${changes.rationale ?? 'No red flag is described. The request is not medically necessary.'}`,
    '',
  ].join('\n');
}

/** The same letter with one defect at warning level: the reviewer's guideline has no text. */
export function letterWithDefect(): string {
  return letter2016().replace(/^MAXIMUS guideline:.*$/m, 'MAXIMUS guideline:');
}

/** Not a letter, though it speaks of one. */
export const PLAIN_NOTE = 'Call MAXIMUS about the letter.\nMilk, bread, stamps.\n';
