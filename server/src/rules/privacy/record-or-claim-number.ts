import * as l10n from '@vscode/l10n';
import type { Letter, Span } from '../../letter';
import { exampleLetter } from '../example-letter';
import { matchesIn, overlap, privacyRule, type PrivateKind } from './masking';
import { socialSecurityNumbersIn } from './social-security-number';

const NUMBER = '(?:numbers?\\b|nos?\\.|no(?=\\s?:)|nbr\\b\\.?|num\\b\\.?|id\\b|\\(s\\)|#)(?:\\s?\\(s\\))?';
const NAMED = `(?:claims?|medical\\s+records?|records?|charts?|patient(?:\\s+account)?|account|acct\\.?|policy|member|file|employee|insurance|WCAB(?:\\s+case)?|EAMS(?:\\s+case)?|case)\\s{0,4}${NUMBER}`;
const LABEL = `(?<![\\w-])(?:${NAMED}|MRN|M\\.R\\.N\\.|MR\\s?#|claim\\s?:|WCAB|EAMS)`;
/** Behind its name: capitals and figures, which may begin with letters that stand apart (`WC 123456`). */
const LABELLED = new RegExp(`${LABEL}\\s{0,4}(?:[:#=]{1,2}|is\\b|was\\b|of\\b)?\\s{0,8}((?:[A-Za-z]{1,4}\\s)?[A-Za-z0-9][A-Za-z0-9./-]{2,29})`, 'gi');
const ADJUDICATION = /(?<![\w-])ADJ\s?[-#]?\s?\d{5,10}(?!\w)/gi;
/** The number of the independent medical review itself, which public copies keep. */
const REVIEW = /^CM\d{2}-/i;
const DATE = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/;

/** Numbers of claims, records, policies and cases in the order of the text, without what a social security number is. */
export function recordNumbersIn(text: string, letter: Letter): Span[] {
  const labelled = [...text.slice(letter.span.start, letter.span.end).matchAll(LABELLED)].flatMap((match): Span[] => {
    const found = match[1] ?? '';
    // A word before the number that is no part of it (`is`, `of`) is long gone; letters before a blank are capitals.
    const value = /^[A-Z]{1,4}\s/.test(found) ? found : found.replace(/^[A-Za-z]{1,4}\s/, '');
    const number = value.replace(/[./-]+$/, '');
    if ((number.match(/\d/g) ?? []).length < 3 || DATE.test(number) || REVIEW.test(number)) return [];
    const start = letter.span.start + match.index + match[0].length - value.length;
    return [{ start, end: start + number.length }];
  });
  const taken = new Set(labelled.map(({ end }) => end));
  const found = [...labelled, ...matchesIn(text, letter, ADJUDICATION).filter(({ end }) => !taken.has(end))];
  if (found.length === 0) return [];
  const others = new Set(socialSecurityNumbersIn(text, letter).map(({ start }) => start));
  return found.filter(({ start }) => !others.has(start)).sort((a, b) => a.start - b.start);
}

/** Whether a span shares a character with one of these, which are in the order of the text. */
export function within(spans: readonly Span[], span: Span): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const next = spans[low];
  return next !== undefined && overlap(next, span);
}

export const RECORD_OR_CLAIM_NUMBER: PrivateKind = {
  code: 'record-or-claim-number',
  title: 'A claim, record, policy or case number of the worker',
  why: 'The number of a claim or a medical record leads to one person for everybody who works with the insurer, the court or the hospital. Public copies keep the case number of the review (`CM16-…`) and no other.',
  source: 'Observed in letters: public copies are redacted by the state, and those read hold the case number of the review only.',
  marks:
    'The number behind one of these names, anywhere in the letter: “Claim Number”, “Claim No.”, “Claim #”, “Claim ID”, “Claim:”, “Medical Record Number”, “MRN”, “MR#”, “Record No.”, “Chart Number”, “Patient ID”, “Account Number”, “Policy Number”, “Member ID”, “Employee ID”, “Insurance ID”, “File Number”, “Case Number”, “WCAB Number”, “EAMS Number” (each with Number, No., # or ID; a colon, “is” or “was” may follow). A number here is letters, figures, hyphens, slashes and full stops with three figures or more; a line break may stand before it. `ADJ` with five figures or more is marked without any name before it. Not marked: the case number of the review (`CM` with two figures and a hyphen), dates, and numbers without such a name before them. The mark is the number.',
  examples: {
    wrong: [
      { title: 'A claim number at the head', text: `Claim Number: 06-123456\n\n${exampleLetter({})}` },
      { title: 'A case of the appeals board', text: exampleLetter({}).replace('on a ladder.', 'on a ladder (ADJ1234567).') },
    ],
    right: [{ title: 'The case number of the review', text: `Case Number: CM16-0000001\n\n${exampleLetter({})}` }],
  },
  message: () => l10n.t('This seems to be the number of a claim or a record; letters that others read hold only the case number of the review.'),
  find: ({ text, letter }) => recordNumbersIn(text, letter),
};

export const recordOrClaimNumber = privacyRule(RECORD_OR_CLAIM_NUMBER);
