import * as l10n from '@vscode/l10n';
import { foldedText, type Span } from '../../letter';
import { exampleLetter } from '../example-letter';
import type { RuleContext } from '../rule';
import { privacyRule, sameText, textBefore, type PrivateKind } from './masking';
import { NAME_WORD, namesNobody, namesThing } from './name-words';

/** A title or label with the blanks behind it. */
const LONGEST_TITLE = 24;
const INITIAL = '\\p{Lu}\\.';
const SAINT = 'St\\.';
const PARTICLE = `(?:de|la|las|los|del|della|di|da|dos|van|von|der|den|bin|al|${SAINT})`;
/** One to four words of a name; initials and particles stand between or before. */
const NAME = `(?:(?:${INITIAL}|${PARTICLE})\\s{1,3}){0,2}${NAME_WORD}(?:\\s{1,3}(?:(?:${INITIAL}|${PARTICLE})\\s{1,3}){0,2}${NAME_WORD}){0,3}`;
const SAME_LINE = NAME.replace(/\\s/g, '[ \\t\\u00a0]');
const LAST_FIRST = `(?:${SAINT}[ \\t])?${NAME_WORD}(?:[ \\t]${NAME_WORD})?,[ \\t]{1,2}${NAME_WORD}(?:[ \\t](?:${INITIAL}|${NAME_WORD}))?`;

const TITLED = new RegExp(`(?<![\\p{L}\\p{N}])(?:Mr|Mrs|Ms|Miss|MR|MRS|MS)(\\.?)\\s{1,4}(${NAME})`, 'gu');
const GREETED = new RegExp(`(?<![\\p{L}\\p{N}])(?:Dear|DEAR)[ \\t\\u00a0]{1,3}(${SAME_LINE})(?=[ \\t]{0,3}(?:[,:;.!]|$|[\\r\\n\\f]))`, 'gmu');
const WHO = '(?:employee|claimant|patient|applicant|injured[ \\t]worker|worker|insured|member)';
const LABELLED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${WHO}(?:['’]s)?[ \\t]name|name[ \\t]of[ \\t](?:the[ \\t])?${WHO}|name)|${WHO}|re)[ \\t]{0,3}:[ \\t]{0,8}(?:(?:Mr|Mrs|Ms|Miss|MR|MRS|MS)\\.?[ \\t]{1,2})?`,
  'giu',
);
const NAME_HERE = new RegExp(`(?:${LAST_FIRST}|${SAME_LINE})`, 'yu');

/** The names of persons in the order of the text. */
export function namesIn({ text, letter }: RuleContext): Span[] {
  const { start: from, end } = letter.span;
  const words = text.slice(from, end);
  const spans = new Map<number, Span>();
  const add = (start: number, name: string, least: number, titled: boolean): void => {
    const length = nameLength(name, least, titled);
    if (length > 0) spans.set(start, { start: from + start, end: from + start + length });
  };
  for (const match of words.matchAll(TITLED)) {
    const name = match[2]!;
    // MS and MR mean other things too: in capitals a title has its full stop and a name in capitals.
    if (/^M(?:RS?|S)\b/.test(match[0]) && (match[1] === '' || !/^(?:(?:\p{Lu}|S[Tt])\.\s+)?\p{Lu}['’]?\p{Lu}/u.test(name))) continue;
    add(match.index + match[0].length - name.length, name, 1, true);
  }
  for (const match of words.matchAll(GREETED)) {
    const name = match[1]!;
    add(match.index + match[0].length - name.length, name, 1, false);
  }
  for (const match of words.matchAll(LABELLED)) {
    NAME_HERE.lastIndex = match.index + match[0].length;
    const name = NAME_HERE.exec(words)?.[0];
    if (name === undefined || /^\s{0,3}[:/&]/.test(words.slice(NAME_HERE.lastIndex, NAME_HERE.lastIndex + 4))) continue;
    if (!isWhole(words, match.index, NAME_HERE.lastIndex)) continue;
    add(match.index + match[0].length, name, match[1] === undefined ? 2 : 1, false);
  }
  return [...spans.values()].sort((a, b) => a.start - b.start);
}

/** A label begins its line or sentence, and what follows the name goes on with nothing of its sentence. */
function isWhole(words: string, label: number, end: number): boolean {
  const before = words.slice(Math.max(0, label - 6), label);
  const after = words.slice(end, end + 24);
  return /(?:^|[\r\n\f.;,(|\t]|\s\s)[ \t]{0,3}$/.test(before) && /^[ \t]{0,3}(?:$|[\r\n\f,;.)(|]|[ \t]{2}|(?:DOB|DOI|Claim|Date|Case|SSN|MRN|vs?\.|v\b|-|–)|\[)/.test(after);
}

/** How much of the words found is a name: up to the first that names no person; 0 where too few are left. */
function nameLength(found: string, least: number, titled: boolean): number {
  let length = 0;
  let count = 0;
  for (const { 0: word, index } of found.matchAll(/[^\s,]+/g)) {
    // `Ms. Roe MRI`: an abbreviation behind a name that is not in capitals.
    if (titled && count === 0 ? namesNobody(word) : namesThing(word)) break;
    if (count > 0 && /^\p{Lu}{2,4}$/u.test(word) && !/^\p{Lu}['’]?\p{Lu}/u.test(found)) break;
    const own = word.replace(/['’]s$|['’]$/, '');
    length = index + own.length;
    // The first half of `St. John` is no name by itself.
    if (own !== 'St.' && /^\p{Lu}['’]?\p{L}/u.test(own)) count += 1;
    if (own !== word) break;
  }
  return count >= least ? length : 0;
}

/**
 * A name of one word that is an ordinary word of this letter (Hand, Young) or
 * an author it cites is masked only where it is found as a name.
 */
function isOrdinary({ text, letter }: RuleContext, name: string): boolean {
  if (/\s/.test(name)) return false;
  const { start, end } = letter.span;
  if (new RegExp(`(?<![\\p{L}\\p{N}])${name.toLowerCase()}(?![\\p{L}\\p{N}])`, 'u').test(text.slice(start, end))) return true;
  return letter.items.some(({ fields }) => fields.some(({ kind, body }) => kind !== 'rationale' && text.slice(body.start, body.end).includes(name)));
}

function placesOfName(context: RuleContext, span: Span): Span[] {
  const name = foldedText(context.text, span);
  if (!isOrdinary(context, name)) return sameText(context, span, /\s/.test(name) ? 'giu' : 'gu');
  return namesIn(context).filter((each) => foldedText(context.text, each) === name);
}

/** An ordinary word is a name together with the title or label before it only. */
function withTitle(context: RuleContext, { start, end }: Span): Span {
  if (!isOrdinary(context, foldedText(context.text, { start, end }))) return { start, end };
  const title = /\S+\s+$/.exec(textBefore(context.text, context.letter, start, LONGEST_TITLE))?.[0] ?? '';
  return { start: start - title.length, end };
}

export const NAME_OF_A_PERSON: PrivateKind = {
  code: 'name-of-a-person',
  title: 'The name of a person',
  why: 'Public letters speak of “the patient”, “the employee” or “the applicant”. A name that the redaction has missed tells who the worker is, and with it all that the letter says of body and mind.',
  source: 'Observed in letters: public copies are redacted by the state, and none of those read holds the name of a worker.',
  marks:
    'Anywhere in the letter: (1) the name of one to four words with capitals behind “Mr.”, “Mrs.”, “Ms.” or “Miss”, with or without full stop, over a line break too (`Ms. Roe`, `Mr. John Q. Roe`, `Mrs. O’Hara`, `Mr. St. Clair`); in capitals the title needs its full stop and the name its capitals (`MR. ROE`). (2) The name behind “Dear” that ends its line or stands before a comma or colon (`Dear Jane Roe:`), a title between left out. (3) At the start of a line or sentence and on the same line, the name behind “Employee Name:”, “Claimant Name:”, “Patient Name:”, “Applicant Name:”, “Injured Worker Name:”, “Name of Employee:” (or another of these words) and “Name:”, of one word or more, and behind “Employee:”, “Claimant:”, “Patient:”, “Applicant:”, “Injured Worker:” and “RE:”, of two words or more; `Roe, Jane` counts; the line ends behind it, or a comma, a bracket, two blanks, “DOB”, “Claim”, “Date” or “v.” follows. The mark is the name without its title. Not marked: names of doctors (`Dr. Roe`), names without such words before them, words that name nobody (`Dear Sir`, `Dear Claims Administrator`, `RE: Lumbar MRI`, `Patient: Male`), names of tests and authors (Spurling, Waddell), `MS Contin`, and what is already masked.',
  examples: {
    wrong: [
      { title: 'Behind a title', text: summaryWith('Ms. Roe twisted the left knee on a ladder.') },
      { title: 'At the head', text: `Employee Name: Jane Roe\n\n${exampleLetter({})}` },
    ],
    right: [
      { title: 'As public letters say it', text: summaryWith('The employee twisted the left knee on a ladder.') },
      { title: 'Masked', text: summaryWith('Ms. [redacted] twisted the left knee on a ladder.') },
    ],
  },
  message: () => l10n.t('This seems to be the name of a person; letters that others read hold none.'),
  find: namesIn,
  places: placesOfName,
  elsewhere: withTitle,
};

export const nameOfAPerson = privacyRule(NAME_OF_A_PERSON);

function summaryWith(sentence: string): string {
  return exampleLetter({}).replace('A warehouse worker twisted the left knee on a ladder.', sentence);
}
