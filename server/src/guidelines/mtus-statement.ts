import type { Citation } from './citation';
import { citation, type Reading } from './draft';
import { readHead, type Head } from './head';
import { pagesWithin } from './pages';
import { resolve } from './resolve';
import { splitSections, trimmed } from './sections';

const SECTIONS = /[,;:]{0,2}sections?(?:\(s\))?:?/y;
/** A chapter that the catalogue does not know, joined to the one before. */
const UNKNOWN_JOIN = /(?:(?!,and)[^.;:()]){3,80}?(?:19|20)\d\d(?:guidelines?)?,?section\(?s?\)?:/y;
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
    const body = head.end;
    const stop = nextJoin(reading, Math.max(body, at + 1), end);
    citations.push(readOne(reading, head, begin, at, body, stop.at));
    begin = at = stop.next;
  }
  return citations;
}

/** Where the next chapter is joined on: the join's comma, and the first letter of the chapter's name. */
function nextJoin(reading: Reading, from: number, to: number): { at: number; next: number } {
  const { text, of } = reading;
  const stretch = text.s.slice(0, to);
  for (let and = stretch.indexOf('and', from); and >= 0; and = stretch.indexOf('and', and + 3)) {
    const before = text.s[and - 1];
    const next = and + 3;
    if ((before !== ',' && before !== ';' && before !== '.') || !text.boundary(next) || and - 1 < from) continue;
    const head = readHead(text, next, to, 'mtus', of);
    SECTIONS.lastIndex = head.end;
    const named = head.entries !== null || (head.acoem && head.chapter !== null);
    if (named && (head.year !== null || head.chapter !== null || head.end >= to || SECTIONS.test(text.s))) return { at: and - 1, next };
    UNKNOWN_JOIN.lastIndex = next;
    const unknown = UNKNOWN_JOIN.exec(text.s);
    if (unknown !== null && next + unknown[0].length <= to) return { at: and - 1, next };
  }
  return { at: to, next: to };
}

function readOne(reading: Reading, head: Head, begin: number, at: number, body: number, to: number): Citation {
  const { text, of, field, cited } = reading;
  const [, end] = trimmed(text, begin, to);
  const named = head.entries !== null || head.acoem;
  const resolved = named ? resolve(of, head, cited, true) : { guideline: null, family: null };
  let from = body;
  let edition = head.year ?? head.ordinal;
  if (!named) {
    const unknown = UNKNOWN_NAME.exec(text.s.slice(at, Math.min(end, at + 200)));
    from = at + (unknown?.[0].length ?? 0);
    edition = unknown?.[2] ?? edition;
  }
  const { pages, begin: pageWord } = pagesWithin(text, at, end);
  SECTIONS.lastIndex = from;
  const label = SECTIONS.exec(text.s);
  const listFrom = label === null ? from : from + label[0].length;
  const listTo = Math.max(listFrom, Math.min(end, pageWord < listFrom ? end : pageWord));
  const sections = splitSections(text, listFrom, listTo, resolved.guideline, of);
  return citation(field, 'mtus', text.span(begin, end), { ...resolved, edition, chapter: head.chapter, sections, pages });
}
