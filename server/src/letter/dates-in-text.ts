import { isoDate } from './date';
import type { Span } from './letter';

/** `11/18/2016`, `9-26-13`; a line may break behind a separator. */
const NUMERIC_DATE = /(?<![\d/-])\d{1,2}([/-])\s{0,4}\d{1,2}\1\s{0,4}(?:\d{4}|\d{2})(?![\d/-])/g;
const ISO_DATE = /(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g;
const NAMED_DATE = /\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?\s{1,4}\d{1,2}(?:st|nd|rd|th)?,?\s{1,4}\d{4}\b/gi;

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

/** Blanks inside belong to a broken line, or it is no date but a list of numbers. */
function isNumericDate(written: string): boolean {
  const blanks = written.match(/\s+/g) ?? [];
  return blanks.every((blank) => /[\r\n]/.test(blank)) && isoDate(written.replace(/\s+/g, '')) !== null;
}

function at(within: Span, found: RegExpExecArray): Span {
  const start = within.start + found.index;
  return { start, end: start + found[0].length };
}

/** A day as a letter writes it. */
export interface WrittenDate {
  readonly span: Span;
  /** The ISO date; `null` for a day that no calendar has. */
  readonly iso: string | null;
  /** The year stands in four digits. */
  readonly wholeYear: boolean;
}

/** Blanks beside a hyphen and line breaks behind a separator or comma are the extraction's doing. Not behind a letter: `L4-5-12` are vertebrae. */
const NUMERIC_WRITTEN = /(?<![\d/-]|\d\.|\b[A-Za-z])(?:\d{1,2}\s{0,2}-\s{0,8}\d{1,2}\s{0,2}-\s{0,8}(?:\d{4}|\d{2})|\d{1,2}\/\s{0,8}\d{1,2}\/\s{0,8}(?:\d{4}|\d{2}))(?![\d/-]|\.\d)/g;
const NAMED_WRITTEN = /\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?\s{1,8}\d{1,2}(?:st|nd|rd|th)?\s?(?:,\s{0,8}|\s{1,8})\d{4}(?!\d)/gi;

/**
 * The days with month, day and year in a stretch of text, in order, those that
 * no calendar has among them. Half-open, UTF-16 code units; time is linear in
 * the stretch.
 */
export function writtenDatesIn(text: string, within: Span): WrittenDate[] {
  const words = text.slice(within.start, within.end);
  const dates = [NUMERIC_WRITTEN, NAMED_WRITTEN].flatMap((pattern) =>
    [...words.matchAll(pattern)].map((found): WrittenDate => {
      const folded = pattern === NUMERIC_WRITTEN ? found[0].replace(/\s+/g, '') : found[0].replace(/\s+/g, ' ');
      return { span: at(within, found), iso: isoDate(folded), wholeYear: /\d{4}$/.test(folded) };
    }),
  );
  return dates.sort((a, b) => a.span.start - b.span.start);
}
