import type { Span } from '../../letter';

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

/** The quantities in a stretch of text, in order: doses, counts of visits and tablets, how often and how long. */
export function quantitiesIn(text: string, within: Span): Span[] {
  return [...text.slice(within.start, within.end).matchAll(QUANTITY)].map((found) => at(within, found));
}

function at(within: Span, found: RegExpExecArray): Span {
  const start = within.start + found.index;
  return { start, end: start + found[0].length };
}
