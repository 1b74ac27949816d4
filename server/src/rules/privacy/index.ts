import { catalogue } from '../../guidelines';
import type { Letter } from '../../letter';
import type { Finding, Rule } from '../rule';
import { DATE_OF_BIRTH, dateOfBirth } from './date-of-birth';
import { E_MAIL_ADDRESS, eMailAddress } from './e-mail-address';
import { textsMasked } from './masking';
import { NAME_OF_A_PERSON, nameOfAPerson } from './name-of-a-person';
import { PHONE_NUMBER, phoneNumber } from './phone-number';
import { RECORD_OR_CLAIM_NUMBER, recordOrClaimNumber } from './record-or-claim-number';
import { SOCIAL_SECURITY_NUMBER, socialSecurityNumber } from './social-security-number';
import { STREET_ADDRESS, streetAddress } from './street-address';

export { MASK } from './masking';

/** What tells who the worker is. */
export const PRIVACY_RULES: readonly Rule[] = [
  socialSecurityNumber,
  recordOrClaimNumber,
  dateOfBirth,
  phoneNumber,
  eMailAddress,
  streetAddress,
  nameOfAPerson,
];

const KINDS = [SOCIAL_SECURITY_NUMBER, RECORD_OR_CLAIM_NUMBER, DATE_OF_BIRTH, PHONE_NUMBER, E_MAIL_ADDRESS, STREET_ADDRESS, NAME_OF_A_PERSON];

/**
 * The exact texts that the fix of a finding masks, as they stand in the letter
 * and with white space folded to blanks, longest first: to be masked as well in
 * whatever is kept beside the letter. Empty for a finding of another group.
 */
export function maskedTexts(text: string, letter: Letter, finding: Finding): string[] {
  const kind = KINDS.find(({ code }) => code === finding.code);
  return kind === undefined ? [] : textsMasked(kind, { text, letter, catalogue: catalogue() }, finding);
}
