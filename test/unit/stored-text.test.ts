import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineHashes, textOfBoth } from '../../client/src/annotations/stored-text';

interface Case {
  readonly name: string;
  /** What the copy in the storage was made from; `null` where that is not known. Lines are written with blanks between them. */
  readonly from: string | null;
  readonly here: string;
  readonly kept: string;
  readonly both: string;
}

const lines = (words: string): string => words.split(' ').filter((word) => word !== '').map((word) => `${word}\n`).join('');

function check({ name, from, here, kept, both }: Case): void {
  test(`a copy in the storage: ${name}`, async () => {
    const madeFrom = from === null ? '' : await lineHashes(lines(from));
    assert.equal(await textOfBoth(lines(here), lines(kept), madeFrom), lines(both));
  });
}

check({ name: 'the file beside is as it was', from: 'one', here: 'one', kept: 'one two', both: 'one two' });
check({ name: 'the file beside has something new, whenever it was written', from: 'one', here: 'one three', kept: 'one two', both: 'one three two' });
check({ name: 'what was taken out stays out', from: 'one two', here: 'one two three', kept: 'two', both: 'two three' });
check({ name: 'what was written anew is there once', from: 'one two', here: 'one two three', kept: 'one 2', both: 'one three 2' });
check({ name: 'all was taken out', from: 'one two', here: 'one two', kept: '', both: '' });
check({ name: 'all was taken out, and something new came', from: 'one two', here: 'one two three', kept: '', both: 'three' });
check({ name: 'the file beside is gone', from: 'one', here: '', kept: 'one two', both: 'one two' });
check({ name: 'nothing lay beside, and now does', from: '', here: 'one', kept: 'two', both: 'one two' });
check({ name: 'nobody knows what it was made from', from: null, here: 'one two', kept: 'two three', both: 'one two three' });
check({ name: 'it was made from something else', from: 'x y', here: 'one two', kept: 'two three', both: 'one two three' });

test('a copy in the storage: line ends of git on Windows are no difference', async () => {
  assert.equal(await textOfBoth('one\r\ntwo\r\n', 'one\n', await lineHashes('one\ntwo\n')), 'one\n');
});

test('a copy in the storage: what is remembered of its source cannot be read', async () => {
  assert.match(await lineHashes('one\ntwo\n'), /^[0-9a-f]{16}\n[0-9a-f]{16}$/);
});
