import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotatedLetter, besideOf, cleanUp, fileHolds, linesIn, run, said, select, thread, WORDS } from './annotations';
import { placeOf } from './answers';
import { closeAll, eventually, language, untitled } from './editor';
import { fileText, instead } from './ignored';
import { LETTER } from './letters';
import { test } from './runner';

interface Asked {
  readonly reason: string;
  readonly words: string | undefined;
  readonly buttons: readonly string[];
}

/** Runs `work` while warnings are answered so, and gives those that there were. */
async function warned(work: () => Promise<void>, answer: (asked: Asked) => Promise<string | undefined> = () => Promise.resolve(undefined)): Promise<Asked[]> {
  const all: Asked[] = [];
  await instead('showWarningMessage', (reason: string, options?: vscode.MessageOptions, ...buttons: readonly string[]) => {
    all.push({ reason, words: options?.detail, buttons });
    return answer(all.at(-1)!);
  }, work);
  return all;
}

/** A letter with a comment of one's own on its words. */
async function commented(name: string): Promise<vscode.TextDocument> {
  const document = await annotatedLetter(name);
  await select(document, WORDS);
  await run('comment', 'First');
  await fileHolds(document, 'the first comment', (lines) => lines.length === 1);
  return document;
}

/** Puts a conflict of git into the person's own file, to which nothing is written then; gives what resolves it. */
async function conflictIn(document: vscode.TextDocument): Promise<() => Promise<void>> {
  const text = (await fileText(besideOf(document)))!;
  const write = async (all: string): Promise<void> => vscode.workspace.fs.writeFile(besideOf(document), new TextEncoder().encode(all));
  await write(`<<<<<<< ours\n${text}=======\n>>>>>>> theirs\n`);
  return () => write(text);
}

test('a comment that is refused is shown with the reason, to try again or to copy it', async () => {
  const document = await commented('refused.txt');
  const resolve = await conflictIn(document);
  const asked = await warned(async () => void (await run('comment', 'Second')), async () => {
    await resolve();
    return 'Try Again';
  });
  assert.deepEqual(asked.map(({ words, buttons }) => [words, buttons]), [['Second', ['Try Again', 'Copy the Words']]]);
  assert.match(asked[0]!.reason, /merge conflict/);
  assert.deepEqual(said(await fileHolds(document, 'both', (lines) => lines.length === 2)), ['First', 'Second']);
  await cleanUp(document);
});

test('a comment goes to its words though the letter changed while it was written, and is not lost where they are no longer certain', async () => {
  const document = await commented('meanwhile.txt');
  const commentAfter = (change: (edit: vscode.TextEditorEdit) => void, words: string): Promise<Asked[]> =>
    warned(() => instead('showInputBox', async () => {
      assert.ok(await vscode.window.activeTextEditor!.edit(change));
      return words;
    }, async () => void (await run('comment'))));
  await select(document, WORDS);
  assert.deepEqual(await commentAfter((edit) => edit.insert(new vscode.Position(0, 0), 'Received by fax.\n\n'), 'Moved'), []);
  const moved = await thread(document, 'the comment that moved', ({ comments }) => comments[0]?.body === 'Moved');
  assert.equal(document.getText(moved.range), WORDS);
  await select(document, WORDS);
  const twice = await commentAfter((edit) => edit.insert(new vscode.Position(0, 0), `${WORDS}.\n\n`), 'Which of them?');
  assert.deepEqual(twice.map(({ words, buttons }) => [words, buttons]), [['Which of them?', ['Copy the Words']]]);
  assert.deepEqual(said(linesIn(await fileText(besideOf(document)))), ['First', 'Moved']);
  await cleanUp(document);
});

test('no words are asked for where nothing can be said, and the name before the words', async () => {
  const editor = await untitled(LETTER);
  await language(editor.document, 'imr-letter');
  const at = placeOf(editor.document, WORDS);
  editor.selection = new vscode.Selection(at, at.translate(0, WORDS.length));
  const titles: (string | undefined)[] = [];
  const asking = (work: () => Promise<void>): Promise<void> => instead('showInputBox', ({ title }: vscode.InputBoxOptions) => Promise.resolve(void titles.push(title)), work);
  const unsaved = await warned(() => asking(async () => void (await run('comment'))));
  assert.deepEqual([titles, unsaved.length], [[], 1]);
  assert.match(unsaved[0]!.reason, /Save the letter first/);
  await closeAll();
  const document = await commented('nameless.txt');
  await nameless(async () => {
    await warned(() => asking(async () => void (await run('comment'))));
    assert.deepEqual(titles, ['Your name']);
  });
  await cleanUp(document);
});

test('the boxes of comments keep what could not be said', async () => {
  const document = await commented('boxes.txt');
  const view = await thread(document, 'the first comment', ({ comments }) => comments.length === 1);
  const resolve = await conflictIn(document);
  const box = { uri: document.uri, range: view.range, comments: [], dispose: () => assert.fail('the box is gone') };
  const replies: Readonly<Record<string, unknown>> = { replyInThread: { thread: view, text: 'Answer' }, createThread: { thread: box, text: 'New' }, resolveThread: { thread: view, text: 'Done' } };
  for (const [command, given] of Object.entries(replies)) {
    // The editor empties the box unless the command fails.
    const [warning] = await warned(() => assert.rejects(async () => run(command, given), /merge conflict/, command));
    assert.match(warning?.reason ?? '', /merge conflict/, command);
  }
  await run('editComment', view.comments[0]);
  // What the editor does with the comment when its box is saved.
  const edited = Object.assign(view.comments[0]!, { body: 'First, and more' });
  const [warning] = await warned(async () => void (await run('saveComment', edited)));
  assert.match(warning?.reason ?? '', /merge conflict/);
  assert.deepEqual([view.comments[0]!.mode, view.comments[0]!.body], [vscode.CommentMode.Editing, 'First, and more']);
  // It opens a box for a comment that it does not know yet.
  assert.notEqual(view.comments[0], edited);
  await resolve();
  await eventually('it is saved when it can be', async () => {
    await warned(async () => void (await run('saveComment', view.comments[0])));
    return view.comments[0]?.mode === vscode.CommentMode.Preview ? true : undefined;
  });
  assert.deepEqual(said(linesIn(await fileText(besideOf(document)))), ['First, and more']);
  await cleanUp(document);
});

test('a comment that was begun on selected words goes to them though their line changed, and is kept where they are gone', async () => {
  const document = await commented('begun.txt');
  const editor = await select(document, WORDS);
  const begun = new vscode.Range(editor.selection.start, editor.selection.end);
  let isGone = false;
  const box = { uri: document.uri, range: begun, comments: [], dispose: () => (isGone = true) };
  assert.ok(await editor.edit((edit) => edit.insert(begun.start, 'As was said before: ')));
  await run('createThread', { thread: box, text: 'Begun before' });
  const made = await thread(document, 'the comment', ({ comments }) => comments[0]?.body === 'Begun before');
  assert.deepEqual([document.getText(made.range), isGone], [WORDS, true]);
  isGone = false;
  assert.ok(await editor.edit((edit) => edit.replace(made.range!, 'Nothing is broken')));
  const warnings = await warned(() => assert.rejects(async () => run('createThread', { thread: box, text: 'Kept' }), /no longer certain/));
  assert.deepEqual([warnings.length, isGone], [1, false]);
  await cleanUp(document);
});

/** Runs `work` while nobody's name is set. */
async function nameless(work: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('imrLetters', null);
  const name = settings.get<string>('person');
  await settings.update('person', undefined, vscode.ConfigurationTarget.Global);
  await work();
  await settings.update('person', name, vscode.ConfigurationTarget.Global);
}
