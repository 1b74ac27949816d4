import type { Span } from '../../letter';

const ONES = 'one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Hyphens as letters write them, and what extraction puts in their place. */
export const HYPHEN = '[-\\u2010\\u2011\\u2012\\u2013\\u2014\\u00ad\\ufffe]';

const BELOW_HUNDRED = `(?:(?:${TENS.join('|')})(?:(?:\\s?${HYPHEN}\\s{0,4}|\\s{1,4})(?:${ONES.join('|')}))?|${TEENS.join('|')}|${ONES.join('|')})`;

/** A number in words, from one to nine hundred ninety-nine, or a dozen. */
export const WORD = `(?:(?:${ONES.join('|')})\\s{1,4}hundred(?:\\s{1,4}(?:and\\s{1,4})?${BELOW_HUNDRED})?|${BELOW_HUNDRED}|(?:a\\s{1,4})?dozen)(?![a-z])`;

const FIGURE = '\\d{1,4}(?:\\.0{1,2}(?!\\d))?';

/** A number in figures, in words, or in both (`twelve (12)`). One line of pattern, without capturing groups. */
export const NUMBER = `(?:${FIGURE}(?:\\s{0,4}\\(\\s?${WORD}\\s?\\))?|${WORD}(?:\\s{0,4}\\(\\s?#?${FIGURE}\\s?\\))?)`;

/** The same for small numbers: how often, how many weeks. Kept short, since it stands several times in one pattern. */
export const SMALL_NUMBER = `(?:\\d{1,3}|(?:${[...ONES, ...TEENS, ...TENS].join('|')})(?![a-z]))(?:\\s{0,6}\\(\\s?(?:\\d{1,3}|[a-z]{3,9})\\s?\\))?`;

/** What may not stand before a number: a letter, a figure or a mark that makes it a part of something else (`L4-5`, `11/18`, `1.5`). */
export const ALONE = '(?<![a-wyz\\d_.$])(?<![a-z]x)(?<![\\w][-/,\\u2010-\\u2014\\u00ad\\ufffe])';

/** A number as a letter writes it. */
export interface Numeral {
  /** With the same number in brackets behind it, where it stands there. */
  readonly span: Span;
  readonly value: number;
  /** What the brackets say, where it is another number than `value`. */
  readonly other?: number;
  /** One end of a range ("6-8", "six to eight"): no number to compare. */
  readonly range: boolean;
}

/** `zero (0) refills`: the bracket counts nothing of its own. */
const ZERO_BEFORE = /\b(?:zero|no|none)\s{0,4}\(\s?$/i;
const NUMERALS = new RegExp(`${ALONE}${NUMBER}(?![\\d_]|[.,]\\d|\\s?/\\s?\\d|st\\b|nd\\b|rd\\b|th\\b)`, 'gi');
const RANGE_BEFORE = new RegExp(`(?:\\d|${WORD})\\s{0,4}(?:${HYPHEN}|\\bto\\b|\\bor\\b)\\s{0,4}$`, 'i');
const RANGE_AFTER = new RegExp(`^\\s{0,4}(?:${HYPHEN}|to\\b|or\\b)\\s{0,4}(?:\\d|${WORD})`, 'i');

/** The numbers of a stretch of text in order; half-open, UTF-16 code units; time linear in the stretch. */
export function numeralsIn(text: string, within: Span): Numeral[] {
  const words = text.slice(within.start, within.end);
  return [...words.matchAll(NUMERALS)].filter(({ index }) => !ZERO_BEFORE.test(words.slice(Math.max(0, index - 10), index))).map((found) => {
    const end = found.index + found[0].length;
    return numeral(found[0], { start: within.start + found.index, end: within.start + end }, isRange(words, found.index, end));
  });
}

/** True where the number at `[start, end)` is one end of a range. */
export function isRange(words: string, start: number, end: number): boolean {
  return RANGE_BEFORE.test(words.slice(Math.max(0, start - 30), start)) || RANGE_AFTER.test(words.slice(end, end + 30));
}

/** Reads what `NUMBER` matches. */
export function numeral(written: string, span: Span, range = false): Numeral {
  const bracket = written.indexOf('(');
  const value = valueOf(bracket < 0 ? written : written.slice(0, bracket));
  const other = bracket < 0 ? value : valueOf(written.slice(bracket + 1));
  return { span, value, range, ...(other === value ? {} : { other }) };
}

/** The value of a number in words or figures, brackets and number signs left aside; `NaN` for anything else. */
export function valueOf(written: string): number {
  const figures = /\d+(?:\.\d+)?/.exec(written);
  if (figures) return Number(figures[0]);
  let sum = NaN;
  for (const word of written.toLowerCase().match(/[a-z]+/g) ?? []) {
    if (word === 'hundred') sum *= 100;
    const value = word === 'dozen' ? 12 : unitValue(word);
    if (value > 0) sum = (Number.isNaN(sum) ? 0 : sum) + value;
  }
  return sum;
}

function unitValue(word: string): number {
  if (ONES.includes(word)) return ONES.indexOf(word) + 1;
  if (TEENS.includes(word)) return TEENS.indexOf(word) + 10;
  return TENS.includes(word) ? (TENS.indexOf(word) + 2) * 10 : 0;
}

/** A number from one to 999 in words; in figures beyond. */
export function inWords(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) return String(value);
  if (value >= 100) return `${ONES[Math.floor(value / 100) - 1]} hundred${value % 100 === 0 ? '' : ` ${inWords(value % 100)}`}`;
  if (value < 10) return ONES[value - 1]!;
  if (value < 20) return TEENS[value - 10]!;
  return `${TENS[Math.floor(value / 10) - 2]}${value % 10 === 0 ? '' : `-${ONES[(value % 10) - 1]}`}`;
}

/** Another number written as this one is: in words, in figures, or in both, with its capitals. */
export function inStyleOf(written: string, value: number): string {
  if (/^(?:once|twice|thrice)$/i.test(written)) return value === 1 ? 'once' : value === 2 ? 'twice' : `${inWords(value)} times`;
  return written.replace(new RegExp(`\\d+(?:\\.0{1,2}(?!\\d))?|${WORD}`, 'gi'), (each) => {
    if (/\d/.test(each)) return String(value);
    const words = inWords(value);
    if (each === each.toUpperCase()) return words.toUpperCase();
    return /^[A-Z]/.test(each) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  });
}
