import * as l10n from '@vscode/l10n';
import { foldedText, type Letter, type Span } from '../../letter';
import { isoDate } from '../../letter/date';
import { writtenDatesIn } from '../../letter/dates-in-text';
import type { Observation, Rule } from '../rule';
import { caseDates } from './case-dates';
import { datedLetter } from './dated-letter';

/** No year of a case, a birth or a guideline lies outside of these. */
const [FIRST_YEAR, LAST_YEAR] = ['1900', '2099'];

/** What is written as a date and is none. */
export const impossibleDate: Rule = {
  code: 'impossible-date',
  title: 'A date that no calendar has',
  level: 'warning',
  why: 'A day that does not exist cannot be looked up in the file, and nobody can tell which day is meant. In most cases two figures have changed places.',
  source: 'The calendar; letters write the month first.',
  marks:
    'The date. It counts as a date when it has month, day and a year in **four digits**: figures parted by `/` or `-` (`2/30/2016`, `13-05-2016`, `02/29/2015`), or the name of a month, whole or short, with day and year (`September 31, 2016`, `Nov. 42, 2016`). Wrong is a month above 12 or 0, a day that the month does not have in that year, and a year before 1900 or after 2099 (`11/01/0216`). Looked at are the case header, the notice, the summary, the headings of the items and the rationales; in the case header a date with a year in two digits counts too.\n\nNot marked: other dates with a year in two digits, dates without a year or without a day, figures of which both the day and the year cannot be (some other number), figures directly behind a letter (`L4/5/2016`), the fields that cite guidelines, and web addresses.',
  examples: {
    wrong: [
      { title: 'A day too many', text: datedLetter({ summary: 'A warehouse worker twisted the left knee and was seen on September 31, 2016.' }) },
      { title: 'The day before the month', text: datedLetter({ header: { 'UR Denial Date': '24/10/2016' } }) },
    ],
    right: [{ title: 'A leap year', text: datedLetter({ summary: 'A warehouse worker twisted the left knee and was seen on 2/29/2016.' }) }],
  },
  check: ({ text, letter }) =>
    impossibleDates(text, letter).map((span): Observation => ({
      span,
      message: l10n.t('There is no day “{0}”.', foldedText(text, span)),
      item: itemOf(letter, span),
    })),
  fixes({ text }, { span }) {
    const written = text.slice(span.start, span.end);
    const figures = /^(\d{1,2})(\s*[/-]\s*)(\d{1,2})(\s*[/-]\s*)(\d+)$/.exec(written);
    if (!figures) return [];
    const [, month, first, day, second, year] = figures;
    const swapped = [day, first, month, second, year].join('');
    if (!exists(isoDate(swapped.replace(/\s+/g, '')))) return [];
    return [{ title: l10n.t('Exchange day and month: “{0}”', swapped.replace(/\s+/g, '')), edits: [{ span, newText: swapped }] }];
  },
};

function exists(iso: string | null): boolean {
  return iso !== null && iso >= FIRST_YEAR && iso <= `${LAST_YEAR}-12-31`;
}

function impossibleDates(text: string, letter: Letter): Span[] {
  const fields = letter.items.flatMap(({ fields: all }) => all.filter(({ kind }) => kind !== 'rationale').map(({ body }) => body));
  const inHeader = caseDates(text, letter).filter(({ iso }) => !exists(iso)).map(({ span }) => span);
  // Items and dates are both in the order of the text: one walk serves all.
  let next = 0;
  const inText = writtenDatesIn(text, letter.span).flatMap(({ span, iso, wholeYear }): Span[] => {
    while (next < fields.length && fields[next]!.end <= span.start) next += 1;
    const cited = next < fields.length && fields[next]!.start <= span.start;
    if (!wholeYear || cited || exists(iso) || !looksLikeDate(text, span, iso) || inAddress(text, span.start)) return [];
    return inHeader.some((known) => known.start < span.end && span.start < known.end) ? [] : [span];
  });
  return [...inHeader, ...inText].sort((a, b) => a.start - b.start);
}

/** Figures in which both the year and the day are wrong are some other number. */
function looksLikeDate(text: string, span: Span, iso: string | null): boolean {
  return iso !== null || /(?:19|20)\d\d$/.test(text.slice(span.start, span.end));
}

function inAddress(text: string, offset: number): boolean {
  return /(?:https?:|www\.)\S{0,200}$/i.test(text.slice(Math.max(0, offset - 220), offset));
}

function itemOf(letter: Letter, span: Span): number | null {
  let low = 0;
  let high = letter.items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const item = letter.items[middle]!.span;
    if (span.end <= item.start) high = middle - 1;
    else if (item.end <= span.start) low = middle + 1;
    else return middle;
  }
  return null;
}
