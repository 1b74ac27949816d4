import type { Catalogue, Scope } from './catalogue';
import type { CitedPages } from './citation';
import type { Guideline } from './entry';
import { addPages, pagesAt } from './pages';
import type { Squeezed } from './squeezed';

/** What names a guideline: its name, edition, chapter, table, pages, in whatever order they stand. */
export interface Head {
  /** After the last word that belongs to it; the start where nothing does. */
  readonly end: number;
  readonly entries: readonly Guideline[] | null;
  /** The name is one that needs a word beside it, and has none. */
  readonly weak: boolean;
  readonly acoem: boolean;
  readonly year: string | null;
  readonly ordinal: string | null;
  readonly chapter: string | null;
  readonly pages: readonly CitedPages[];
}

export const ACOEM_NAME = 'americancollegeofoccupationalandenvironmentalmedicine|acoem';

const FILLER = /(?:the|california|ca|in|on|of|medical)/y;
const WORK = /(?:occupationalmedicinepracticeguidelines?|practiceguidelines?|guidelines?|complaints)/y;
const CHAPTER_WORD = /(?:chapter|section)/y;
const ACOEM = new RegExp(`(?:${ACOEM_NAME})`, 'y');
const DATE = /(?:january|february|march|april|may|june|july|august|september|october|november|december)\d{1,2},?((?:19|20)\d\d)/y;
const YEAR = /(?:19|20)\d\d/y;
const ORDINAL = /(first|second|third|1st|2nd|3rd)(?:edition|ed\.?)/y;
const CHAPTER = /(?:chapter|ch\.)(\d{1,2})/y;
const NAMED_CHAPTER = /(?:acoem,?)?(?:chapter|ch\.)(\d{1,2})/y;
const TABLE = /table\d{1,2}(?:-\d{1,2})?/y;
const PUNCTUATION = /[,;:.()"/-]{0,3}/y;

const ORDINALS: Readonly<Record<string, string>> = { first: '1st', second: '2nd', third: '3rd' };

export function ordinalOf(word: string): string {
  return ORDINALS[word] ?? word;
}

function at(pattern: RegExp, text: Squeezed, from: number, to: number): RegExpExecArray | null {
  if (!text.boundary(from)) return null;
  pattern.lastIndex = from;
  const match = pattern.exec(text.s);
  return match !== null && from + match[0].length <= to && text.boundary(from + match[0].length) ? match : null;
}

/** Reads the words at `from` that name a guideline of a scope, up to `to`. */
export function readHead(text: Squeezed, from: number, to: number, scope: Scope, of: Catalogue): Head {
  const names = of.names(scope);
  const pages: CitedPages[] = [];
  let entries: readonly Guideline[] | null = null;
  let weak = false;
  let acoem = scope === 'acoem';
  let year: string | null = null;
  let ordinal: string | null = null;
  let chapter: string | null = null;
  let end = from;
  let place = from;
  for (;;) {
    PUNCTUATION.lastIndex = place;
    const skipped = PUNCTUATION.exec(text.s)?.[0] ?? '';
    const next = place + skipped.length;
    if (next >= to) break;
    // Another chapter is another citation.
    const other = at(NAMED_CHAPTER, text, next, to)?.[1];
    if (chapter !== null && other !== undefined && other !== chapter) break;
    let match: RegExpExecArray | null;
    let after: number;
    let counts = true;
    const name = names.at(text, next, to);
    const read = pagesAt(text, next);
    if (read !== null && read.end <= to) {
      addPages(pages, read.pages);
      after = read.end;
    } else if ((match = at(ORDINAL, text, next, to)) !== null) {
      ordinal = ordinalOf(match[1] ?? '');
      after = next + match[0].length;
    } else if ((match = at(CHAPTER, text, next, to)) !== null && (chapter === null || chapter === match[1])) {
      chapter = match[1] ?? null;
      weak = false;
      after = next + match[0].length;
    } else if (name !== null && fits(entries, name.entries)) {
      // `Chronic Pain Treatment Guidelines Chronic Pain Medical Treatment Guidelines`: the same, named twice.
      const before: readonly Guideline[] = entries ?? name.entries;
      entries = before.filter((entry) => name.entries.includes(entry));
      weak = name.short && chapter === null;
      after = name.end;
    } else if (year === null && (match = at(DATE, text, next, to)) !== null) {
      year = match[1] ?? null;
      after = next + match[0].length;
    } else if (year === null && (match = at(YEAR, text, next, to)) !== null) {
      year = match[0];
      after = next + match[0].length;
    } else if ((match = at(TABLE, text, next, to)) !== null) {
      after = next + match[0].length;
    } else if ((match = at(WORK, text, next, to)) !== null || (entries !== null && (match = at(CHAPTER_WORD, text, next, to)) !== null)) {
      weak = false;
      after = next + match[0].length;
    } else if (scope !== 'odg' && (match = at(ACOEM, text, next, to)) !== null) {
      acoem = true;
      after = next + match[0].length;
    } else if ((match = at(FILLER, text, next, to) ?? (entries === null ? at(CHAPTER_WORD, text, next, to) : null)) !== null) {
      counts = false;
      after = next + match[0].length;
    } else break;
    // `Section(s):` is a list's label, no part of a name; a full stop before a word ends the sentence.
    if (text.s.startsWith('section(s)', next) || text.s.startsWith('sections:', next)) break;
    if (skipped.includes('.') && end > from && text.gap(next) && !counts) break;
    if (counts) {
      end = after;
      if (skipped.endsWith('(') && text.s[after] === ')') end = after + 1;
    }
    place = Math.max(end, after);
  }
  return { end, entries, weak, acoem, year, ordinal, chapter, pages };
}

function fits(known: readonly Guideline[] | null, named: readonly Guideline[]): boolean {
  return known === null || known.some((entry) => named.includes(entry));
}
