import type { Catalogue } from '../../guidelines';
import { readLetters, type DisputedItem, type Letter, type Section, type Span } from '../../letter';
import { linesOf } from '../../letter/lines';
import { mannerOf, type Manner } from '../../rules/manner';
import { lineEnd, startsLine, visibleEnd, visibleStart } from '../../rules/places';
import { unfinishedLetter } from './unfinished';

/** A line of a paragraph that goes on fills at least this share of the usual width. */
const SHORT = 0.75;

/** Where in a letter somebody is writing. Offsets are UTF-16 code units, spans half-open. */
export interface Place {
  readonly text: string;
  readonly letter: Letter;
  /** The guidelines to go by. */
  readonly catalogue: Catalogue;
  readonly manner: Manner;
  readonly offset: number;
  /** The line that holds the offset, without its line end. */
  readonly line: Span;
  /** What stands on the line before the offset, without the blanks it begins with. */
  readonly typed: Span;
  /** What stands on the line behind the offset, without surrounding blanks. */
  readonly rest: string;
  /** The end of the last visible character of the letter before `typed`; the letter's start where there is none. */
  readonly before: number;
  /** Something new may begin where `typed` begins: it is no wrapped line of a sentence. */
  readonly fresh: boolean;
  /** The item that began last before `typed`. */
  readonly item: DisputedItem | undefined;
  /** No text of that item stands behind this line. */
  readonly afterItem: boolean;
  /** The section whose heading stands last before `typed`. */
  readonly section: Section | undefined;
  /** In the part of the letter that holds the disputed items. */
  readonly amongItems: boolean;
}

/** Describes the place of `offset` in `letter`, which must hold it. Time linear in the text. */
export function placeOf(text: string, letter: Letter, offset: number, catalogue: Catalogue): Place {
  const manner = mannerOf(text, letter);
  const line = lineOf(text, letter.span, offset);
  const typed = { start: Math.min(visibleStart(text, line.start, offset), offset), end: offset };
  const before = visibleEnd(text, letter.span.start, typed.start);
  const item = letter.items.filter(({ span }) => span.start < typed.start).at(-1);
  const section = letter.sections.filter(({ heading }) => heading.start < typed.start).at(-1);
  const introduced = letter.introduction !== null && letter.introduction.end <= typed.start && (section?.heading.start ?? -1) < letter.introduction.start;
  return {
    text,
    letter,
    catalogue,
    manner,
    offset,
    line,
    typed,
    rest: text.slice(offset, line.end).trim(),
    before,
    fresh: beginsAnew(text, letter, typed.start),
    item,
    afterItem: item !== undefined && item.span.end <= line.end,
    section,
    amongItems: section?.kind === 'issues' || introduced || (item !== undefined && item.span.start > (section?.heading.start ?? -1)),
  };
}

/** The letter after an edit, as the reader takes it, in offsets of the letter alone. */
export function rereadLetter({ text, letter }: Place, span: Span, newText: string): Letter | undefined {
  const edited = text.slice(letter.span.start, span.start) + newText + text.slice(span.end, letter.span.end);
  return readLetters(edited)[0] ?? unfinishedLetter(edited);
}

function lineOf(text: string, letter: Span, offset: number): Span {
  let start = offset;
  while (start > letter.start && !startsAt(text, start)) start -= 1;
  return { start, end: lineEnd(text, offset, letter.end) };
}

/** A line starts right here, not only behind blanks. */
function startsAt(text: string, offset: number): boolean {
  return offset === 0 || /[\r\n\f\v\u0085\u2028\u2029]/.test(text.charAt(offset - 1));
}

/**
 * Something new may begin at `start` (offset in the text): it is the first of
 * its line, and what stands before it has come to an end.
 */
export function beginsAnew(text: string, letter: Letter, start: number): boolean {
  if (!startsLine(text, start)) return false;
  const before = visibleEnd(text, letter.span.start, start);
  if (before === letter.span.start) return true;
  if (fixedWordsEndAt(letter, before) || /[.?!:]["”’')\]]?$/.test(text.slice(Math.max(letter.span.start, before - 2), before))) return true;
  const lines = linesOf(text);
  const above = lines.at(before - 1);
  for (let line = above + 1; line < lines.at(start); line += 1) if (lines.isBreak(line)) return true;
  // Where every line is followed by an empty one, a paragraph's last line is known by being short.
  return lines.at(start) > above + 1 && lines.to[above]! - lines.from[above]! < lines.width * SHORT;
}

function fixedWordsEndAt(letter: Letter, end: number): boolean {
  return (
    letter.introduction?.end === end ||
    letter.sections.some(({ heading }) => heading.end === end) ||
    letter.items.some(({ decision, fields }) => decision?.span.end === end || fields.some(({ label }) => label.end === end))
  );
}

/**
 * What is typed is the beginning of `words` (case and the width of blanks do
 * not matter), and at least `least` letters of it; nothing typed always fits.
 */
export function begins(typed: string, words: string, least = 1): boolean {
  const folded = fold(typed);
  return folded === '' || (folded.length >= least && fold(words).startsWith(folded));
}

function fold(words: string): string {
  return words.replace(/\s+/g, ' ').trim().toLowerCase();
}
