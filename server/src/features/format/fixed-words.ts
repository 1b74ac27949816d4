import type { Span } from '../../letter';
import { LAYOUTS } from '../../letter/layouts';
import { lettersOf } from '../../letter/phrase';

/**
 * Words that mean something at the start or at the end of a line. A wrapped
 * line must not begin or end with them by chance.
 */
const PHRASES: readonly string[] = [
  ...new Set(
    [
      ...LAYOUTS.flatMap((layout) => [...layout.labels.map((label) => label.text), ...layout.headings.map((heading) => heading.text), ...layout.introduction, ...(layout.openings ?? []).map((opening) => opening.text)]),
      'Regarding the request for',
    ].map(lettersOf),
  ),
];
const LONGEST = Math.max(...PHRASES.map((letters) => letters.length));

const BY_START = new Map<string, string[]>();
for (const letters of PHRASES) BY_START.set(letters.slice(0, 2), [...(BY_START.get(letters.slice(0, 2)) ?? []), letters]);

const STAND_ALONE = new Set(LAYOUTS.flatMap((layout) => layout.labels.filter((label) => label.aloneOnLine).map((label) => lettersOf(label.text))));

/** A label, a heading or another fixed phrase starts at a word. Looks at no more words than the longest phrase needs. */
export function startsFixedPhrase(text: string, words: readonly Span[], index: number): boolean {
  const first = words[index]!;
  let letters = lettersOf(text.slice(first.start, Math.min(first.end, first.start + 2 * LONGEST)));
  let next = index + 1;
  for (const phrase of BY_START.get(letters.slice(0, 2)) ?? []) {
    while (letters.length < phrase.length && phrase.startsWith(letters) && next < words.length && next < index + LONGEST) {
      const word = words[next++]!;
      letters += lettersOf(text.slice(word.start, Math.min(word.end, word.start + 2 * LONGEST)));
    }
    if (letters.startsWith(phrase)) return true;
  }
  return false;
}

/** Upheld, overturned: at a line's end they are a decision. */
export function isDecisionWord(word: string): boolean {
  return /^[^\p{L}]{0,3}(?:upheld|uphold|overturned?)[^\p{L}]{0,3}$/iu.test(word);
}

/** A label that has a line of its own, its text below it. */
export function standsAlone(label: string): boolean {
  return STAND_ALONE.has(lettersOf(label));
}
