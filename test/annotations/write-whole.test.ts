import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, lstatSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { writeWhole } from '../../client/src/write-whole.node';

/** No process has a number above this on any system that we know. */
const NOBODY = 2 ** 30;
const onWindows = process.platform === 'win32';

describe('writing a file whole', () => {
  function check(name: string, test: (folder: string) => Promise<void>, options: { readonly skip?: boolean } = {}): void {
    it(name, options, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'imr-write-'));
      try {
        await test(folder);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }

  check('makes a new file', async (folder) => {
    await writeWhole(join(folder, 'a'), 'new – 😀\n');
    assert.equal(readFileSync(join(folder, 'a'), 'utf8'), 'new – 😀\n');
    assert.deepEqual(readdirSync(folder), ['a']);
  });

  check('takes the place of an old one', async (folder) => {
    writeFileSync(join(folder, 'a'), 'an older and longer text');
    await writeWhole(join(folder, 'a'), 'new');
    assert.equal(readFileSync(join(folder, 'a'), 'utf8'), 'new');
  });

  check('keeps permissions', async (folder) => {
    writeFileSync(join(folder, 'a'), 'old');
    chmodSync(join(folder, 'a'), 0o640);
    await writeWhole(join(folder, 'a'), 'new');
    assert.equal(statSync(join(folder, 'a')).mode & 0o777, 0o640);
  }, { skip: onWindows });

  check('writes through a link', async (folder) => {
    mkdirSync(join(folder, 'there'));
    writeFileSync(join(folder, 'there', 'a'), 'old');
    symlinkSync(join(folder, 'there', 'a'), join(folder, 'a'));
    await writeWhole(join(folder, 'a'), 'new');
    assert.ok(lstatSync(join(folder, 'a')).isSymbolicLink());
    assert.equal(readFileSync(join(folder, 'there', 'a'), 'utf8'), 'new');
  }, { skip: onWindows });

  check('fails where it cannot, and leaves everything as it was', async (folder) => {
    mkdirSync(join(folder, 'a'));
    await assert.rejects(writeWhole(join(folder, 'a'), 'new'));
    await assert.rejects(writeWhole(join(folder, 'no', 'such', 'folder'), 'new'), { code: 'ENOENT' });
    assert.deepEqual(readdirSync(folder), ['a']);
  });

  check('asks last whether the file is still as it was, and stops when it is not', async (folder) => {
    const file = join(folder, 'a');
    writeFileSync(file, 'old');
    await assert.rejects(writeWhole(file, 'new', async () => {
      assert.equal(readdirSync(folder).length, 2, 'all is written but for the name');
      assert.equal(readFileSync(file, 'utf8'), 'old');
      throw new Error('changed meanwhile');
    }), /changed meanwhile/);
    assert.deepEqual([readdirSync(folder), readFileSync(file, 'utf8')], [['a'], 'old']);
    await writeWhole(file, 'new', () => Promise.resolve());
    assert.equal(readFileSync(file, 'utf8'), 'new');
  });

  check('clears away what the dead have left, and nothing else', async (folder) => {
    const left = ['.imr-letters.1.txt', `.imr-letters.${NOBODY}.00ff.tmp`, `.imr-letters.${process.pid}.00ff.tmp`, `.imr-letters.${process.pid}.0aff.tmp`, 'x.tmp'];
    for (const name of left) writeFileSync(join(folder, name), '');
    utimesSync(join(folder, left[3]!), new Date(0), new Date(0));
    await writeWhole(join(folder, 'a'), 'new');
    assert.deepEqual(readdirSync(folder).sort(), [left[0]!, left[2]!, 'a', 'x.tmp'].sort());
  });

  check('may be done many times at once', async (folder) => {
    const texts = Array.from({ length: 20 }, (_, n) => String(n).repeat(50_000));
    await Promise.all(texts.map((text) => writeWhole(join(folder, 'a'), text)));
    assert.ok(texts.includes(readFileSync(join(folder, 'a'), 'utf8')));
    assert.deepEqual(readdirSync(folder), ['a']);
  });
});
