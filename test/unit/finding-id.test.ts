import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLetters } from '../../server/src/letter';
import { checkLetters, type RuleLevels } from '../../server/src/rules';
import { findingIds, fnv1a } from '../../server/src/rules/finding-id';
import { CA, letter, RATIONALE, REVIEWER } from './rule-letters';

/** Other rules come and go; these tests go by two on the form and one on citations. */
const CODES = ['empty-rationale', 'misspelt-decision', 'pages-outside-guideline'];
const LEVELS: RuleLevels = {};

/** Names of the findings of a text, as `code id`, in its order. */
function named(text: string): string[] {
  const letters = readLetters(text);
  const findings = checkLetters(text, letters, LEVELS);
  const ids = findingIds(text, letters, findings);
  assert.equal(ids.length, findings.length);
  for (const id of ids) assert.match(id, /^[0-9a-f]{16}$/);
  return findings.flatMap(({ code }, index) => (CODES.includes(code) ? [`${code} ${ids[index]}`] : []));
}

const PAGES = 'MAXIMUS guideline: Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 343.';
const BRACE = ['Knee brace: Uphled', CA, PAGES, 'Decision rationale:'];
const CANE = ['Cane: Upheld', CA, REVIEWER, 'Decision rationale:'];
const TEXT = letter(...BRACE, ...CANE);

test('the name of a finding: FNV-1a with 64 bits', () => {
  assert.deepEqual([fnv1a(''), fnv1a('a'), fnv1a('foobar')], ['cbf29ce484222325', 'af63dc4c8601ec8c', '85944171f73967e8']);
});

test('the name of a finding: another one for each, and nothing of the letter in it', () => {
  const names = named(TEXT);
  assert.deepEqual(names.map((name) => name.split(' ')[0]), ['misspelt-decision', 'pages-outside-guideline', 'empty-rationale', 'empty-rationale']);
  assert.equal(new Set(names).size, 4);
});

/** What may happen to a letter without its findings being others. */
const SAME: Readonly<Record<string, (text: string) => string>> = {
  'CR LF': (text) => text.replace(/\n/g, '\r\n'),
  'doubled newlines': (text) => text.replace(/([^\n])\n(?=[^\n])/g, '$1\n\n').replace(/\n\n/g, '\n\n \n\n'),
  'blanks at the ends of lines': (text) => text.replace(/\n/g, ' \n'),
  'other words in the summary': (text) => text.replace('slipped on a wet floor', 'fell from a stool'),
  'another item before them': (text) => text.replace('Knee brace:', `Sling: Overturned\n\n${CA}\n\n${REVIEWER}\n\n${RATIONALE}\n\nKnee brace:`),
  'another field of the item': (text) => text.replace(CA, CA.replace('Knee', 'Shoulder')),
  'a wrapped line': (text) => text.replace('Low Back Complaints Page(s): 343', 'Low Back\nComplaints Page(s):\n343'),
};

for (const [what, change] of Object.entries(SAME)) {
  test(`the name of a finding stays: ${what}`, () => assert.deepEqual(named(change(TEXT)), named(TEXT)));
}

test('the name of a finding stays where the extraction puts another mark for a hyphen', () => {
  const hyphened = TEXT.replace('Complaints Page', 'Complaints, follow-up, Page');
  assert.equal(named(hyphened).length, 4);
  assert.deepEqual(named(hyphened.replace('follow-up', 'follow\u00adup')), named(hyphened));
});

/** What makes another finding of the one at this place. */
const OTHERS: readonly (readonly [what: string, change: (text: string) => string, which: number])[] = [
  ['the request', (text) => text.replace('Knee brace', 'Ankle brace'), 0],
  ['the request, for a finding in a field', (text) => text.replace('Knee brace', 'Ankle brace'), 1],
  ['the marked words', (text) => text.replace('343', '344'), 1],
  ['the words beside the mark', (text) => text.replace('Low Back Complaints Page', 'Low Back Complaints (2004) Page'), 1],
];

for (const [what, change, which] of OTHERS) {
  test(`the name of a finding changes with ${what}`, () => {
    const [before, after] = [named(TEXT), named(change(TEXT))];
    assert.equal(after.length, before.length);
    assert.notEqual(after[which], before[which]);
    assert.equal(after[3], before[3]);
  });
}

test('the name of a finding: those that agree in everything are counted, also over several letters', () => {
  const one = named(letter(...CANE));
  const twice = named(letter(...CANE, ...CANE));
  assert.equal(twice.length, 2);
  assert.equal(twice[0], one[0]);
  assert.notEqual(twice[1], one[0]);
  assert.deepEqual(named(`${letter(...CANE)}\n${letter(...CANE)}`), twice);
});

/** The head of a letter of this case. */
const headOf = (number: string): string => `Case Number: ${number}  Date Assigned: 07/11/2014\nDate of Injury: 05/07/2010  Decision Date: 08/27/2014\n\n`;

test('the name of a finding: equal ones of several letters are told apart by case numbers, so that one never gets the other’s name', () => {
  const [a, b] = ['CM14-0000001', 'CM14-0000002'].map((number) => headOf(number) + letter(...CANE)) as [string, string];
  const [alone] = named(b);
  assert.deepEqual(named(a), [alone], 'what is there once has the name that it always had');
  const both = named(`${a}\n${b}`);
  assert.equal(new Set([...both, alone]).size, 3);
  assert.deepEqual(named(`${b}\n${a}`), [...both].reverse(), 'in any order of the letters');
  const mended = a.replace('Decision rationale:', RATIONALE);
  assert.deepEqual(named(`${mended}\n${b}`), [alone]);
});

test('the name of a finding is what it was when people wrote it into their files', () => {
  assert.deepEqual(named(TEXT).map((name) => name.split(' ')[1]), ['f26e0e8a762c0ddb', '30057e396683873d', 'f387b78f6bf13116', '1fb03b3026e002d7']);
});

test('the name of a finding: a second field of a kind is another place than the first', () => {
  const names = named(letter('Cane: Upheld', CA, REVIEWER, 'Decision rationale:', 'Decision rationale:'));
  assert.equal(new Set(names).size, names.length);
});

test('the name of a finding: any finding has one, in no letter too', () => {
  const finding = { code: 'x', level: 'hint', message: '', item: 3, span: { start: 5, end: 900 } } as const;
  for (const text of ['', 'no letter', TEXT]) assert.equal(findingIds(text, readLetters(text), [finding, finding]).length, 2);
});
