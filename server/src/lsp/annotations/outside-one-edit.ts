import { folded, foldedOffset, sourceSpan } from '../../annotations/anchoring/folded';
import { withQuotedEnds } from '../../annotations/anchoring/words';
import { withLineFeeds } from '../../annotations/code-points';
import type { Span } from '../../letter';

/**
 * Where passages of a text stand in another version of it, if a single edit
 * makes the one from the other and leaves them alone, white space and
 * typography aside: an undo, a paste, lines set anew. Gives `null` for a
 * passage that such an edit touches or that is nothing but white space, and
 * where the edit may as well have happened before as behind it, as with a
 * paragraph that is there twice now. Linear in the texts; spans are UTF-16
 * code units, half-open.
 */
export function outsideOneEdit(before: string, after: string): (span: Span) => Span | null {
  const [base, text] = [folded(before), folded(after)];
  const where = outside(base.text, text.text);
  return (span) => {
    const range = { start: foldedOffset(base, span.start), end: foldedOffset(base, span.end) };
    const there = range.start < range.end ? where(range) : null;
    return there && withQuotedEnds(after, sourceSpan(text, there.start, there.end), withLineFeeds(before.slice(span.start, span.end)));
  };
}

function outside(before: string, after: string): (range: Span) => Span | null {
  const most = Math.min(before.length, after.length);
  const by = after.length - before.length;
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start === before.length && by === 0) return (range) => range;
  let behind = 0;
  while (behind < most && before.charCodeAt(before.length - 1 - behind) === after.charCodeAt(after.length - 1 - behind)) behind++;
  // By so much the edit may have happened further to the front: letters put in are those that stood there.
  const slack = Math.max(0, start + behind - most);
  const [first, last] = [start - slack, before.length - behind + slack];
  return (range) => {
    if (range.end <= first) return range;
    return range.start >= last ? { start: range.start + by, end: range.end + by } : null;
  };
}
