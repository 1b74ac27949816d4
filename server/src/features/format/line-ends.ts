import type { Span } from '../../letter';
import type { Lines } from '../../letter/lines';
import { flowsOn } from './sentences';

/** A line end is deliberate where the next word would have fitted into this share of the usual width. */
const SHORT = 0.75;
/** The same, as a share of the width that is asked for. A line wrapped to that width is never short. */
const SHORT_OF_WANTED = 0.7;

/** Lines longer than this were never wrapped (the widest wrapped text observed has 100 characters). */
const NEVER_WRAPPED = 130;
/** In text that was wrapped, more than this share of line ends stands inside a sentence. */
const INSIDE_SENTENCE = 0.12;

/** What stands in the line ends before the words of a text; an index is a word's. */
export interface LineEnds {
  isLineEnd(index: number): boolean;
  /** A blank line that parts paragraphs. */
  isBreak(index: number): boolean;
  /** The line above was left although this word would have fitted. */
  isDeliberate(index: number): boolean;
}

/**
 * Reads the line ends of a text once; `width` is what lines are to be wrapped
 * to, `Infinity` for none. What the reader's lines cannot tell (whether every
 * line is a paragraph) is told by how many line ends stand inside a sentence.
 */
export function lineEndsOf(text: string, words: readonly Span[], lines: Lines, width: number): LineEnds {
  const lineOf = new Int32Array(words.length);
  const lineEnd = new Uint8Array(words.length);
  /** 0, 1, or 2 for more. */
  const blankLine = new Uint8Array(words.length);
  const page = new Uint8Array(words.length);
  const broken = new Uint8Array(words.length);
  const wordText = (index: number): string => text.slice(words[index]!.start, words[index]!.end);

  let visibleLines = 1;
  let ends = 0;
  let endsInside = 0;
  let unclear = 0;
  let unclearInside = 0;
  let plain = 0;
  let single = 0;
  let singleInside = 0;
  let line = 0;
  words.forEach((word, index) => {
    const above = line;
    while (line + 1 < lines.count && lines.start[line + 1]! <= word.start) line++;
    lineOf[index] = line;
    if (index === 0 || line === above) return;
    for (let i = words[index - 1]!.end; i < word.start; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || code === 13 || code === 12) lineEnd[index] = 1;
      if (code === 12) page[index] = 1;
    }
    if (lineEnd[index] === 0) return;
    visibleLines++;
    for (let between = above + 1; between < line; between++) {
      blankLine[index] = Math.min(2, blankLine[index]! + 1);
      if (lines.isBreak(between)) broken[index] = 1;
    }
    const inside = flowsOn(wordText(index - 1), wordText(index));
    if (blankLine[index] === 0) plain++;
    else if (blankLine[index] === 1) {
      single++;
      if (inside) singleInside++;
    }
    if (blankLine[index]! > 0 && broken[index] === 0 && page[index] === 0) {
      unclear++;
      if (inside) unclearInside++;
    }
    if (broken[index] === 0) {
      ends++;
      if (inside) endsInside++;
    }
  });
  // Nearly every line is followed by one empty line: line ends were doubled, or each line is a whole paragraph.
  const blankLinesBreak = unclear > visibleLines * 0.4 && unclearInside < unclear * INSIDE_SENTENCE;
  // Line ends were doubled, in a letter of so many short paragraphs that they hide it from the reader.
  const doubled = plain < visibleLines * 0.1 && single > visibleLines * 0.3 && singleInside > single * 0.3;
  const neverWrapped = lines.width > NEVER_WRAPPED && endsInside < ends * INSIDE_SENTENCE;
  const short = Math.min(usualWidth(lines) * SHORT, width * SHORT_OF_WANTED);

  const isBreak = (index: number): boolean => {
    if (broken[index] === 1) return !(doubled && blankLine[index] === 1);
    return blankLinesBreak && blankLine[index]! > 0 && page[index] === 0;
  };

  const isDeliberate = (index: number): boolean => {
    if (neverWrapped) return true;
    const above = lineOf[index - 1]!;
    const word = words[index]!;
    return lines.to[above]! - lines.from[above]! + 1 + word.end - word.start < short;
  };

  return { isLineEnd: (index) => lineEnd[index] === 1, isBreak, isDeliberate };
}

/** The width that lines were wrapped to, nearly always, paragraphs that were never wrapped left aside. */
function usualWidth(lines: Lines): number {
  if (lines.width <= NEVER_WRAPPED) return lines.width;
  const lengths: number[] = [];
  for (let line = 0; line < lines.count; line++) {
    const length = lines.to[line]! - lines.from[line]!;
    if (length > 0 && length <= NEVER_WRAPPED) lengths.push(length);
  }
  lengths.sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0;
}
