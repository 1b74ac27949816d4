import type { Span } from '../../letter';
import { isSpace } from '../../letter/lines';

/**
 * The runs of visible characters of a text, in order, cut at the offsets of
 * `cuts` as well (sorted), so that what stands glued to other words can get a
 * line of its own.
 */
export function wordsOf(text: string, cuts: readonly number[]): Span[] {
  const words: Span[] = [];
  let start = -1;
  let cut = 0;
  for (let i = 0; i <= text.length; i++) {
    while (cut < cuts.length && cuts[cut]! < i) cut++;
    const visible = i < text.length && !isSpace(text.charCodeAt(i));
    if (start >= 0 && (!visible || cuts[cut] === i)) {
      words.push({ start, end: i });
      start = -1;
    }
    if (visible && start < 0) start = i;
  }
  return words;
}

/** Index of the first word that starts at an offset or behind it; their number where there is none. */
export function wordFrom(words: readonly Span[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
