import * as l10n from '@vscode/l10n';
import type { Letter, Span } from '../../letter';
import { exampleLetter } from '../example-letter';
import { BREAKING_HYPHEN, HYPHEN } from './hyphens';
import { matchesIn, privacyRule, textBefore, valuesIn, type PrivateKind } from './masking';

const WRITTEN = new RegExp(`\\d{3}${BREAKING_HYPHEN}\\d{2}${BREAKING_HYPHEN}\\d{4}(?![\\w/]|${HYPHEN}\\d)`, 'g');
/** Before these a number is longer, or another one. */
const LONGER = new RegExp(`(?:[\\w/.#]|${HYPHEN})$`);
/** The number behind its name: nine digits, or the last four where the rest is masked. */
const NAMED = new RegExp(
  `\\b(?:SSN|SS\\s?#|SS\\s?No\\.?|social\\s+security(?:\\s+(?:number|no\\.?|#))?)\\s{0,4}(?:[:#=]|is|was|of)?\\s{0,4}(\\d{9}|\\d{3}\\s\\d{2}\\s\\d{4}|[X*x]{3}${HYPHEN}[X*x]{2}${HYPHEN}\\d{4})(?![\\w/])`,
  'gi',
);
const ENDING = /\b(?:SSN|social\s+security(?:\s+number)?)\s+(?:is\s+|was\s+)?ending\s+in\s+(\d{4})(?!\w)/gi;

/** Social security numbers of a letter, in the order of the text. */
export function socialSecurityNumbersIn(text: string, letter: Letter): Span[] {
  const written = matchesIn(text, letter, WRITTEN).filter(({ start }) => !LONGER.test(textBefore(text, letter, start, 1)));
  const starts = new Set(written.map(({ start }) => start));
  const named = [...valuesIn(text, letter, NAMED), ...valuesIn(text, letter, ENDING)].filter(({ start }) => !starts.has(start));
  return [...written, ...named].sort((a, b) => a.start - b.start);
}

export const SOCIAL_SECURITY_NUMBER: PrivateKind = {
  code: 'social-security-number',
  title: 'A social security number',
  why: 'Determinations are published without what tells who the worker is. A social security number is the one number that opens everything else.',
  source: 'Observed in letters: public copies are redacted by the state, and none of those read holds such a number.',
  marks:
    'Three, two and four digits joined by hyphens (`123-45-6789`), anywhere in the letter, a line break behind a hyphen included. Behind “SSN”, “SS#” or “social security number” also nine digits in one (`123456789`), the three groups parted by blanks, and the last four behind a mask (`XXX-XX-6789`, “ending in 6789”). Not marked: other groups of digits, nine digits without such words before them, a number that is masked as a whole. The mark is the number.',
  examples: {
    wrong: [{ title: 'In the case summary', text: summaryWith('A file clerk (SSN 123-45-6789) hurt the left knee.') }],
    right: [{ title: 'Masked', text: summaryWith('A file clerk (SSN [redacted]) hurt the left knee.') }],
  },
  message: () => l10n.t('This seems to be a social security number; letters that others read hold none.'),
  find: ({ text, letter }) => socialSecurityNumbersIn(text, letter),
};

export const socialSecurityNumber = privacyRule(SOCIAL_SECURITY_NUMBER);

function summaryWith(sentence: string): string {
  return exampleLetter({}).replace('A warehouse worker twisted the left knee on a ladder.', sentence);
}
