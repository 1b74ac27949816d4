import * as l10n from '@vscode/l10n';
import type { Rule } from '../rule';
import { lookAlikeFigures, lookAlikeLetters } from './look-alikes';
import { mended, observed, placed, textOf, type Spoilt } from './mending';
import { noisyLetter } from './noisy-letter';

/** "L5-Sl": a character stands for another that looks like it. */
export const lookAlikeCharacters: Rule = {
  code: 'look-alike-characters',
  title: 'A character stands for another that looks like it',
  level: 'hint',
  why: 'Scanned pages are read with `l`, `I` and `O` for 1 and 0, or with Cyrillic letters for Latin ones. The words look right and are found by no search.',
  source: 'Observed in letters: “L5-Sl”.',
  marks:
    'Anywhere in the letter:\n\n' +
    '- Two spine levels with a hyphen or slash between them (`L5-Sl`, `L5-SI`, `Ll-L2`, `T1O-T11`), with l, I or | for 1, O or o for 0, and S for 5 where that makes neighbours of them (`LS-S1`); at least one of their figures is right, both levels exist and the second lies one to four below the first. Not marked before “joint”, since SI is a joint too.\n' +
    '- A date in figures (`1O/12/2016`) with l or I for 1, O or o for 0, where that makes a day of the calendar and at least three figures are right.\n' +
    '- A year (`2O16`) from 1900 to 2099 whose first figure and one more are right.\n' +
    '- A number that begins with a figure, l or I, behind `#` (`#6O`) or before mg, mcg, ml, cc, cm, mm, %, tablets, capsules, pills, sessions, visits, days, weeks, months, hours, years (`1O mg`, `l2 weeks`), with at least one right figure.\n' +
    '- A word with Cyrillic or Greek letters beside Latin letters or figures (`С5-С6`, `kneе`), where each of them has a Latin look-alike.\n\n' +
    'The mark is the levels, the date, the year, the number or the word. Not marked: a level that stands alone (`Sl`), a figure inside a word (`0verturned`), a word in Greek or Cyrillic letters only.',
  examples: {
    wrong: [{ title: 'Letters for figures', text: noisyLetter('Narrowing was found at L5-Sl. Ibuprofen 6OO mg was given.') }],
    right: [{ title: 'Figures, and the joint', text: noisyLetter('Narrowing was found at L5-S1. The SI joint was normal, the discharge was in the O2 phase.') }],
  },
  mayBeSafe: true,
  check(context) {
    const { text, letter } = context;
    const words = textOf(text, letter);
    const found = [...lookAlikeLetters(words), ...lookAlikeFigures(words)].sort((a, b) => a.start - b.start || b.end - a.end);
    const places: Spoilt[] = [];
    let behind = -1;
    for (const { start, end, to } of found) {
      if (start < behind) continue;
      behind = end;
      places.push({ span: placed(letter, start, end), to, message: l10n.t('This looks like “{0}” and is not.', to) });
    }
    return observed(context, places);
  },
  fixes: mended,
};
