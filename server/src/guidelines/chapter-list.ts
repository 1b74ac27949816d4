import type { Squeezed } from './squeezed';

const CHAPTERS = /chapters(?=\d)/y;
const NUMBER = /\d{1,2}(?!\d)/y;
const ANOTHER = /,?(?:and)?(?=\d)/y;
const CHAPTER = /(?:acoem,?)?(?:chapter|ch\.)\d{1,2}(?!\d)/g;

/** A chapter's number and where it stands, in squeezed text. */
export interface ListedChapter {
  readonly chapter: string;
  readonly begin: number;
  readonly end: number;
}

/** `Chapters 8, 9 and 12` at `from`: each number with its place; empty where no such list begins. */
export function chapterList(text: Squeezed, from: number, to: number): ListedChapter[] {
  CHAPTERS.lastIndex = from;
  const word = text.boundary(from) ? CHAPTERS.exec(text.s) : null;
  if (word === null) return [];
  const chapters: ListedChapter[] = [];
  let at = from + word[0].length;
  for (;;) {
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(text.s);
    if (number === null || at + number[0].length > to) break;
    const end = at + number[0].length;
    chapters.push({ chapter: number[0], begin: chapters.length === 0 ? from : at, end });
    ANOTHER.lastIndex = end;
    const another = ANOTHER.exec(text.s);
    if (another === null || another[0] === '') break;
    at = end + another[0].length;
  }
  return chapters;
}

/** Where the next `Chapter 12` or `ACOEM Chapter 12` begins in `[from, to)`; `to` where none does. */
export function nextChapter(text: Squeezed, from: number, to: number): number {
  const stretch = text.s.slice(0, to);
  CHAPTER.lastIndex = from;
  for (let match = CHAPTER.exec(stretch); match !== null; match = CHAPTER.exec(stretch)) {
    if (text.boundary(match.index) && text.boundary(match.index + match[0].length)) return match.index;
  }
  return to;
}
