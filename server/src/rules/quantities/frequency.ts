import type { Span } from '../../letter';
import { ALONE, HYPHEN, isRange, numeral, SMALL_NUMBER, type Numeral } from './numerals';

/** How often and how long: "2 times a week for 6 weeks", "2x6". */
export interface Course {
  readonly span: Span;
  readonly times: Numeral;
  readonly periods: Numeral;
  /** `null` for the short form without a unit. */
  readonly period: 'day' | 'week' | 'month' | null;
  readonly product: number;
}

const PERIOD = '(?:weeks?|wks?|months?|mos?|days?)(?![a-z])';
const EACH = '(?:a|an|in\\s{1,4}a|per|each|every|/)';
const TIMES = '(?:times?|[x×]|sessions?|visits?|treatments?)';
/** "2 times a week", "2x/week", "2 per week", "3 x week", "2 times weekly", "twice a week". */
const OFTEN = [
  `(?<n>${SMALL_NUMBER})(?:\\s{0,4}${TIMES}\\s{0,4}(?:${EACH}\\s{0,4})?|\\s{0,4}${EACH}\\s{0,4})(?<p1>week|wk|month|mo|day)(?![a-z])`,
  `(?<n2>${SMALL_NUMBER})\\s{0,4}(?:${TIMES}\\s{0,4})?(?<p2>weekly|monthly|daily)(?![a-z])`,
  `(?<often>once|twice|thrice)\\s{0,4}(?:${EACH}\\s{0,4})?(?<p3>week|wk|month|mo|day|weekly|monthly|daily)(?![a-z])`,
].join('|');
const LASTING = `[\\s,;(]{0,6}(?:(?:for|over|during|in|by|times|[x×])\\s{0,4})?(?:(?:a|the)\\s{1,4}(?:total|period|course|duration)\\s{1,4}of\\s{1,4}|(?:the\\s{1,4}next|another|a)\\s{1,4})?(?<m>${SMALL_NUMBER})\\s{0,4}${HYPHEN}?\\s{0,4}(?<q>${PERIOD})`;
const COURSE = new RegExp(`(?<![a-z])${ALONE}(?:${OFTEN})${LASTING}`, 'dgi');
/** "for 6 weeks, 2 times a week". */
const REVERSED = new RegExp(`(?<![a-z])(?:for|over|during)\\s{1,4}(?<m>${SMALL_NUMBER})\\s{0,4}${HYPHEN}?\\s{0,4}(?<q>${PERIOD})[\\s,;(]{1,6}(?:at\\s{1,4})?(?:${OFTEN})`, 'dgi');
/** "2x6", "2 X 4 weeks"; not the size of a thing. */
const SHORT = /(?<![\w.,/-])(?<n>\d{1,2})\s{0,4}(?:[x×]|times(?=\s))\s{0,4}(?<m>\d{1,2})(?![\w.]*\d)(?!\s{0,4}(?:[x×]|times\b|hours?|hrs?\b|min|sec|reps?\b|sets?\b|lbs?\b|pounds?|cm|mm|m\b|inch|in\b|ft\b|feet|mg|ml|%|"|\/))(?<q>\s{0,4}(?:weeks?|wks?)(?![a-z]))?(?![a-z])/dgi;

/** Without one of these there is no course; most sentences have none. */
const HINT = /week|wk|month|mo\b|day|dai|\d\s{0,4}(?:[x×]|times)\s{0,4}\d/i;

const ADVERBS: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };

/**
 * The courses of treatment named in a stretch of text, in order. A course with a
 * range in it, or whose two parts count different periods (a week, months), is
 * left out. Half-open, UTF-16 code units; time linear in the stretch.
 */
export function coursesIn(text: string, within: Span): Course[] {
  const words = text.slice(within.start, within.end);
  if (!HINT.test(words)) return [];
  const courses: Course[] = [];
  for (const pattern of [COURSE, REVERSED]) {
    for (const found of words.matchAll(pattern)) {
      const { n, n2, often, p1, p2, p3, q = '' } = found.groups ?? {};
      const at = found.indices?.groups ?? {};
      const period = unitOf(p1 ?? p2 ?? p3 ?? '');
      if (period === null || period !== unitOf(q) || overlaps(found)) continue;
      const times = often === undefined ? numeralAt(words, within.start, n === undefined && n2 !== undefined ? at.n2 : at.n) : adverb(within.start + (at.often?.[0] ?? found.index), often);
      courses.push(...course(within.start, found, times, numeralAt(words, within.start, at.m), period));
    }
  }
  for (const found of words.matchAll(SHORT)) {
    if (overlaps(found)) continue;
    const at = found.indices?.groups ?? {};
    courses.push(...course(within.start, found, numeralAt(words, within.start, at.n), numeralAt(words, within.start, at.m), found.groups?.q === undefined ? null : 'week'));
  }
  return courses.sort((a, b) => a.span.start - b.span.start);

  function overlaps(found: RegExpExecArray): boolean {
    const start = within.start + found.index;
    return courses.some(({ span }) => span.start < start + found[0].length && start < span.end);
  }
}

function course(base: number, found: RegExpExecArray, times: Numeral | undefined, periods: Numeral | undefined, period: Course['period']): Course[] {
  if (!times || !periods || times.range || periods.range || times.other !== undefined || periods.other !== undefined) return [];
  const start = base + found.index;
  return [{ span: { start, end: start + found[0].length }, times, periods, period, product: times.value * periods.value }];
}

function numeralAt(words: string, base: number, at: readonly [number, number] | undefined): Numeral | undefined {
  if (at === undefined) return undefined;
  const [start, end] = at;
  return numeral(words.slice(start, end), { start: base + start, end: base + end }, isRange(words, start, end));
}

function adverb(start: number, written: string): Numeral {
  return { span: { start, end: start + written.length }, value: ADVERBS[written.toLowerCase()] ?? NaN, range: false };
}

function unitOf(written: string): 'day' | 'week' | 'month' | null {
  switch (written.charAt(0).toLowerCase()) {
    case 'd':
      return 'day';
    case 'w':
      return 'week';
    case 'm':
      return 'month';
    default:
      return null;
  }
}
