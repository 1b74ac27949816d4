import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLetters } from '../../server/src/letter';
import { checkInvariants } from '../invariants';
import { corpus, noLetters, originals } from './corpus';
import { EXTRACTIONS, visible } from './extractions';

/** All that a reading says, in visible characters. */
function reading(text: string): string[] {
  return readLetters(text).flatMap((letter) => {
    const slice = (span: { start: number; end: number } | null): string => (span ? visible(text.slice(span.start, span.end)) : '-');
    return [
      `${letter.layout} ${letter.sections.map((section) => section.kind).join()} ${letter.header.map((row) => `${row.kind}=${slice(row.value)}`).join()}`,
      `reviewer ${letter.reviewer.licensure.map(slice).join()} / ${letter.reviewer.specialties.map(slice).join()}`,
      ...letter.items.map((item) => `${slice(item.request)}: ${item.decision?.value} ${item.fields.map((field) => `${field.kind}=${slice(field.body)}`).join(' ')}`),
    ];
  });
}

for (const extraction of EXTRACTIONS) {
  test(`a letter reads the same with ${extraction.name}`, { skip: noLetters }, () => {
    for (const { file, text } of originals()) {
      const other = extraction.make(text);
      assert.deepEqual(reading(other), reading(text), file);
      checkInvariants(other, readLetters(other));
    }
  });
}

test('all letters in one file are as many letters', { skip: noLetters }, () => {
  for (const joint of ['', '\n', '\f']) {
    const letters = originals();
    const text = letters.map((letter) => letter.text).join(joint);
    const read = readLetters(text);
    checkInvariants(text, read);
    assert.equal(read.length, letters.length);
    assert.equal(read.flatMap((letter) => letter.items).length, letters.flatMap((letter) => readLetters(letter.text)[0]!.items).length);
  }
  console.log(`read ${corpus().length} files`);
});
