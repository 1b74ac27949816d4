import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSymbol, Range } from 'vscode-languageserver/node';
import { FULL, LanguageClient } from './language-client';
import { letterText } from './letter-text';

/** The outline as text: a line per symbol, indented; after `=` what a click selects. */
function drawn(client: LanguageClient, uri: string, symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap((symbol) => {
    const selected = client.slice(uri, symbol.selectionRange).replace(/\s+/g, ' ');
    const line = `${'  '.repeat(depth)}${symbol.name}${symbol.detail === undefined ? '' : ` (${symbol.detail})`} = ${selected}`;
    return [line, ...drawn(client, uri, symbol.children ?? [], depth + 1)];
  });
}

/** Parents hold their children, symbols their selection, and brothers follow each other. */
function checkNesting(client: LanguageClient, uri: string, symbols: readonly DocumentSymbol[], parent?: Range): void {
  const document = client.document(uri);
  const offsets = (range: Range): [number, number] => [document.offsetAt(range.start), document.offsetAt(range.end)];
  const [from, to] = parent === undefined ? [0, document.getText().length] : offsets(parent);
  let last = from;
  for (const symbol of symbols) {
    const [start, end] = offsets(symbol.range);
    const [selectionStart, selectionEnd] = offsets(symbol.selectionRange);
    assert.ok(last <= start && end <= to, `${symbol.name}: ${start}-${end} outside ${last}-${to}`);
    assert.ok(start <= selectionStart && selectionEnd <= end, `${symbol.name}: selection outside`);
    checkNesting(client, uri, symbol.children ?? [], symbol.range);
    last = end;
  }
}

async function check(text: string, expected: string[]): Promise<void> {
  await LanguageClient.with({}, async (client) => {
    const uri = await client.open(text);
    const symbols = await client.symbols(uri);
    assert.deepEqual(drawn(client, uri, symbols), expected);
    checkNesting(client, uri, symbols);
  });
}

const SECTIONS = [
  'HOW THE IMR FINAL DETERMINATION WAS MADE = HOW THE IMR FINAL DETERMINATION WAS MADE',
  'CLINICAL CASE SUMMARY = CLINICAL CASE SUMMARY',
  'IMR ISSUES, DECISIONS AND RATIONALES = IMR ISSUES, DECISIONS AND RATIONALES',
];
const FIELDS = [
  '    Claims Administrator guideline = Claims Administrator guideline:',
  '    MAXIMUS guideline = MAXIMUS guideline:',
  '    Decision rationale = Decision rationale:',
];

test('outline: items stand in their section, with their decision, above their fields', () =>
  check(letterText({}, { request: 'Grip trainer', decision: 'Overturned' }), [
    ...SECTIONS,
    '  Wrist splint (Upheld) = Wrist splint',
    ...FIELDS,
    '  Grip trainer (Overturned) = Grip trainer',
    ...FIELDS,
  ]));

test('outline: several letters in one file stand each under their own symbol', () =>
  check(`${letterText({})}\n\n${letterText({ request: 'Grip trainer', decision: 'Overturned' })}`, [
    'Letter 1 (Uphold) = ',
    ...SECTIONS.map((line) => `  ${line}`),
    '    Wrist splint (Upheld) = Wrist splint',
    ...FIELDS.map((line) => `  ${line}`),
    'Letter 2 (Overturn) = ',
    ...SECTIONS.map((line) => `  ${line}`),
    '    Grip trainer (Overturned) = Grip trainer',
    ...FIELDS.map((line) => `  ${line}`),
  ]));

test('outline: a decision and a rationale that are missing or empty are said', () =>
  check(letterText({ decision: '', claimsAdministrator: '', rationale: null }), [
    ...SECTIONS,
    '  Wrist splint (No decision) = Wrist splint',
    '    Claims Administrator guideline (empty) = Claims Administrator guideline:',
    '    MAXIMUS guideline = MAXIMUS guideline:',
  ]));

test('outline: flat for a client that takes no tree', () =>
  LanguageClient.with({ capabilities: { ...FULL, textDocument: { ...FULL.textDocument, documentSymbol: {} } } }, async (client) => {
    const uri = await client.open(letterText({}));
    const symbols: unknown[] = await client.symbols(uri);
    assert.equal(symbols.length, 7);
    assert.deepEqual(
      symbols.map((symbol) => (symbol as { containerName?: string }).containerName),
      [undefined, undefined, undefined, 'IMR ISSUES, DECISIONS AND RATIONALES', 'Wrist splint', 'Wrist splint', 'Wrist splint'],
    );
  }));

test('outline: follows every change', () =>
  LanguageClient.with({}, async (client) => {
    const uri = await client.open(letterText({}));
    await client.replace(uri, 'Upheld', 'Overturned');
    await client.replace(uri, 'Wrist splint', 'Thumb splint');
    const lines = drawn(client, uri, await client.symbols(uri));
    assert.ok(lines.includes('  Thumb splint (Overturned) = Thumb splint'), lines.join('\n'));
  }));
