import * as l10n from '@vscode/l10n';
import { isoDate } from '../../letter/date';
import type { Rule, RuleContext } from '../rule';
import { mended, observed, placed, textOf, type Spoilt } from './mending';
import { noisyLetter } from './noisy-letter';

/** Hyphens as extraction leaves them, and slashes; white space on either side. A full stop before it ends a sentence (`knee.5/5/14`). */
const BROKEN = /(?<![A-Za-z\d/#$-])(?<!(?<![a-z]{2})\.)(\d{1,2})([ \t]?)([/\u002d\u2010\u00ad\ufffe])(\s{0,8})(\d{1,2})([ \t]?)([/\u002d\u2010\u00ad\ufffe])(\s{0,8})(\d{4}|\d{2})(?![A-Za-z\d/-])/g;
const BROKEN_ISO = /(?<![A-Za-z\d/.#$-])((?:19|20)\d\d)([/\u002d\u2010\u00ad\ufffe])(\s{0,8})(\d\d)([/\u002d\u2010\u00ad\ufffe])(\s{0,8})(\d\d)(?![A-Za-z\d/-])/g;

/** "11-⏎16-2016": a date that white space has broken. */
export const brokenDate: Rule = {
  code: 'broken-date',
  title: 'A date is broken',
  level: 'hint',
  why: 'A date that a line end or a stray blank cuts in two is missed by every search and by programs that read dates.',
  source: 'Observed in letters: dates broken behind a hyphen at the end of a line.',
  marks:
    'A date in figures (`11-16-2016`, `11/16/16`, `2016-11-16`) with a line end behind one of its hyphens or slashes, empty lines and blanks around the line end included; or, in a date whose year has four digits, with blanks on one side of a hyphen or slash (`11 -16-2016`, `11- 16-2016`). Soft hyphens and U+FFFE count as hyphens. The mark is the whole date. ' +
    'Not marked: what no calendar has (`13-45-2016`), two numbers (`C6-` and `7` on the next line), a date whose month is a word (`January 18,` and `2006` on the next line), a blank on both sides of every separator (`11 - 16 - 2016`), a date broken inside a number, a date with a letter, figure, `/`, `#`, `$` or hyphen right before it, or a full stop that stands behind no word of small letters.',
  examples: {
    wrong: [{ title: 'The line ends inside the date', text: noisyLetter('The x-ray dated 11-\n16-2016 shows no fracture.') }],
    right: [{ title: 'The line ends behind the date', text: noisyLetter('The x-ray dated 11-16-2016\nshows no fracture.') }],
  },
  mayBeSafe: true,
  check: (context) =>
    observed(context, brokenDates(context).map((place) => ({ ...place, message: l10n.t('The date {0} is broken.', place.to) }))),
  fixes: mended,
};

/** The broken dates of a letter and what they are whole; in text order. */
export function brokenDates({ text, letter }: RuleContext): Omit<Spoilt, 'message'>[] {
  const words = textOf(text, letter);
  const places: Omit<Spoilt, 'message'>[] = [];
  for (const match of words.matchAll(BROKEN)) {
    const [whole, month, before, first, after, day, beforeSecond, second, afterSecond, year] = match as unknown as readonly [string, string, string, string, string, string, string, string, string, string];
    const gaps = [before, after, beforeSecond, afterSecond];
    if (gaps.every((gap) => gap === '') || (first === '/') !== (second === '/')) continue;
    if (year.length === 2 && gaps.some((gap) => gap !== '' && !/[\r\n\f]/.test(gap))) continue;
    if (before !== '' && after !== '' && beforeSecond !== '' && afterSecond !== '') continue;
    const mark = first === '/' ? '/' : '-';
    add(match.index, whole, `${month}${mark}${day}${mark}${year}`);
  }
  for (const match of words.matchAll(BROKEN_ISO)) {
    const [whole, year, , gap, month, , gapSecond, day] = match as unknown as readonly [string, string, string, string, string, string, string, string];
    if (gap === '' && gapSecond === '') continue;
    const date = `${month}-${day}-${year}`;
    if (isoDate(date) !== null) add(match.index, whole, `${year}-${month}-${day}`, date);
  }
  return places.sort((a, b) => a.span.start - b.span.start);

  function add(index: number, whole: string, to: string, date = to): void {
    if (isoDate(date) === null) return;
    places.push({ span: placed(letter, index, index + whole.length), to });
  }
}
