import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileName } from '../../../client/src/annotations/file-names';
import { storedPlace } from '../../../client/src/annotations/stored-place';
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

/** Where the extension keeps copies of texts that it writes meanwhile; it tells nobody. */
async function copiesWritten(work: () => Promise<void>): Promise<vscode.Uri[]> {
  const { fs } = vscode.workspace;
  const written: vscode.Uri[] = [];
  const watched = new Proxy({}, {
    get: (_, name) => (name !== 'writeFile' ? Reflect.get(fs, name) : (uri: vscode.Uri, bytes: Uint8Array) => {
      if (uri.path.endsWith('.gz')) written.push(uri);
      return fs.writeFile(uri, bytes);
    }),
  });
  Object.defineProperty(vscode.workspace, 'fs', { get: () => watched, configurable: true });
  try {
    await work();
  } finally {
    Object.defineProperty(vscode.workspace, 'fs', { get: () => fs, configurable: true });
  }
  return written;
}

test('what is said about a letter is renamed with it, and so are the copies of its text', async () => {
  let document!: vscode.TextDocument;
  const copies = await copiesWritten(async () => {
    document = await annotated();
    // The copy is written behind the annotation.
    await vscode.commands.executeCommand('imrLetters.label', 'conclusion');
  });
  try {
    const [copy] = copies;
    assert.ok(copy !== undefined, 'a copy was written');
    const there = (uri: vscode.Uri): Promise<boolean> => Promise.resolve(vscode.workspace.fs.stat(uri)).then(() => true, () => false);
    assert.ok(await there(copy));
    const said = await fileText(fileIn('letters', 'f.txt.Ada.anno.jsonl'));
    const renamed = fileIn('letters', 'f renamed.txt');
    await rename(document.uri, renamed);
    assert.deepEqual(await names('letters', 'f.txt'), ['f.txt.b.txt.Ben.anno.jsonl'], 'what is said about another letter stays');
    assert.deepEqual(await names('letters', 'f renamed.txt'), ['f renamed.txt', 'f renamed.txt.Ada.anno.jsonl', 'f renamed.txt.Ben.anno.jsonl', 'f renamed.txt.ignored.jsonl']);
    assert.deepEqual(await fileText(fileIn('letters', 'f renamed.txt.Ada.anno.jsonl')), said);
    const now = vscode.Uri.joinPath(await storedPlace(vscode.Uri.joinPath(copy, '../../..'), 'bases', renamed), fileName(copy));
    await eventually('the copy under the new name', async () => ((await there(now)) ? true : undefined));
    assert.ok(!(await there(copy)));
    await closeAll();
    const again = await open(renamed);
    await language(again, 'imr-letter');
    await eventually('the comment', async () => threadsOf(again).find(({ comments }) => comments[0]?.body === 'Here'));
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
