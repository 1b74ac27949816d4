import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLetters } from '../../server/src/letter';
import { CITATION_RULES, checkLetters, type RuleLevels } from '../../server/src/rules';
import { corpus, noLetters, originals } from './corpus';

/**
 * Every finding on what the real letters cite, as `letter #item code`, items
 * counted from zero; each was judged true by reading the letter. A new one is
 * either another true one, to be read and added, or a defect of its rule.
 */
const ABOVE_HINT: readonly string[] = [
  '001_d85c8b01a9df8a47 #0 topic-not-so-named',
  '004_273f9b4f92cc0344 #0 misspelt-guideline',
  '004_273f9b4f92cc0344 #0 misspelt-guideline',
  '004_273f9b4f92cc0344 #0 pages-of-another-topic',
  '004_273f9b4f92cc0344 #0 pages-of-another-topic',
  'CM17-0002198 #1 misspelt-guideline',
  'CM17-0009441 #6 nothing-to-look-up',
  'CM17-0015849 #0 nothing-to-look-up',
];
const HINTS: readonly string[] = [
  '001_d85c8b01a9df8a47 #0 not-part-of-the-mtus',
  '002_16de2fe7a2b06a03 #0 body-part-differs',
  '002_16de2fe7a2b06a03 #0 body-part-differs',
  '003_5c22197c25cadd68 #1 body-part-differs',
  'CM16-0247405 #0 field-and-rationale-differ',
  'CM16-0249170 #0 field-and-rationale-differ',
  'CM17-0001064 #0 body-part-differs',
  'CM17-0001064 #1 edition-superseded',
  'CM17-0009441 #3 body-part-differs',
  'CM17-0011730 #0 body-part-differs',
  'CM17-0013240 #0 edition-superseded',
  'CM17-0013240 #0 not-part-of-the-mtus',
];
/** This extraction has lost the case header, and with it the dates. */
const WITHOUT_DATES = 'extractors/seedstyle/CM17-0001064.txt';

const CODES: ReadonlySet<string> = new Set(CITATION_RULES.map(({ code }) => code));
/** Rules that are off by default are judged all the same. */
const ALL: RuleLevels = Object.fromEntries(CITATION_RULES.filter(({ level }) => level === 'off').map(({ code }) => [code, 'hint']));

interface Found {
  readonly name: string;
  readonly hint: boolean;
}

function findingsIn(file: string, text: string): Found[] {
  const letter = /([^/]+)\.txt$/.exec(file)?.[1] ?? file;
  return checkLetters(text, readLetters(text), ALL)
    .filter(({ code }) => CODES.has(code))
    .map(({ item, code, level }) => ({ name: `${letter} #${item} ${code}`, hint: level === 'hint' }));
}

function namesOf(found: readonly Found[], hint: boolean): string[] {
  return found.filter((each) => each.hint === hint).map(({ name }) => name).sort();
}

test('letters: the findings on citations are the true ones', { skip: noLetters }, (context) => {
  const letters = originals();
  const found = letters.flatMap(({ file, text }) => findingsIn(file, text));
  context.diagnostic(`${letters.length} letters read, ${found.length} findings`);
  assert.deepEqual(namesOf(found, false), [...ABOVE_HINT].sort());
  assert.deepEqual(namesOf(found, true), [...HINTS].sort());
});

test('letters: other extractions have the same findings', { skip: noLetters }, (context) => {
  const others = corpus().filter(({ file }) => file.startsWith('extractors/'));
  context.diagnostic(`${others.length} letters read`);
  assert.ok(others.length > 0);
  for (const { file, text } of others) {
    const letter = /([^/]+)\.txt$/.exec(file)?.[1] ?? file;
    const expected = (names: readonly string[]): string[] =>
      names.filter((name) => name.startsWith(`${letter} `) && !(file === WITHOUT_DATES && name.endsWith('edition-superseded'))).sort();
    const found = findingsIn(file, text);
    assert.deepEqual(namesOf(found, false), expected(ABOVE_HINT), file);
    assert.deepEqual(namesOf(found, true), expected(HINTS), file);
  }
});
