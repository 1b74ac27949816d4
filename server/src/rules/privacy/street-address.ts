import * as l10n from '@vscode/l10n';
import type { Span } from '../../letter';
import { exampleLetter } from '../example-letter';
import type { RuleContext } from '../rule';
import { itemIndexAt, matchesIn, privacyRule, type PrivateKind } from './masking';
import { isPublic } from './public-places';

const BLANK = '[ \\t\\u00a0]{1,3}';
const SPACE = '\\s{1,4}';
const NOT = '(?!(?:On|Off|Work|Market|Superior|Supreme|Appeals?|Appellate|District|Municipal|One|Two|Three|Four)\\b)';
const WORD = `${NOT}(?:[A-Z][A-Za-z'’]{1,20}|\\d{1,3}(?:st|nd|rd|th)|St\\.)`;
const DIRECTION = '(?:[NSEW]\\.?|[NS]\\.?[EW]\\.?|North|South|East|West)';
const FULL = '(?:Street|STREET|Avenue|AVENUE|Boulevard|BOULEVARD|Road|ROAD|Drive|DRIVE|Lane|LANE|Court|COURT|Way|WAY|Place|PLACE|Circle|CIRCLE|Terrace|TERRACE|Parkway|PARKWAY|Highway|HIGHWAY)\\b';
const SHORT = '(?:Ave|AVE|Blvd|BLVD|Rd|RD|Ln|Ct|Pl|Cir|Pkwy|Hwy|St|ST|Dr|DR)\\b';
const STREET = `(?:${WORD}${BLANK}){1,3}(?:(?:${FULL})|(?:${SHORT}))|(?:Calle|Avenida|Camino|Paseo|El${BLANK}Camino)(?:${BLANK}${WORD}){1,3}`;
const UNIT = '(?:,?\\s{1,3}(?:Apt|Apartment|Suite|Ste|Unit|#)\\.?\\s?#?[A-Za-z]?\\d{0,5}[A-Za-z]?\\b)?';
const TOWN = `(?:,?${SPACE}[A-Z][A-Za-z]{1,20}(?:${SPACE}[A-Z][A-Za-z]{1,20}){0,2},?${SPACE}(?:CA|Calif\\.?|California|[A-Z]{2})\\b(?:,?${SPACE}\\d{5}(?:-\\d{4})?)?)?`;
const ADDRESS = new RegExp(`(?<![\\w/.,:#$%-]|[/#$-]\\s)\\d{1,6}[A-Z]?(?:-\\d{1,4})?${BLANK}(?:${DIRECTION}${BLANK})?(?:${STREET})\\.?${UNIT}${TOWN}`, 'g');

const LOOK_AHEAD = 40;
/** What may follow `Dr.` and `St.` where they mean a street: the end, small letters, a new sentence. */
const AFTER_STREET = /^\s*(?:$|[,;:)a-z\d#]|(?:Apt|Unit|Suite|The|He|She|His|Her|They|On|In|An?|It|This|That|At|Patient|Applicant|Claimant|Employee|MRI|There|No|Since)\b)/;

/** Streets with their number in the order of the text. */
export function streetsIn({ text, letter }: RuleContext): Span[] {
  const { start: from, end } = letter.span;
  return matchesIn(text, letter, ADDRESS).flatMap((span): Span[] => {
    const found = text.slice(span.start, span.end);
    const after = text.slice(span.end, Math.min(end, span.end + LOOK_AHEAD));
    if (!isStreet(found, after) || inRequest(span, found) || isPublic(text, span, from)) return [];
    // A full stop behind it may end the sentence as well.
    return [found.endsWith('.') ? { start: span.start, end: span.end - 1 } : span];
  });

  /** A request counts its things: “2 …”. A street there has a number of three figures. */
  function inRequest(span: Span, found: string): boolean {
    const item = letter.items[itemIndexAt(letter, span.start) ?? -1];
    return item !== undefined && span.start < item.request.end && !/^\d{3}/.test(found);
  }
}

/** `2016 Treating Dr. Roe` and `3 Views St. Mary` are no streets. */
function isStreet(found: string, after: string): boolean {
  if (!/\b(?:Dr|DR|St|ST)\.?$/.test(found)) return true;
  return !/^(?:19|20)\d{2}\b/.test(found) && AFTER_STREET.test(after);
}

export const STREET_ADDRESS: PrivateKind = {
  code: 'street-address',
  title: 'A street address',
  why: 'A street with its number is where somebody lives. Nothing in a determination rests on it.',
  source: 'Observed in letters: public copies are redacted by the state, and none of those read holds the address of a person.',
  marks:
    'A number, one to three words with a capital (a direction may stand before them: `N.`, `West`) and one of Street, Avenue, Boulevard, Road, Drive, Lane, Court, Way, Place, Circle, Terrace, Parkway, Highway or St, Ave, Blvd, Rd, Dr, Ln, Ct, Pl, Cir, Pkwy, Hwy with or without full stop; or a number, Calle, Avenida, Camino or Paseo and one to three words with a capital. Number and street stand on one line, anywhere in the letter. An apartment or suite, and a town with its state (and ZIP code) that follow are marked with it. Not marked: “Dr.” and “St.” before a name or behind a year (`2016 Treating Dr. Roe`), a number of less than three figures in a request, post office boxes, towns alone, and the address of a public body: one that stands under its name in an address block, or behind its name in the same sentence (MAXIMUS, Division of Workers’ Compensation, DWC, Department of Industrial Relations).',
  examples: {
    wrong: [{ title: 'In the case summary', text: exampleLetter({}).replace('on a ladder.', 'on a ladder at 120 Alder Street, Fresno, CA 93700.') }],
    right: [
      { title: 'The town alone', text: exampleLetter({}).replace('on a ladder.', 'on a ladder in Fresno.') },
      { title: 'The review organization', text: `MAXIMUS FEDERAL SERVICES, INC.\n100 Harbor Drive, Suite 9\nSacramento, CA 95800\n\n${exampleLetter({})}` },
    ],
  },
  message: () => l10n.t('This seems to be a street address; letters that others read hold none of a person.'),
  find: streetsIn,
};

export const streetAddress = privacyRule(STREET_ADDRESS);
