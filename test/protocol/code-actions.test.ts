import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocumentEdit, type ClientCapabilities, type CodeAction, type TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FULL, LanguageClient } from './language-client';
import { letterText } from './letter-text';

const NO_SNIPPETS: ClientCapabilities = { ...FULL, workspace: { ...FULL.workspace, workspaceEdit: { documentChanges: true } } };
const NO_DOCUMENT_CHANGES: ClientCapabilities = { ...FULL, workspace: { ...FULL.workspace, workspaceEdit: { snippetEditSupport: true } } };

/** The edits of an action in whatever form they came. */
function editsOf(client: LanguageClient, uri: string, action: CodeAction): TextDocumentEdit['edits'] {
  const change = action.edit?.documentChanges?.[0];
  if (change === undefined) return action.edit?.changes?.[uri] ?? [];
  assert.ok(TextDocumentEdit.is(change));
  assert.deepEqual(change.textDocument, { uri, version: client.document(uri).version });
  return change.edits;
}

/** The document after a plain action. */
function applied(client: LanguageClient, uri: string, action: CodeAction | undefined): string {
  assert.ok(action);
  const edits = editsOf(client, uri, action);
  assert.ok(edits.every((edit) => 'newText' in edit), 'no snippets here');
  return TextDocument.applyEdits(client.document(uri), edits as TextEdit[]);
}

const MISSING = letterText({ rationale: null });
const DISORDER = letterText({ claimsAdministrator: null }).replace('Decision rationale:', 'Claims Administrator guideline: Decision based on MTUS ACOEM.\n\nDecision rationale:');

test('quick fix: plain, for a client without snippets, and only the missing label is new', () =>
  LanguageClient.with({ capabilities: NO_SNIPPETS }, async (client) => {
    const uri = await client.open(MISSING);
    const [diagnostic] = await client.diagnostics(uri);
    const [action, ...others] = await client.codeActions(uri, [diagnostic!]);
    assert.equal(others.length, 0);
    assert.equal(action?.kind, 'quickfix');
    assert.equal(action.isPreferred, true);
    assert.deepEqual(action.diagnostics, [diagnostic]);
    assert.equal(applied(client, uri, action).trimEnd(), `${MISSING.trimEnd()}\n\nDecision rationale:`);
  }));

test('quick fix: a snippet with placeholders for a client that takes them', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open(MISSING);
    const [action] = await client.codeActions(uri, await client.diagnostics(uri));
    assert.ok(action);
    const [edit] = editsOf(client, uri, action);
    assert.ok(edit !== undefined && 'snippet' in edit);
    assert.equal(edit.snippet.kind, 'snippet');
    assert.match(edit.snippet.value, /Decision rationale:.*\$\{?\d/s);
    assert.deepEqual(edit.range.start, edit.range.end);
  }));

test('quick fix: no snippets without document changes, whatever else is announced', () =>
  LanguageClient.with({ capabilities: NO_DOCUMENT_CHANGES }, async (client) => {
    const uri = await client.open(MISSING);
    const [action] = await client.codeActions(uri, await client.diagnostics(uri));
    assert.equal(action?.edit?.documentChanges, undefined);
    assert.match(applied(client, uri, action), /Decision rationale:/);
  }));

test('quick fix: a missing decision is offered as both, neither preferred', () =>
  LanguageClient.with({ capabilities: NO_SNIPPETS }, async (client) => {
    const uri = await client.open(letterText({ decision: '' }));
    const actions = await client.codeActions(uri, await client.diagnostics(uri));
    const results = actions.map((action) => /^Wrist splint.*$/m.exec(applied(client, uri, action))?.[0].replace(/\s+/g, ' '));
    assert.deepEqual(results, ['Wrist splint: Upheld', 'Wrist splint: Overturned']);
    assert.deepEqual(actions.map(({ isPreferred }) => isPreferred === true), [false, false]);
  }));

test('quick fix: found by data, not by message, in a text that has moved on', () =>
  LanguageClient.with({ capabilities: NO_SNIPPETS }, async (client) => {
    const uri = await client.open(letterText({ decision: '' }, { request: 'Grip trainer', decision: '' }));
    const [, second] = await client.diagnostics(uri);
    await client.replace(uri, 'A baker', 'Summary in short:\n\n\n\n\nA baker');
    const [action] = await client.codeActions(uri, [{ ...second!, message: 'in another language' }]);
    assert.match(applied(client, uri, action), /^Wrist splint:$/m);
    assert.match(applied(client, uri, action), /^Grip trainer: +Upheld$/m);
  }));

test('quick fix: the second letter of a file is not taken for the first', () =>
  LanguageClient.with({ capabilities: NO_SNIPPETS }, async (client) => {
    const letter = letterText({ decision: '' });
    const uri = await client.open(`${letter}\n\n${letter}`);
    const [, second] = await client.diagnostics(uri);
    const [action] = await client.codeActions(uri, [second!]);
    const text = applied(client, uri, action);
    assert.ok(text.indexOf('Upheld') > letter.length, text);
  }));

test('quick fix: none once the finding is gone, none for what is not ours', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open(letterText({ decision: '' }));
    const [diagnostic] = await client.diagnostics(uri);
    assert.deepEqual(await client.codeActions(uri, [{ ...diagnostic!, source: 'spelling' }]), []);
    assert.deepEqual(await client.codeActions(uri, [{ ...diagnostic!, data: undefined }]), []);
    assert.deepEqual(await client.codeActions(uri, [{ ...diagnostic!, data: 'Upheld' }]), []);
    await client.replace(uri, 'Wrist splint:', 'Wrist splint: Overturned');
    assert.deepEqual(await client.codeActions(uri, [diagnostic!]), []);
  }));

test('quick fix: a client that takes no code action literals is sent none', () =>
  LanguageClient.with({ capabilities: { ...FULL, textDocument: { ...FULL.textDocument, codeAction: {} } } }, async (client) => {
    const uri = await client.open(MISSING);
    assert.deepEqual(await client.codeActions(uri, await client.diagnostics(uri)), []);
  }));

for (const kind of ['source', 'source.fixAll', 'source.fixAll.imr', '']) {
  test(`fix all: offered for the kind “${kind}”, as plain text, and only what cannot change the meaning`, () =>
    LanguageClient.with({}, async (client) => {
      const uri = await client.open(DISORDER.replace(':  Upheld', ''));
      const [action, ...others] = await client.codeActions(uri, [], [kind]);
      assert.equal(others.length, 0);
      assert.equal(action?.kind, 'source.fixAll.imr');
      const text = applied(client, uri, action);
      assert.ok(text.indexOf('Claims Administrator guideline:') < text.indexOf('MAXIMUS guideline:'));
      assert.doesNotMatch(text, /Upheld|Overturned/, 'a decision is never part of a fix-all');
      assert.deepEqual(text.split(/\s+/).sort(), client.document(uri).getText().split(/\s+/).sort(), 'no word is lost or new');
    }));
}

test('fix all: not offered unasked, nor where nothing is safe to fix', () =>
  LanguageClient.with({}, async (client) => {
    const disorder = await client.open(DISORDER, 'file:///case/disorder.txt');
    const kinds = (await client.codeActions(disorder, await client.diagnostics(disorder))).map(({ kind }) => kind);
    assert.deepEqual([...new Set(kinds)], ['quickfix']);
    assert.deepEqual(await client.codeActions(disorder, [], ['refactor']), []);
    assert.deepEqual(await client.codeActions(disorder, [], ['source.fixAll.eslint']), []);
    const gap = await client.open(letterText({ decision: '', rationale: null }), 'file:///case/gap.txt');
    assert.deepEqual(await client.codeActions(gap, [], ['source.fixAll']), []);
  }));

const NOISY = letterText({ rationale: 'Seen in 2014.The wrist hurts . The request f or it is not medically necessary.' });
const CLEAN = letterText({ rationale: 'Seen in 2014. The wrist hurts. The request for it is not medically necessary.' });
const NOISY_DISORDER = DISORDER.replace('The record shows', 'The record f or him shows');

test('clean-up: asked for by its kind, it undoes what text extraction did and nothing else', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open(NOISY, 'file:///case/noisy.txt');
    const [action, ...others] = await client.codeActions(uri, [], ['source.fixAll.imr.cleanup']);
    assert.equal(others.length, 0);
    assert.equal(action?.kind, 'source.fixAll.imr.cleanup');
    assert.equal(applied(client, uri, action), CLEAN);
    const disorder = await client.open(NOISY_DISORDER, 'file:///case/disorder.txt');
    const [cleanup] = await client.codeActions(disorder, [], ['source.fixAll.imr.cleanup']);
    assert.equal(applied(client, disorder, cleanup), NOISY_DISORDER.replace('f or', 'for'), 'the order of the fields is no noise');
    const clean = await client.open(CLEAN, 'file:///case/clean.txt');
    assert.deepEqual(await client.codeActions(clean, [], ['source.fixAll.imr.cleanup']), []);
  }));

for (const kind of ['source.fixAll', 'source.fixAll.imr']) {
  test(`clean-up: “${kind}” takes it along, in one action`, () =>
    LanguageClient.with({}, async (client) => {
      const uri = await client.open(NOISY_DISORDER);
      const actions = await client.codeActions(uri, [], [kind]);
      assert.deepEqual(actions.map((action) => action.kind), ['source.fixAll.imr']);
      const text = applied(client, uri, actions[0]);
      assert.ok(text.includes('The record for him shows'));
      assert.ok(text.indexOf('Claims Administrator guideline:') < text.indexOf('MAXIMUS guideline:'));
    }));
}

test('clean-up: beside fix-all in the menu of source actions', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open(NOISY);
    const actions = await client.codeActions(uri, [], ['source']);
    assert.deepEqual(actions.map((action) => action.kind), ['source.fixAll.imr', 'source.fixAll.imr.cleanup']);
  }));

test('clean-up: a quick fix of one place offers it for all places, where there is more than one', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open(NOISY, 'file:///case/noisy.txt');
    const [diagnostic] = await client.diagnostics(uri);
    const [own, whole, ...others] = await client.codeActions(uri, [diagnostic!]);
    assert.equal(others.length, 0);
    assert.equal(own?.isPreferred, true);
    assert.match(applied(client, uri, own), /Seen in 2014\. The wrist hurts \. The request f or it/);
    assert.equal(whole?.kind, 'quickfix');
    assert.deepEqual(whole.diagnostics, [diagnostic]);
    assert.equal(applied(client, uri, whole), CLEAN);
    const single = await client.open(letterText({ rationale: 'Asked f or rest. The request is not medically necessary.' }), 'file:///case/single.txt');
    assert.equal((await client.codeActions(single, await client.diagnostics(single))).length, 1);
  }));
