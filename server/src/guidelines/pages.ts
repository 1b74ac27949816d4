import type { CitedPages } from './citation';
import type { Squeezed } from './squeezed';

/** "Page(s):", "pages", "pg.", "p." before a number. */
const WORD = /(?:pages?|pgs?|pp?)(?:\(s\))?[.:]*(?=\d)/y;
const ANY_WORD = /(?:pages?|pgs?|pp?)(?:\(s\))?[.:]*(?=\d)/g;
const RANGE = /(?:-|to|through)(?=\d)/y;
const ANOTHER = /(?:,and|,|;|and)(?=\d)/y;
const WORD_AFTER = /^(?!of|in|and|to)[a-z]/;
/** No guideline at hand has so many pages; what is larger is a year. */
const LARGEST_PAGE = 1500;

/** A field that names more ranges than this is no citation but a list of numbers. */
const MOST_PAGES = 50;

export interface ReadPages {
  readonly pages: readonly CitedPages[];
  readonly end: number;
}

function numberAt(text: Squeezed, from: number): { value: number; end: number } | null {
  let end = from;
  // A blank ends a number: `page 64 3 visits` must not become page 643.
  while (end - from < 5 && /\d/.test(text.s[end] ?? '') && (end === from || !text.gap(end))) end++;
  const value = Number(text.s.slice(from, end));
  return end > from && end - from < 5 && value > 0 && value <= LARGEST_PAGE ? { value, end } : null;
}

/**
 * Page numbers whose word ("page", "p.", "Page(s):") begins at `from`; `null`
 * where none does. `303-5` means 303 to 305.
 */
export function pagesAt(text: Squeezed, from: number): ReadPages | null {
  WORD.lastIndex = from;
  const word = text.boundary(from) ? WORD.exec(text.s) : null;
  if (word === null) return null;
  const pages: CitedPages[] = [];
  let begin = from;
  let at = from + word[0].length;
  for (;;) {
    const first = numberAt(text, at);
    if (first === null) break;
    let last = first;
    RANGE.lastIndex = first.end;
    const range = RANGE.exec(text.s);
    if (range !== null) {
      const second = numberAt(text, first.end + range[0].length);
      if (second !== null) last = second;
    }
    pages.push({ first: first.value, last: completed(first.value, last.value), span: text.span(begin, last.end) });
    at = last.end;
    ANOTHER.lastIndex = at;
    const another = ANOTHER.exec(text.s);
    const next = another === null ? null : numberAt(text, at + another[0].length);
    // `page 303, and 8 CCR`, `page 60, 12 visits`: a number before a word counts something else.
    if (another === null || next === null || WORD_AFTER.test(text.s.slice(next.end, next.end + 3))) break;
    begin = at += another[0].length;
  }
  return pages.length === 0 ? null : { pages, end: at };
}

function completed(first: number, last: number): number {
  const missing = String(first).length - String(last).length;
  return last < first && missing > 0 ? Number(String(first).slice(0, missing) + String(last)) : last;
}

/** All page numbers in `[from, to)`, each range once, and the stretches between them. */
export function pagesWithin(text: Squeezed, from: number, to: number): { pages: CitedPages[]; between: readonly (readonly [number, number])[] } {
  const pages: CitedPages[] = [];
  const between: [number, number][] = [];
  let done = from;
  // Searched in the stretch only: looking past it again and again would make a long text slow.
  const stretch = text.s.slice(from, to);
  ANY_WORD.lastIndex = 0;
  for (let word = ANY_WORD.exec(stretch); word !== null; word = ANY_WORD.exec(stretch)) {
    const read = pagesAt(text, from + word.index);
    if (read === null || read.end > to) continue;
    addPages(pages, read.pages);
    between.push([done, from + word.index]);
    done = read.end;
    ANY_WORD.lastIndex = Math.max(read.end - from, word.index + 1);
  }
  between.push([done, to]);
  return { pages, between };
}

/** Adds ranges that are not there yet: letters write `p.98-99 Page(s): 98-99`. */
export function addPages(to: CitedPages[], more: readonly CitedPages[]): void {
  for (const page of more) if (to.length < MOST_PAGES && !to.some((known) => known.first === page.first && known.last === page.last)) to.push(page);
}
