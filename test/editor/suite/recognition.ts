import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, language, open, openText, type, until, untitled } from './editor';
import { LETTER, LOOK_ALIKES } from './letters';
import { test } from './runner';
import { servers } from './server-processes';

/**
 * Whatever language the extension has set until now has been reported: such requests keep
 * their order, and this makes another one of the same kind.
 */
async function settled(): Promise<void> {
  const before = vscode.window.activeTextEditor!.document;
  const other = await vscode.workspace.openTextDocument({ language: 'plaintext' });
  await vscode.languages.setTextDocumentLanguage(other, 'markdown');
  assert.equal(vscode.window.activeTextEditor?.document, before);
}

/** A letter typed now becomes one; so whatever was typed before it has been looked at as well. */
async function pauseOver(): Promise<void> {
  const editor = await untitled();
  await type(editor, LETTER);
  await language(editor.document, 'imr-letter');
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

test('plain text stays plain text, and no server starts for it', async () => {
  for (const [what, text] of Object.entries(LOOK_ALIKES)) {
    const document = await openText('letters', `${what}.txt`, text);
    await vscode.extensions.getExtension('imr-letters.imr-letters')?.activate();
    await settled();
    assert.equal(document.languageId, 'plaintext', what);
  }
  assert.equal(vscode.extensions.getExtension('imr-letters.imr-letters')?.isActive, true);
  assert.equal(servers.length, 0);
  await closeAll();
});

test('with recognition off a letter stays plain text, and no server starts', async () => {
  const document = await openText('off', 'letter.txt', LETTER);
  await settled();
  assert.equal(document.languageId, 'plaintext');
  assert.equal(servers.length, 0);
  await closeAll();
});

test('with recognition off the command still makes it a letter', async () => {
  const document = await openText('off', 'by-command.txt', LETTER);
  await vscode.commands.executeCommand('imrLetters.treatAsLetter');
  await language(document, 'imr-letter');
  await closeAll();
});

test('with recognition on demand the person is asked, and a yes makes it a letter', async () => {
  const document = await openText('ask', 'letter.txt', LETTER);
  await settled();
  assert.equal(document.languageId, 'plaintext');
  // The question's first button, as soon as the question is there.
  await eventually('a question that can be answered', async () => {
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    return document.languageId === 'imr-letter' ? true : undefined;
  });
  await closeAll();
});

test('with recognition on demand no answer leaves it plain text', async () => {
  const document = await openText('ask', 'no-answer.txt', LETTER);
  await vscode.commands.executeCommand('notifications.clearAll');
  await pauseOver();
  assert.equal(document.languageId, 'plaintext');
  await vscode.commands.executeCommand('notifications.clearAll');
  await closeAll();
});

test('a sample that is opened becomes a letter', async () => {
  const document = await open(fileIn('samples', '2016-one-item-upheld.txt'));
  await language(document, 'imr-letter');
  await closeAll();
});

test('an untitled document becomes a letter when one is pasted', async () => {
  const editor = await untitled();
  await vscode.env.clipboard.writeText(LETTER);
  await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
  // Where a page may not read the clipboard, nothing is pasted.
  if (editor.document.getText() === '') await type(editor, LETTER);
  await language(editor.document, 'imr-letter');
  await closeAll();
});

test('an untitled document becomes a letter when it grows into one', async () => {
  const half = LETTER.indexOf('IMR ISSUES');
  const editor = await untitled();
  await type(editor, 'A note.\n');
  await pauseOver();
  assert.equal(editor.document.languageId, 'plaintext');
  const again = await vscode.window.showTextDocument(editor.document, { preview: false });
  await type(again, LETTER.slice(0, half));
  await type(again, LETTER.slice(half));
  await language(editor.document, 'imr-letter');
  await closeAll();
});

test('a letter treated as plain text stays back, also when it is opened again', async () => {
  const uri = (await openText('letters', 'back.txt', LETTER)).uri;
  const first = await open(uri);
  await language(first, 'imr-letter');
  await vscode.commands.executeCommand('imrLetters.treatAsPlainText');
  await language(first, 'plaintext');
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await until('the document is closed', [vscode.workspace.onDidCloseTextDocument], () => (first.isClosed ? true : undefined));
  const second = await open(uri);
  await pauseOver();
  assert.equal(second.languageId, 'plaintext');
  // Until the person changes their mind.
  await vscode.window.showTextDocument(second);
  await vscode.commands.executeCommand('imrLetters.treatAsLetter');
  await language(second, 'imr-letter');
  await closeAll();
});
