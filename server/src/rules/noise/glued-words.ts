import * as l10n from '@vscode/l10n';
import type { Rule } from '../rule';
import { mended, observed, placed, textOf, type Spoilt } from './mending';
import { noisyLetter } from './noisy-letter';

/** A spine level, a date or a year with a small word behind it. */
const BEHIND_PLACE =
  /(?<![A-Za-z\d])([CTLS]\d{1,2}(?:[-/][CTLS]?\d{1,2})?|\d{1,2}[/-]\d{1,2}[/-](?:19|20)?\d\d|(?:19|20)\d\d)(and|or|with|without|was|were|which|that|the|from|for|has|had|is|are|showed|shows|revealed|in|on|at|to|of|by)(?![A-Za-z\d'’-])/g;
/** Any other number; units (`in`, `at`) and endings (`th`, `nd`) are not among these. */
const BEHIND_NUMBER = /(?<![A-Za-z\d#./$-])(\d{1,3})(and|or|with|without|was|were|which|that|the|from|for|has|had|are|of)(?![A-Za-z\d'’-])/g;
const BEFORE_DATE = /(?<![A-Za-z\d])(in|on|of|since|from|until|to|and|through|dated)(\d{1,2}[/-]\d{1,2}[/-](?:19|20)?\d\d|(?:19|20)\d\d)(?![A-Za-z\d])/gi;

/** "C7-T1and": a level, date or number with a word glued to it. */
export const gluedWords: Rule = {
  code: 'glued-words',
  title: 'A word is glued to a number',
  level: 'hint',
  why: 'Text extraction drops blanks. A spine level or a date that runs into the next word is missed by every search.',
  source: 'Observed in letters: “C7-T1and”.',
  marks:
    'Anywhere in the letter: a spine level (`L4`, `L4-5`, `L5-S1`, `C5/C6`), a date in figures or a year from 1900 to 2099 with one of these words glued behind it: and, or, with, without, was, were, which, that, the, from, for, has, had, is, are, showed, shows, revealed, in, on, at, to, of, by. Another number of one to three digits with one of: and, or, with, without, was, were, which, that, the, from, for, has, had, are, of. One of the words in, on, of, since, from, until, to, and, through, dated, glued before a date in figures or a year. The mark is both together. ' +
    'Not marked: units and endings of numbers (`50mg`, `6in`, `2nd`), other words, two words glued without a number.',
  examples: {
    wrong: [{ title: 'A level and a date that run on', text: noisyLetter('A bulge was found at L4-L5and was seen again on 03/04/2015with the same size.') }],
    right: [{ title: 'Blanks, units and endings', text: noisyLetter('A bulge was found at L4-L5 and was treated with 50mg twice a day on the 2nd visit.') }],
  },
  mayBeSafe: true,
  check(context) {
    const { text, letter } = context;
    const words = textOf(text, letter);
    const found = [BEHIND_PLACE, BEHIND_NUMBER, BEFORE_DATE].flatMap((pattern) => [...words.matchAll(pattern)]).sort((a, b) => a.index - b.index);
    const places: Spoilt[] = [];
    let end = -1;
    for (const match of found) {
      if (match.index < end) continue;
      end = match.index + match[0].length;
      places.push({ span: placed(letter, match.index, end), to: `${match[1]} ${match[2]}`, message: l10n.t('No blank between “{0}” and “{1}”.', match[1]!, match[2]!) });
    }
    return observed(context, places);
  },
  fixes: mended,
};
