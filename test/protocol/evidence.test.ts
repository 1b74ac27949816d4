import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EVIDENCE, type Evidence } from '../../server/src/lsp/client-requests';
import { LanguageClient } from './language-client';
import { letterText } from './letter-text';

const SUMMARY = 'Splinting and rest helped a little.';
const TEXT = letterText({}, { request: 'Grip trainer', rationale: 'The records do not mention numbness. There is no documentation of splinting. Therefore, the request is not medically necessary.' });

test('evidence: each claim with its item and what the summary says, whether the rule is on or off', async () => {
  for (const rules of [null, { 'documented-after-all': 'off' }]) {
    await LanguageClient.with({ configuration: (_, section) => (section === 'imrLetters.rules' ? rules : null) }, async (client) => {
      const uri = await client.open(TEXT);
      const evidence = await client.connection.sendRequest<Evidence>(EVIDENCE, { uri });
      assert.deepEqual(
        evidence.claims.map(({ item, request, claim, mentions }) => [item, request, claim.text, client.slice(uri, claim.range), mentions.map(({ text }) => text), mentions.map(({ range }) => client.slice(uri, range))]),
        [[1, 'Grip trainer', 'no documentation of splinting', 'no documentation of splinting', [SUMMARY], [SUMMARY]]],
      );
    });
  }
});

test('evidence: none in a letter without such a claim, none of a document that is not open', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open(letterText({}));
    assert.deepEqual(await client.connection.sendRequest(EVIDENCE, { uri }), { claims: [] });
    assert.equal(await client.connection.sendRequest(EVIDENCE, { uri: 'file:///gone.txt' }), null);
  }));
