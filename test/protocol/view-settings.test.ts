import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientCapabilities, CodeLens, InlayHint, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FULL, LanguageClient } from './language-client';
import { letterText } from './letter-text';

const TEXT = letterText({}, { reviewer: 'Decision based on MTUS Low Back Complaints 2004.' });
const WHOLE = { range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } } };
const FORMAT = { options: { tabSize: 4, insertSpaces: true } };

/** How many lenses and hints there are, and how long the longest line is once formatted. */
async function seen(client: LanguageClient, uri: string): Promise<[lenses: number, hints: number, width: number]> {
  const lenses = (await client.ask<CodeLens[] | null>('codeLens', uri)) ?? [];
  const hints = (await client.ask<InlayHint[] | null>('inlayHint', uri, WHOLE)) ?? [];
  const text = TextDocument.applyEdits(client.document(uri), (await client.ask<TextEdit[] | null>('formatting', uri, FORMAT)) ?? []);
  return [lenses.length, hints.length, Math.max(...text.split('\n').map(({ length }) => length))];
}

/** A client whose settings are these, by section. */
async function check(settings: Record<string, unknown>, expected: (numbers: [number, number, number]) => void): Promise<void> {
  await LanguageClient.with({ configuration: (_, section) => settings[section ?? ''] ?? null }, async (client) => expected(await seen(client, await client.open(TEXT))));
}

test('view settings: lenses, hints and paragraphs on one line where nothing is set', () =>
  check({}, ([lenses, hints, width]) => {
    assert.deepEqual([lenses, hints], [2, 2]);
    assert.ok(width > 100, `${width}`);
  }));

test('view settings: code lenses are switched off', () => check({ 'imrLetters.codeLens.enabled': false }, ([lenses, hints]) => assert.deepEqual([lenses, hints], [0, 2])));
test('view settings: inlay hints are switched off', () => check({ 'imrLetters.inlayHints.enabled': false }, ([lenses, hints]) => assert.deepEqual([lenses, hints], [2, 0])));
test('view settings: lines are wrapped to a width', () => check({ 'imrLetters.format.width': 60 }, ([, , width]) => assert.ok(width <= 60, `${width}`)));

test('view settings: nonsense counts as not set', () =>
  check({ 'imrLetters.codeLens.enabled': 'no', 'imrLetters.inlayHints.enabled': 0, 'imrLetters.format.width': -5 }, ([lenses, hints, width]) => {
    assert.deepEqual([lenses, hints], [2, 2]);
    assert.ok(width > 100, `${width}`);
  }));

test('view settings: after a change lenses and hints are asked for again', async () => {
  const settings: Record<string, unknown> = {};
  await LanguageClient.with({ configuration: (_, section) => settings[section ?? ''] ?? null }, async (client) => {
    const uri = await client.open(TEXT);
    assert.deepEqual((await seen(client, uri)).slice(0, 2), [2, 2]);
    settings['imrLetters.codeLens.enabled'] = false;
    settings['imrLetters.inlayHints.enabled'] = false;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until('both refreshes', () => client.viewRefreshes.includes('codeLens') && client.viewRefreshes.includes('inlayHint'));
    assert.deepEqual((await seen(client, uri)).slice(0, 2), [0, 0]);
  });
});

test('view settings: no refresh for a client that announces none', async () => {
  const capabilities: ClientCapabilities = { ...FULL, workspace: { ...FULL.workspace, codeLens: {}, inlayHint: {} } };
  await LanguageClient.with({ capabilities }, async (client) => {
    const uri = await client.open(TEXT);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until('the refresh of diagnostics', () => client.refreshes === 1);
    await client.symbols(uri);
    assert.deepEqual(client.viewRefreshes, []);
  });
});

test('view settings: come with the change from a client that cannot be asked', () =>
  LanguageClient.with({ capabilities: { ...FULL, workspace: { ...FULL.workspace, configuration: false } } }, async (client) => {
    const uri = await client.open(TEXT);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { imrLetters: { codeLens: { enabled: false }, inlayHints: { enabled: false }, format: { width: 60 } } },
    });
    const [lenses, hints, width] = await seen(client, uri);
    assert.deepEqual([lenses, hints], [0, 0]);
    assert.ok(width <= 60, `${width}`);
  }));
