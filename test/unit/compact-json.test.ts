import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
// @ts-expect-error a script of the build, without types
import { compact } from '../../scripts/compact-json.mjs';

const DATA = 'server/src/guidelines/data';

test('what the bundle puts together again is what the data files hold', () => {
  const files = readdirSync(DATA).filter((name) => name.endsWith('.json'));
  assert.ok(files.length > 5);
  for (const file of files) {
    const value: unknown = JSON.parse(readFileSync(path.join(DATA, file), 'utf8'));
    const source = (compact as (value: unknown) => string)(value).replace('export default', 'return');
    const again: unknown = new Function(source)();
    assert.deepEqual(again, value, file);
  }
});
