import type { Lines } from './lines';
import { lettersOf } from './phrase';
import { ABBREVIATION, ADDRESS, CONCLUDED, CONCLUSION, ENDS_CONCLUDED, FINITE, FURNITURE, MAY_END, PROSE, SENTENCE, STOPS, TOLD, VERBS, VERDICT } from './prose';

/**
 * Where an item's heading starts. It ends where its decision (or the first
 * label) stands; upwards it may wrap over several lines, and in some
 * extractions it follows the last rationale without a blank line between.
 */

/** Longest heading observed in letters: 550 characters, five lines. */
const MOST_CHARACTERS = 900;
const MOST_LINES = 14;

/** A paragraph with a full stop inside is still one heading when it is no longer than this. */
const SHORT_PARAGRAPH = 420;

export interface HeadingStart {
  /** Offset of the first character. */
  readonly start: number;
  /** Something in the text says that the heading starts here; without it, nothing but the fixed words above. */
  readonly certain: boolean;
}

/**
 * Where the heading starts whose last line is `last`. `floor` is the line of
 * the fixed words above (label, heading or introduction): a heading starts
 * below it. `introduced`: nothing but this heading stands between the
 * introduction and its decision. Looks at a bounded number of lines.
 */
export function headingStart(text: string, lines: Lines, last: number, floor: number, introduced = false): HeadingStart {
  const end = lines.to[last]!;
  if (introduced) {
    const first = firstBelow(text, lines, floor, last);
    const words = text.slice(lines.from[first]!, end);
    if (words.length <= MOST_CHARACTERS && words.search(CONCLUDED) < 0) return { start: lines.from[first]!, certain: true };
  }
  const apart = ownParagraph(text, lines, last, floor) ?? belowConclusion(text, lines, last, floor);
  if (apart !== null) return { start: lines.from[apart]!, certain: true };
  const walked = walkUp(text, lines, last, floor);
  const cut = behindConclusion(text, walked.start, end);
  if (cut !== null) return { start: cut, certain: true };
  return behindProse(text, lines, walked, last) ?? upToConclusion(text, lines, walked, last, floor) ?? walked;
}

/**
 * The paragraph that `last` ends and that blank lines set apart on both sides: a heading whatever its words are, since
 * requests may speak as rationales do ("The request for …", "if recommended"). `null` where a sentence or a page ends inside.
 */
function ownParagraph(text: string, lines: Lines, last: number, floor: number): number | null {
  if (!standsAboveBlank(text, lines, last)) return null;
  let top = last;
  for (let line = last - 1; line > floor && last - line <= MOST_LINES; line--) {
    if (lines.isPageBreak(line)) return null;
    if (lines.isBreak(line)) {
      const block = text.slice(lines.from[top]!, lines.to[last]!);
      return top < last && block.length <= MOST_CHARACTERS && block.search(CONCLUDED) < 0 && !isOpenTemplate(block) && !isAloneDecision(text, lines, top) ? top : null;
    }
    if (lines.isBlank(line)) continue;
    const spelling = words(text, lines, line);
    if (STOPS.test(spelling) && !ABBREVIATION.test(spelling)) return null;
    if (/\bnot\s{1,6}medically\s{1,6}necessary$|\band\s{1,6}appropriate$/i.test(spelling)) return null;
    top = line;
  }
  return null;
}

/** A blank line follows, behind the decision where that has a line of its own. */
function standsAboveBlank(text: string, lines: Lines, last: number): boolean {
  if (last + 1 < lines.count && isAloneDecision(text, lines, last + 1)) return lines.isBlank(last + 2);
  return lines.isBlank(last + 1);
}

/**
 * The line below a rationale's conclusion where no further sentence ends before `last`. What follows a conclusion
 * without a full stop and gives no verdict or advice is the next heading. `null` where a paragraph ends in between.
 */
function belowConclusion(text: string, lines: Lines, last: number, floor: number): number | null {
  let top: number | null = null;
  for (const { line, spelling } of paragraphAbove(text, lines, last - 1, last, floor, SHORT_PARAGRAPH + 200)) {
    if (ENDS_CONCLUDED.test(spelling)) {
      return top === null || VERDICT.test(text.slice(lines.from[top]!, lines.to[last]!)) ? null : top;
    }
    if (line === floor || STOPS.test(spelling) || /[a-z)]{3}\.\s{1,4}[A-Z]/.test(spelling)) return null;
    // A sentence that lacks its full stop, and a heading that begins below it.
    if (FINITE.test(spelling) && !/[,;]$|\b(?:and|or|with|for|of|the|to)$/i.test(spelling) && /^[A-Z0-9(]/.test(text[lines.from[top ?? last]!]!)) return null;
    top = line;
  }
  return null;
}

function firstBelow(text: string, lines: Lines, floor: number, last: number): number {
  let line = floor + 1;
  while (line < last && (lines.isBlank(line) || FURNITURE.test(words(text, lines, line)))) line++;
  return line;
}

/** The last conclusion inside what was walked over: the heading starts behind it, on the same line even. */
function behindConclusion(text: string, start: number, end: number): number | null {
  let behind: number | null = null;
  for (const found of text.slice(start, end).matchAll(CONCLUDED)) behind = start + found.index + found[0].length;
  return behind === null || behind >= end ? null : behind;
}

/** What was walked over holds a rationale that ends without a full stop: the heading starts below its last line of prose. */
function behindProse(text: string, lines: Lines, walked: HeadingStart, last: number): HeadingStart | null {
  const block = text.slice(walked.start, lines.to[last]!);
  if (!PROSE.test(block) || !FINITE.test(block) || /\bthe\s{1,6}original\s{1,6}request\b/i.test(block)) return null;
  let below = last;
  for (let line = last - 1; line >= 0 && lines.from[line]! >= walked.start; line--) {
    if (lines.isBlank(line)) continue;
    if (VERBS.test(words(text, lines, line))) return { start: lines.from[below]!, certain: true };
    below = line;
  }
  return null;
}

/**
 * The walk may have stopped at a full stop or a short line inside a request
 * (capitals are wide, lists are short). Lines without a verb belong to it when
 * right above them a rationale has come to its conclusion.
 */
function upToConclusion(text: string, lines: Lines, walked: HeadingStart, last: number, floor: number): HeadingStart | null {
  const first = lines.at(walked.start);
  if (lines.from[first] !== walked.start) return null;
  let candidate: number | null = null;
  for (const { line, spelling } of paragraphAbove(text, lines, first - 1, last, floor, MOST_CHARACTERS + 200)) {
    if (ENDS_CONCLUDED.test(spelling)) return candidate === null ? null : { start: lines.from[candidate]!, certain: true };
    if (line === floor || VERBS.test(spelling)) return null;
    candidate = line;
  }
  return null;
}

/** The lines with words from `from` up, as far as their paragraph goes and they may belong to a heading that ends with `last`. */
function* paragraphAbove(text: string, lines: Lines, from: number, last: number, floor: number, longest: number): Generator<{ readonly line: number; readonly spelling: string }> {
  for (let line = from; line >= Math.max(0, floor) && last - line <= MOST_LINES && lines.to[last]! - lines.from[line]! <= longest; line--) {
    if (lines.isBlank(line)) {
      if (lines.isBreak(line)) return;
      continue;
    }
    const spelling = words(text, lines, line);
    if (!FURNITURE.test(spelling)) yield { line, spelling };
  }
}

function words(text: string, lines: Lines, line: number): string {
  return text.slice(lines.from[line]!, lines.to[line]!);
}

/** Walks up by sentence ends, short lines and paragraph breaks. */
function walkUp(text: string, lines: Lines, last: number, floor: number): HeadingStart {
  const end = lines.to[last]!;
  let top = last;
  let sureBelowFloor = true;
  const paragraph = shortParagraph(text, lines, last, floor);
  if (paragraph !== undefined) return { start: lines.from[paragraph]!, certain: true };
  for (let line = last - 1; ; line--) {
    if (line <= floor) return { start: lines.from[top]!, certain: sureBelowFloor && line === floor && isWholeLineAbove(lines, floor, top) };
    if (lines.isBlank(line)) {
      if (lines.isBreak(line) && !isAloneDecision(text, lines, top)) {
        // A page break inside a partial decision leaves a blank line between its sentences.
        const above = previousText(lines, line, floor);
        if (above === undefined || !isOpenTemplate(text.slice(lines.from[top]!, end))) return { start: lines.from[top]!, certain: true };
      }
      continue;
    }
    if (last - line > MOST_LINES || end - lines.from[line]! > MOST_CHARACTERS) {
      return { start: lines.from[top]!, certain: false };
    }
    const open = isOpenTemplate(text.slice(lines.from[top]!, end));
    if (!open && !isAloneDecision(text, lines, top)) {
      if (endsSentence(text, lines, line) || endsToldSentence(text, lines, line, top, floor) || isShortLine(text, lines, line, top)) return { start: lines.from[top]!, certain: true };
    }
    sureBelowFloor = false;
    top = line;
  }
}

/** The paragraph that `last` ends, if blank lines set it apart and it cannot hold a rationale's sentence; its first line. */
function shortParagraph(text: string, lines: Lines, last: number, floor: number): number | undefined {
  let top = last;
  for (let line = last - 1; line > floor && last - line <= MOST_LINES; line--) {
    if (lines.isBlank(line)) {
      if (!lines.isBreak(line)) continue;
      const above = previousText(lines, line, floor);
      const closed = above === undefined || endsSentence(text, lines, above) || /[:;]$/.test(text.slice(lines.from[above]!, lines.to[above]!));
      const words = text.slice(lines.from[top]!, lines.to[last]!);
      const fits = words.length <= SHORT_PARAGRAPH && !SENTENCE.test(words) && !isAloneDecision(text, lines, top);
      return closed && fits ? top : undefined;
    }
    top = line;
  }
  return undefined;
}

/** A partial decision's heading that does not reach back to its first sentence yet. */
function isOpenTemplate(block: string): boolean {
  const letters = lettersOf(block);
  const later = /authorizedbytheclaimsadministrator|claimsadministratorauthorized|remainingimreligible|imreligible|theoriginalrequest/.test(letters);
  if (!later) return /^(?:was the |were the |the )?original request\b/i.test(block) && !/(?:was|were) the original request/i.test(block);
  return !/w(?:as|ere)theoriginalrequest/.test(letters) || /^(?:w(?:as|ere))?theoriginalrequest/.test(letters);
}

function endsSentence(text: string, lines: Lines, line: number): boolean {
  const words = text.slice(Math.max(lines.from[line]!, lines.to[line]! - 24), lines.to[line]!);
  return (/[.?!]["”’')\]]?$/.test(words) && !ABBREVIATION.test(words)) || CONCLUSION.test(words) || ADDRESS.test(words);
}

/** "He may go on with pool exercise etc.": an abbreviation at the end of what reads as a sentence, and a capital below. */
function endsToldSentence(text: string, lines: Lines, line: number, next: number, floor: number): boolean {
  if (!MAY_END.test(text.slice(Math.max(lines.from[line]!, lines.to[line]! - 12), lines.to[line]!))) return false;
  if (!/^[A-Z0-9]/.test(text[lines.from[next]!]!)) return false;
  let from = line;
  for (let above = line - 1, count = 0; above > floor && count < 2; above--) {
    if (lines.isBlank(above)) {
      if (lines.isBreak(above)) break;
      continue;
    }
    if (endsSentence(text, lines, above)) break;
    from = above;
    count++;
  }
  const sentence = text.slice(Math.max(lines.from[from]!, lines.to[line]! - MOST_CHARACTERS), lines.to[line]!);
  return TOLD.test(sentence) && !/\boriginal\s{1,6}request\b/i.test(sentence);
}

/** The line was left although the next word would have fitted: a paragraph ended there. */
function isShortLine(text: string, lines: Lines, line: number, next: number): boolean {
  const length = lines.to[line]! - lines.from[line]!;
  const word = /^\S{1,40}/.exec(text.slice(lines.from[next]!, lines.from[next]! + 40))?.[0].length ?? 0;
  return length + 1 + word < lines.width * 0.75;
}

function isAloneDecision(text: string, lines: Lines, line: number): boolean {
  return lines.to[line]! - lines.from[line]! <= 14 && /^:?\s*[A-Za-z]+[.]?$/.test(text.slice(lines.from[line]!, lines.to[line]!))
    && /^:?\s*(?:upheld|uphold|overturned?)/i.test(text.slice(lines.from[line]!, lines.to[line]!));
}

function previousText(lines: Lines, line: number, floor: number): number | undefined {
  for (let above = line - 1; above > floor && line - above < 8; above--) if (!lines.isBlank(above)) return above;
  return undefined;
}

/** Nothing but blank lines lie between the fixed words above and the heading's first line. */
function isWholeLineAbove(lines: Lines, floor: number, top: number): boolean {
  for (let line = floor + 1; line < top; line++) if (!lines.isBlank(line)) return false;
  return true;
}
