import * as l10n from '@vscode/l10n';
import type { Rule } from '../rule';
import { mended, observed, placed, textOf, type Spoilt } from './mending';
import { noisyLetter } from './noisy-letter';

/** One blank of a line, the mark, and what may follow a mark. */
const BLANK_AND_MARK = /(?<=\S)[ \t\u00a0][.,;](?=[\s"”’)\]]|$)/g;
/** The end of a word, a number or a closed bracket. */
const BEFORE = /([A-Za-z]{1,40}|\d|[)\]”’"%°])$/;
/** After these a name is missing that was blacked out, and the blank is all that is left of it. */
const HOLE = /^(?:dr|mr|mrs|ms|md|by|to|from|of|with|for|at|and|or|in|on|the|a|an|is|was|named?)$/i;

/** "pain .": a blank before a full stop, a comma or a semicolon. */
export const spaceBeforePunctuation: Rule = {
  code: 'space-before-punctuation',
  title: 'A blank stands before a punctuation mark',
  level: 'hint',
  why: 'Text extraction puts blanks before full stops and commas. A line may then begin with the mark, and programs that look for the end of a sentence miss it.',
  source: 'Observed in letters: “…medications .”.',
  marks:
    'One blank or tab between a word, a number, a closing bracket, a closing quotation mark, `%` or `°` and a full stop, comma or semicolon that a blank, a line end, a closing bracket, a closing quotation mark or the end of the letter follows. The mark is the blank and the punctuation mark. ' +
    'Not marked: a blank before a colon (the form itself has it); a mark that begins a line; two blanks or more, and a blank behind Dr, Mr, Mrs, Ms, MD, a, an, and, at, by, for, from, in, is, name, named, of, on, or, the, to, was, with, where a name was blacked out (“was seen by , who”); a mark with a letter or a digit right behind it (`.5 mg`); rows of dots (`. . .`).',
  examples: {
    wrong: [{ title: 'A blank before a full stop', text: noisyLetter('Swelling was found after the fall .') }],
    right: [{ title: 'No blank before it', text: noisyLetter('Swelling was found after the fall, and .5 mg was given.') }],
  },
  mayBeSafe: true,
  check(context) {
    const { text, letter } = context;
    const words = textOf(text, letter);
    const places: Spoilt[] = [];
    for (const match of words.matchAll(BLANK_AND_MARK)) {
      const before = BEFORE.exec(words.slice(Math.max(0, match.index - 40), match.index))?.[1];
      if (before === undefined || HOLE.test(before)) continue;
      const end = match.index + match[0].length;
      if (/^\s{0,2}[.…]/.test(words.slice(end, end + 3))) continue;
      places.push({ span: placed(letter, match.index, end), to: match[0].slice(1), message: l10n.t('A blank before “{0}”.', match[0].slice(1)) });
    }
    return observed(context, places);
  },
  fixes: mended,
};
