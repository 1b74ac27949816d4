import type { Citation } from './citation';
import { citation, type Reading } from './draft';
import { chapterList, nextChapter } from './chapter-list';
import { nextWork } from './free-text';
import { ordinalOf, readHead, type Head } from './head';
import { lawAt } from './law';
import { addPages, pagesAt } from './pages';
import { resolve } from './resolve';
import { readOdg } from './odg';
import type { CitedPages } from './citation';

/** "pages 98-99 of the California" before a name. */
const PAGES_BEFORE = /(?:pages?|pgs?\.?|pp?\.)\d{1,4}(?:(?:-|and|to)\d{1,4})?(?:of|in|from)(?:the)?(?:california|ca)?-?$/;
const BEFORE = 48;
/** "Third Edition ACOEM", "2016 MTUS". */
const ORDINAL_BEFORE = /(first|second|third|1st|2nd|3rd)(?:edition|ed\.?)(?:ofthe)?$/;
const YEAR_BEFORE = /((?:19|20)\d\d)$/;
/** "California Chronic Pain MTUS". */
const NAME_BEFORE = /(?:chronicpain|acupuncture|postsurgical|opioids?)$/;
const PAGES_AFTER = /[a-z]{0,16}(?:on|at)(?=pages?\d)/y;
/** Between two chapters of one work. */
const LINK = /[,;]?(?:and)?,?/y;
const CHAPTER_AFTER = /(?:chapter|section|guidelines?)/y;

/**
 * The guidelines that prose names: by name, chapter or section of law. "The
 * MTUS states" names the schedule and no guideline in it, and gives nothing.
 */
export function readRunningText(reading: Reading): Citation[] {
  const { text } = reading;
  const citations: Citation[] = [];
  const to = text.s.length;
  let done = 0;
  for (let work = nextWork(reading, 0, to); work !== null; work = nextWork(reading, Math.max(done, work.end), to)) {
    if (work.work === 'other' || work.work === 'label') continue;
    if (work.work === 'law') {
      const law = lawAt(reading, work.begin);
      if (law !== null) {
        citations.push(law.citation);
        done = law.end;
      }
      continue;
    }
    const law = work.work === 'mtus' ? lawAt(reading, work.begin) : null;
    if (law !== null) {
      citations.push(law.citation);
      done = law.end;
      continue;
    }
    const mention = work.work === 'odg' ? readOdgMention(reading, work.begin, work.end, done) : readMention(reading, work.work, work.begin, work.end, done);
    if (mention === null) continue;
    citations.push(mention.citation);
    done = mention.end;
    if (work.work !== 'odg') done = readMoreChapters(reading, citations, done);
  }
  return citations;
}

/** Chapters that follow the first: `Chapter 9, page 214, and Chapter 12, page 303`, `Chapters 8 and 12`. */
function readMoreChapters({ text, of, field, cited, citedAsMtus }: Reading, citations: Citation[], from: number): number {
  let end = from;
  for (;;) {
    const first = citations.at(-1);
    if (first === undefined || first.family !== 'acoem') return end;
    LINK.lastIndex = end;
    const begin = end + (LINK.exec(text.s)?.[0].length ?? 0);
    const list = chapterList(text, begin, Math.min(text.s.length, begin + 80));
    const alone = list.length === 0 && first.chapter !== null && begin < text.s.length && nextChapter(text, begin, Math.min(text.s.length, begin + 16)) === begin;
    if (list.length === 0 && !alone) return end;
    const heads = alone ? [readHead(text, begin, Math.min(text.s.length, begin + 400), 'acoem', of)] : list.map(({ chapter, end: after }) => ({ ...EMPTY, chapter, end: after }));
    // "ACOEM Chapters 8 and 12" names two chapters, and not the whole work as well.
    if (!alone) citations.pop();
    heads.forEach((head, i) => {
      const resolved = resolve(of, head, cited, false);
      const asMtus = first.kind === 'mtus' || (resolved.guideline !== null && citedAsMtus.includes(resolved.guideline));
      const start = alone ? text.start(begin) : i === 0 ? first.span.start : text.start(list[i]?.begin ?? begin);
      const span = { start, end: text.endBefore(head.end) };
      citations.push(citation(field, asMtus ? 'mtus' : 'non-mtus', span, { ...resolved, edition: first.edition, chapter: head.chapter, head: span, pages: head.pages }));
      end = head.end;
    });
  }
}

const EMPTY: Head = { end: 0, entries: null, weak: false, acoem: true, year: null, ordinal: null, chapter: null, pages: [] };

interface Mention {
  readonly citation: Citation;
  readonly end: number;
}

function readMention(reading: Reading, work: 'acoem' | 'mtus' | 'own', begin: number, end: number, done: number): Mention | null {
  const { text, of, cited, field } = reading;
  const scope = work === 'acoem' ? 'acoem' : 'mtus';
  const before = text.s.slice(Math.max(done, begin - BEFORE), begin);
  // A sentence's length is enough for a name; more would make a long text's reading slow.
  let head: Head = readHead(text, work === 'own' ? begin : end, Math.min(text.s.length, end + 400), scope, of);
  let start = begin;
  if (work === 'mtus' && head.entries === null && !head.acoem) {
    const name = NAME_BEFORE.exec(before);
    const known = name === null ? null : of.names('mtus').at(text, begin - name[0].length, begin);
    if (name === null || known === null) return null;
    start = begin - name[0].length;
    head = { ...head, entries: known.entries, weak: false };
  }
  if (head.weak && !head.acoem && !text.s.startsWith('chronicpain', end)) return null;
  if (head.weak) head = { ...head, entries: null };
  const ordinal = ORDINAL_BEFORE.exec(before);
  const year = YEAR_BEFORE.exec(before);
  if (ordinal !== null && head.ordinal === null) {
    head = { ...head, ordinal: ordinalOf(ordinal[1] ?? '') };
    start = begin - ordinal[0].length;
  } else if (year !== null && head.year === null && text.boundary(begin - year[0].length)) {
    head = { ...head, year: year[1] ?? null };
    start = begin - year[0].length;
  }
  const pages: CitedPages[] = [];
  const first = pagesBefore(reading, start, done);
  if (first !== null) addPages(pages, first.pages);
  addPages(pages, head.pages);
  let last = Math.max(head.end, end);
  PAGES_AFTER.lastIndex = last;
  const link = PAGES_AFTER.exec(text.s);
  const later = link === null ? null : pagesAt(text, last + link[0].length);
  if (later !== null) {
    addPages(pages, later.pages);
    last = later.end;
  }
  const resolved = resolve(of, head, cited, false);
  const family = resolved.family ?? (work === 'own' ? 'mtus' : null);
  const named = work === 'mtus' || family === 'mtus' || (resolved.guideline !== null && of.guideline(resolved.guideline)?.general !== true && reading.citedAsMtus.includes(resolved.guideline));
  return {
    citation: citation(field, named ? 'mtus' : 'non-mtus', text.span(first?.begin ?? start, last), {
      ...resolved,
      family,
      edition: head.year ?? head.ordinal,
      chapter: head.chapter,
      head: text.span(start, Math.max(head.end, end)),
      pages,
    }),
    end: last,
  };
}

function pagesBefore(reading: Reading, begin: number, done: number): { begin: number; pages: readonly CitedPages[] } | null {
  const from = Math.max(done, begin - BEFORE);
  const match = PAGES_BEFORE.exec(reading.text.s.slice(from, begin));
  const read = match === null ? null : pagesAt(reading.text, from + match.index);
  return match === null || read === null ? null : { begin: from + match.index, pages: read.pages };
}

function readOdgMention(reading: Reading, begin: number, end: number, done: number): Mention {
  const { text, of } = reading;
  let after = end;
  const again = /^[(,]{0,2}(?:odg|guidelines?|officialdisabilityguidelines?)\)?/.exec(text.s.slice(end, end + 40));
  if (again !== null && text.boundary(end + again[0].length)) after = end + again[0].length;
  const place = text.s[after] === ',' || text.s[after] === '(' ? after + 1 : after;
  const name = of.names('odg').at(text, place, text.s.length);
  let last = after;
  if (name !== null) {
    CHAPTER_AFTER.lastIndex = name.end;
    const word = CHAPTER_AFTER.exec(text.s);
    const worded = word !== null && text.boundary(name.end) && text.boundary(name.end + word[0].length);
    if (worded) last = name.end + word[0].length;
    else if (place > after && text.capital(place)) last = name.end;
  }
  const read = readOdg(reading, begin, after, last)[0];
  const first = pagesBefore(reading, begin, done);
  const whole = text.span(first?.begin ?? begin, last);
  return {
    citation: { ...(read as Citation), head: text.span(begin, last), span: whole, sections: [], pages: first?.pages ?? [] },
    end: last,
  };
}
