import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { threadsOf } from './annotations';
import { placeOf } from './answers';
import { closeAll, eventually, fileIn, language, letter, open, write, type Folder } from './editor';
import { fileText } from './ignored';
import { LETTER } from './letters';
import { heard, personIs } from './person';
import { test } from './runner';

const WORDS = 'The wrist is sound';
const THEIRS = '{"id":"zz"}\n';
const IGNORED = '{"id":"zz","code":"old-rule","item":1,"reason":"Was so.","by":"K.","on":"2025-01-02"}\n';

async function names(folder: Folder, start: string): Promise<string[]> {
  return (await vscode.workspace.fs.readDirectory(fileIn(folder, ''))).map(([name]) => name).filter((name) => name.startsWith(start)).sort();
}

async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** A letter `f.txt` with a comment of the person's own, and files of others beside it and beside another letter. */
async function annotated(): Promise<vscode.TextDocument> {
  await personIs('Ada');
  const document = await letter('letters', 'f.txt', LETTER);
  const start = placeOf(document, WORDS);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, placeOf(document, WORDS, WORDS.length)) });
  await eventually('a comment', async () => {
    if ((await names('letters', 'f.txt.Ada')).length === 0) await heard(async () => void (await vscode.commands.executeCommand('imrLetters.comment', 'Here')));
    return threadsOf(document)[0];
  });
  await write('letters', 'f.txt.Ben.anno.jsonl', THEIRS);
  await write('letters', 'f.txt.ignored.jsonl', IGNORED);
  await write('letters', 'f.txt.b.txt.Ben.anno.jsonl', THEIRS);
  return document;
}

async function cleanUp(): Promise<void> {
  await closeAll();
  await personIs(undefined);
  for (const [folder, start] of [['letters', 'f.txt'], ['letters', 'f renamed.txt'], ['rules', 'f.txt']] as const) {
    for (const name of await names(folder, start)) await vscode.workspace.fs.delete(fileIn(folder, name));
  }
}

test('what is said about a letter is renamed with it, and its places are found as before', async () => {
  const document = await annotated();
  try {
    const said = await fileText(fileIn('letters', 'f.txt.Ada.anno.jsonl'));
    const renamed = fileIn('letters', 'f renamed.txt');
    await rename(document.uri, renamed);
    assert.deepEqual(await names('letters', 'f.txt'), ['f.txt.b.txt.Ben.anno.jsonl'], 'what is said about another letter stays');
    assert.deepEqual(await names('letters', 'f renamed.txt'), ['f renamed.txt', 'f renamed.txt.Ada.anno.jsonl', 'f renamed.txt.Ben.anno.jsonl', 'f renamed.txt.ignored.jsonl']);
    assert.deepEqual(await fileText(fileIn('letters', 'f renamed.txt.Ada.anno.jsonl')), said);
    await closeAll();
    // The words stand twice now, and the first of them are new: only the text that was kept in the storage tells them apart.
    await vscode.workspace.fs.writeFile(renamed, new TextEncoder().encode(LETTER.replace('A baker', `${WORDS}, he says. A baker`)));
    const again = await open(renamed);
    await language(again, 'imr-letter');
    const found = await eventually('the comment', async () => threadsOf(again).find(({ comments }) => comments[0]?.body === 'Here'));
    assert.equal(again.offsetAt(found.range.start), again.getText().lastIndexOf(WORDS));
  } finally {
    await cleanUp();
  }
});

test('what is said about a letter is moved with it to another folder', async () => {
  const document = await annotated();
  try {
    await rename(document.uri, fileIn('rules', 'f.txt'));
    assert.deepEqual(await names('letters', 'f.txt'), ['f.txt.b.txt.Ben.anno.jsonl']);
    assert.deepEqual(await names('rules', 'f.txt'), ['f.txt', 'f.txt.Ada.anno.jsonl', 'f.txt.Ben.anno.jsonl', 'f.txt.ignored.jsonl']);
  } finally {
    await cleanUp();
  }
});

test('a file that is there already is not replaced by what is said about a letter that is renamed', async () => {
  const document = await annotated();
  try {
    await write('letters', 'f renamed.txt.Ben.anno.jsonl', IGNORED);
    const said = await heard(() => rename(document.uri, fileIn('letters', 'f renamed.txt')));
    assert.match(said.join(), /“f\.txt\.Ben\.anno\.jsonl” stays where it is/);
    assert.equal(await fileText(fileIn('letters', 'f renamed.txt.Ben.anno.jsonl')), IGNORED);
    assert.equal(await fileText(fileIn('letters', 'f.txt.Ben.anno.jsonl')), THEIRS);
    assert.deepEqual(await names('letters', 'f renamed.txt'), ['f renamed.txt', 'f renamed.txt.Ada.anno.jsonl', 'f renamed.txt.Ben.anno.jsonl', 'f renamed.txt.ignored.jsonl']);
  } finally {
    await cleanUp();
  }
});
