import type { Span } from './letter';
import { isSpace } from './lines';

/** `[from, to)` without the white space at its ends; empty at `from`'s first visible place where nothing is left. */
export function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = Math.max(from, to);
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}
