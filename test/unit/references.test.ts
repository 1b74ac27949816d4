import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referencesAt } from '../../server/src/features/references';
import { readLetters } from '../../server/src/letter';
import { letterText } from '../protocol/letter-text';

/** The citations that belong to the place marked `¦`. */
function check(marked: string, expected: string[]): void {
  const offset = marked.indexOf('¦');
  assert.ok(offset >= 0, 'a marked place');
  const text = marked.replace('¦', '');
  const letters = readLetters(text);
  const letter = letters.find(({ span }) => offset < span.end)!;
  assert.deepEqual(referencesAt(text, letters, letter, offset).map(({ start, end }) => text.slice(start, end)), expected);
}

const FIRST = letterText({ rationale: 'See ACOEM Chapter 11, page 264, and 8 CCR 9792.21(c). It is not medically necessary.' }, { reviewer: 'Decision based on MTUS Chronic Pain Medical Treatment 2016.', claimsAdministrator: null });
const NAME = 'MTUS ACOEM Chapter 11 Forearm, Wrist, and Hand Complaints';
const HAND = [NAME, `${NAME} Page(s): 264`, 'ACOEM Chapter 11, page 264'];

test('references: the same guideline in fields and rationales', () => {
  check(FIRST.replace('Chapter 11 Fore', 'Chap¦ter 11 Fore'), HAND);
  check(FIRST.replace('See ACOEM Chapter', 'See ACOEM¦ Chapter'), HAND);
  check(FIRST.replace('Complaints.', 'Complaints¦.'), HAND);
  check(FIRST.replace('Pain Medical', 'Pain Med¦ical'), ['MTUS Chronic Pain Medical Treatment 2016']);
  check(FIRST.replace('9792.21', '9792¦.21'), ['8 CCR 9792.21(c)']);
});

test('references: in every letter of the document', () => {
  check(`${FIRST.replace('Chapter 11 Fore', 'Chap¦ter 11 Fore')}\n\n${letterText({})}`, [...HAND, NAME, `${NAME} Page(s): 264`]);
});

test('references: none for what is not known, and elsewhere', () => {
  check(letterText({ reviewer: 'Decision based on MTUS Low Back Comp¦laints 2031.' }), []);
  check(letterText({ reviewer: 'The Expert Reviewer did not ci¦te any medical evidence for its decision.' }), []);
  check(FIRST.replace('helped', 'hel¦ped'), []);
});
