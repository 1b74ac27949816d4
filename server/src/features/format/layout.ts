import type { Letter, Span } from '../../letter';
import { isSpace } from '../../letter/lines';
import { marksOf } from '../../letter/marks';
import { withoutRunningLines } from '../../letter/running-lines';
import { anchorsOf, type Anchors, type Part } from './anchors';
import { isDecisionWord, startsFixedPhrase } from './fixed-words';
import { stronger, type Gap } from './gaps';
import { brokenWords } from './hyphens';
import { lineEndsOf, type LineEnds } from './line-ends';
import { gapInProse } from './paragraphs';
import { listMarker } from './sentences';
import { wordFrom, wordsOf } from './words';

/** A letter as words and what stands before each of them. */
export interface Layout {
  readonly words: readonly Span[];
  readonly gaps: readonly Gap[];
  /** No line may be broken before this word: at a line's start it would mean something else. */
  readonly unbreakable: (index: number) => boolean;
}

/** Decides for every run of white space what becomes of it. Time linear in the text. */
export function layOut(text: string, letters: readonly Letter[], width: number): Layout {
  const marked = marksOf(withoutRunningLines(text));
  const anchors = anchorsOf(text, letters, marked);
  const cuts = [...anchors.before.keys()].sort((a, b) => a - b);
  const words = wordsOf(text, cuts);
  const ends = lineEndsOf(text, words, marked.lines, width);
  const brokenWord = brokenWords(text, letters, words, ends);
  const sets = setsOf(words, anchors.parts);
  const forced = forcedGaps(words, anchors, ends);
  const wordText = (index: number): string => text.slice(words[index]!.start, words[index]!.end);

  const gaps: Gap[] = [];
  let length = 0;
  let marker: string | undefined;
  for (let index = 0; index < words.length; index++) {
    const gap = index === 0 ? 'none' : gapBefore(index);
    gaps.push(gap);
    if (gap === 'line' || gap === 'paragraph' || index === 0) {
      length = 0;
      marker = listMarker(wordText(index));
    }
    length += 1 + words[index]!.end - words[index]!.start;
  }

  function gapBefore(index: number): Gap {
    const from = words[index - 1]!.end;
    const to = words[index]!.start;
    const wanted = forced[index];
    if (wanted !== undefined && wanted !== 'none') return wanted;
    if (from === to) return 'none';
    if (isInvisible(text, from, to)) return 'as-is';
    const broken = brokenWord(index);
    if (broken !== undefined && !(ends.isBreak(index) && listMarker(wordText(index)) !== undefined)) return broken;
    switch (sets[index]) {
      case 'tied':
        return wordText(index) === ':' ? 'join' : 'tied';
      case 'flow':
        return 'blank';
      case 'header':
        if (!ends.isLineEnd(index)) return 'blank';
        return ends.isBreak(index) ? 'paragraph' : 'line';
      default:
        return gapInProse(text, words, ends, index, length, marker);
    }
  }

  const unbreakable = (index: number): boolean => {
    const word = wordText(index);
    return listMarker(word) !== undefined || isDecisionWord(word) || isDecisionWord(wordText(index - 1)) || startsFixedPhrase(text, words, index);
  };
  return { words, gaps, unbreakable };
}

/** White space of no width and no line end: nobody sees it, so it stays. */
function isInvisible(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) !== 0x200b && text.charCodeAt(i) !== 0xfeff) return false;
  return isSpace(text.charCodeAt(from));
}

/** The part that a word stands in together with the word before it. */
function setsOf(words: readonly Span[], parts: readonly Part[]): (Part['set'] | undefined)[] {
  const sets: (Part['set'] | undefined)[] = new Array<Part['set'] | undefined>(words.length).fill(undefined);
  for (const { span, set } of parts) {
    for (let index = wordFrom(words, span.start + 1); index < words.length && words[index]!.start < span.end; index++) sets[index] = set;
  }
  return sets;
}

/** What the letter's form asks for before its words. */
function forcedGaps(words: readonly Span[], { before, paragraphEnds }: Anchors, ends: LineEnds): (Gap | undefined)[] {
  const forced: (Gap | undefined)[] = new Array<Gap | undefined>(words.length).fill(undefined);
  const put = (index: number, gap: Gap): void => {
    if (index < words.length) forced[index] = stronger(forced[index], gap);
  };
  for (const [offset, gap] of before) put(wordFrom(words, offset), gap);
  let done = 0;
  for (const end of paragraphEnds) {
    const first = wordFrom(words, end);
    // Two ends on one line share its line end.
    if (first < done) continue;
    for (let index = first; index < words.length; index++) {
      done = index + 1;
      if (forced[index] === 'paragraph') break;
      if (!ends.isLineEnd(index)) continue;
      put(index, 'paragraph');
      break;
    }
  }
  return forced;
}
