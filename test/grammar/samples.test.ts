import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { grammar, tokensOf } from './colouring';
import { differences, placesOfGrammar, placesOfReader } from './places';

const FOLDER = path.join(process.cwd(), 'samples');

test('on every sample, of every layout, the grammar colours just what the reader finds', async () => {
  const letters = await grammar();
  const files = readdirSync(FOLDER).filter((file) => /\.(?:txt|imr)$/.test(file));
  const different = files.flatMap((file) => {
    const text = readFileSync(path.join(FOLDER, file), 'utf8');
    return differences(text, placesOfReader(text), placesOfGrammar(text, tokensOf(letters, text))).map((difference) => `${file}: ${difference}`);
  });
  assert.ok(files.length > 10, 'no samples');
  assert.deepEqual(different, []);
});
