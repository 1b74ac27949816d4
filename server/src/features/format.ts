import { readLetters, type Letter, type Span } from '../letter';
import { edited, editsBetween, type TextEdit } from './format/edits';
import { layOut } from './format/layout';
import { sameReading } from './format/same-reading';
import { wrapped } from './format/wrap';

export type { TextEdit } from './format/edits';

export type LineEnd = '\n' | '\r\n' | '\r';

export interface FormatOptions {
  /** Longest line in code units, or every paragraph on one line. Less than 20 counts as 20. */
  readonly width: number | 'one-line';
  /** The text's own most frequent line end where it is left out. */
  readonly lineEnd?: LineEnd;
}

const NARROWEST = 20;
/** A layout settles in one run; letters made to puzzle a formatter may need another. */
const MOST_RUNS = 4;

/**
 * The edits that make a letter as it was extracted pleasant to read: paragraphs
 * joined or wrapped, one empty line between blocks, headings and labels on
 * their own place, one line per row of the case header where no character has
 * to move for it.
 *
 * Only white space changes, and hyphens that break a word over two lines go
 * where the same text proves the word. Edits are in order, do not overlap, and
 * cover nothing visible but such hyphens. Where the result would read in any
 * other way than `letters` (the reading of `text`), or would not be the same
 * when formatted again, there are none; nor for a text without letters.
 */
export function formatLetters(text: string, letters: readonly Letter[], options: FormatOptions): TextEdit[] {
  if (letters.length === 0) return [];
  const width = options.width === 'one-line' || Number.isNaN(options.width) ? Infinity : Math.max(NARROWEST, options.width);
  const lineEnd = options.lineEnd ?? usualLineEnd(text);
  let before = text;
  let read = letters;
  for (let run = 0; run < MOST_RUNS; run++) {
    const after = wrapped(before, layOut(before, read, width), width, lineEnd);
    if (after === before) return editsBetween(text, before) ?? [];
    const next = readLetters(after);
    if (!sameReading(text, letters, after, next)) return [];
    before = after;
    read = next;
  }
  return [];
}

/**
 * The edits of `formatLetters` that lie within a span; white space that
 * reaches out of it stays. None where the text would read differently after
 * these alone.
 */
export function formatRange(text: string, letters: readonly Letter[], span: Span, options: FormatOptions): TextEdit[] {
  const edits = formatLetters(text, letters, options).filter((edit) => isInside(edit.span, span, text.length));
  if (edits.length === 0) return [];
  const after = edited(text, edits);
  return sameReading(text, letters, after, readLetters(after)) ? edits : [];
}

/** White space put in at an edge of the range changes what is outside of it, but for the text's own end. */
function isInside({ start, end }: Span, range: Span, length: number): boolean {
  if (start < range.start || end > range.end) return false;
  return end > start || (start > range.start && (end < range.end || end === length));
}

function usualLineEnd(text: string): LineEnd {
  let lf = 0;
  let crlf = 0;
  let cr = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) lf++;
    else if (code === 13 && text.charCodeAt(i + 1) === 10) {
      crlf++;
      i++;
    } else if (code === 13) cr++;
  }
  if (crlf > 0 && crlf >= lf && crlf >= cr) return '\r\n';
  return cr > lf ? '\r' : '\n';
}
