import type { Span } from '../../letter';
import { withLineFeeds } from '../code-points';
import { foldedWords } from './folded';

const SOFT_HYPHEN = /[\u00AD\uFFFE]|[-\u2010\u2011][ \t]*[\r\n]/;
const HYPHENS = /[-\u2010-\u2015\u2212]/g;

/** Whether two passages are the same but for white space, line breaks and typography. A hyphen inside a line counts: 4-6 is not 46. */
export function sameWords(one: string, other: string): boolean {
  if (one === other) return true;
  if (foldedWords(one) !== foldedWords(other)) return false;
  if (SOFT_HYPHEN.test(one) || SOFT_HYPHEN.test(other)) return true;
  return (one.match(HYPHENS)?.length ?? 0) === (other.match(HYPHENS)?.length ?? 0);
}

/**
 * A span that was found by its letters, with the white space and marks that the quote had at its ends,
 * where the text has the same there.
 */
export function withQuotedEnds(text: string, span: Span, exact: string): Span {
  const leading = exact.slice(0, exact.length - exact.trimStart().length);
  const trailing = exact.slice(exact.trimEnd().length);
  let { start, end } = span;
  const [head, tail] = [markAt(exact.trimStart(), 0), markAt(exact.trimEnd(), exact.trimEnd().length - 1)];
  if (head !== '' && text.charAt(start - 1) === head) start--;
  if (tail !== '' && text.charAt(end) === tail) end++;
  if (leading !== '' && leading.length < exact.length) start = before(text, start, leading);
  if (trailing !== '' && trailing.length < exact.length) end = behind(text, end, trailing);
  return { start, end };
}

/** The hyphen at a place of the quote, which takes no part in comparisons; else nothing. */
function markAt(exact: string, at: number): string {
  const mark = exact.charAt(at);
  return mark !== '' && foldedWords(mark) === '' ? mark : '';
}

function before(text: string, start: number, blanks: string): number {
  for (const length of [blanks.length, blanks.length + lineEnds(blanks)]) {
    if (length <= start && withLineFeeds(text.slice(start - length, start)) === blanks) return start - length;
  }
  return start;
}

function behind(text: string, end: number, blanks: string): number {
  for (const length of [blanks.length, blanks.length + lineEnds(blanks)]) {
    if (withLineFeeds(text.slice(end, end + length)) === blanks) return end + length;
  }
  return end;
}

const lineEnds = (blanks: string): number => blanks.split('\n').length - 1;
