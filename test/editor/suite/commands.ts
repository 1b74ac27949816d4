import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ANNOTATION_EFFECTS } from './annotations';
import { flat, placeOf, symbolsOf } from './answers';
import { closeAll, codes, eventually, language, letter, openText, sample, until } from './editor';
import { accept, fileText, ignore, instead, LETTER_WITH_EVIDENCE, listOf } from './ignored';
import { LETTER, LETTER_WITHOUT_DECISION } from './letters';
import { REVIEW_EFFECTS } from './review';
import { test } from './runner';
import { onServerChange, servers } from './server-processes';

const PREFIX = 'imrLetters.';
const run = (command: string, ...words: readonly unknown[]): Thenable<unknown> => vscode.commands.executeCommand(PREFIX + command, ...words);

/** The line of the cursor. */
function line(): string {
  const editor = vscode.window.activeTextEditor;
  return editor === undefined ? '' : editor.document.lineAt(editor.selection.active).text.trim();
}

function tab(): string {
  return vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
}

function tabIs(pattern: RegExp): Promise<true> {
  return until(`a tab ${pattern}`, [vscode.window.tabGroups.onDidChangeTabs, vscode.window.tabGroups.onDidChangeTabGroups], () => (pattern.test(tab()) ? true : undefined), () => `there is ${tab()}`);
}

/** What each command does, one entry for each command of ours. */
const EFFECTS: Readonly<Record<string, () => Promise<void>>> = {
  ...ANNOTATION_EFFECTS,
  ...REVIEW_EFFECTS,

  async openSamples() {
    const chosen = run('openSamples');
    // The first of the list; nothing to accept until the list is there.
    const editor = await eventually('a sample', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor;
    });
    await chosen;
    assert.deepEqual([editor.document.languageId, editor.document.isUntitled], ['imr-letter', true]);
    assert.ok(flat(await symbolsOf(editor.document)).some(({ name }) => name.startsWith('Trigger point injections')));
    await run('openSamples', '2016-overturned.txt');
    const second = vscode.window.activeTextEditor!.document;
    assert.notEqual(second, editor.document);
    // Who asks again gets the copy that is open.
    await run('openSamples', '2016-overturned.txt');
    assert.equal(vscode.window.activeTextEditor?.document, second);
  },

  async newLetter() {
    await run('newLetter');
    const editor = vscode.window.activeTextEditor!;
    const { document } = editor;
    assert.deepEqual([document.languageId, document.isUntitled], ['imr-letter', true]);
    const symbols = await symbolsOf(document);
    assert.ok(symbols.some(({ name }) => name === 'IMR ISSUES, DECISIONS AND RATIONALES'));
    assert.ok(flat(symbols).some(({ children }) => children.map(({ name }) => name).join() === 'Claims Administrator guideline,MAXIMUS guideline,Decision rationale'));
    // The first gap is selected, and the tab key leads to the next.
    const gaps: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      assert.ok(!editor.selection.isEmpty, `gap ${step}`);
      gaps.push(`${editor.selection.start.line}:${editor.selection.start.character}`);
      await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
      await eventually('the next gap', async () => (gaps.at(-1) === `${editor.selection.start.line}:${editor.selection.start.character}` ? undefined : true));
    }
    assert.equal(new Set(gaps).size, 3);
  },

  async openWalkthrough() {
    assert.equal(tab(), '');
    await run('openWalkthrough');
    // Newer editors name the walkthrough; what the page shows is read by test/hosts/drive-vsix.mjs.
    await tabIs(/^(Welcome|Walkthrough: .*)$/);
  },

  async nextItem() {
    const document = await sample('2014-three-items-mixed.txt');
    await symbolsOf(document);
    const visited: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      await run('nextItem');
      visited.push(line());
    }
    assert.deepEqual(visited, ['Naproxen sodium 550mg #60:  Overturned', 'Lumbar support brace:  Upheld', 'Sleep study (polysomnogram):  Upheld', 'Naproxen sodium 550mg #60:  Overturned']);
  },

  async previousItem() {
    const document = await sample('2014-three-items-mixed.txt');
    await symbolsOf(document);
    const inLast = placeOf(document, 'broken');
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(inLast, inLast) });
    const visited: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      await run('previousItem');
      visited.push(line());
    }
    assert.deepEqual(visited, ['Sleep study (polysomnogram):  Upheld', 'Lumbar support brace:  Upheld', 'Naproxen sodium 550mg #60:  Overturned', 'Sleep study (polysomnogram):  Upheld']);
  },

  async ignoreFinding() {
    const document = await letter('letters', 'ignore.txt', LETTER_WITHOUT_DECISION);
    const [problem] = await codes(document.uri, ['missing-decision']);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(problem!.range.start, problem!.range.start) });
    await instead('showInputBox', () => Promise.resolve('Decided by phone.'), async () => void (await run('ignoreFinding')));
    await codes(document.uri, []);
    const beside = document.uri.with({ path: `${document.uri.path}.ignored.jsonl` });
    assert.match((await fileText(beside)) ?? '', /"reason":"Decided by phone\."/);
    await vscode.workspace.fs.delete(beside);
  },

  async showIgnored() {
    const document = await letter('letters', 'shown.txt', LETTER_WITHOUT_DECISION);
    const [problem] = await codes(document.uri, ['missing-decision']);
    await ignore(document, problem!.range, 'Decided by phone.');
    await codes(document.uri, []);
    await run('showIgnored');
    await accept('the ignored finding', () => line() === 'Wrist brace, right');
    await vscode.workspace.fs.delete(document.uri.with({ path: `${document.uri.path}.ignored.jsonl` }));
  },

  async checkEvidence() {
    await letter('letters', 'evidence-command.txt', LETTER_WITH_EVIDENCE);
    const { list } = await listOf('imrLetters.checkEvidence');
    assert.equal(list.items.length, 1);
    list.hide();
  },

  async treatAsLetter() {
    const document = await openText('off', 'command.txt', LETTER);
    assert.equal(document.languageId, 'plaintext');
    await run('treatAsLetter');
    await language(document, 'imr-letter');
    assert.ok(flat(await symbolsOf(document)).some(({ name }) => name === 'Wrist brace, right'));
  },

  async treatAsPlainText() {
    const document = await letter('letters', 'command.txt', LETTER_WITHOUT_DECISION);
    await codes(document.uri, ['missing-decision']);
    await run('treatAsPlainText');
    await language(document, 'plaintext');
    await codes(document.uri, []);
  },

  async restartServer() {
    const document = await letter('letters', 'again.txt', LETTER_WITHOUT_DECISION);
    await codes(document.uri, ['missing-decision']);
    const running = servers.at(-1)!;
    const before = servers.length;
    await run('restartServer');
    await until('the server has ended', [onServerChange], () => (running.exitCode !== null || running.signalCode !== null ? true : undefined));
    assert.equal(servers.length, before + 1);
    await codes(document.uri, ['missing-decision']);
  },

  async showOutput() {
    await sample('2016-one-item-upheld.txt');
    await run('showOutput');
    await until('the output of the extension', [vscode.window.onDidChangeVisibleTextEditors], () =>
      vscode.window.visibleTextEditors.some(({ document: { uri } }) => uri.scheme === 'output' && /IMR Letters/.test(decodeURIComponent(uri.path))) ? true : undefined,
      () => vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()).join());
    await vscode.commands.executeCommand('workbench.action.closePanel');
  },

  async openRule() {
    await run('openRule');
    await tabIs(/README/);
    await run('openRule', 'missing-decision');
    await tabIs(/missing-decision/);
  },

  async showSample() {
    await sample('2016-one-item-upheld.txt');
    await run('showSample');
    const editor = vscode.window.activeTextEditor!;
    assert.match(editor.document.getText(), /CM16-0000008/);
    assert.equal(editor.viewColumn, vscode.ViewColumn.Two);
  },

  async showItems() {
    await run('showItems');
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.languageId, 'imr-letter');
    assert.equal(editor.selection.active.line, 0);
    // The view has the keys: its first entry leads to the letter's first item.
    await eventually('an item that was chosen in the view', async () => {
      await vscode.commands.executeCommand('list.focusFirst');
      await vscode.commands.executeCommand('list.select');
      return /^Trigger point injections/.test(line()) ? true : undefined;
    });
  },

  async showQuickFix() {
    await run('showQuickFix');
    const { document } = vscode.window.activeTextEditor!;
    assert.match(line(), /^Physical therapy for the neck.*\)$/);
    // The menu is open; its first entry that can be taken is a decision.
    await eventually('a decision out of the menu', async () => {
      await vscode.commands.executeCommand('acceptSelectedCodeAction');
      return /\(6 visits\): +(Upheld|Overturned)/.test(document.getText()) ? true : undefined;
    });
  },

  async showCitation() {
    await run('showCitation');
    const editor = vscode.window.activeTextEditor!;
    assert.match(line(), /MTUS ACOEM Chapter 12 Low Back Complaints$/);
    assert.equal(editor.document.getText(editor.document.getWordRangeAtPosition(editor.selection.active)), 'Low');
  },
};

/** Commands that VS Code makes of our view; their names are its own. */
const OF_THE_VIEW = /^imrLetters\.(?:items|annotations)\.(focus|open|removeView|resetViewLocation|toggleVisibility)$/;

for (const [command, effect] of Object.entries(EFFECTS)) {
  test(`command ${command}`, async () => {
    try {
      await effect();
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await closeAll();
    }
  });
}

test('every command of the palette, and every other one of ours, was run', async () => {
  const manifest = vscode.extensions.getExtension('imr-letters.imr-letters')!.packageJSON as { contributes: { commands: { command: string }[] } };
  const palette = manifest.contributes.commands.map(({ command }) => command);
  assert.ok(palette.length >= 10, palette.join());
  const registered = (await vscode.commands.getCommands(true)).filter((command) => command.startsWith(PREFIX) && !OF_THE_VIEW.test(command));
  const wanted = [...new Set([...palette, ...registered])].sort();
  assert.deepEqual(Object.keys(EFFECTS).map((name) => PREFIX + name).sort(), wanted);
});
