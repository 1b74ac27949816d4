import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { FULL, LanguageClient } from './language-client';
import { letterText } from './letter-text';

/** The server answers as if nothing had been. */
async function checkAlive(client: LanguageClient, uri: string): Promise<void> {
  assert.equal((await client.symbols(uri)).length, 3);
  assert.equal((await client.diagnostics(uri))[0]?.code, 'missing-rationale');
}

const LETTER = letterText({ rationale: null });
const message = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

const GARBAGE: Record<string, string> = {
  'a header that is none': 'Dear server,\r\n\r\n',
  'a body that is no JSON': message('{"jsonrpc": "2.0", "id": 1, '),
  'a body that is no message': message('[1, 2, null]'),
  'a message without a method': message('{"jsonrpc":"2.0","params":{}}'),
  'an answer to nothing': message('{"jsonrpc":"2.0","id":4711,"result":{}}'),
  'an unknown notification': message('{"jsonrpc":"2.0","method":"letters/unfold","params":[3]}'),
};

for (const [what, bytes] of Object.entries(GARBAGE)) {
  test(`the server lives through ${what}`, () =>
    LanguageClient.with({}, async (client) => {
      const uri = await client.open(LETTER);
      await client.sendBytes(bytes);
      await checkAlive(client, uri);
    }));
}

const WRONG_REQUESTS: [method: string, params: unknown][] = [
  ['letters/unfold', {}],
  ['textDocument/documentSymbol', {}],
  ['textDocument/documentSymbol', null],
  ['textDocument/diagnostic', { textDocument: 5 }],
  ['textDocument/hover', { textDocument: { uri: 'file:///case/letter.txt' } }],
  ['textDocument/hover', { textDocument: { uri: 'file:///case/letter.txt' }, position: { line: 1e9, character: -3 } }],
  ['textDocument/codeAction', { textDocument: { uri: 'file:///case/letter.txt' } }],
  ['textDocument/codeAction', { textDocument: { uri: 'file:///case/letter.txt' }, context: { diagnostics: [{ source: 'IMR', data: { code: 'missing-rationale' } }] } }],
  ['textDocument/semanticTokens/full', {}],
  ['textDocument/semanticTokens/range', { textDocument: { uri: 'file:///case/letter.txt' } }],
  ['textDocument/foldingRange', null],
  ['textDocument/selectionRange', { textDocument: { uri: 'file:///case/letter.txt' } }],
  ['textDocument/selectionRange', { textDocument: { uri: 'file:///case/letter.txt' }, positions: [{ line: 1e9, character: -3 }, { line: -1, character: 1e9 }] }],
  ['textDocument/documentHighlight', { textDocument: { uri: 'file:///case/letter.txt' }, position: { line: 1e9, character: -3 } }],
  ['textDocument/codeLens', { textDocument: 5 }],
  ['textDocument/inlayHint', { textDocument: { uri: 'file:///case/letter.txt' } }],
  ['textDocument/formatting', { textDocument: {} }],
  ['textDocument/rangeFormatting', { textDocument: { uri: 'file:///case/letter.txt' }, range: 'all' }],
  ['textDocument/completion', { textDocument: { uri: 'file:///case/letter.txt' }, position: { line: 1e9, character: -3 } }],
  ['imrLetters/items', null],
  ['imrLetters/items', { uri: 'file:///case/not-open.txt' }],
  ['imrLetters/newLetter', { layout: 5 }],
];

for (const [method, params] of WRONG_REQUESTS) {
  test(`the server lives through ${method} with ${JSON.stringify(params)}`, () =>
    LanguageClient.with({}, async (client) => {
      const uri = await client.open(LETTER);
      // An error or an empty answer, either is right; what matters is that one comes.
      const answer: unknown = await client.connection.sendRequest(method, params).catch((fault: unknown) => fault);
      assert.ok(answer === null || answer instanceof Error || Array.isArray(answer) || typeof answer === 'object', String(answer));
      await checkAlive(client, uri);
    }));
}

test('the server lives through changes to a document that is not open, and outside of its text', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open(LETTER);
    const change = (changed: string): Promise<void> =>
      client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: changed, version: 2 },
        contentChanges: [{ range: { start: { line: 900, character: 9 }, end: { line: 800, character: 7 } }, text: '' }],
      });
    await change('file:///case/other.txt');
    await change(uri);
    await checkAlive(client, uri);
  }));

test('a request that is cancelled while the server waits is answered as cancelled', async () => {
  let answer: (rules: unknown) => void = () => undefined;
  const rules = new Promise((resolve) => (answer = resolve));
  await LanguageClient.with({ configuration: () => ({}) }, async (client) => {
    let asked = false;
    client.connection.onRequest('workspace/configuration', async () => {
      asked = true;
      return [await rules];
    });
    const uri = await client.open(LETTER);
    const source = new CancellationTokenSource();
    const pulled = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
    // The question about the configuration shows that the request is being worked on.
    const held = assert.rejects(pulled, { code: LSPErrorCodes.RequestCancelled });
    await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
    assert.ok(asked);
    source.cancel();
    await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
    answer({});
    await held;
    await checkAlive(client, uri);
  });
});

test('the server says what it can do', () =>
  LanguageClient.with({ capabilities: FULL }, async ({ initialized: { capabilities, serverInfo } }) => {
    assert.match(serverInfo?.name ?? '', /IMR/);
    assert.match(serverInfo?.version ?? '', /^\d+\.\d+\.\d+$/);
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.ok(capabilities.documentSymbolProvider);
    assert.ok(capabilities.hoverProvider);
    assert.deepEqual(capabilities.semanticTokensProvider, {
      legend: { tokenTypes: ['heading', 'fieldLabel', 'request', 'decision', 'citation', 'pages', 'date', 'quantity'], tokenModifiers: ['upheld', 'overturned'] },
      full: true,
      range: true,
    });
    for (const provider of ['foldingRange', 'selectionRange', 'documentHighlight', 'codeLens', 'inlayHint', 'documentFormatting', 'documentRangeFormatting', 'completion'] as const) {
      assert.ok(capabilities[`${provider}Provider`], provider);
    }
    assert.deepEqual(capabilities.codeActionProvider, { codeActionKinds: ['quickfix', 'source.fixAll.imr', 'source.fixAll.imr.cleanup'] });
    assert.deepEqual(capabilities.diagnosticProvider, { identifier: 'imr', interFileDependencies: false, workspaceDiagnostics: false });
    assert.deepEqual(capabilities.workspace?.workspaceFolders, { supported: true, changeNotifications: true });
  }));

test('the server tells a client that wants it what it has read, and no other', async () => {
  for (const wanted of [true, false]) {
    await LanguageClient.with({ initializationOptions: { letterStatus: wanted } }, async (client) => {
      const uri = await client.open(letterText({}));
      await client.replace(uri, 'A baker', 'A cook');
      await client.replace(uri, '\nWrist splint', `\nGrip trainer: Upheld\n\nDecision rationale: None.\n\nWrist splint`);
      await client.symbols(uri);
      if (wanted) await client.until('both statuses', () => client.letterStatuses.length > 1);
      const one = { uri, letters: [{ layout: '2014', items: 1 }] };
      assert.deepEqual(client.letterStatuses, wanted ? [one, { uri, letters: [{ layout: '2014', items: 2 }] }] : []);
    });
  }
});

test('the server speaks the language of the bundle that the client hands over', () =>
  LanguageClient.with({ initializationOptions: { l10n: { Upheld: 'Confirmado' } } }, async (client) => {
    const uri = await client.open(letterText({}));
    const [, , issues] = await client.symbols(uri);
    assert.deepEqual(issues?.children?.map(({ detail }) => detail), ['Confirmado']);
  }));

for (const [argument, expected] of [
  ['--version', /^\d+\.\d+\.\d+\n$/],
  ['--help', /--stdio/],
] as const) {
  test(`the server's command answers ${argument} and ends`, () => {
    const { status, stdout } = spawnSync(process.execPath, ['dist/server.js', argument], { encoding: 'utf8', input: '' });
    assert.equal(status, 0);
    assert.match(stdout, expected);
  });
}
