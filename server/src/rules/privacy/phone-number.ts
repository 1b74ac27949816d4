import * as l10n from '@vscode/l10n';
import type { Letter, Span } from '../../letter';
import { exampleLetter } from '../example-letter';
import { BREAKING_HYPHEN, HYPHEN } from './hyphens';
import { matchesIn, privacyRule, textBefore, valuesIn, type PrivateKind } from './masking';
import { isPublic } from './public-places';
import { recordNumbersIn, within } from './record-or-claim-number';

const EXTENSION = '(?:,?\\s?(?:x|ext\\.?|extension)\\s?\\d{1,6})?';
const COUNTRY = '(?:\\+?1[-. ]{1,2})?';
const WRITTEN = new RegExp(
  `(?:\\+?1[-. ]{1,2})?(?:\\(\\d{3}\\)\\s{0,2}\\d{3}(?:${BREAKING_HYPHEN}|[. ])\\d{4}|(?:[2-9]\\d\\d|123)(?:${BREAKING_HYPHEN}\\d{3}${BREAKING_HYPHEN}|\\.\\d{3}\\.|/\\d{3}-)\\d{4})${EXTENSION}(?![\\w/]|[-.]\\d)`,
  'gi',
);
/** Before these a number is longer, or another one. */
const LONGER = new RegExp(`(?:[\\w/.#$+]|${HYPHEN})$`);
const NAMED = new RegExp(
  `\\b(?:phone|telephone|tel|cell|cellular|mobile|fax)\\.?(?:\\s(?:phone|number|no\\.?))?\\s{0,3}(?:[:#]|is\\b|was\\b)?\\s{0,3}(${COUNTRY}(?:\\d{3}\\s\\d{3}\\s\\d{4}|\\d{10}|\\d{3}${BREAKING_HYPHEN}\\d{4})${EXTENSION})(?![\\w/]|[-.]\\d)`,
  'gi',
);
/** Toll-free numbers belong to offices. */
const TOLL_FREE = /^\D{0,3}(?:1\D{1,2})?(?:800|833|844|855|866|877|888)\D/;

/** Phone and fax numbers of persons, in the order of the text. */
export function phoneNumbersIn(text: string, letter: Letter): Span[] {
  const written = matchesIn(text, letter, WRITTEN).filter(({ start }) => !LONGER.test(textBefore(text, letter, start, 1)));
  const starts = new Set(written.map(({ start }) => start));
  const named = valuesIn(text, letter, NAMED).filter(({ start }) => !starts.has(start));
  const found = [...written, ...named].filter((span) => !TOLL_FREE.test(text.slice(span.start, span.end)) && !isPublic(text, span, letter.span.start));
  if (found.length === 0) return [];
  const records = recordNumbersIn(text, letter);
  return found.filter((span) => !within(records, span));
}

export const PHONE_NUMBER: PrivateKind = {
  code: 'phone-number',
  title: 'A phone number',
  why: 'A phone number leads straight to a person. Nothing in a determination rests on it.',
  source: 'Observed in letters: public copies are redacted by the state, and none of those read holds the phone number of a person.',
  marks:
    'A number of ten figures written `(213) 555-0142`, `(213) 555 0142`, `213-555-0142`, `213.555.0142` or `213/555-0142` (without brackets the first figure is 2 to 9, or the first three are 123), with or without `1-` or `+1` before and an extension behind, anywhere in the letter. Behind “phone”, “telephone”, “tel.”, “cell”, “mobile” or “fax” also `213 555 0142`, `2135550142` and `555-0142`. Not marked: toll-free numbers (800, 833, 844, 855, 866, 877, 888), a number that stands in an address block under a line with the name of the review organization or an authority (MAXIMUS, Division of Workers’ Compensation, DWC, Department of Industrial Relations), one that such a name stands before in the same sentence, and what is the number of a claim or record. The mark is the number.',
  examples: {
    wrong: [{ title: 'In the case summary', text: exampleLetter({}).replace('on a ladder.', 'on a ladder. The employee was called at (213) 555-0142.') }],
    right: [{ title: 'The review organization', text: `MAXIMUS FEDERAL SERVICES, INC.\nP.O. Box 100\nSacramento, CA 95800\nFax: (916) 555-0100\n\n${exampleLetter({})}` }],
  },
  message: () => l10n.t('This seems to be a phone number; letters that others read hold none of a person.'),
  find: ({ text, letter }) => phoneNumbersIn(text, letter),
};

export const phoneNumber = privacyRule(PHONE_NUMBER);
