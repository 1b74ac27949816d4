import type { Span } from './letter';
import { isSpace, PAGE_BLANK } from './lines';

/**
 * Running lines: page numbers, footers and headers, which extraction leaves
 * between the lines of a letter, inside sentences even. They belong to the page
 * and not to the letter, so the reader works on a text in which they are blank;
 * offsets stay the document's.
 */

/** Words that a running line holds; where one is found, its whole line is looked at. */
const HINT = /Final[ \t]{1,3}Determination[ \t]{1,3}Letter[ \t]{1,3}for|\bPage[ \t]{1,3}\d|[-–—][ \t]{0,3}\d{1,3}[ \t]{0,3}[-–—]/gi;

/** A line that is a page's wherever it stands. */
const RUNNING =
  /^(?:(?:[^\s:]{1,12}[ \t]{1,6}){0,2}Final[ \t]{1,3}Determination[ \t]{1,3}Letter[ \t]{1,3}for[ \t]{1,3}IMR[ \t]{1,3}Case[ \t]{1,3}Number(?![ \t]*:)[^:]{0,40}|[-–—|]?[ \t]{0,3}Page[ \t]{1,3}\d{1,3}(?:[ \t]{1,3}of[ \t]{1,3}\d{1,3})?[ \t]{0,3}[-–—|]?|[-–—][ \t]{0,3}\d{1,3}[ \t]{0,3}[-–—])$/i;

/** A number or a case number alone: a page's only beside a form feed or another running line. */
const BESIDE_PAGE = /^(?:\d{1,3}(?:[ \t]{1,3}of[ \t]{1,3}\d{1,3})?|CM\d{2}-\d{5,8}(?:[ \t]{1,6}\d{1,3})?)$/i;

/** The row of a case header, above or below a case number that is its value. */
const HEADER_ABOVE = /:\s*$/;
const HEADER_BELOW = /^\s*(?:\d{1,2}\s?[/-]|date|case)/i;

const BLANK = String.fromCharCode(PAGE_BLANK);
const LONGEST = 120;
const LONGEST_BESIDE = 30;
const NEAR = 40;

/** The running lines of a text, in order, each without the blanks at its ends. */
export function runningLines(text: string): Span[] {
  const pages: Span[] = [];
  for (const found of text.matchAll(HINT)) {
    const line = lineAround(text, found.index);
    if (line && line.start !== pages.at(-1)?.start && RUNNING.test(text.slice(line.start, line.end))) pages.push(line);
  }
  for (let feed = text.indexOf('\f'); feed >= 0; feed = text.indexOf('\f', feed + 1)) pages.push({ start: feed, end: feed });
  pages.sort((a, b) => a.start - b.start);

  const running: Span[] = [];
  let done = 0;
  const add = (line: Span | undefined): void => {
    if (!line || line.start < done || line.end === line.start) return;
    running.push(line);
    done = line.end;
  };
  for (const page of pages) {
    add(numberAbove(text, page.start, done));
    add(page);
    add(numberBelow(text, page.end));
  }
  return running;
}

/** The text with its running lines blank, of the same length; the text itself where there are none. */
export function withoutRunningLines(text: string): string {
  const running = runningLines(text);
  if (running.length === 0) return text;
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of running) {
    parts.push(text.slice(done, start), BLANK.repeat(end - start));
    done = end;
  }
  return parts.join('') + text.slice(done);
}

/** The line that holds an offset, without the blanks at its ends; `undefined` where it is too long for a running line. */
function lineAround(text: string, offset: number): Span | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) if (offset - --start > LONGEST) return undefined;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) if (++end - offset > LONGEST) return undefined;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** `done`: what stands before it has been looked at already. */
function numberAbove(text: string, at: number, done: number): Span | undefined {
  let end = at;
  while (end > 0 && at - end < NEAR && isSpace(text.charCodeAt(end - 1))) end--;
  if (end <= done || end === at) return undefined;
  return besidePage(text, lineAround(text, end - 1));
}

function numberBelow(text: string, at: number): Span | undefined {
  let start = at;
  while (start < text.length && start - at < NEAR && isSpace(text.charCodeAt(start))) start++;
  if (start === text.length || start === at) return undefined;
  return besidePage(text, lineAround(text, start));
}

function besidePage(text: string, line: Span | undefined): Span | undefined {
  if (!line || line.end - line.start > LONGEST_BESIDE || !BESIDE_PAGE.test(text.slice(line.start, line.end))) return undefined;
  const inHeader = HEADER_ABOVE.test(text.slice(Math.max(0, line.start - NEAR), line.start)) || HEADER_BELOW.test(text.slice(line.end, line.end + NEAR));
  return inHeader ? undefined : line;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 12;
}
