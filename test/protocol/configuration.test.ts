import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiagnosticSeverity, type ClientCapabilities } from 'vscode-languageserver/node';
import { FULL, LanguageClient } from './language-client';
import { letterText } from './letter-text';

const GAP = letterText({ rationale: null });
const SILENT = { 'missing-rationale': 'off' };
const severities = async (client: LanguageClient, uri: string): Promise<unknown[]> => (await client.diagnostics(uri)).map(({ severity }) => severity);

/** A client that answers no questions about its configuration. */
const MUTE: ClientCapabilities = { ...FULL, workspace: { ...FULL.workspace, configuration: false } };

test('configuration: each document has that of its own folder', () =>
  LanguageClient.with(
    { configuration: (scope, section) => (section === 'imrLetters.rules' && scope?.startsWith('file:///strict/') ? { 'missing-rationale': 'error' } : { 'missing-rationale': 'hint' }) },
    async (client) => {
      const strict = await client.open(GAP, 'file:///strict/letter.txt');
      const mild = await client.open(GAP, 'file:///mild/letter.txt');
      assert.deepEqual(await severities(client, strict), [DiagnosticSeverity.Error]);
      assert.deepEqual(await severities(client, mild), [DiagnosticSeverity.Hint]);
    },
  ));

test('configuration: after a change the client is told to pull again, and gets the new levels', async () => {
  let rules: unknown = {};
  await LanguageClient.with({ configuration: () => rules }, async (client) => {
    const uri = await client.open(GAP);
    assert.deepEqual(await severities(client, uri), [DiagnosticSeverity.Warning]);
    rules = SILENT;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until('the refresh', () => client.refreshes === 1);
    assert.deepEqual(await severities(client, uri), []);
  });
});

test('configuration: comes with initializationOptions from a client that cannot be asked', () =>
  LanguageClient.with({ capabilities: MUTE, initializationOptions: { rules: SILENT } }, async (client) => {
    const uri = await client.open(GAP);
    assert.deepEqual(await severities(client, uri), []);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { imrLetters: { rules: { 'missing-rationale': 'information' } } } });
    assert.deepEqual(await severities(client, uri), [DiagnosticSeverity.Information]);
  }));

test('configuration: a client that answers with nothing falls back to initializationOptions', () =>
  LanguageClient.with({ configuration: () => null, initializationOptions: { rules: SILENT } }, async (client) => {
    assert.deepEqual(await severities(client, await client.open(GAP)), []);
  }));

test('configuration: a change reaches a client that does not pull', async () => {
  let rules: unknown = {};
  const capabilities = { ...FULL, textDocument: { ...FULL.textDocument, diagnostic: undefined } };
  await LanguageClient.with({ capabilities, configuration: () => rules }, async (client) => {
    const uri = await client.open(GAP);
    await client.until('the first report', () => client.published.get(uri)?.length === 1);
    rules = SILENT;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until('the second report', () => client.published.get(uri)?.length === 2);
    assert.deepEqual(client.published.get(uri)?.map(({ diagnostics }) => diagnostics.length), [1, 0]);
  });
});

for (const nonsense of [null, 'off', 7, [], { 'missing-rationale': 'loud', 'no-such-rule': 'error' }]) {
  test(`configuration: ${JSON.stringify(nonsense)} leaves every rule its own level`, () =>
    LanguageClient.with({ configuration: () => nonsense }, async (client) => {
      assert.deepEqual(await severities(client, await client.open(GAP)), [DiagnosticSeverity.Warning]);
    }));
}
