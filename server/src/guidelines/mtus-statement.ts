import type { Citation } from './citation';
import { citation, type Reading } from './draft';
import type { Guideline } from './entry';
import { readHead, type Head } from './head';
import { pagesWithin } from './pages';
import { resolve } from './resolve';
import { chapterList } from './chapter-list';
import { sectionsIn, trimmed } from './sections';

const SECTIONS = /[,;:]{0,2}sections?(?:\(s\))?:?/y;
/** A chapter that the catalogue does not know, joined to the one before. */
const UNKNOWN_JOIN = /(?:(?!,and)[^.;:()]){3,80}?(?:19|20)\d\d(?:guidelines?)?,?section\(?s?\)?:/y;
const NUMBERED = /(?:acoem,?)?(?:chapter|ch\.)\d/y;
const LONGEST_NAME = 400;
const JOIN = /[,;.]and|[,;]|and/g;
const UNKNOWN_NAME = /^(.{3,120}?)(?:,?((?:19|20)\d\d)(?:guidelines?)?)?(?=,?section\(?s?\)?:|,?pages?\(s\)|$)/;

/**
 * The citations of `… MTUS <chapter> <year>, Section(s): …, and <chapter> …`.
 * `mark` is where the word MTUS stands, `from` what follows it, `to` the end
 * of the statement; all in squeezed text. Source: forms observed in letters
 * of 2014 and 2016-17.
 */
export function readMtusStatement(reading: Reading, mark: number, from: number, to: number): Citation[] {
  const { text, of } = reading;
  const [start, end] = trimmed(text, from, to);
  const citations: Citation[] = [];
  let at = start;
  let begin = mark;
  while (at < end) {
    const head = readHead(text, at, end, 'mtus', of);
    const list = head.acoem && head.chapter === null && head.entries === null ? chapterList(text, head.end, end) : [];
    for (const { chapter, begin: place, end: after } of list) {
      citations.push(readOne(reading, { ...head, chapter }, place === list[0]?.begin ? begin : place, place, after, after));
    }
    const body = list.at(-1)?.end ?? head.end;
    const stop = nextJoin(reading, Math.max(body, at + 1), end);
    if (list.length === 0) citations.push(readOne(reading, head, begin, at, body, stop.at));
    begin = at = stop.next;
  }
  return citations;
}

/** Where the next chapter is joined on: where this one ends, and the first letter of the next one's name. */
function nextJoin(reading: Reading, from: number, to: number): { at: number; next: number } {
  const { text } = reading;
  JOIN.lastIndex = from;
  const stretch = text.s.slice(0, to);
  for (let join = JOIN.exec(stretch); join !== null; join = JOIN.exec(stretch)) {
    const next = join.index + join[0].length;
    JOIN.lastIndex = join.index + 1;
    if (!text.boundary(next) || !text.boundary(join.index) || next >= to) continue;
    if (beginsChapter(reading, next, to, join[0].includes('and') && join[0] !== 'and')) return { at: join.index, next };
  }
  return { at: to, next: to };
}

/**
 * A chapter's name begins here. After a comma and "and", as the form joins
 * chapters, its edition or what follows it tells; after either alone only a
 * chapter's number or the word "complaints" do, for sections bear chapters' names.
 */
function beginsChapter({ text, of }: Reading, next: number, to: number, joined: boolean): boolean {
  NUMBERED.lastIndex = next;
  const numbered = NUMBERED.test(text.s);
  if (!joined && !numbered && of.names('mtus').at(text, next, to) === null && !text.s.startsWith('acoem', next)) return false;
  // A name's length is enough to tell; more, at each comma, would make a long text's reading slow.
  const head = readHead(text, next, Math.min(to, next + LONGEST_NAME), 'mtus', of);
  SECTIONS.lastIndex = head.end;
  const named = head.entries !== null || (head.acoem && head.chapter !== null);
  if (!joined) return numbered || (named && text.s.slice(next, head.end).includes('complaints'));
  if (named && (head.year !== null || head.chapter !== null || head.end >= to || SECTIONS.test(text.s))) return true;
  UNKNOWN_JOIN.lastIndex = next;
  const unknown = UNKNOWN_JOIN.exec(text.s);
  return unknown !== null && next + unknown[0].length <= to;
}

function readOne(reading: Reading, head: Head, begin: number, at: number, body: number, to: number): Citation {
  const { text, of, field, cited } = reading;
  const [, end] = trimmed(text, begin, to);
  // `Shoulder Complants 2004` begins with the short name of a chapter and is none.
  const slip = head.weak && head.chapter === null ? misspeltSlip(reading, at, end) : null;
  const named = slip === null && (head.entries !== null || head.acoem);
  let resolved = named ? resolve(of, head, cited, true) : { guideline: null, family: null };
  let name = named ? text.span(begin, trimmed(text, begin, Math.min(body, end))[1]) : null;
  let from = body;
  let edition = head.year ?? head.ordinal;
  if (!named) {
    const unknown = slip ?? misspeltIn(reading, at, end);
    from = at + (unknown?.length ?? 0);
    edition = unknown?.year ?? edition;
    if (unknown !== null && unknown.entries.length > 0) {
      resolved = resolve(of, { ...head, entries: unknown.entries, year: edition }, cited, true);
      name = text.span(begin, from);
    }
  }
  const { pages, between } = pagesWithin(text, at, end);
  SECTIONS.lastIndex = from;
  const label = SECTIONS.exec(text.s);
  const listFrom = label === null ? from : from + label[0].length;
  const sections = sectionsIn(text, between, listFrom, resolved.guideline, of);
  return citation(field, 'mtus', text.span(begin, end), { ...resolved, edition, chapter: head.chapter, head: name, sections, pages });
}

/** A name that is none, its year, and the entries whose name it misspells. */
function misspeltIn({ text, of }: Reading, at: number, end: number): { entries: readonly Guideline[]; year: string | null; length: number } | null {
  const match = UNKNOWN_NAME.exec(text.s.slice(at, Math.min(end, at + 200)));
  if (match === null) return null;
  return { entries: of.misspelt('mtus', (match[1] ?? '').replace(/guidelines?$/, '')), year: match[2] ?? null, length: match[0].length };
}

/** The same, `null` also where no name is near. */
function misspeltSlip(reading: Reading, at: number, end: number): ReturnType<typeof misspeltIn> {
  const found = misspeltIn(reading, at, end);
  return found === null || found.entries.length === 0 ? null : found;
}
