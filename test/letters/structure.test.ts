import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { noLetters } from './corpus';
import { exportedLetters } from './exported';
import { droppedHyphens, structureOf } from './structure';
import type { FolderRow } from './structure';

/** Letters, items, upheld and overturned, as counted by people who read them. */
const KNOWN: Readonly<Record<string, readonly [letters: number, items: number, upheld: number, overturned: number]>> = {
  '2014': [5, 9, 9, 0],
  '2016-17': [40, 87, 80, 7],
};

describe('the structure of real letters', { skip: noLetters }, () => {
  let rows: FolderRow[] = [];
  before(() => {
    rows = structureOf(exportedLetters());
    console.log(`compared ${rows.reduce((sum, row) => sum + row.letters, 0)} real letters in ${rows.length} folders`);
  });

  for (const [folder, known] of Object.entries(KNOWN)) {
    it(`${folder}: letters, items and decisions`, () => {
      const row = rows.find((candidate) => candidate.folder === folder);
      assert.deepEqual(row && [row.letters, row.items, row.upheld, row.overturned], known);
    });
  }
  it('every item has its decision and its three fields', () => {
    assert.notEqual(rows.length, 0);
    for (const { folder, items, upheld, overturned, complete } of rows) {
      assert.deepEqual([upheld + overturned, complete], [items, items], folder);
    }
  });
  it('every extractor gives the same requests, decisions and fields', () => {
    const compared = rows.flatMap(({ comparison, items, folder }) => (comparison ? [{ comparison, items, folder }] : []));
    assert.equal(compared.length, 5);
    for (const { comparison, items, folder } of compared) {
      const { requests, decisions, fields, differences } = comparison;
      assert.deepEqual(differences, []);
      assert.deepEqual([requests, decisions, fields], [items, items, 3 * items], folder);
    }
  });
});

describe('passages of two extractors', () => {
  const cases: readonly [string | null, string | null, number | null][] = [
    ['a  b\nc', 'a b c', 0],
    ['over-\nthe counter', 'over-the\ncounter', 0],
    ['over-\nthe counter', 'over\ufffethe counter', 0],
    ['over- \r\nthe counter', 'overthe counter', 1],
    ['over-the counter', 'overthe counter', null],
    ['a b', 'a b c', null],
    ['a b c', 'a b', null],
    ['a', 'A', null],
    [null, null, 0],
    [null, '', null],
    ['', '', 0],
  ];
  for (const [original, extraction, expected] of cases) {
    it(`${JSON.stringify(original)} and ${JSON.stringify(extraction)}`, () => assert.equal(droppedHyphens(original, extraction), expected));
  }
});
