import assert from 'node:assert/strict';
import { lstat, mkdir, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { placeOf } from './answers';
import { closeAll, eventually, fileIn, language, letter, open } from './editor';
import { heard, personIs } from './person';
import { LETTER } from './letters';
import { test } from './runner';
import { SwitchableFiles } from './switchable-files';

const PERSON = 'Ada';
const WORDS = 'The wrist is sound';
const NAME = 'letter.txt';
const BESIDE = `${NAME}.${PERSON}.anno.jsonl`;

const run = (command: string, ...words: readonly unknown[]): Thenable<unknown> => vscode.commands.executeCommand(`imrLetters.${command}`, ...words);

interface Line {
  readonly id: string;
  readonly body: readonly { readonly value: string }[];
}

/** The comments in a file of annotations. */
function comments(text: string | undefined): string[] {
  return (text ?? '').split('\n').filter((line) => line !== '').map((line) => (JSON.parse(line) as Line).body.map(({ value }) => value).join('+')).sort();
}

/** The file with one more comment, as another machine would have written it: `one` said again with other words. */
function withOther(text: string, comment: string): string {
  const [line] = text.split('\n').filter((each) => each.includes('"one"'));
  assert.ok(line !== undefined, text);
  return `${text}${line.replace('"one"', `"${comment}"`).replace(/urn:uuid:[0-9a-f]{8}/, 'urn:uuid:ffffffff')}\n`;
}

async function openLetter(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await open(uri);
  await language(document, 'imr-letter');
  const start = placeOf(document, WORDS);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, placeOf(document, WORDS, WORDS.length)) });
  return document;
}

let count = 0;

/** Runs a test with a letter in files that can fail, one comment of which is in its file already. */
function withFiles(name: string, body: (files: SwitchableFiles) => Promise<void>): void {
  test(name, async () => {
    const files = new SwitchableFiles(`imr-switchable-${(count += 1)}`);
    files.put(NAME, LETTER);
    await personIs(PERSON);
    try {
      await openLetter(files.uri(NAME));
      await eventually('the first comment', async () => {
        if (files.text(BESIDE) === undefined) await heard(async () => void (await run('comment', 'one')));
        return files.text(BESIDE);
      });
      assert.deepEqual(comments(files.text(BESIDE)), ['one']);
      await body(files);
    } finally {
      await closeAll();
      await personIs(undefined);
      files.dispose();
    }
  });
}

withFiles('what lies in a place that goes away and comes back is all there', async (files) => {
  await run('comment', 'two');
  files.gone = true;
  const said = await heard(async () => void (await run('comment', 'three')));
  assert.match(said.join(), /cannot be reached/);
  files.gone = false;
  await run('comment', 'four');
  assert.deepEqual(comments(files.text(BESIDE)), ['four', 'one', 'two']);
});

withFiles('what is kept in the storage does not hide what comes beside the letter, however old that is', async (files) => {
  files.readOnly = true;
  const said = await heard(async () => void (await run('comment', 'two')));
  assert.match(said.join(), /kept in the storage/);
  files.put(BESIDE, withOther(files.text(BESIDE)!, 'three'), 0);
  files.readOnly = false;
  await run('comment', 'four');
  assert.deepEqual(comments(files.text(BESIDE)), ['four', 'one', 'three', 'two']);
});

withFiles('what was taken out while nothing could be written stays out, and is written when the letter is opened again', async (files) => {
  await run('comment', 'two');
  files.readOnly = true;
  await heard(async () => void (await run('undoAnnotation')));
  assert.deepEqual(comments(files.text(BESIDE)), ['one', 'two'], 'nothing can be written there');
  files.put(BESIDE, withOther(files.text(BESIDE)!, 'three'), Date.now() + 60_000);
  files.readOnly = false;
  await closeAll();
  await openLetter(files.uri(NAME));
  await eventually('the file beside the letter', async () => (comments(files.text(BESIDE)).join() === 'one,three' ? true : undefined));
});

withFiles('a file is not lost when its draft cannot take its place', async (files) => {
  files.namesStay = true;
  await run('comment', 'two');
  assert.deepEqual(comments(files.text(BESIDE)), ['one', 'two']);
  assert.deepEqual(files.names(), [NAME, BESIDE], 'nothing is left half written');
});

withFiles('a draft that a stopped writer has left counts as the file', async (files) => {
  files.put(`${BESIDE}.tmp`, withOther(files.text(BESIDE)!, 'two'));
  files.take(BESIDE);
  await run('comment', 'three');
  assert.deepEqual(comments(files.text(BESIDE)), ['one', 'three', 'two']);
  assert.deepEqual(files.names(), [NAME, BESIDE]);
});

withFiles('a write of another window at the last moment is kept', async (files) => {
  files.afterDraft = () => files.put(BESIDE, withOther(files.text(BESIDE)!, 'two'));
  assert.deepEqual(await heard(async () => void (await run('comment', 'three'))), []);
  assert.deepEqual(comments(files.text(BESIDE)), ['one', 'three', 'two']);
});

test('a file of annotations that is a link stays one', async () => {
  const document = await letter('letters', 'linked.txt', LETTER);
  const file = fileIn('letters', `linked.txt.${PERSON}.anno.jsonl`).fsPath;
  const elsewhere = path.join(path.dirname(file), 'elsewhere');
  await personIs(PERSON);
  try {
    await openLetter(document.uri);
    await eventually('the first comment', async () => {
      await heard(async () => void (await run('comment', 'one')));
      return lstat(file).catch(() => undefined);
    });
    await mkdir(elsewhere);
    await rename(file, path.join(elsewhere, 'file'));
    await symlink(path.join(elsewhere, 'file'), file);
    await run('comment', 'two');
    assert.ok((await lstat(file)).isSymbolicLink());
  } finally {
    await closeAll();
    await personIs(undefined);
    await rm(file, { force: true });
    await rm(elsewhere, { recursive: true, force: true });
  }
});
