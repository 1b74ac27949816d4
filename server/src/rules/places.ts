import type { DisputedItem, Field, Letter, Span } from '../letter';

/** Longer marks say no more: about a line and a half of a letter. */
const LONGEST_MARK = 120;

const LINE_BREAK = /[\r\n\f\v\u0085\u2028\u2029]/;

/** True for white space of any kind, line breaks included; false beyond the text. */
export function isSpace(text: string, offset: number): boolean {
  return offset >= 0 && offset < text.length && /\s/.test(text.charAt(offset));
}

/** True for white space that stays on its line. */
export function isBlank(text: string, offset: number): boolean {
  return isSpace(text, offset) && !LINE_BREAK.test(text.charAt(offset));
}

/** The end of the last visible character in `[from, to)`; `from` when there is none. */
export function visibleEnd(text: string, from: number, to: number): number {
  let end = Math.min(to, text.length);
  while (end > from && isSpace(text, end - 1)) end -= 1;
  return Math.max(end, from);
}

/** The first visible character in `[from, to)`; `to` when there is none. */
export function visibleStart(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && isSpace(text, start)) start += 1;
  return start;
}

/** Where the line of an offset ends: at its break, or at `limit`. */
export function lineEnd(text: string, offset: number, limit: number): number {
  let end = offset;
  while (end < limit && !LINE_BREAK.test(text.charAt(end))) end += 1;
  return end;
}

/** The start of the line, where only blanks stand before the offset; else the offset itself. */
export function indentStart(text: string, offset: number): number {
  let start = offset;
  while (isBlank(text, start - 1)) start -= 1;
  return startsLine(text, start) ? start : offset;
}

/** Nothing visible stands before the offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  let start = offset;
  while (isBlank(text, start - 1)) start -= 1;
  return start === 0 || LINE_BREAK.test(text.charAt(start - 1));
}

/** The first line of a span, without white space around it and not longer than a mark should be. */
export function firstLine(text: string, span: Span): Span {
  const start = visibleStart(text, span.start, span.end);
  const limit = Math.min(span.end, start + LONGEST_MARK);
  return { start, end: visibleEnd(text, start, lineEnd(text, start, limit)) };
}

/** The last line of a span, without white space around it and not longer than a mark should be. */
export function lastLine(text: string, span: Span): Span {
  const end = visibleEnd(text, span.start, span.end);
  const limit = Math.max(span.start, end - LONGEST_MARK);
  let start = end;
  while (start > limit && !LINE_BREAK.test(text.charAt(start - 1))) start -= 1;
  return { start: visibleStart(text, start, end), end };
}

/** Where a reader looks for an item: its request's first line, or its first label where the heading is gone. */
export function itemMark(text: string, item: DisputedItem): Span {
  if (item.request.start < item.request.end) return firstLine(text, item.request);
  const field = item.fields[0];
  return field ? fieldMark(text, field) : firstLine(text, item.span);
}

/** A field's label, or the first line of its body in layouts without labels. */
export function fieldMark(text: string, field: Field): Span {
  return field.label.start < field.label.end ? firstLine(text, field.label) : firstLine(text, field.body);
}

/** A field with its label, from the first to the last visible character. */
export function fieldSpan(field: Field): Span {
  return { start: Math.min(field.label.start, field.body.start), end: Math.max(field.label.end, field.body.end) };
}

/** A field ends before the next one begins; in one layout the labels of two fields are one (observed in 2013 notices). */
export function standsApart(field: Field, next: Field | undefined): boolean {
  return next === undefined || fieldSpan(field).end <= fieldSpan(next).start;
}

/** The end of an item's heading line: after its decision, its colon, or whatever closes the line. */
export function headingEnd(text: string, letter: Letter, index: number): number {
  const item = letter.items[index];
  const next = letter.items[index + 1];
  const end = Math.max(item?.request.end ?? 0, item?.decision?.span.end ?? 0);
  const limit = Math.max(end, next?.span.start ?? letter.span.end);
  return visibleEnd(text, end, lineEnd(text, end, limit));
}

/** The offset after the last visible character of the letter. */
export function letterEnd(text: string, letter: Letter): number {
  return visibleEnd(text, letter.span.start, letter.span.end);
}
