import type { Letter } from '../../letter';
import { textOf } from './mending';

/** Hyphens as extraction leaves them; U+0002 and U+FFFE stand for hyphens at line ends. */
const HYPHENS = '\\u002d\\u2010\\u00ad\\ufffe\\u0002';
const WORD = /[A-Za-z]+/g;
/** Soft hyphens prove nothing: whether they are hyphens is what is asked. */
const TO_WORD_BEFORE = /^[-\u2010]$/;
const BROKEN_AFTER = new RegExp(`^[${HYPHENS}][ \\t]{0,4}(?:[\\r\\n\\f]|$)|^[\\u00ad\\ufffe\\u0002]`);

/** What a letter holds of whole words, and of words with a hyphen inside; all in small letters. */
export interface StandingWords {
  readonly whole: ReadonlySet<string>;
  readonly hyphened: ReadonlySet<string>;
}

const known = new WeakMap<Letter, StandingWords>();

/** The words that stand unbroken in a letter, the proof for broken ones; worked out once per letter, in time linear in its text. */
export function standingWords(text: string, letter: Letter): StandingWords {
  let standing = known.get(letter);
  if (standing === undefined) known.set(letter, (standing = read(textOf(text, letter))));
  return standing;
}

function read(words: string): StandingWords {
  const whole = new Set<string>();
  const hyphened = new Set<string>();
  let previous = '';
  let end = 0;
  let fragment = false;
  for (const match of words.matchAll(WORD)) {
    const word = match[0].toLowerCase();
    if (match.index === end + 1 && previous !== '' && TO_WORD_BEFORE.test(words.charAt(end))) hyphened.add(`${previous}-${word}`);
    end = match.index + word.length;
    const broken = BROKEN_AFTER.test(words.slice(end, end + 6));
    // A part of a broken word proves nothing.
    if (!fragment && !broken) whole.add(word);
    fragment = broken;
    previous = word;
  }
  return { whole, hyphened };
}

/** Between two parts of a word stands a hyphen that only the line end asked for: the letter has the word without it and nowhere with it. */
export function needsNoHyphen({ whole, hyphened }: StandingWords, head: string, tail: string): boolean {
  const [first, last] = [head.toLowerCase(), tail.toLowerCase()];
  return whole.has(first + last) && !hyphened.has(`${first}-${last}`);
}
