import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LanguageClient } from './language-client';

const PLAIN: Record<string, string> = {
  'nothing at all': '',
  'a note on a call': 'Called the clinic about the wrist splint.\nThey say: Upheld.\nDecision rationale: to follow.\n',
  'bytes of something else': '\u0000\u0001PK\u0003\u0004\ufffd\ufffd',
  'a lone surrogate': '\ud83d',
};

for (const [what, text] of Object.entries(PLAIN)) {
  test(`${what} has no outline, no diagnostics, no hover and no actions`, () =>
    LanguageClient.with({}, async (client) => {
      // Other editors open any text with this server.
      const uri = await client.open(text, 'file:///case/note.txt', 'text');
      assert.deepEqual(await client.symbols(uri), []);
      assert.deepEqual(await client.diagnostics(uri), []);
      assert.equal(await client.hover(uri, 0), null);
      assert.deepEqual(await client.codeActions(uri, [], ['source.fixAll']), []);
      assert.deepEqual(client.logged, []);
    }));
}

test('a document that nobody has opened is answered with nothing', () =>
  LanguageClient.with({}, async (client) => {
    const uri = 'file:///case/never-opened.txt';
    assert.equal(await client.symbols(uri), null);
    assert.deepEqual(await client.diagnostics(uri), []);
  }));
