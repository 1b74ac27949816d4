import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letterSkeleton, SKELETON_LAYOUTS } from '../../server/src/features/skeleton';
import { foldedText, layoutOf, readLetters } from '../../server/src/letter';
import { checkLetters } from '../../server/src/rules';
import { filled } from './completion-snippets';

for (const id of SKELETON_LAYOUTS) {
  for (const lineEnd of ['\n', '\r\n']) {
    const skeleton = letterSkeleton(id, lineEnd);
    for (const [form, text] of [['default placeholders', filled(skeleton.snippet)], ['brackets', skeleton.plain]] as const) {
      test(`a new letter of ${id} with ${form} and ${JSON.stringify(lineEnd)} is a letter of that layout`, () => {
        const letters = readLetters(text);
        assert.deepEqual(letters.map(({ layout }) => layout), [id]);
        const [letter] = letters;
        assert.ok(letter);
        assert.deepEqual(letter.sections.map(({ kind }) => kind), layoutOf(id).requiredSections);
        assert.ok(letter.introduction);
        assert.deepEqual(letter.items.map(({ decision }) => decision?.value), [null]);
        assert.deepEqual(letter.items[0]?.fields.map(({ kind }) => kind), layoutOf(id).requiredFields);
        assert.equal(letter.excerpt, id === '2014');
        if (id !== '2014') assert.equal(letter.header.length, 7);
        assert.ok(letter.reviewer.licensure.length === 1 && letter.reviewer.specialties.length === 1);
        // What is still to be decided is all that is to be found in it.
        assert.deepEqual(checkLetters(text, letters).map(({ code }) => code).filter((code) => code !== 'placeholder'), ['empty-decision']);
        assert.equal(/(?<!\r)\n/.test(text), lineEnd === '\n');
      });
    }
  }
}

test('a new letter asks for what a writer has to fill in, and never chooses a decision', () => {
  const { snippet, plain } = letterSkeleton('2016');
  const hints = [...snippet.matchAll(/\$\{(\d+)(?::([^}]*)|\|([^|]*)\|)\}/g)].map(([, , hint, choices]) => hint ?? choices);
  assert.deepEqual(hints, [
    'CM16-0000000',
    'MM/DD/YYYY',
    'MM/DD/YYYY',
    'MM/DD/YYYY',
    'MM/DD/YYYY',
    'Standard,Expedited',
    'MM/DD/YYYY',
    '[states]',
    '[specialties]',
    '[clinical case summary]',
    '[requested treatment]',
    '____,Upheld,Overturned',
    '[guideline the claims administrator relied on]',
    '[guideline the reviewer relied on]',
    '[reasons for the decision]',
  ]);
  const [letter] = readLetters(plain);
  assert.equal(foldedText(plain, letter!.items[0]!.request), '[requested treatment]');
  assert.match(plain, /^Case Number: CM16-0000000\nDate Assigned: MM\/DD\/YYYY\n/);
});

test('a new letter of 2014 names the credentials in a sentence', () => {
  const { plain } = letterSkeleton('2014');
  assert.match(plain, /is Board Certified in \[specialties\] and is licensed to practice in \[states\]\./);
  assert.doesNotMatch(plain, /State\(s\) of Licensure|Case Number/);
});

test('an unknown layout, or one that decides in sentences, gives the usual one', () => {
  for (const id of ['2013-notice', '2031', '', '__proto__', undefined]) assert.deepEqual(letterSkeleton(id), letterSkeleton('2016'), String(id));
});
