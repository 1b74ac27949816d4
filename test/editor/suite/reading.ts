import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, language, open } from './editor';
import { test } from './runner';

async function letter(name: string): Promise<vscode.TextDocument> {
  const document = await open(fileIn('samples', name));
  await language(document, 'imr-letter');
  return document;
}

async function symbolsOf(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
  return eventually('an outline', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri);
    return symbols !== undefined && symbols.length > 0 ? symbols : undefined;
  });
}

function all(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...all(symbol.children)]);
}

test('the outline shows the disputed items with their decisions and fields', async () => {
  const document = await letter('2014-three-items-mixed.txt');
  const issues = (await symbolsOf(document.uri)).find(({ name }) => /^IMR ISSUES/.test(name));
  assert.deepEqual(
    issues?.children.map(({ name, detail }) => [name, detail]),
    [
      ['Naproxen sodium 550mg #60', 'Overturned'],
      ['Lumbar support brace', 'Upheld'],
      ['Sleep study (polysomnogram)', 'Upheld'],
    ],
  );
  for (const item of issues.children) {
    assert.deepEqual(item.children.map(({ name }) => name), ['Claims Administrator guideline', 'MAXIMUS guideline', 'Decision rationale']);
    assert.equal(document.getText(item.selectionRange), item.name);
  }
  await closeAll();
});

test('outlines of all samples are in order, with children inside their parents', async () => {
  const names = (await vscode.workspace.fs.readDirectory(fileIn('samples', ''))).map(([name]) => name).filter((name) => name.endsWith('.txt'));
  assert.ok(names.length >= 8, `only ${names.length} samples`);
  const inOrder = (symbols: readonly vscode.DocumentSymbol[], parent: vscode.DocumentSymbol | undefined): void => {
    symbols.forEach((symbol, index) => {
      assert.ok(symbol.range.contains(symbol.selectionRange), symbol.name);
      assert.ok(parent === undefined || parent.range.contains(symbol.range), `${symbol.name} in ${parent?.name}`);
      const before = symbols[index - 1];
      assert.ok(before === undefined || before.range.end.isBeforeOrEqual(symbol.range.start), `${symbol.name} after ${before?.name}`);
      inOrder(symbol.children, symbol);
    });
  };
  for (const name of names) {
    const { uri } = await letter(name);
    const symbols = await symbolsOf(uri);
    assert.ok(all(symbols).length > 1, name);
    inOrder(symbols, undefined);
    await closeAll();
  }
});

test('several letters in a file stand each under a name of its own', async () => {
  const document = await letter('two-letters-in-one-file.txt');
  assert.equal((await symbolsOf(document.uri)).length, 2);
  await closeAll();
});

test('a hover on a guideline citation names it and where it was adopted', async () => {
  const document = await letter('2016-one-item-upheld.txt');
  const text = document.getText();
  const label = text.indexOf('MAXIMUS guideline:');
  const cited = text.indexOf('MTUS', label);
  assert.ok(label >= 0 && cited >= 0);
  const hover = await eventually('a hover', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(cited + 'MTUS '.length + 1));
    return hovers[0];
  });
  const words = hover.contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
  assert.match(words, /MTUS|ACOEM|Medical Treatment Utilization Schedule/);
  assert.match(words, /§|CCR|Cal\. Code/);
  assert.ok(hover.range !== undefined && hover.range.contains(document.positionAt(cited + 'MTUS '.length + 1)));
  await closeAll();
});
