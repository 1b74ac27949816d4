import * as l10n from '@vscode/l10n';
import type { Letter, Span } from '../../letter';
import { exampleLetter } from '../example-letter';
import { firstLine } from '../places';
import type { Observation, Rule } from '../rule';
import { sectionWords } from './section-words';

const ROWS = {
  licensure: /State\(?s?\)?\s{1,4}of\s{1,4}Licensure\s{0,2}:/i,
  specialty: /Certification\(?s?\)?\s{0,4}\/\s{0,4}Specialt(?:y|ies)\s{0,2}:/i,
};
/** Pieces of the labels that are left where noise has spoilt one: it stands there all the same. */
const PIECES = { licensure: /stat|lice|sure/i, specialty: /cert|catio|spec|ialt/i };
/** The same two in the prose of 2013 and 2014, where nothing follows. */
const EMPTY_IN_PROSE = {
  licensure: /\bis\s{1,6}licensed\s{1,6}to\s{1,6}practice\s{1,6}in(?=\s{0,6}(?:[.,;]|and\s|$))/i,
  specialty: /\bis\s{1,6}Board\s{1,6}Certified\s{1,6}in(?=\s{0,6}(?:[.,;]|(?:and|has\s{1,6}a)\s|$))/i,
};
/** Where the values of a torn table stand together, a state among them tells that none is missing. */
const STATES =
  /\b(?:Alabama|Alaska|Arizona|Arkansas|California|Carolina|Colorado|Columbia|Connecticut|Dakota|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|Hampshire|Jersey|Mexico|York|Ohio|Oklahoma|Oregon|Pennsylvania|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming)\b/;
const FAR = 6000;

/** The reviewer's licence or specialty is not told. */
export const credentialsIncomplete: Rule = {
  code: 'credentials-incomplete',
  title: 'The credentials of the reviewer are incomplete',
  level: 'warning',
  why: 'The name of the reviewer stays confidential; the licence and the specialty are all that a reader learns of the person who decided. Whether the field fits the treatment cannot be told without them.',
  source:
    'Labor Code 4610.6(f): the determination goes out with a description of the qualifications of the reviewer (*seen*). That licensure and specialty are this description is observed in letters.',
  marks:
    'The label `State(s) of Licensure:` or `Certification(s)/Specialty:` with nothing behind it before the other label or the next section; the heading “The Expert Reviewer has the following credentials” where one of the two labels, or both, do not stand below it, not even misspelt; and, where the credentials are told in a sentence, “is licensed to practice in” or “is Board Certified in” with a full stop, a comma, a semicolon, “and” or “has a” right behind it. ' +
    'Not marked: a letter without the heading of the credentials (see `missing-section`), a sentence that tells the qualifications in other words, and a letter that ends in its credentials, as cut-off copies do.',
  examples: {
    wrong: [
      { title: 'No state behind the label', text: exampleLetter({}).replace('Licensure: California', 'Licensure:') },
      { title: 'No specialty at all', text: exampleLetter({}).replace('\nCertification(s)/Specialty: Orthopedic Surgery', '') },
    ],
    right: [{ title: 'Both are told', text: exampleLetter({}) }],
  },
  check({ text, letter }) {
    const rows = inRows(text, letter);
    return (rows.length > 0 ? rows : inProse(text, letter)).sort((a, b) => a.span.start - b.span.start);
  },
  fixes: () => [],
};

const MESSAGES = {
  licensure: (): string => l10n.t('No state of licensure is told.'),
  specialty: (): string => l10n.t('No certification or specialty is told.'),
};

const KINDS = ['licensure', 'specialty'] as const;

function inRows(text: string, letter: Letter): Observation[] {
  const block = letter.layout.startsWith('2013') ? undefined : sectionWords(text, letter, 'credentials');
  if (block === undefined) return [];
  const said = text.slice(block.words.start, block.words.end);
  const found = { licensure: ROWS.licensure.exec(said), specialty: ROWS.specialty.exec(said) };
  // Credentials in a sentence of their own, below the heading.
  if (!found.licensure && !found.specialty && /[\p{L}\p{N}]/u.test(said)) return [];
  return KINDS.flatMap((kind): Observation[] => {
    const row = found[kind];
    const other = found[kind === 'licensure' ? 'specialty' : 'licensure'];
    if (row === null && PIECES[kind].test(said.replace(/[^A-Za-z]+/g, ''))) return [];
    if (row === null) return [{ span: firstLine(text, block.section.heading), message: MESSAGES[kind](), item: null }];
    const from = row.index + row[0].length;
    const last = other === null || other.index < row.index;
    const value = said.slice(from, last ? said.length : other.index);
    if (/[\p{L}\p{N}]/u.test(value) || (!last && torn(said.slice(other.index + other[0].length)))) return [];
    return [{ span: placedAt(block.words, row.index, row[0].length), message: MESSAGES[kind](), item: null }];
  });
}

/** All values stand behind the second label, each on its line. */
function torn(values: string): boolean {
  return /\S\s*[\r\n\f]\s*\S/.test(values.slice(0, FAR)) && STATES.test(values);
}

function inProse(text: string, letter: Letter): Observation[] {
  return (['method', 'credentials'] as const).flatMap((section) => {
    const block = sectionWords(text, letter, section);
    if (block === undefined) return [];
    const said = text.slice(block.words.start, Math.min(block.words.end, block.words.start + FAR));
    return KINDS.flatMap((kind): Observation[] => {
      const found = EMPTY_IN_PROSE[kind].exec(said);
      return found === null ? [] : [{ span: placedAt(block.words, found.index, found[0].length), message: MESSAGES[kind](), item: null }];
    });
  });
}

function placedAt(words: Span, index: number, length: number): Span {
  return { start: words.start + index, end: words.start + index + length };
}
