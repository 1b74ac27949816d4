import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DiagnosticSeverity, type ClientCapabilities, type Diagnostic } from 'vscode-languageserver/node';
import { FULL, LanguageClient } from './language-client';
import { letterText } from './letter-text';

/** `code` and the text that is marked. */
function drawn(client: LanguageClient, uri: string, diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, range }) => `${code} = ${client.slice(uri, range)}`);
}

async function check(text: string, expected: string[]): Promise<void> {
  await LanguageClient.with({}, async (client) => {
    const uri = await client.open(text);
    assert.deepEqual(drawn(client, uri, await client.diagnostics(uri)), expected);
  });
}

const PUSH: ClientCapabilities = { ...FULL, textDocument: { ...FULL.textDocument, diagnostic: undefined } };
const GAP = letterText({ rationale: null });

test('diagnostics: none in a whole letter', () => check(letterText({}, {}), []));

test('diagnostics: a missing rationale is marked at its item', () =>
  check(letterText({}, { request: 'Grip trainer', rationale: null }), ['missing-rationale = Grip trainer']));

test('diagnostics: each letter of a file has its own, in the order of the text', () =>
  check(`${letterText({ decision: '' })}\n\n${letterText({ request: 'Grip trainer', claimsAdministrator: '' })}`, [
    'missing-decision = Wrist splint',
    'empty-claims-administrator-guideline = Claims Administrator guideline:',
  ]));

test('diagnostics: level, source, page, data and related places come with the finding', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open(GAP);
    const [diagnostic, ...others] = await client.diagnostics(uri);
    assert.ok(diagnostic);
    assert.equal(others.length, 0);
    assert.equal(diagnostic.severity, DiagnosticSeverity.Warning);
    assert.equal(diagnostic.source, 'IMR');
    assert.deepEqual(diagnostic.data, { code: 'missing-rationale', letter: 0, item: 0, data: null });
    assert.deepEqual(
      diagnostic.relatedInformation?.map(({ location }) => [location.uri, client.slice(uri, location.range)]),
      [[uri, 'MAXIMUS guideline:']],
    );
    const page = diagnostic.codeDescription?.href ?? '';
    assert.match(page, /^file:.*\/docs\/rules\/missing-rationale\.md$/);
    assert.ok(existsSync(fileURLToPath(page)), page);
  }));

test('diagnostics: a client may name its own way to the page of a rule', () =>
  LanguageClient.with({ initializationOptions: { rulePage: 'command:open?%5B%22{code}%22%5D' } }, async (client) => {
    const uri = await client.open(GAP);
    const [diagnostic] = await client.diagnostics(uri);
    assert.equal(diagnostic?.codeDescription?.href, 'command:open?%5B%22missing-rationale%22%5D');
  }));

test('diagnostics: what a client did not announce is not sent', () =>
  LanguageClient.with({ capabilities: { textDocument: { diagnostic: {} } } }, async (client) => {
    const uri = await client.open(GAP);
    const [diagnostic] = await client.diagnostics(uri);
    assert.ok(diagnostic);
    assert.equal(diagnostic.codeDescription, undefined);
    assert.equal(diagnostic.relatedInformation, undefined);
  }));

test('diagnostics: pulled twice, the second answer is “unchanged”, until the text changes', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open(GAP);
    const first = await client.pull(uri);
    assert.equal(first.kind, 'full');
    assert.deepEqual(await client.pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await client.replace(uri, 'MAXIMUS guideline', 'Decision rationale: No splint was tried.\n\nMAXIMUS guideline');
    const second = await client.pull(uri, first.resultId);
    assert.equal(second.kind, 'full');
    assert.notEqual(second.resultId, first.resultId);
    assert.deepEqual(client.published.size, 0, 'a client that pulls is pushed nothing');
  }));

test('diagnostics: pushed to a client that does not pull, on open, change and close', () =>
  LanguageClient.with({ capabilities: PUSH }, async (client) => {
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    const uri = await client.open(GAP);
    const published = (): { version?: number; codes: unknown[] }[] =>
      (client.published.get(uri) ?? []).map(({ version, diagnostics }) => ({ ...(version === undefined ? {} : { version }), codes: diagnostics.map(({ code }) => code) }));
    await client.until('the first report', () => published().length === 1);
    await client.replace(uri, ':  Upheld', '');
    await client.until('the second report', () => published().length === 2);
    await client.close(uri);
    await client.until('the last report', () => published().length === 3);
    assert.deepEqual(published(), [
      { version: 1, codes: ['missing-rationale'] },
      { version: 2, codes: ['missing-decision', 'missing-rationale'] },
      { codes: [] },
    ]);
  }));
