import assert from 'node:assert/strict';
import test from 'node:test';
import { corpus, noLetters } from '../letters/corpus';
import { grammar, tokensOf } from './colouring';
import { differences, placesOfGrammar, placesOfReader, requestsOfGrammar, requestsOfReader } from './places';

test('on every real letter the grammar colours headings, labels, decisions and introductions just where the reader finds them', { skip: noLetters }, async (t) => {
  const letters = await grammar();
  const counts = new Map<string, number>();
  const files = corpus();
  const different: string[] = [];
  for (const { file, text } of files) {
    const reader = placesOfReader(text);
    for (const difference of differences(text, reader, placesOfGrammar(text, tokensOf(letters, text)))) different.push(`${file}: ${difference}`);
    for (const [kind, pieces] of reader) counts.set(kind, (counts.get(kind) ?? 0) + pieces.length);
  }
  assert.deepEqual(different, []);
  for (const kind of ['heading issues', 'label rationale', 'decision upheld', 'decision overturned', 'introduction']) assert.ok((counts.get(kind) ?? 0) > 0, `no letter has ${kind}`);
  t.diagnostic(`${files.length} files: ${[...counts].sort().map(([kind, count]) => `${count} ${kind}`).join(', ')}`);
});

// A request that wraps shows what it is only in its last line, so its earlier
// lines may stay without colour until the server answers.
test('on every real letter the grammar colours nothing as a request that is none', { skip: noLetters }, async (t) => {
  const letters = await grammar();
  const wrong: string[] = [];
  let uncoloured = 0;
  let lines = 0;
  for (const { file, text } of corpus()) {
    const reader = requestsOfReader(text);
    const found = differences(text, reader, requestsOfGrammar(text, tokensOf(letters, text)));
    for (const difference of found.filter((one) => one.startsWith('coloured only'))) wrong.push(`${file}: ${difference}`);
    uncoloured += found.filter((one) => one.startsWith('not coloured')).length;
    lines += reader.get('request')?.length ?? 0;
  }
  assert.deepEqual(wrong, []);
  assert.ok(uncoloured < lines / 10, `${uncoloured} of ${lines} lines of requests without colour`);
  t.diagnostic(`${lines - uncoloured} of ${lines} lines of requests`);
});
