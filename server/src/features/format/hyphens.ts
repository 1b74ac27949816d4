import type { Letter, Span } from '../../letter';
import { isHyphen } from './edits';
import type { LineEnds } from './line-ends';
import { wordFrom } from './words';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const FIRST_LETTERS = /^\p{L}+/u;
/** Looked at in a word's last characters only, so that its cost does not grow with the word. */
const LAST_LETTERS = /\p{L}+$/u;
const LONGEST_WORD = 60;

/** Before these a hyphen hangs: "two- to three-week course". */
const HANGING = /^(?:to|and|or|through|versus|vs)\b/i;

/** What a letter holds of whole words, and of words with a hyphen inside. */
interface Proof {
  readonly whole: ReadonlySet<string>;
  readonly hyphened: ReadonlySet<string>;
}

/**
 * What becomes of the hyphens at line ends: a function of the word behind the
 * line end. A hyphen goes only where the word stands in the same letter
 * without it, unbroken, and nowhere with it; in all other cases it stays, and
 * only the white space behind it goes. `undefined` where no word is broken.
 */
export function brokenWords(text: string, letters: readonly Letter[], words: readonly Span[], ends: LineEnds): (index: number) => 'drop-hyphen' | 'join' | undefined {
  const proofs = new Map<number, Proof>();
  let letter = 0;
  return (index) => {
    if (!isBroken(text, words, index, ends)) return undefined;
    const left = text.slice(Math.max(words[index - 1]!.start, words[index - 1]!.end - 1 - LONGEST_WORD), words[index - 1]!.end - 1);
    const right = text.slice(words[index]!.start, Math.min(words[index]!.end, words[index]!.start + LONGEST_WORD));
    if (!LETTER_OR_DIGIT.test(left.slice(-1)) || !LETTER_OR_DIGIT.test(right.slice(0, 1)) || HANGING.test(right)) return undefined;
    const head = LAST_LETTERS.exec(left)?.[0].toLowerCase() ?? '';
    const tail = FIRST_LETTERS.exec(right)?.[0] ?? '';
    if (head.length < 2 || tail.length < 2 || tail !== tail.toLowerCase()) return 'join';
    // Asked for one word after the other, so the letter is never behind.
    while (letter + 1 < letters.length && letters[letter]!.span.end <= words[index]!.start) letter++;
    const proof = proofs.get(letter) ?? proofOf(text, letters[letter]?.span ?? { start: 0, end: text.length }, words, ends);
    proofs.set(letter, proof);
    return proof.whole.has(head + tail) && !proof.hyphened.has(`${head}-${tail}`) ? 'drop-hyphen' : 'join';
  };
}

function proofOf(text: string, span: Span, words: readonly Span[], ends: LineEnds): Proof {
  const whole = new Set<string>();
  const hyphened = new Set<string>();
  for (let index = wordFrom(words, span.start); index < words.length && words[index]!.start < span.end; index++) {
    const word = words[index]!;
    const runs = [...text.slice(word.start, word.end).matchAll(/\p{L}+/gu)];
    // A fragment proves nothing.
    const first = isBroken(text, words, index, ends) ? 1 : 0;
    const last = runs.length - (isBroken(text, words, index + 1, ends) ? 1 : 0);
    runs.forEach((run, position) => {
      if (position >= first && position < last) whole.add(run[0].toLowerCase());
      const next = runs[position + 1];
      const end = run.index + run[0].length;
      if (next && next.index === end + 1 && isHyphen(text.charCodeAt(word.start + end))) hyphened.add(`${run[0]}-${next[0]}`.toLowerCase());
    });
  }
  return { whole, hyphened };
}

/** A line end stands before a word, and a hyphen before it. */
function isBroken(text: string, words: readonly Span[], index: number, ends: LineEnds): boolean {
  const before = words[index - 1];
  return before !== undefined && index < words.length && isHyphen(text.charCodeAt(before.end - 1)) && ends.isLineEnd(index);
}
