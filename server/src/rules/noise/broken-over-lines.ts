import type { RuleContext } from '../rule';
import { placed, textOf, type Spoilt } from './mending';
import { needsNoHyphen, standingWords } from './standing-words';

/** A hyphen, a line end with white space around it, the rest of a word in small letters. */
// eslint-disable-next-line no-control-regex
const HYPHEN_AND_LINE_END = /([\u002d\u2010\u00ad\ufffe\u0002][ \t]{0,4}[\r\n\f]\s{0,8})([a-z]{2,40})(?![A-Za-z])/g;
const HEAD = /(?<![A-Za-z\d-])[A-Za-z]{2,40}$/;
/** Before these a hyphen hangs: "two- to three-week course". */
const HANGING = /^(?:to|and|or|through|versus|vs)$/;

/** The words that a hyphen and a line end break, where the letter itself shows that they have no hyphen; in text order. */
export function brokenOverLines({ text, letter }: RuleContext): Omit<Spoilt, 'message'>[] {
  const words = textOf(text, letter);
  return [...words.matchAll(HYPHEN_AND_LINE_END)].flatMap((match) => {
    const [whole, , tail = ''] = match;
    const head = HEAD.exec(words.slice(Math.max(0, match.index - 41), match.index))?.[0];
    if (head === undefined || HANGING.test(tail) || !needsNoHyphen(standingWords(text, letter), head, tail)) return [];
    return [{ span: placed(letter, match.index - head.length, match.index + whole.length), to: head + tail }];
  });
}
