import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  IGNORE_FINDING,
  IGNORE_FINDING_COMMAND,
  IGNORED,
  IGNORED_FILE,
  ITEMS,
  STOP_IGNORING,
  type ChangedIgnoredFile,
  type FindingToIgnore,
  type IgnoredList,
  type LetterItems,
} from '../../server/src/lsp/client-requests';
import { FULL, LanguageClient, type ClientOptions } from './language-client';
import { letterText } from './letter-text';

/** Two findings on the form: one of each item. */
const TEXT = letterText({ rationale: null }, { request: 'Grip trainer', decision: '' });
const OURS: ClientOptions = { initializationOptions: { ignoredFindings: true } };
const FORM = /^(missing|empty)-/;

const codes = async (client: LanguageClient, uri: string): Promise<unknown[]> => (await client.diagnostics(uri)).map(({ code }) => code).filter((code) => FORM.test(String(code)));

/** What the quick fix of the first diagnostic would ignore. */
async function offered(client: LanguageClient, uri: string): Promise<FindingToIgnore> {
  const diagnostic = (await client.diagnostics(uri)).find(({ code }) => code === 'missing-rationale');
  const action = (await client.codeActions(uri, [diagnostic!])).find(({ command }) => command?.command === IGNORE_FINDING_COMMAND);
  assert.ok(action, 'the quick fix is offered');
  assert.deepEqual([action.kind, action.isPreferred, action.edit, action.diagnostics], ['quickfix', undefined, undefined, [diagnostic]]);
  return action.command?.arguments?.[0] as FindingToIgnore;
}

async function ignore(client: LanguageClient, uri: string, text = '', reason = ' Decided by phone. '): Promise<string | undefined> {
  const { id } = await offered(client, uri);
  const answer = await client.connection.sendRequest<ChangedIgnoredFile | null>(IGNORE_FINDING, { uri, text, id, reason, by: 'J.', on: '2026-11-20' });
  return answer?.text;
}

const list = (client: LanguageClient, uri: string): Promise<IgnoredList | null> => client.connection.sendRequest(IGNORED, { uri });

test('ignored findings: left out of diagnostics and counts once the client has sent the file, and listed with their place', () =>
  LanguageClient.with(OURS, async (client) => {
    const uri = await client.open(TEXT);
    assert.deepEqual(await codes(client, uri), ['missing-rationale', 'missing-decision']);
    const text = await ignore(client, uri);
    assert.match(text ?? '', /^\{"id":"[0-9a-f]{16}","code":"missing-rationale","item":0,"reason":"Decided by phone\.","by":"J\.","on":"2026-11-20"\}\n$/);
    assert.deepEqual(await codes(client, uri), ['missing-rationale', 'missing-decision'], 'nothing is ignored before the file is there');
    await client.connection.sendNotification(IGNORED_FILE, { uri, text });
    await client.until('a refresh', () => client.refreshes === 1);
    assert.deepEqual(await codes(client, uri), ['missing-decision']);
    const items = await client.connection.sendRequest<LetterItems>(ITEMS, { uri });
    assert.deepEqual(items.letters[0]?.items.map(({ findings }) => findings), [0, 1]);
    const lenses = await client.ask<{ command?: { title: string; command: string } }[]>('codeLens', uri);
    assert.deepEqual(lenses.map(({ command }) => command?.command), ['', 'workbench.actions.view.problems']);
    const [entry, ...others] = (await list(client, uri))?.ignored ?? [];
    assert.equal(others.length, 0);
    assert.deepEqual([entry?.code, entry?.item, entry?.request, entry?.reason, entry?.by, entry?.on], ['missing-rationale', 0, 'Wrist splint', 'Decided by phone.', 'J.', '2026-11-20']);
    assert.match(client.slice(uri, entry!.found!.range), /^MAXIMUS guideline:|^Wrist splint/);
  }));

test('ignored findings: shown again when the file is gone, and again when they are taken out of it', () =>
  LanguageClient.with(OURS, async (client) => {
    const uri = await client.open(TEXT);
    const text = (await ignore(client, uri))!;
    const { id } = await offered(client, uri);
    for (const [step, sent, expected] of [[1, text, 1], [2, null, 2], [3, text, 1], [4, '', 2]] as const) {
      await client.connection.sendNotification(IGNORED_FILE, { uri, text: sent });
      await client.until('a refresh', () => client.refreshes === step);
      assert.equal((await codes(client, uri)).length, expected);
    }
    assert.deepEqual(await client.connection.sendRequest(STOP_IGNORING, { text: `broken\n${text}`, ids: [id] }), { text: 'broken\n', refused: null });
  }));

test('ignored findings: they stay so while the rest of the letter changes, and come back when their own place does', () =>
  LanguageClient.with(OURS, async (client) => {
    const uri = await client.open(TEXT);
    await client.connection.sendNotification(IGNORED_FILE, { uri, text: await ignore(client, uri) });
    await client.replace(uri, 'A baker of 52 years', 'A cook of 40 years, who also bakes,');
    assert.deepEqual(await codes(client, uri), ['missing-decision']);
    await client.replace(uri, 'Wrist splint', 'Elbow sleeve');
    assert.deepEqual(await codes(client, uri), ['missing-rationale', 'missing-decision']);
    const gone = (await list(client, uri))?.ignored[0];
    assert.deepEqual([gone?.found, gone?.item, gone?.request], [null, 0, null]);
  }));

test('ignored findings: no reason, no such finding, no open letter: nothing to write', () =>
  LanguageClient.with(OURS, async (client) => {
    const uri = await client.open(TEXT);
    assert.equal(await ignore(client, uri, '', '  '), undefined);
    const params = { text: '', id: '0123456789abcdef', reason: 'x', by: '', on: '' };
    assert.equal(await client.connection.sendRequest(IGNORE_FINDING, { uri, ...params }), null);
    assert.equal(await client.connection.sendRequest(IGNORE_FINDING, { uri: 'file:///gone.txt', ...params }), null);
    assert.equal(await list(client, 'file:///gone.txt'), null);
  }));

test('ignored findings: lines that cannot be read are told of, and the others hold', () =>
  LanguageClient.with(OURS, async (client) => {
    const uri = await client.open(TEXT);
    const text = (await ignore(client, uri, 'ours\n'))!;
    assert.match(text, /^ours\n\{"id"/);
    await client.connection.sendNotification(IGNORED_FILE, { uri, text });
    assert.deepEqual(await codes(client, uri), ['missing-decision']);
    assert.deepEqual((await list(client, uri))?.unreadable, [1]);
  }));

test('ignored findings: nothing is written into a conflict of git', () =>
  LanguageClient.with(OURS, async (client) => {
    const uri = await client.open(TEXT);
    const text = (await ignore(client, uri))!;
    const { id } = await offered(client, uri);
    for (const conflict of [`<<<<<<< ours\n${text}=======\n>>>>>>> theirs\n`, `${text}<<<<<<<\r\n=======\r\n>>>>>>>\r\n`]) {
      for (const [request, params] of [[IGNORE_FINDING, { uri, id, reason: 'x', by: '', on: '' }], [STOP_IGNORING, { ids: [id] }]] as const) {
        const answer = await client.connection.sendRequest<ChangedIgnoredFile>(request, { ...params, text: conflict });
        assert.equal(answer.text, conflict);
        assert.match(answer.refused ?? '', /merge conflict/);
      }
    }
  }));

/** The file beside a letter as the server of another editor reads it. */
async function beside(options: ClientOptions, work: (client: LanguageClient, uri: string, write: (text: string) => void) => Promise<void>): Promise<void> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'imr-ignored-')));
  try {
    const file = path.join(folder, 'a letter [1].txt');
    const uri = pathToFileURL(file).href;
    let text = '';
    await LanguageClient.with(OURS, async (client) => {
      await client.open(TEXT, uri);
      text = (await ignore(client, uri))!;
    });
    writeFileSync(`${file}.ignored.jsonl`, text);
    await LanguageClient.with(options, (client) => work(client, uri, (changed) => writeFileSync(`${file}.ignored.jsonl`, changed)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('ignored findings: another editor’s server reads the file itself, for the first answer already', () =>
  beside({}, async (client, uri, write) => {
    await client.open(TEXT, uri);
    assert.deepEqual(await codes(client, uri), ['missing-decision']);
    const [diagnostic] = await client.diagnostics(uri);
    assert.deepEqual((await client.codeActions(uri, [diagnostic!])).filter(({ command }) => command !== undefined), [], 'it knows no command of ours');
    write('');
    await client.replace(uri, 'A baker', 'A cook');
    assert.deepEqual(await codes(client, uri), ['missing-rationale', 'missing-decision']);
  }));

test('ignored findings: a client that tells of changed files has them read then', () =>
  beside({ capabilities: { ...FULL, workspace: { ...FULL.workspace, didChangeWatchedFiles: { dynamicRegistration: true } } } }, async (client, uri, write) => {
    await client.open(TEXT, uri);
    assert.deepEqual(await codes(client, uri), ['missing-decision']);
    write('');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `${uri}.ignored.jsonl`, type: 2 }] });
    await client.until('a refresh', () => client.refreshes === 1);
    assert.deepEqual(await codes(client, uri), ['missing-rationale', 'missing-decision']);
  }));

test('ignored findings: pushed diagnostics come without them', () =>
  beside({ capabilities: { textDocument: { publishDiagnostics: {} } } }, async (client, uri) => {
    await client.open(TEXT, uri);
    await client.until('the first report', () => client.published.get(uri) !== undefined);
    assert.deepEqual(client.published.get(uri)?.[0]?.diagnostics.map(({ code }) => code).filter((code) => FORM.test(String(code))), ['missing-decision']);
  }));

test('ignored findings: a client that sends the file has none read beside the letter', () =>
  beside(OURS, async (client, uri) => {
    await client.open(TEXT, uri);
    assert.deepEqual(await codes(client, uri), ['missing-rationale', 'missing-decision']);
  }));
