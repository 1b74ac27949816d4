/** One disputed item for {@link letterText}; `null` leaves the line out. */
export interface ItemText {
  readonly request?: string;
  readonly decision?: string;
  readonly claimsAdministrator?: string | null;
  readonly reviewer?: string | null;
  readonly rationale?: string | null;
}

/** A letter in the form of 2014, in our own words. */
export function letterText(...items: ItemText[]): string {
  return [
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'MAXIMUS Federal Services sent the complete case file to a physician reviewer. The reviewer',
    'is Board Certified in Family Practice and is licensed to practice in Nevada.',
    '',
    'CLINICAL CASE SUMMARY',
    'A baker of 52 years hurt the left wrist on a tray cart. Splinting and rest helped a little.',
    '',
    'IMR ISSUES, DECISIONS AND RATIONALES',
    'The Final Determination was based on decisions for the disputed items/services set forth below:',
    '',
    ...items.flatMap(itemLines),
  ].join('\n');
}

function itemLines({
  request = 'Wrist splint',
  decision = 'Upheld',
  claimsAdministrator = 'Decision based on MTUS ACOEM Chapter 11 Forearm, Wrist, and Hand Complaints.',
  reviewer = 'Decision based on MTUS ACOEM Chapter 11 Forearm, Wrist, and Hand Complaints Page(s): 264.',
  rationale = 'The record shows no trial of a simpler brace. The request is not medically necessary.',
}: ItemText): string[] {
  const field = (label: string, body: string | null): string[] => (body === null ? [] : [`${label}: ${body}`.trimEnd(), '']);
  return [
    `${request}:  ${decision}`.trimEnd(),
    '',
    ...field('Claims Administrator guideline', claimsAdministrator),
    ...field('MAXIMUS guideline', reviewer),
    ...field('Decision rationale', rationale),
  ];
}
