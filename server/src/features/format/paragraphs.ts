import type { Span } from '../../letter';
import type { Gap } from './gaps';
import type { LineEnds } from './line-ends';
import { endsSentence, flowsOn, listMarker, opensList } from './sentences';

/** A page break inside a sentence is believed only behind so much of a paragraph; less is a list of short lines. */
const ENOUGH_TEXT = 50;

/**
 * What becomes of the white space before word `index` of running text. `length`
 * is the number of visible characters and blanks since the last line end that
 * was kept, `marker` the list marker with which that line began.
 *
 * The words and kept line ends alone decide wherever a wrapped line could be
 * in question, so that formatted text is judged as before.
 */
export function gapInProse(text: string, words: readonly Span[], ends: LineEnds, index: number, length: number, marker: string | undefined): Gap {
  if (!ends.isLineEnd(index)) return 'blank';
  const last = text.slice(words[index - 1]!.start, words[index - 1]!.end);
  const next = text.slice(words[index]!.start, words[index]!.end);
  const inside = flowsOn(last, next);
  if (ends.isBreak(index)) return inside && length >= ENOUGH_TEXT ? 'blank' : 'paragraph';
  const list = listMarker(next);
  if (list !== undefined && (list === marker || (opensList(next) && /[.:;,?!)]$/.test(last)))) return 'line';
  if (inside || list !== undefined || !ends.isDeliberate(index)) return 'blank';
  if (endsSentence(last)) return 'paragraph';
  return /^[\p{Lu}\p{N}("“]/u.test(next) ? 'line' : 'blank';
}
