import * as l10n from '@vscode/l10n';
import { exampleLetter } from '../example-letter';
import { privacyRule, valuesIn, type PrivateKind } from './masking';

const MONTH = '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const DATE = `(?:\\d{1,2}([/.-])\\s{0,4}\\d{1,2}\\2\\s{0,4}(?:\\d{4}|\\d{2})|\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}|${MONTH}\\s{1,4}${DAY},?\\s{1,4}\\d{4}|${DAY}\\s{1,4}${MONTH},?\\s{1,4}\\d{4})`;
const LABEL = '\\b(?:DOB|D\\.O\\.B\\.?|date\\s{1,4}of\\s{1,4}birth|birth\\s?-?date|date\\s{1,4}born|birthday|born(?:\\s{1,4}on)?)';
const BORN = new RegExp(`${LABEL}\\s{0,4}(?:[:=(,]|is\\b|was\\b|of\\b|on\\b)?\\s{0,8}\\(?(${DATE})(?![\\d/])`, 'gi');

export const DATE_OF_BIRTH: PrivateKind = {
  code: 'date-of-birth',
  title: 'A date of birth',
  why: 'A day of birth with an occupation and a day of injury is enough to find one person. The age says all that a determination needs.',
  source: 'Observed in letters: public copies are redacted by the state; those read give the age and no date of birth.',
  marks:
    'The date behind “DOB”, “D.O.B.”, “date of birth”, “birth date”, “birthdate”, “birthday”, “date born”, “born” or “born on”, anywhere in the letter; a colon, “is”, “was”, “of” or a bracket may stand between, and so may a line break. Dates count as `1/2/1960`, `1-2-60`, `1.2.1960`, `1960-01-02`, `January 2, 1960`, `Jan. 2, 1960` and `2 January 1960`. Not marked: ages, years alone, and dates without such words before them. The mark is the date.',
  examples: {
    wrong: [{ title: 'Beside the age', text: exampleLetter({}).replace('A warehouse worker', 'A warehouse worker (DOB: 1/2/1960)') }],
    right: [{ title: 'The age', text: exampleLetter({}).replace('A warehouse worker', 'A warehouse worker, 56 years old,') }],
  },
  message: () => l10n.t('A date of birth tells who the worker is; letters that others read give the age.'),
  find: ({ text, letter }) => valuesIn(text, letter, BORN),
};

export const dateOfBirth = privacyRule(DATE_OF_BIRTH);
