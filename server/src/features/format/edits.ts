import type { Span } from '../../letter';
import { isSpace } from '../../letter/lines';

/** One replacement; the span counts UTF-16 code units and is half-open. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** What breaks a word over lines: hyphens, soft hyphens, and U+FFFE, which some extractors write for them. */
export function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0xad || code === 0xfffe;
}

/**
 * The edits that make `after` of `before`, in order and without overlap. Both
 * hold the same visible characters, but that `after` may have lost hyphens.
 * An edit covers one run of white space (and a lost hyphen before it), nothing
 * else. `undefined` where the texts differ in any other way.
 */
export function editsBetween(before: string, after: string): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  let a = 0;
  let b = 0;
  for (;;) {
    let from = a;
    let lost = false;
    const into = b;
    for (;;) {
      while (a < before.length && isSpace(before.charCodeAt(a))) a++;
      if (!lost) while (b < after.length && isSpace(after.charCodeAt(b))) b++;
      if (a >= before.length || lost || before[a] === after[b] || !isHyphen(before.charCodeAt(a))) break;
      if (a > from) push(edits, before, { start: from, end: a }, after.slice(into, b));
      // A hyphen that is gone: the white space behind it went with it.
      from = a++;
      lost = true;
    }
    if (a > from || b > into) push(edits, before, { start: from, end: a }, lost ? '' : after.slice(into, b));
    if (a >= before.length && b >= after.length) return edits;
    if (before[a] !== after[b]) return undefined;
    a++;
    b++;
  }
}

function push(edits: TextEdit[], before: string, span: Span, newText: string): void {
  if (before.slice(span.start, span.end) !== newText) edits.push({ span, newText });
}

/** A text with edits made in it; the edits are in order and do not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of edits) {
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
