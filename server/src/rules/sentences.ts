import type { Span } from '../letter';

/**
 * What may end a sentence: the mark with closing quotes or brackets, then white
 * space, or a word glued to it (`2006.Medical`, observed in letters).
 */
const ENDS = /[.!?]["”’')\]]{0,3}(?=\s|$|[A-Z][a-z])/g;

/** Words whose full stop ends no sentence. Source: observed in letters. */
const SHORT = new Set(
  'dr mr mrs ms st jr sr no nos vs eg ie pg pgs p pp al approx fig inc ed eds vol sec ch chap dept est etc cf resp ca jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '),
);

/** Longest word that is looked at before a full stop. */
const LONGEST_SHORT = 7;

/**
 * The sentences of a stretch of text in order, white space around them left
 * out; line breaks and empty lines inside are no ends, since extraction doubles
 * them. What has no full stop is one sentence. Half-open, UTF-16 code units;
 * time linear in the stretch.
 */
export function sentencesIn(text: string, within: Span): Span[] {
  const words = text.slice(within.start, within.end);
  const sentences: Span[] = [];
  let start = 0;
  for (const end of words.matchAll(ENDS)) {
    const after = end.index + end[0].length;
    if (end[0].startsWith('.') && !endsSentence(words, end.index, after)) continue;
    add(start, after);
    start = after;
  }
  add(start, words.length);
  return sentences;

  function add(from: number, to: number): void {
    let [first, last] = [from, to];
    while (first < last && isSpace(words, first)) first += 1;
    while (last > first && isSpace(words, last - 1)) last -= 1;
    if (last > first) sentences.push({ start: within.start + first, end: within.start + last });
  }
}

function endsSentence(words: string, stop: number, after: number): boolean {
  const before = /[A-Za-z.]+$/.exec(words.slice(Math.max(0, stop - LONGEST_SHORT), stop))?.[0] ?? '';
  const word = before.slice(before.lastIndexOf('.') + 1);
  const next = /\S/.exec(words.slice(after, after + 40))?.[0];
  // A sentence begins with a capital, a figure or a quote; a small letter goes on with the one before.
  if (next !== undefined && /[a-z]/.test(next)) return false;
  // `2-10 days after... The rental`: what an omission ends goes on with a small letter.
  if (before.endsWith('..')) return true;
  // `e.g.`, `i.e.`, an initial, `Dr.`: followed by a word of the same sentence.
  if (before.includes('.') && word.length <= 1) return next === undefined;
  if (word.length === 1 && /[A-Z]/.test(word)) return false;
  return !SHORT.has(word.toLowerCase()) || next === undefined;
}

function isSpace(words: string, offset: number): boolean {
  return /\s/.test(words.charAt(offset));
}
