import type { Layout } from './layout';

/**
 * Writes a layout as text: lines no longer than `width` code units, where blanks
 * allow it, and a line end behind the last word.
 */
export function wrapped(text: string, { words, gaps, unbreakable }: Layout, width: number, lineEnd: string): string {
  if (words.length === 0) return text;
  const blanksStay = new Uint8Array(words.length);
  const ownLength = (index: number): number => words[index]!.end - words[index]!.start - (gaps[index + 1] === 'drop-hyphen' ? 1 : 0);
  // From each word to the next place where a line may end.
  const reach = new Int32Array(words.length);
  for (let index = words.length - 1; index >= 0; index--) {
    const next = index + 1;
    const gap = gaps[next];
    let rest = 0;
    if (gap === 'none' || gap === 'join' || gap === 'drop-hyphen' || gap === 'as-is') rest = reach[next]!;
    else if (gap === 'tied') rest = 1 + reach[next]!;
    else if (gap === 'blank' && width !== Infinity && unbreakable(next)) {
      blanksStay[next] = 1;
      rest = 1 + reach[next]!;
    }
    reach[index] = ownLength(index) + rest;
  }

  // A byte order mark opens a file; it is no white space of the letter.
  const parts: string[] = [text.startsWith('\ufeff') ? '\ufeff' : ''];
  let column = 0;
  words.forEach((word, index) => {
    const gap = gaps[index];
    if (index > 0) {
      if (gap === 'paragraph') parts.push(lineEnd, lineEnd);
      else if (gap === 'line') parts.push(lineEnd);
      else if (gap === 'as-is') parts.push(text.slice(words[index - 1]!.end, word.start));
      else if (gap === 'tied') parts.push(' ');
      else if (gap === 'blank') parts.push(blanksStay[index] === 0 && column + 1 + reach[index]! > width ? lineEnd : ' ');
      const put = parts.at(-1)!;
      if (gap === 'tied' || gap === 'blank') column = put === ' ' ? column + 1 : 0;
      else if (gap === 'line' || gap === 'paragraph') column = 0;
    }
    const length = ownLength(index);
    parts.push(text.slice(word.start, word.start + length));
    column += length;
  });
  parts.push(lineEnd);
  return parts.join('');
}
