import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { flat, hoverAt, symbolsOf } from './answers';
import { closeAll, fileIn, sample } from './editor';
import { test } from './runner';

test('the outline shows the disputed items with their decisions and fields', async () => {
  const document = await sample('2014-three-items-mixed.txt');
  const issues = (await symbolsOf(document)).find(({ name }) => /^IMR ISSUES/.test(name));
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
    const symbols = await symbolsOf(await sample(name));
    assert.ok(flat(symbols).length > 1, name);
    inOrder(symbols, undefined);
    await closeAll();
  }
});

test('several letters in a file stand each under a name of its own', async () => {
  const document = await sample('two-letters-in-one-file.txt');
  assert.equal((await symbolsOf(document)).length, 2);
  await closeAll();
});

test('a hover on a guideline citation names it and where it was adopted', async () => {
  const document = await sample('2016-one-item-upheld.txt');
  const label = document.getText().indexOf('MAXIMUS guideline:');
  const cited = document.positionAt(document.getText().indexOf('MTUS', label) + 'MTUS '.length + 1);
  const { words, range } = await hoverAt(document, cited);
  assert.match(words, /MTUS|ACOEM|Medical Treatment Utilization Schedule/);
  assert.match(words, /§|CCR|Cal\. Code/);
  assert.ok(range?.contains(cited));
  await closeAll();
});
