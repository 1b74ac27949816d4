import type { PartialRequest, Span } from './letter';
import { trimmed } from './spans';

/**
 * The two templates of partial decisions (observed in letters, LETTERS "Item
 * headings"): "A was the original request. B was authorized by the Claims
 * Administrator. The remaining IMR eligible portion of the original request, C
 * is" and "A was the original request. The Claims Administrator authorized B,
 * leaving the original request IMR eligible. The original request, A is".
 */
const ORIGINAL = /\s+w(?:as|ere)\s+the\s+original\s+request\s?\./i;
const AUTHORIZED = /\s+w(?:as|ere)\s+authorized\s+by\s+the\s+Claims\s+Administrator\s?\./i;
const REMAINING = /^\s*The\s+remaining\s+IMR\s+eligible\s+portion\s+of\s+the\s+original\s+request\s?,?\s*/i;
const ADMINISTRATOR_AUTHORIZED = /^\s*The\s+Claims\s+Administrator\s+authorized\s+/i;
const LEAVING = /\s?,?\s+leaving\s+the\s+original\s+request\s+IMR\s+eligible\s?\./i;
const AGAIN = /^\s*The\s+original\s+request\s?,?\s*/i;
const IS = /\s+(?:is|are)\s*$/i;

/** Reads a request as a partial decision; `null` when it is none. Offsets are the document's. */
export function partialOf(text: string, request: Span): PartialRequest | null {
  const words = text.slice(request.start, request.end);
  const original = ORIGINAL.exec(words);
  if (!original) return null;
  const rest = words.slice(original.index + original[0].length);
  const base = request.start + original.index + original[0].length;
  const first: Span = trimmed(text, request.start, request.start + original.index);

  const authorized = AUTHORIZED.exec(rest);
  if (authorized) {
    const tail = rest.slice(authorized.index + authorized[0].length);
    const remaining = REMAINING.exec(tail);
    if (!remaining) return null;
    const start = base + authorized.index + authorized[0].length + remaining[0].length;
    return {
      original: first,
      authorized: trimmed(text, base, base + authorized.index),
      remaining: trimmed(text, start, request.end - (IS.exec(tail)?.[0].length ?? 0)),
    };
  }
  const administrator = ADMINISTRATOR_AUTHORIZED.exec(rest);
  const leaving = LEAVING.exec(rest);
  if (!administrator || !leaving || leaving.index < administrator[0].length) return null;
  const tail = rest.slice(leaving.index + leaving[0].length);
  const again = AGAIN.exec(tail);
  const start = base + leaving.index + leaving[0].length + (again?.[0].length ?? 0);
  return {
    original: first,
    authorized: trimmed(text, base + administrator[0].length, base + leaving.index),
    remaining: again ? trimmed(text, start, request.end - (IS.exec(tail)?.[0].length ?? 0)) : first,
  };
}
