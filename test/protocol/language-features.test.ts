import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientCapabilities, CodeLens, DocumentHighlight, FoldingRange, SemanticTokens, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FULL, LanguageClient } from './language-client';
import { letterText } from './letter-text';

const TEXT = letterText({}, { request: 'Grip trainer', decision: 'Overturned' });
const withFolding = (foldingRange: object): ClientCapabilities => ({ ...FULL, textDocument: { ...FULL.textDocument, foldingRange } });

/** Folding ranges as the lines they begin on, with what else is told of them. */
async function folds(text: string, foldingRange: object): Promise<string[]> {
  const drawn: string[] = [];
  await LanguageClient.with({ capabilities: withFolding(foldingRange) }, async (client) => {
    const uri = await client.open(text);
    const lines = text.split(/\r\n|\r|\n/);
    for (const { startLine, endLine, startCharacter, endCharacter } of await client.ask<FoldingRange[]>('foldingRange', uri)) {
      drawn.push(`${lines[startLine]?.slice(0, 12)} +${endLine - startLine}${startCharacter === undefined ? '' : ` from ${startCharacter}`}${endCharacter === undefined ? '' : ` to ${endCharacter}`}`);
    }
  });
  return drawn;
}

test('folding: no more ranges than the client takes, the outer ones', async () =>
  assert.deepEqual(await folds(TEXT, { lineFoldingOnly: true, rangeLimit: 4 }), ['HOW THE IMR  +2', 'CLINICAL CAS +1', 'IMR ISSUES,  +17', 'Wrist splint +6']));

test('folding: with characters for a client that folds parts of lines, also on one line', async () => {
  const ranges = await folds(letterText({ rationale: 'None.' }), { lineFoldingOnly: false });
  assert.ok(ranges.includes('Decision rat +0 from 19 to 25'), ranges.join('\n'));
  assert.ok(ranges.includes('Wrist splint +6 from 21 to 25'), ranges.join('\n'));
});

test('folding: nothing that ends on its own line for a client that folds whole lines', async () =>
  assert.ok((await folds(TEXT, { lineFoldingOnly: true })).every((range) => !range.includes('+0'))));

test('folding: works where the next part follows on the same line', async () => {
  const flowed = letterText({ rationale: 'No trial\nis told of.' }, { request: 'Grip trainer' }).replace('told of.\n\nGrip trainer', 'told of. Grip trainer');
  const ranges = await folds(flowed, { lineFoldingOnly: true });
  // The line on which both meet stays visible.
  assert.ok(!ranges.includes('Decision rat +1'), ranges.join('\n'));
});

test('semantic tokens: those of a range are among those of the whole, at the same places', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open(TEXT);
    const absolute = ({ data }: SemanticTokens): string[] => {
      let [line, character] = [0, 0];
      return Array.from({ length: data.length / 5 }, (_, index) => {
        const [lines, characters, ...rest] = data.slice(index * 5, index * 5 + 5) as [number, number, number, number, number];
        character = lines === 0 ? character + characters : characters;
        line += lines;
        return [line, character, ...rest].join(' ');
      });
    };
    const whole = absolute(await client.ask<SemanticTokens>('semanticTokens/full', uri));
    const start = client.position(uri, 'Grip trainer');
    const part = absolute(await client.ask<SemanticTokens>('semanticTokens/range', uri, { range: { start, end: { line: start.line + 1, character: 0 } } }));
    assert.equal(part.length, 2);
    assert.ok(part.every((token) => whole.includes(token)), `${part.join()} in ${whole.join()}`);
  }));

test('highlight: in the second letter of a file, of that letter alone', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open(`${TEXT}\n\n${TEXT}`);
    const document = client.document(uri);
    const offset = document.getText().lastIndexOf('Overturned');
    const highlights = await client.ask<DocumentHighlight[]>('documentHighlight', uri, { position: document.positionAt(offset) });
    assert.equal(highlights.length, 5);
    assert.ok(highlights.every(({ range }) => document.offsetAt(range.start) > TEXT.length));
  }));

test('code lens: a click on one that tells of findings shows them, others are text', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open(letterText({}, { request: 'Grip trainer', rationale: null }));
    const lenses = await client.ask<CodeLens[]>('codeLens', uri);
    assert.deepEqual(lenses.map(({ command }) => [command?.title, command?.command]), [
      ['Upheld · 2 citations', ''],
      ['Upheld · 2 citations · 1 finding', 'workbench.actions.view.problems'],
    ]);
  }));

test('code lens: counts what the levels leave, and no hints', async () => {
  for (const level of ['off', 'hint'] as const) {
    await LanguageClient.with({ configuration: (_, section) => (section === 'imrLetters.rules' ? { 'missing-rationale': level } : null) }, async (client) => {
      const lenses = await client.ask<CodeLens[]>('codeLens', await client.open(letterText({ rationale: null })));
      assert.deepEqual(lenses.map(({ command }) => command?.title), ['Upheld · 2 citations']);
    });
  }
});

test('formatting: of a range only what lies in it changes', () =>
  LanguageClient.with({}, async (client) => {
    const text = TEXT.replaceAll('\n', ' \n\n');
    const uri = await client.open(text);
    const options = { tabSize: 4, insertSpaces: true };
    const whole = await client.ask<TextEdit[]>('formatting', uri, { options });
    assert.ok(TextDocument.applyEdits(client.document(uri), whole).length < text.length, 'fewer blanks');
    const from = client.position(uri, 'CLINICAL CASE SUMMARY');
    const to = client.position(uri, 'IMR ISSUES');
    const edits = await client.ask<TextEdit[]>('rangeFormatting', uri, { range: { start: from, end: to }, options });
    assert.ok(edits.length > 0);
    assert.ok(edits.every(({ range }) => range.start.line >= from.line && range.end.line <= to.line));
  }));

for (const [method, params, nothing] of [
  ['semanticTokens/full', {}, { data: [] }],
  ['foldingRange', {}, []],
  ['documentHighlight', { position: { line: 0, character: 3 } }, []],
  ['codeLens', {}, []],
  ['inlayHint', { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } } }, []],
  ['formatting', { options: { tabSize: 4, insertSpaces: true } }, []],
] as const) {
  test(`${method}: nothing for a text that is no letter`, () =>
    LanguageClient.with({}, async (client) => {
      const uri = await client.open('Dear colleague,\n\n\n\nthe wrist splint was upheld.\n');
      assert.deepEqual(await client.ask(method, uri, params), nothing);
    }));
}
