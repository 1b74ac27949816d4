import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { apply, completionsAt, flat, formattingOf, labelOf, placeOf, symbolsOf, visible, whole } from './answers';
import { closeAll, codes, eventually, letter, sample } from './editor';
import { LETTER, LETTER_WITHOUT_DECISION, LETTER_WITHOUT_REVIEWER_GUIDELINE } from './letters';
import { test } from './runner';

test('completion offers the label that is missing, and taking it writes it', async () => {
  const text = LETTER_WITHOUT_REVIEWER_GUIDELINE.replace('Decision rationale:', 'MAX\n\nDecision rationale:');
  const document = await letter('letters', 'label.txt', text);
  const place = placeOf(document, 'MAX\n', 3);
  const offered = await completionsAt(document, place);
  assert.ok(offered.map(labelOf).includes('MAXIMUS guideline'), offered.map(labelOf).join(', '));
  const editor = await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
  await eventually('the label is written', async () => {
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    // Does nothing until the list is there.
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    return /\nMAXIMUS guideline: ?/.test(editor.document.getText()) ? true : undefined;
  });
  assert.equal(visible(document.getText().replace('MAXIMUS guideline:', 'MAX')), visible(text));
  await closeAll();
});

test('completion offers both decisions behind a request, equal in rank', async () => {
  const document = await letter('letters', 'decide.txt', LETTER_WITHOUT_DECISION.replace('Wrist brace, right', 'Wrist brace, right: '));
  const offered = await completionsAt(document, placeOf(document, 'Wrist brace, right: ', 'Wrist brace, right: '.length));
  assert.deepEqual(offered.map(labelOf).sort(), ['Overturned', 'Upheld']);
  assert.equal(offered[0]?.sortText, offered[1]?.sortText);
  assert.ok(offered.every(({ preselect }) => preselect !== true));
  await closeAll();
});

test('completion offers the skeleton of an item, with places to fill in', async () => {
  const document = await letter('letters', 'skeleton.txt', `${LETTER}\n`);
  const offered = await completionsAt(document, document.lineAt(document.lineCount - 1).range.end);
  const skeleton = offered.find((one) => labelOf(one) === 'Disputed item');
  assert.ok(skeleton !== undefined, offered.map(labelOf).join(', '));
  const snippet = skeleton.insertText;
  assert.ok(snippet instanceof vscode.SnippetString);
  assert.match(snippet.value, /\$\{1:.*Upheld,Overturned.*Claims Administrator guideline:.*MAXIMUS guideline:.*Decision rationale:/s);
  await closeAll();
});

test('Format Document joins the lines of a double-spaced letter and changes nothing that is seen', async () => {
  const document = await sample('2014-one-item-upheld.txt');
  const before = document.getText();
  const outline = async (): Promise<string[][]> => flat(await symbolsOf(document)).map(({ name, detail }) => [name, detail]);
  const parts = await outline();
  await apply(document, await formattingOf(document));
  const after = document.getText();
  assert.notEqual(after, before);
  assert.equal(visible(after), visible(before));
  assert.match(after, /\n\nCLINICAL CASE SUMMARY\n/);
  assert.match(after, /twisted the right knee on 03\/11\/2013 while stepping down from a forklift\. An MRI/);
  assert.match(after, /\n\nClaims Administrator guideline: Decision based on MTUS Acupuncture Treatment Guidelines\.\n\nMAXIMUS guideline:/);
  assert.ok(!/\n[^\S\n]*\n[^\S\n]*\n/.test(after.trimEnd()), 'two empty lines in a row');
  assert.deepEqual(await outline(), parts);
  assert.deepEqual(await formattingOf(document), []);
  await closeAll();
});

test('the command Format Document needs no choice of a formatter', async () => {
  const document = await sample('2014-one-item-upheld.txt');
  const before = document.getText();
  await vscode.commands.executeCommand('editor.action.formatDocument');
  await eventually('the letter is formatted', async () => (document.getText() !== before ? true : undefined));
  assert.equal(visible(document.getText()), visible(before));
  await vscode.commands.executeCommand('undo');
  await eventually('one undo gives the old text', async () => (document.getText() === before ? true : undefined));
  await closeAll();
});

test('with a width lines end before it', async () => {
  const document = await sample('2014-one-item-upheld.txt');
  const settings = vscode.workspace.getConfiguration('imrLetters', document.uri);
  await settings.update('format.width', 72, vscode.ConfigurationTarget.WorkspaceFolder);
  try {
    const lines = await eventually('a letter of this width', async () => {
      const copy = await vscode.workspace.openTextDocument({ language: 'plaintext', content: document.getText() });
      await apply(copy, await formattingOf(document));
      const found = copy.getText().split('\n');
      return found.every(({ length }) => length <= 72) ? found : undefined;
    });
    assert.ok(lines.some(({ length }) => length > 60));
  } finally {
    await settings.update('format.width', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
  }
  await closeAll();
});

test('Format Selection leaves the rest of the letter as it is', async () => {
  const document = await sample('2014-one-item-upheld.txt');
  const before = document.getText();
  const range = new vscode.Range(placeOf(document, 'A warehouse order picker'), placeOf(document, 'sessions of acupuncture because', 'sessions of acupuncture because they went beyond a first trial.'.length));
  const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>('vscode.executeFormatRangeProvider', document.uri, range, { tabSize: 4, insertSpaces: true });
  assert.ok(edits !== undefined && edits.length > 0);
  assert.ok(edits.every((edit) => range.contains(edit.range)));
  await apply(document, edits);
  const after = document.getText();
  assert.equal(visible(after), visible(before));
  assert.match(after, /while stepping down from a forklift/);
  const behind = 'IMR ISSUES, DECISIONS AND RATIONALES';
  assert.equal(after.slice(after.indexOf(behind)), before.slice(before.indexOf(behind)));
  await closeAll();
});

test('a text that is no letter is not formatted', async () => {
  const document = await letter('letters', 'other.txt', LETTER);
  const editor = vscode.window.activeTextEditor!;
  await editor.edit((edit) => edit.replace(whole(document), 'Two   words\n\n\nand two more.\n'));
  await codes(document.uri, []);
  assert.deepEqual(await formattingOf(document), []);
  await closeAll();
});
