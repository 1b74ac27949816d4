import type { Span } from '../../letter';

/**
 * A text with all of its white space and hyphens left out and its quotation marks made plain.
 *
 * Extractions of one letter differ in exactly these: lines broken elsewhere, blanks doubled, words
 * glued or broken at a hyphen, typographical marks or plain ones (observed in letters). Passages are
 * compared in this form and then found again in the text that the editor shows.
 */
export interface Folded {
  /** The text as it is. */
  readonly source: string;
  /** The folded text. */
  readonly text: string;
  /** For each code unit of the folded text: the UTF-16 offset in the source that it comes from. */
  readonly offsets: Int32Array;
}

/** What takes no part in a comparison: white space, hyphens and dashes, invisible marks. */
const LEFT_OUT = /[\s\u00AD\u200B-\u200D\u2060\uFFFE\u0085\-\u2010-\u2015\u2212]/;
const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': "'",
  '\u2032': "'",
  '`': "'",
  '\u00B4': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u2033': '"',
  '\u2026': '...',
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
};

/** Folds a text. Takes any text; time grows linearly with it. */
export function folded(source: string): Folded {
  const pieces: string[] = [];
  let offsets = new Int32Array(source.length + 16);
  let length = 0;
  let from = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    // Most of a letter is this.
    if (code > 0x2d && code < 0x7f && code !== 0x60) {
      offsets[length++] = at;
      continue;
    }
    const character = source.charAt(at);
    const leftOut = LEFT_OUT.test(character);
    const plain = leftOut ? '' : PLAIN[character];
    if (plain === undefined) {
      offsets[length++] = at;
      continue;
    }
    if (from < at) pieces.push(source.slice(from, at));
    from = at + 1;
    if (plain === '') continue;
    pieces.push(plain);
    if (offsets.length < length + plain.length + source.length - at) offsets = grown(offsets);
    for (let part = 0; part < plain.length; part++) offsets[length++] = at;
  }
  if (from < source.length) pieces.push(source.slice(from));
  return { source, text: pieces.join(''), offsets: offsets.subarray(0, length) };
}

function grown(offsets: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(offsets.length * 2);
  larger.set(offsets);
  return larger;
}

/** A passage in folded form, for comparisons alone. */
export function foldedWords(passage: string): string {
  return folded(passage).text;
}

/** The first code unit of the folded text that comes from this offset of the source or from behind it. */
export function foldedOffset({ offsets }: Folded, offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A range of folded text as a span of the source: from its first character to its last, an empty one behind the character before it. */
export function sourceSpan({ offsets, source }: Folded, start: number, end: number): Span {
  if (start < end) return { start: offsets[start] ?? source.length, end: (offsets[end - 1] ?? source.length - 1) + 1 };
  const before = start > 0 ? (offsets[start - 1] ?? -1) + 1 : (offsets[0] ?? 0);
  return { start: before, end: before };
}

/** How strongly the source is broken between two code units of the folded text: a paragraph, a line, a sentence, a word, not at all. */
export function boundary({ offsets, source, text }: Folded, at: number): number {
  if (at <= 0 || at >= offsets.length) return 4;
  const from = (offsets[at - 1] ?? 0) + 1;
  const between = source.slice(from, Math.min(offsets[at] ?? from, from + 200));
  const lines = between.replace(/\r\n?/g, '\n').split('\n').length - 1;
  if (lines > 0 || between.includes('\f')) return lines > 1 ? 4 : 3;
  if (/\s/.test(between)) return /[.!?:]/.test(text.charAt(at - 1)) ? 2 : 1;
  return 0;
}
