import type { Rule } from '../rule';
import { brokenDate } from './broken-date';
import { brokenWord } from './broken-word';
import { gluedSentences } from './glued-sentences';
import { gluedWords } from './glued-words';
import { lookAlikeCharacters } from './look-alike-characters';
import { spaceBeforePunctuation } from './space-before-punctuation';
import { strayCharacter } from './stray-character';

/** What text extraction did to the letter. */
export const NOISE_RULES: readonly Rule[] = [
  gluedSentences,
  gluedWords,
  brokenWord,
  brokenDate,
  lookAlikeCharacters,
  strayCharacter,
  spaceBeforePunctuation,
];
