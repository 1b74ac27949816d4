import { misspelt } from './misspelling';
import type { Decision, DecisionValue, Span } from './letter';
import { isSpace } from './lines';

const WORDS: readonly { readonly letters: string; readonly value: DecisionValue }[] = [
  { letters: 'upheld', value: 'upheld' },
  { letters: 'uphold', value: 'upheld' },
  { letters: 'overturned', value: 'overturned' },
  { letters: 'overturn', value: 'overturned' },
];

const LONG_WORDS = WORDS.filter((word) => word.letters.endsWith('ed') || word.letters === 'upheld');

/** Blanks that an extractor may have put into the word. */
const BLANKS_INSIDE = 2;

/** What stands in the decision's place while nobody has decided. */
const PLACEHOLDER = /^(?:[_\-–—.…\s[\](){}<>?*/]+|[[(<{]?\s*(?:tbd|tba|n\/a|none|pending|blank|decision|undecided|to be determined|upheld ?\/ ?overturned|x{2,}|\?+)\s*[\])>}]?)$/i;
const PLACEHOLDER_LENGTH = 30;

/** How a decision stands at the end of a line. */
export interface DecisionAtEnd {
  readonly decision: Decision;
  /** After the last character of the request, before colon and blanks. */
  readonly requestEnd: number;
  /** `colon`: "…: Upheld". `is`: "… is Upheld". `alone`: nothing before it in the line. `bare`: just behind other words. */
  readonly manner: 'colon' | 'is' | 'alone' | 'bare';
  /** The word is spelt with a slip: nothing but the labels behind it says that it is meant. */
  readonly misspelt?: boolean;
}

/**
 * Reads the decision at the end of `[from, to)`, a line without surrounding
 * white space. Nothing is looked at but its last few characters.
 */
export function decisionAtEnd(text: string, from: number, to: number): DecisionAtEnd | undefined {
  let end = withoutRemark(text, from, to);
  while (end > from && (isSpace(text.charCodeAt(end - 1)) || /[.,;*]/.test(text[end - 1]!))) end--;
  const quoted = end > from && QUOTES.has(text[end - 1]!);
  if (quoted) end--;
  for (const word of WORDS) {
    const start = backwards(text, from, end, word.letters);
    if (start < 0) continue;
    let before = start;
    if (quoted) {
      if (QUOTES.get(text[end]!)?.includes(text[before - 1] ?? ' ') !== true) return undefined;
      before--;
    }
    while (before > from && isSpace(text.charCodeAt(before - 1))) before--;
    const decision = { value: word.value, span: { start, end } };
    if (before === from) return { decision, requestEnd: from, manner: 'alone' };
    const mark = text[before - 1]!;
    if (mark === ':' || mark === '：') return { decision, requestEnd: withoutColon(text, { start: from, end: before }).end, manner: before - 1 === from ? 'alone' : 'colon' };
    if (start === before) continue;
    if (/[-–—=;]/.test(mark)) return { decision, requestEnd: trimEnd(text, from, before - 1), manner: 'bare' };
    return { decision, requestEnd: before, manner: /\bis$/.test(text.slice(Math.max(from, before - 4), before)) ? 'is' : 'bare' };
  }
  return quoted ? undefined : misspeltAtEnd(text, from, end);
}

/** What a decision may stand in, closing to opening: "(Upheld)". */
const QUOTES = new Map([[')', '('], [']', '['], ['"', '"'], ['”', '“"'], ['’', '‘'], ["'", "'"]]);

/** "Upheld (Modified)": a remark on the decision behind it. */
const REMARK = /(?:upheld|overturned)\s{1,4}\((?:as )?(?:modified|amended|in part|in full|see below)\)$/i;

function withoutRemark(text: string, from: number, to: number): number {
  if (text[to - 1] !== ')') return to;
  const tail = text.slice(Math.max(from, to - 40), to);
  return REMARK.test(tail) ? to - (tail.length - tail.lastIndexOf('(')) : to;
}

/** The right spelling of a decision, `null` where it is right: "Uphled" gives "Upheld". Blanks inside are no slip. */
export function rightDecision(words: string): string | null {
  const letters = words.replace(/\s+/g, '').toLowerCase();
  if (WORDS.some((word) => word.letters === letters)) return null;
  const meant = misspelt(letters, LONG_WORDS);
  return meant ? meant.letters[0]!.toUpperCase() + meant.letters.slice(1) : null;
}

/** White space between a request's colon and what stands on the next line, newlines doubled; a running line is white space. */
const MOST_WHITE_SPACE = 120;

/** True where the line that starts at `from` stands below one that ends with a colon. */
function isBelowColon(text: string, from: number): boolean {
  let i = from;
  while (i > 0 && from - i < MOST_WHITE_SPACE && isSpace(text.charCodeAt(i - 1))) i--;
  return i < from && /[:：]/.test(text.charAt(i - 1));
}

/** A placeholder that is the whole of `[from, to)`, a line below one that ends with a colon. */
export function isPlaceholderBelowColon(text: string, from: number, to: number): boolean {
  return to - from <= PLACEHOLDER_LENGTH && PLACEHOLDER.test(text.slice(from, to)) && isBelowColon(text, from);
}

/** "Uphled", "Overtuned", "Uphe1d" behind a colon. */
function misspeltAtEnd(text: string, from: number, end: number): DecisionAtEnd | undefined {
  const words = text.slice(Math.max(from, end - 16), end);
  const found = /([:：]\s{0,4})([UO0][a-z01|]{4,10})$/i.exec(words) ?? (end - from <= 11 && isBelowColon(text, from) ? /^()([UO0][a-z01|]{4,10})$/i.exec(words) : null);
  if (!found) return undefined;
  const letters = found[2]!.toLowerCase().replace(/[1|]/g, 'l').replace(/0/g, 'o');
  const meant = LONG_WORDS.find((word) => word.letters === letters) ?? misspelt(letters, LONG_WORDS);
  if (!meant || meant.letters[0] !== letters[0]) return undefined;
  const start = end - found[2]!.length;
  const colon = end - found[0].length;
  return { decision: { value: meant.value, span: { start, end } }, requestEnd: trimEnd(text, from, colon), manner: colon === from ? 'alone' : 'colon', misspelt: true };
}

/** A placeholder after the last colon of `[from, to)`: a decision whose value is `null`. */
export function placeholderAtEnd(text: string, from: number, to: number): DecisionAtEnd | undefined {
  const low = Math.max(from, to - PLACEHOLDER_LENGTH - 4);
  const colon = text.lastIndexOf(':', to - 1);
  if (colon < low || colon < from) return undefined;
  const start = skip(text, colon + 1, to);
  if (start >= to || !PLACEHOLDER.test(text.slice(start, to))) return undefined;
  return { decision: { value: null, span: { start, end: to } }, requestEnd: trimEnd(text, from, colon), manner: 'colon' };
}

/** `span` without a colon (and the blanks before it) at its end. */
export function withoutColon(text: string, span: Span): Span {
  let end = span.end;
  while (end > span.start && (isSpace(text.charCodeAt(end - 1)) || text[end - 1] === ':')) end--;
  return { start: span.start, end };
}

function trimEnd(text: string, from: number, end: number): number {
  let to = end;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return to;
}

function skip(text: string, offset: number, limit: number): number {
  let i = offset;
  while (i < limit && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** Start of `letters` ending at `end`, or -1; a blank or two may stand inside. */
function backwards(text: string, from: number, end: number, letters: string): number {
  let i = end;
  let blanks = 0;
  for (let k = letters.length - 1; k >= 0; ) {
    if (i <= from) return -1;
    const code = text.charCodeAt(--i);
    const lower = code >= 65 && code <= 90 ? code + 32 : code;
    if (lower === letters.charCodeAt(k)) k--;
    else if (code !== 32 || k === letters.length - 1 || ++blanks > BLANKS_INSIDE) return -1;
  }
  return i > from && /[A-Za-z0-9]/.test(text[i - 1]!) ? -1 : i;
}
