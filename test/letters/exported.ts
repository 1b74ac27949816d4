import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LetterRecord } from '../../server/src/corpus/export-record';

/** A real letter as the command line exports it. */
export interface ExportedLetter {
  readonly record: LetterRecord;
  /** Path below the folder of letters, with forward slashes. */
  readonly file: string;
  /** The file's own text, read here and not by the product. */
  readonly text: string;
}

/** What `imr-letters export` says of the folder that IMR_LETTERS names; fails where it holds no letter. */
export function exportedLetters(): ExportedLetter[] {
  const root = process.env['IMR_LETTERS'];
  assert.ok(root, 'IMR_LETTERS names no folder');
  const out = execFileSync(process.execPath, [path.resolve('dist', 'cli.js'), 'export', root], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const records = out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LetterRecord);
  assert.notEqual(records.length, 0, `IMR_LETTERS is set to ${root}, and no .txt file is there`);
  return records.map((record) => ({
    record,
    file: path.relative(root, record.file).split(path.sep).join('/'),
    text: readFileSync(record.file, 'utf8').replace(/^\ufeff/, ''),
  }));
}
