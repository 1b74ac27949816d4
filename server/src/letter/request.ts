import type { Lines } from './lines';
import { lettersOf } from './phrase';

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

/** Words whose full stop ends no sentence, as requests have them ("Qty. 30", "5 mg. tabs."). */
const ABBREVIATION =
  /(?:^|[\s(])(?:qty|quant|no|nos|dr|mr|ms|mrs|st|vs|approx|mg|mcg|ml|tab|tabs|cap|caps|hr|hrs|wk|wks|wkly|dos|inj|eval|tx|rx|etc|e\.g|i\.e|inc|ref|refs|min|mins|max|lb|lbs|mo|mos|yr|yrs|ea|dx|b\.i\.d|t\.i\.d|q\.d|p\.o|p\.r\.n|ext|misc)\.$/i;

const SENTENCE = /\b(?:therefore|as such|medically necessary|is not|was not|are not|were not|has been|have been|had been|does not|do not)\b/i;

/** A rationale's last words, whose full stop is often forgotten (observed in letters). */
const CONCLUSION = /\b(?:medically necessary|and appropriate)$/i;

export interface HeadingStart {
  /** Offset of the first character. */
  readonly start: number;
  /** Something in the text says that the heading starts here; without it, nothing but the fixed words above. */
  readonly certain: boolean;
}

/**
 * Walks up from `last`, the heading's last line, to its first. `floor` is the
 * line of the fixed words above (label, heading or introduction): a heading
 * starts below it. Looks at a bounded number of lines.
 */
export function headingStart(text: string, lines: Lines, last: number, floor: number): HeadingStart {
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
      if (endsSentence(text, lines, line) || isShortLine(text, lines, line, top)) return { start: lines.from[top]!, certain: true };
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
  if (!later) return /^(?:was the |the )?original request\b/i.test(block) && !/was the original request/i.test(block);
  return !letters.includes('wastheoriginalrequest') || letters.startsWith('wastheoriginalrequest') || letters.startsWith('theoriginalrequest');
}

function endsSentence(text: string, lines: Lines, line: number): boolean {
  const words = text.slice(Math.max(lines.from[line]!, lines.to[line]! - 24), lines.to[line]!);
  return (/[.?!]["”’')\]]?$/.test(words) && !ABBREVIATION.test(words)) || CONCLUSION.test(words);
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
