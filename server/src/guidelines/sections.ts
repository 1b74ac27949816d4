import type { Span } from '../letter';
import type { Catalogue } from './catalogue';
import type { Squeezed } from './squeezed';

const NUMBERED = /\d{1,2}(?:\.\d{1,2}){1,4}/y;

/** `[from, to)` without the punctuation and the joining "and" at its ends; `from` ≥ `to` where nothing is left. */
export function trimmed(text: Squeezed, from: number, to: number): readonly [number, number] {
  let start = from;
  let end = to;
  const junk = (index: number): boolean => /[,;:./\-"]/.test(text.s[index] ?? '');
  while (start < end && (junk(start) || text.s[start] === ')')) start++;
  for (;;) {
    while (end > start && (junk(end - 1) || text.s[end - 1] === '(')) end--;
    if (end - start > 3 && text.s.endsWith('and', end) && text.boundary(end - 3) && text.s.slice(end - 3, end) === 'and' && text.boundary(end)) end -= 3;
    else break;
  }
  return [start, end];
}

/** The names in the stretches of a citation after its head; see {@link splitSections}. */
export function sectionsIn(text: Squeezed, stretches: readonly (readonly [number, number])[], from: number, guideline: string | null, of: Catalogue): Span[] {
  return stretches.flatMap(([begin, end]) => {
    const start = Math.max(begin, from);
    return start < end ? splitSections(text, start, end, guideline, of) : [];
  });
}

/**
 * Names in a `Section(s):` list. They hold commas, colons and numbers, so a
 * comma parts two names only where a name that the catalogue knows, or a
 * numbered section, stands at one of its sides; a semicolon always does.
 */
export function splitSections(text: Squeezed, from: number, to: number, guideline: string | null, of: Catalogue): Span[] {
  const spans: Span[] = [];
  const push = (a: number, b: number): void => {
    let [start, end] = trimmed(text, a, b);
    // `Low Back (Shock wave therapy)`: the brackets are no part of the name.
    if (text.s[start] === '(' && text.s.slice(start, end).indexOf(')') === end - 1 - start) [start, end] = [start + 1, end - 1];
    if (end > start) spans.push(text.span(start, end));
  };
  const known = guideline === null ? null : of.topicIndex(guideline);
  const beginsName = (index: number): boolean => {
    const name = known?.at(text, index, to);
    if (name != null && (name.end >= to || /[,;.]/.test(text.s[name.end] ?? ''))) return true;
    NUMBERED.lastIndex = index;
    return NUMBERED.test(text.s);
  };
  let begin = from;
  let depth = 0;
  // Where a known name that began this piece ends: a comma there parts.
  let knownEnd = known?.at(text, begin, to)?.end ?? -1;
  for (let i = from; i < to; i++) {
    const c = text.s[i];
    if (i < knownEnd) continue;
    if (c === '(') depth++;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if ((c === ',' || c === ';') && depth === 0) {
      const after = text.s.startsWith('and', i + 1) && text.boundary(i + 4) && beginsName(i + 4) ? i + 4 : i + 1;
      if (c === ';' || i === knownEnd || beginsName(after)) {
        push(begin, i);
        begin = after;
        knownEnd = known?.at(text, begin, to)?.end ?? -1;
      }
    }
  }
  push(begin, to);
  return spans;
}
