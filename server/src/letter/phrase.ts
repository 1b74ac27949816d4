import { isSpace, PAGE_BLANK } from './lines';

/**
 * Fixed words of the form, compared letter by letter. Extraction puts blanks
 * into words and breaks lines anywhere, so only letters and digits count.
 */
export interface Phrase<T> {
  /** The spellings that differ in case and punctuation only. */
  readonly texts: readonly string[];
  /** Their lower-cased letters and digits. */
  readonly letters: string;
  readonly means: T;
}

/** At most so many line ends may stand inside a phrase: it wraps once, at a page break, in a text whose line ends are doubled. */
const LINE_ENDS_INSIDE = 5;

/** A running line inside a phrase is no longer than this, and brings as many line ends of its own. */
const RUNNING_LINE = 120;
const LINE_ENDS_OF_RUNNING_LINE = 4;

function isLetterOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || (code >= 0xc0 && code <= 0x24f);
}

/** Lower-cased letters and digits of a text. */
export function lettersOf(text: string): string {
  return text.replace(/[^A-Za-z0-9\u00c0-\u024f]+/g, '').toLowerCase();
}

export function phrase<T>(text: string, means: T): Phrase<T> {
  return { texts: [text], letters: lettersOf(text), means };
}

/**
 * Where a phrase that starts at `offset` ends, or -1. Case does not matter.
 * Reads at most a few characters more than the phrase is long.
 */
export function phraseEnd(text: string, offset: number, letters: string): number {
  let matched = 0;
  let lineEnds = 0;
  let mostLineEnds = LINE_ENDS_INSIDE;
  let limit = Math.min(text.length, offset + letters.length * 3 + 40);
  for (let i = offset; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (isLetterOrDigit(code)) {
      const lower = code >= 65 && code <= 90 ? code + 32 : code;
      if (lower !== letters.charCodeAt(matched)) return -1;
      matched++;
      if (matched === letters.length) {
        const next = text.charCodeAt(i + 1);
        return i + 1 < text.length && isLetterOrDigit(next) ? -1 : i + 1;
      }
    } else if (code === 10 && ++lineEnds > mostLineEnds) {
      return -1;
    } else if (code === PAGE_BLANK && mostLineEnds === LINE_ENDS_INSIDE && matched > 0) {
      mostLineEnds += LINE_ENDS_OF_RUNNING_LINE;
      limit = Math.min(text.length, limit + RUNNING_LINE);
    } else if (matched === 0) {
      return -1;
    } else if (!isSpace(code) && !isInsideMark(code)) {
      return -1;
    }
  }
  return -1;
}

/** `, . ( ) / ' & -` and the hyphens of line ends; a colon ends every phrase. */
function isInsideMark(code: number): boolean {
  return (
    code === 44 || code === 46 || code === 40 || code === 41 || code === 47 || code === 39 || code === 38 ||
    code === 45 || code === 0xad || code === 0xfffe || code === 0x2019 || code === 0x2010 || code === 0x2011
  );
}

/** Phrases by their first letter, so that a line is compared with few. */
export class PhraseTable<T> {
  private readonly byFirst = new Map<number, Phrase<T>[]>();

  constructor(phrases: readonly Phrase<T>[]) {
    const merged = new Map<string, Phrase<T>>();
    for (const candidate of phrases) {
      const same = merged.get(candidate.letters);
      merged.set(candidate.letters, same ? { ...same, texts: [...same.texts, ...candidate.texts] } : candidate);
    }
    for (const candidate of [...merged.values()].sort((a, b) => b.letters.length - a.letters.length)) {
      const first = candidate.letters.charCodeAt(0);
      const list = this.byFirst.get(first);
      if (list) list.push(candidate);
      else this.byFirst.set(first, [candidate]);
    }
  }

  /** The longest phrase that starts at an offset, with its end; `undefined` where none does. */
  match(text: string, offset: number): { readonly phrase: Phrase<T>; readonly end: number } | undefined {
    const code = text.charCodeAt(offset);
    const candidates = this.byFirst.get(code >= 65 && code <= 90 ? code + 32 : code);
    if (!candidates) return undefined;
    for (const candidate of candidates) {
      const end = phraseEnd(text, offset, candidate.letters);
      if (end >= 0) return { phrase: candidate, end };
    }
    return undefined;
  }
}
