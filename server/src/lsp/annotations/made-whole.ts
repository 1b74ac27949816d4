import { folded, foldedOffset, foldedWords, sourceSpan } from '../../annotations/anchoring/folded';
import { withQuotedEnds } from '../../annotations/anchoring/words';
import { withLineFeeds } from '../../annotations/code-points';
import type { Span } from '../../letter';
import type { Anchored } from './anchored';

/** A passage that was written to, with what edits have left of it. */
export interface Remainder {
  readonly anchor: Anchored;
  readonly span: Span;
}

/**
 * Of passages that were written to, those whose words stand whole where what
 * was left of them stands, as after an undo: what was taken away at an end of
 * a passage and put back is its own again, whatever else was edited between,
 * and what was written around it is not. White space and typography aside;
 * nothing is found where the words share letters with the remainder in two
 * ways ("a b a", of which "a" is left). Linear in the text and the passages;
 * spans are UTF-16 code units, half-open.
 */
export function madeWhole(remainders: readonly Remainder[], text: string): ReadonlyMap<Anchored, Span> {
  const found = new Map<Anchored, Span>();
  if (remainders.length === 0) return found;
  const now = folded(text);
  for (const { anchor, span } of remainders) {
    if (anchor.origin === null) continue;
    const passage = anchor.origin.text.slice(anchor.origin.span.start, anchor.origin.span.end);
    const words = foldedWords(passage);
    if (words === '') continue;
    const left = { start: foldedOffset(now, span.start), end: foldedOffset(now, span.end) };
    const from = Math.max(0, left.start - words.length + 1);
    const near = now.text.slice(from, left.end + words.length - 1);
    const at = near.indexOf(words);
    if (at < 0 || near.indexOf(words, at + 1) >= 0) continue;
    found.set(anchor, withQuotedEnds(text, sourceSpan(now, from + at, from + at + words.length), withLineFeeds(passage)));
  }
  return found;
}
