import { occurrences, type Quote } from './quote-places';
import type { Range } from './settled';

/** So many letters at an end of a quote, or beside it, tell where that end is, if they stand once. */
const MARK = 20;

/**
 * The place of a quote whose inner words were changed, by what stands at its ends: its own first and last
 * letters, and those beside it. `null` where an end is not to be found, or in more than one place.
 */
export function endsBetween(quote: Quote, text: string, ranges: readonly Range[]): Range | null {
  const { exact, before, behind } = quote;
  const starts = new Set<number>();
  const ends = new Set<number>();
  const mark = (letters: string, into: Set<number>, by: number) => {
    if (letters.length < MARK) return;
    // The context of the first and the last words of a range lies outside it.
    const reach = ranges.map(({ start: from, end: to }) => ({ start: Math.max(0, from - MARK), end: to + exact.length }));
    for (const at of occurrences(letters, text, reach)) into.add(at + by);
  };
  mark(before.slice(-MARK), starts, MARK);
  mark(behind.slice(0, MARK), ends, 0);
  if (exact.length >= 2 * MARK) {
    mark(exact.slice(0, MARK), starts, 0);
    mark(exact.slice(-MARK), ends, MARK);
  }
  const [start, ...otherStarts] = starts;
  const [end, ...otherEnds] = ends;
  if (start === undefined || end === undefined || otherStarts.length + otherEnds.length > 0) return null;
  const longest = exact.length < MARK ? exact.length * 3 + MARK : exact.length * 1.5;
  return end > start && end - start <= longest && (end - start) * 3 >= exact.length ? { start, end } : null;
}
