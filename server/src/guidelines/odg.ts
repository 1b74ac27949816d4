import type { Citation, CitedPages } from './citation';
import { citation, type Reading } from './draft';
import type { Guideline } from './entry';
import { pagesWithin } from './pages';
import { sectionsIn, trimmed } from './sections';

/** Words between the name of the work and its chapter: edition, year, publisher, form. */
const PREAMBLE =
  /officialdisabilityguidelines?|odg|treatmentinworkers'?comp(?:ensation)?|twc|guidelines?|worklossdatainstitute|onlineversion|web-?based|internet|treatmentindex|treatmentguidelines?|\d{1,2}(?:st|nd|rd|th)(?:annual)?edition|\((?:updated|accessed|online)[^()]{0,40}\)|(?:19|20)\d\d/y;
const EDITION = /(\d{1,2}(?:st|nd|rd|th))(?:annual)?edition|((?:19|20)\d\d)/g;
/** After a chapter's name: `(Acute & Chronic)`, `(updated 11/22/16)`. */
const REMARK = /\([^()]{1,80}\)/y;
const CHAPTER_WORD = /(?:chapter|section|proceduresummary|guidelines?)/y;

interface Chapter {
  readonly entry: Guideline;
  readonly begin: number;
  readonly end: number;
}

/**
 * The citations of a stretch that names the Official Disability Guidelines,
 * one for each chapter named; one without chapter where none is. `mark` is
 * where the work's name begins, `from` what follows it, `to` the stretch's
 * end; in squeezed text. Source: forms observed in letters.
 */
export function readOdg(reading: Reading, mark: number, from: number, to: number): Citation[] {
  const { text, of, field } = reading;
  const after = skipPreamble(reading, from, to);
  const edition = editionIn(text.s.slice(mark, after));
  const chapters: Chapter[] = [];
  let at = after;
  let inSection = false;
  while (at < to) {
    const chapter = chapterAt(reading, at, to, chapters.length === 0 && at === after);
    const separator = text.s[at - 1];
    if (chapter !== null && (!inSection || chapter.worded || separator === ';')) {
      chapters.push({ entry: chapter.entry, begin: at, end: chapter.end });
      at = chapter.end;
      inSection = false;
    } else if (at < to && /[,;:./\-)]/.test(text.s[at] ?? '')) {
      at++;
      continue;
    } else {
      inSection = true;
      at = nextSeparator(reading, at, to);
    }
    while (at < to && /[,;:./\-)]/.test(text.s[at] ?? '')) at++;
  }
  const cite = (begin: number, bodyFrom: number, end: number, entry: Guideline | null): Citation => {
    const [, last] = trimmed(text, begin, end);
    const { pages, between } = pagesWithin(text, bodyFrom, last);
    const sections = sectionsIn(text, between, bodyFrom, entry?.id ?? null, of);
    return citation(field, 'non-mtus', text.span(begin, last), {
      guideline: entry?.id ?? 'odg',
      family: 'odg',
      edition,
      chapter: entry?.name ?? null,
      head: text.span(begin, trimmed(text, begin, Math.max(begin, Math.min(bodyFrom, last)))[1]),
      sections,
      pages: pages as CitedPages[],
    });
  };
  if (chapters.length === 0) return [cite(mark, after, to, null)];
  return chapters.map((chapter, i) => cite(i === 0 ? mark : chapter.begin, chapter.end, chapters[i + 1]?.begin ?? to, chapter.entry));
}

function skipPreamble(reading: Reading, from: number, to: number): number {
  const { s, boundary } = reading.text;
  let end = from;
  let at = from;
  for (;;) {
    while (at < to && /[,;:.()"/-]/.test(s[at] ?? '') && !s.startsWith('(updated', at)) at++;
    PREAMBLE.lastIndex = at;
    const match = boundary(at) ? PREAMBLE.exec(s) : null;
    if (match === null || at + match[0].length > to || !boundary(at + match[0].length)) break;
    at = end = at + match[0].length;
    if (s[end] === ')') at = end = end + 1;
  }
  // The chapter's name, or the section's, begins at a letter or a digit.
  while (end < to && /[,;:.()"/-]/.test(s[end] ?? '')) end++;
  return Math.min(end, to);
}

function editionIn(preamble: string): string | null {
  let ordinal: string | null = null;
  let year: string | null = null;
  for (const match of preamble.matchAll(EDITION)) {
    ordinal ??= match[1] ?? null;
    year ??= match[2] ?? null;
  }
  return year ?? ordinal;
}

function chapterAt(reading: Reading, at: number, to: number, first: boolean): { entry: Guideline; end: number; worded: boolean } | null {
  const { text, of } = reading;
  const name = of.names('odg').at(text, at, to);
  const entry = name?.entries[0];
  if (name === null || entry === undefined) return null;
  let end = name.end;
  let worded = false;
  let remarked = text.s[end - 1] === ')';
  for (;;) {
    REMARK.lastIndex = end;
    const remark = text.s[end] === '(' ? REMARK.exec(text.s) : null;
    if (remark !== null && end + remark[0].length <= to && /^\((?:acute|chronic|updated|online|trauma)/.test(remark[0])) {
      end += remark[0].length;
      remarked = true;
      continue;
    }
    const next = text.s[end] === ',' ? end + 1 : end;
    CHAPTER_WORD.lastIndex = next;
    const word = worded ? null : CHAPTER_WORD.exec(text.s);
    if (word !== null && next + word[0].length <= to && text.boundary(next) && text.boundary(next + word[0].length)) {
      end = next + word[0].length;
      worded = true;
      continue;
    }
    break;
  }
  const closed = end >= to || /[,;:./()-]/.test(text.s[end] ?? '');
  // `Knee MRI` begins with a chapter, `pain management` does not.
  return worded || closed || remarked || (first && text.capital(end)) ? { entry, end, worded } : null;
}

function nextSeparator(reading: Reading, from: number, to: number): number {
  let depth = 0;
  for (let i = from; i < to; i++) {
    const c = reading.text.s[i];
    if (c === '(') depth++;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (c === ',' || c === ';')) return i;
  }
  return to;
}
