import { isoDate, type Span } from '../../letter';

/** `11/18/2016`, `9-26-13`; a line may break behind a separator. */
const NUMERIC_DATE = /(?<![\d/-])\d{1,2}([/-])\s{0,4}\d{1,2}\1\s{0,4}(?:\d{4}|\d{2})(?![\d/-])/g;
const ISO_DATE = /(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g;
const NAMED_DATE = /\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?\s{1,4}\d{1,2}(?:st|nd|rd|th)?,?\s{1,4}\d{4}\b/gi;

/** What a request counts: doses, visits, how often and how long. Source: observed in requests. */
const UNITS = [
  'mg', 'mcg', 'µg', 'gm?', 'grams?', 'kg', 'ml', 'cc', 'meq', 'iu', 'units?',
  'tablets?', 'tabs?', 'capsules?', 'caps', 'pills?', 'patch(?:es)?', 'tubes?', 'bottles?', 'box(?:es)?', 'doses?', 'refills?',
  'sessions?', 'visits?', 'treatments?', 'injections?', 'blocks?', 'views?', 'pairs?', 'sets?',
  'days?', 'weeks?', 'wks?', 'months?', 'mos?', 'hours?', 'hrs?',
].join('|');
const NUMBER = '(?:\\d{1,3},\\d{3}|\\d{1,5}(?:\\.\\d{1,3})?)';

const QUANTITY = new RegExp(
  [
    // `#60`, `# 60`
    '(?<![\\w&#])#\\s?\\d{1,4}(?!\\w)',
    // `2x6`, `x 8`, `3 x 4 weeks`
    `(?<![\\w.])(?:\\d{1,3}\\s?)?[x×]\\s?\\d{1,3}(?:\\s{0,2}(?:${UNITS}))?(?![\\w/])`,
    // `3 times a week`
    '(?<![\\w.,/-])\\d{1,2}\\s{1,3}times(?:\\s{1,3}(?:an?|per|each)\\s{1,3}(?:day|week|month|year))?\\b',
    // `50mg`, `12 sessions`, `(8) sessions`, `6-8 visits`, `1 %`
    `(?<![\\w.,/-])(?:\\(${NUMBER}\\)|${NUMBER}(?:\\s?-\\s?${NUMBER})?)[\\s-]{0,3}(?:%|(?:${UNITS})(?:/(?:day|week|month|ml|hr|hour|kg))?(?!\\w))`,
  ].join('|'),
  'gi',
);

/** The dates in a stretch of text, in order; only days that a calendar has. Time is linear in the stretch. */
export function datesIn(text: string, within: Span): Span[] {
  const words = text.slice(within.start, within.end);
  const dates: Span[] = [];
  for (const pattern of [NUMERIC_DATE, ISO_DATE, NAMED_DATE]) {
    for (const found of words.matchAll(pattern)) {
      if (pattern === NUMERIC_DATE && !isNumericDate(found[0])) continue;
      if (pattern === NAMED_DATE && isoDate(found[0]) === null) continue;
      dates.push(at(within, found));
    }
  }
  return dates.sort((a, b) => a.start - b.start);
}

/** The quantities in a stretch of text, in order: doses, counts of visits and tablets, how often and how long. */
export function quantitiesIn(text: string, within: Span): Span[] {
  return [...text.slice(within.start, within.end).matchAll(QUANTITY)].map((found) => at(within, found));
}

/** Blanks inside belong to a broken line, or it is no date but a list of numbers. */
function isNumericDate(written: string): boolean {
  const blanks = written.match(/\s+/g) ?? [];
  return blanks.every((blank) => /[\r\n]/.test(blank)) && isoDate(written.replace(/\s+/g, '')) !== null;
}

function at(within: Span, found: RegExpExecArray): Span {
  const start = within.start + found.index;
  return { start, end: start + found[0].length };
}
