import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverAt, placeOf } from './answers';
import { closeAll, eventually, fileIn, letter, open, until, write } from './editor';
import { accept, fileText, instead } from './ignored';
import { LETTER } from './letters';
import { test } from './runner';

export const run = (command: string, ...words: readonly unknown[]): Thenable<unknown> => vscode.commands.executeCommand(`imrLetters.${command}`, ...words);
const PERSON = 'A. Reviewer';
export const WORDS = 'The wrist is sound';

/** The editor's threads that the extension has made and not thrown away; there is no other way to see them. */
const shown = new Set<vscode.CommentThread>();

/** An object in the place of one of the editor's, which are sealed; what is not in `own` is that one's. */
function inPlaceOf<T extends object>(one: T, own: Partial<T>): T {
  return new Proxy({}, {
    get: (_, name) => Reflect.get(name in own ? own : one, name),
    set: (_, name, value) => Reflect.set(one, name, value),
  }) as T;
}

const createController = vscode.comments.createCommentController;
Object.assign(vscode.comments, {
  createCommentController(id: string, label: string) {
    const controller = createController(id, label);
    return inPlaceOf(controller, {
      createCommentThread(...given) {
        const made = controller.createCommentThread(...given);
        const thread = inPlaceOf(made, {
          dispose() {
            shown.delete(thread);
            made.dispose();
          },
        });
        shown.add(thread);
        return thread;
      },
    });
  },
});

interface Line {
  readonly id: string;
  readonly motivation: string;
  readonly body: readonly { readonly purpose: string; readonly value: string }[];
  readonly creator: { readonly name: string };
  readonly target: string | { readonly selector: readonly [{ readonly exact: string }, { readonly start: number; readonly end: number }] };
}

export const besideOf = (document: { readonly uri: vscode.Uri }, person = 'A%2E_Reviewer'): vscode.Uri => document.uri.with({ path: `${document.uri.path}.${person}.anno.jsonl` });

export function linesIn(text: string | undefined): Line[] {
  return (text ?? '').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}

/** What a person's file holds, once it is as wanted. */
export async function fileHolds(document: { readonly uri: vscode.Uri }, what: string, wanted: (lines: readonly Line[]) => boolean): Promise<Line[]> {
  return eventually(what, async () => {
    const lines = linesIn(await fileText(besideOf(document)));
    return wanted(lines) ? lines : undefined;
  });
}

/** What the bodies of annotations say, in no order of theirs. */
export const said = (lines: readonly Line[]): string[] => lines.map(({ body }) => body.map(({ value }) => value).join('+')).sort();

export function threadsOf({ uri }: vscode.TextDocument): vscode.CommentThread[] {
  return [...shown].filter((thread) => thread.uri.toString() === uri.toString());
}

/** The one thread of a letter, once it is as wanted. */
export function thread(document: vscode.TextDocument, what: string, wanted: (thread: vscode.CommentThread) => boolean): Promise<vscode.CommentThread> {
  return eventually(`a thread: ${what}`, async () => threadsOf(document).find(wanted));
}

export async function select(document: vscode.TextDocument, words: string): Promise<vscode.TextEditor> {
  const start = placeOf(document, words);
  const editor = await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, placeOf(document, words, words.length)) });
  await until('the words are selected', [vscode.window.onDidChangeTextEditorSelection], () => (document.getText(editor.selection) === words ? true : undefined));
  return editor;
}

const selected = (): string => {
  const editor = vscode.window.activeTextEditor;
  return editor === undefined ? '' : editor.document.getText(editor.selection);
};

/** Goes to the next annotation until it is there: the answer of the server comes when it comes. */
async function nextIs(words: string): Promise<void> {
  let last = '';
  await eventually(`the next annotation is “${words}”; it is “${last}”`, async () => {
    await instead('showInformationMessage', () => Promise.resolve(undefined), async () => void (await run('nextAnnotation')));
    last = selected();
    return last === words ? true : undefined;
  });
}

/** Runs the labelling command, and gives its list with a way to type into it. */
async function labelList(): Promise<{ readonly list: vscode.QuickPick<vscode.QuickPickItem>; type(text: string): void; readonly done: Promise<unknown> }> {
  let list: vscode.QuickPick<vscode.QuickPickItem> | undefined;
  let type: (text: string) => void = () => assert.fail('nobody listens');
  const create = vscode.window.createQuickPick.bind(vscode.window);
  let done: Promise<unknown> = Promise.resolve();
  await instead('createQuickPick', () => {
    const made = (list = create());
    return new Proxy(made, {
      get(target, name) {
        if (name === 'onDidChangeValue') return (listener: typeof type) => (type = listener);
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value as (...words: unknown[]) => unknown).bind(target) : value;
      },
      set: (target, name, value) => Reflect.set(target, name, value, target),
    });
  }, async () => {
    done = Promise.resolve(run('label'));
    await eventually('a list of labels', async () => (list !== undefined && list.items.length > 0 ? list : undefined));
  });
  return { list: list!, type: (text) => type(text), done };
}

/** A letter of its own for each test, and a person who has a name. */
export async function annotatedLetter(name: string): Promise<vscode.TextDocument> {
  await vscode.workspace.getConfiguration('imrLetters').update('person', PERSON, vscode.ConfigurationTarget.Global);
  return letter('letters', name, LETTER);
}

export async function cleanUp(document: vscode.TextDocument): Promise<void> {
  await closeAll();
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  for (const [file] of await vscode.workspace.fs.readDirectory(fileIn('letters', ''))) if (file.startsWith(`${name}.`)) await vscode.workspace.fs.delete(fileIn('letters', file));
  await vscode.workspace.getConfiguration('imrLetters').update('person', undefined, vscode.ConfigurationTarget.Global);
}

test('selected words are labelled with a key of a label, and the letter is not touched', async () => {
  const document = await annotatedLetter('annotated [1].txt');
  await select(document, WORDS);
  const { list, type, done } = await labelList();
  assert.equal(list.title, `Label “${WORDS}”`);
  const labels = list.items.map(({ label, kind }) => (kind === vscode.QuickPickItemKind.Separator ? '—' : label));
  // In a rationale; what is meant for requests alone would stand below the line.
  assert.deepEqual(labels.slice(0, 2), ['Diagnosis', 'Prior treatment']);
  assert.equal(list.items[0]!.description, '1');
  assert.ok(list.items[0]!.detail!.length > 40, 'the guideline of the label');
  type('6');
  await done;
  const [line] = await fileHolds(document, 'a label', (lines) => lines.length === 1);
  assert.deepEqual([line!.motivation, line!.body, line!.creator.name], ['tagging', [{ type: 'TextualBody', purpose: 'tagging', value: 'criterion-not-met' }], PERSON]);
  assert.ok(typeof line!.target === 'object');
  assert.equal(line!.target.selector[0].exact, WORDS);
  assert.deepEqual([document.isDirty, document.getText()], [false, LETTER]);
  const names = (await vscode.workspace.fs.readDirectory(fileIn('letters', ''))).map(([name]) => name);
  assert.deepEqual(names.filter((name) => name.endsWith('.tmp')), [], 'nothing is left half written');
  const { words } = await hoverAt(document, placeOf(document, WORDS, 2));
  assert.match(words, /Criterion not met[^]*A\\\. Reviewer/);
  assert.deepEqual(threadsOf(document), [], 'a label alone is drawn, and begins no thread');
  await cleanUp(document);
});

test('without a selection the sentence at the cursor is labelled, with the label that is accepted', async () => {
  const document = await annotatedLetter('sentence.txt');
  const at = placeOf(document, 'on examination');
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
  const { list, done } = await labelList();
  assert.match(list.title!, /^Label the sentence “The wrist is sound on examination and on films\.”$/);
  let over = false;
  void done.then(() => (over = true));
  await accept('a label', () => over);
  const [line] = await fileHolds(document, 'a label', (lines) => lines.length === 1);
  assert.ok(typeof line!.target === 'object');
  assert.equal(line!.target.selector[0].exact, 'The wrist is sound on examination and on films.');
  await cleanUp(document);
});

test('a comment has a thread: it is answered, resolved, opened again, changed and removed', async () => {
  const document = await annotatedLetter('thread.txt');
  await select(document, WORDS);
  await instead('showInputBox', () => Promise.resolve('Which films?'), async () => void (await run('comment')));
  const first = await thread(document, 'the comment', ({ comments }) => comments.length === 1);
  assert.deepEqual([first.comments[0]!.body, first.comments[0]!.author.name, first.comments[0]!.contextValue], ['Which films?', PERSON, 'own']);
  assert.deepEqual([document.getText(first.range), first.collapsibleState, first.contextValue], [WORDS, vscode.CommentThreadCollapsibleState.Collapsed, 'open']);
  await run('replyInThread', { thread: first, text: ' The ones of March. ' });
  await thread(document, 'an answer', ({ comments }) => comments[1]?.body === 'The ones of March.');
  await run('resolveThread', first);
  await thread(document, 'resolved', ({ state, contextValue, label }) => state === vscode.CommentThreadState.Resolved && contextValue === 'settled' && /resolved by A\. Reviewer/.test(label ?? ''));
  await run('reopenThread', first);
  await thread(document, 'open again', ({ state }) => state === vscode.CommentThreadState.Unresolved);
  await run('editComment', first.comments[0]);
  assert.equal(first.comments[0]!.mode, vscode.CommentMode.Editing);
  await run('cancelComment', { ...first.comments[0]!, body: 'Never said' });
  assert.deepEqual([first.comments[0]!.mode, first.comments[0]!.body], [vscode.CommentMode.Preview, 'Which films?']);
  await run('editComment', first.comments[0]);
  await run('saveComment', { ...first.comments[0]!, body: 'Which films, and when?' });
  const changed = await thread(document, 'changed', ({ comments }) => comments[0]?.body === 'Which films, and when?');
  assert.equal(changed.comments[0]!.mode, vscode.CommentMode.Preview);
  await run('editComment', first.comments[0]);
  await run('saveComment', { ...first.comments[0]! });
  assert.equal(first.comments[0]!.mode, vscode.CommentMode.Preview, 'the box closes where nothing was changed in it');
  assert.deepEqual(said(await fileHolds(document, 'all of it', (lines) => lines.length === 4)), ['The ones of March.', 'Which films, and when?', 'reopened', 'resolved']);
  await run('removeComment', first.comments[1]);
  await thread(document, 'without the answer', ({ comments }) => !comments.some(({ body }) => body === 'The ones of March.'));
  await cleanUp(document);
});

test('the plus sign begins a thread on the words of its line', async () => {
  const document = await annotatedLetter('plus.txt');
  const at = placeOf(document, 'Decision rationale');
  let thrownAway = false;
  await eventually('the letter can be annotated', async () => {
    // It is refused until the server has read the files, and the box keeps its words.
    await run('createThread', { thread: { uri: document.uri, range: new vscode.Range(at, at), comments: [], dispose: () => (thrownAway = true) }, text: 'Too short.' }).then(undefined, () => undefined);
    return thrownAway || undefined;
  });
  const made = await thread(document, 'the comment', ({ comments }) => comments[0]?.body === 'Too short.');
  assert.equal(document.getText(made.range), document.lineAt(at.line).text);
  await cleanUp(document);
});

test('acts are undone one by one, and nothing is when the file was changed elsewhere', async () => {
  const document = await annotatedLetter('undone.txt');
  await select(document, WORDS);
  await run('label', 'conclusion');
  await run('comment', 'First');
  assert.deepEqual(said(linesIn(await fileText(besideOf(document)))), ['First', 'conclusion']);
  await run('undoAnnotation');
  assert.deepEqual(said(linesIn(await fileText(besideOf(document)))), ['conclusion']);
  await run('undoAnnotation');
  assert.equal(await fileText(besideOf(document)), undefined, 'an empty file is none');
  const messages: string[] = [];
  await instead('showInformationMessage', (message: string) => Promise.resolve(void messages.push(message)), async () => void (await run('undoAnnotation')));
  assert.match(messages[0] ?? '', /nothing to undo/);
  await run('label', 'conclusion');
  const text = (await fileText(besideOf(document)))!;
  await vscode.workspace.fs.writeFile(besideOf(document), new TextEncoder().encode(text.replace('"conclusion"', '"diagnosis"')));
  await instead('showWarningMessage', (message: string) => Promise.resolve(void messages.push(message)), async () => void (await run('undoAnnotation')));
  assert.match(messages[1] ?? '', /has changed since/);
  assert.deepEqual(said(linesIn(await fileText(besideOf(document)))), ['diagnosis']);
  await cleanUp(document);
});

test('annotations move with the text, are written when it is saved, and are found after a change outside', async () => {
  const document = await annotatedLetter('moved.txt');
  await select(document, WORDS);
  await run('comment', 'Here');
  const [before] = await fileHolds(document, 'the comment', (lines) => lines.length === 1);
  assert.ok(typeof before!.target === 'object');
  const text = await fileText(besideOf(document));
  assert.ok(await vscode.window.activeTextEditor!.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Received by fax.\n\n')));
  await thread(document, 'moved', ({ range }) => document.getText(range) === WORDS);
  assert.equal(await fileText(besideOf(document)), text, 'nothing is written before the letter is saved');
  assert.ok(await document.save());
  const moved = await fileHolds(document, 'the new position', ([line]) => typeof line?.target === 'object' && line.target.selector[1].start !== (before!.target as { selector: readonly [unknown, { start: number }] }).selector[1].start);
  assert.equal((moved[0]!.target as { selector: readonly [unknown, { start: number }] }).selector[1].start, before!.target.selector[1].start + 'Received by fax.\n\n'.length);
  await closeAll();
  await eventually('the letter is closed', async () => (threadsOf(document).length === 0 ? true : undefined));
  // The words stand twice now, and the first of them are new: only a comparison of the texts tells them apart.
  await write('letters', 'moved.txt', `${LETTER.replace('A baker', `${WORDS}, he says. A baker`)}`);
  const again = await open(document.uri);
  const found = await thread(again, 'found again', ({ comments }) => comments[0]?.body === 'Here');
  assert.deepEqual([again.getText(found.range), again.offsetAt(found.range.start)], [WORDS, again.getText().lastIndexOf(WORDS)]);
  await cleanUp(document);
});

test('a thread stays while its passage is cut and put in again: somebody may be writing an answer', async () => {
  const document = await annotatedLetter('cut.txt');
  await select(document, WORDS);
  await run('comment', 'Here');
  const first = await thread(document, 'the comment', ({ comments }) => comments.length === 1);
  const { text, range } = document.lineAt(first.range!.start.line);
  const editor = vscode.window.activeTextEditor!;
  assert.ok(await editor.edit((edit) => edit.delete(range)));
  assert.equal(await thread(document, 'without a place', ({ label }) => /the words are gone/.test(label ?? '')), first);
  assert.ok(await editor.edit((edit) => edit.insert(range.start, text)));
  assert.equal(await thread(document, 'in its place', ({ label }) => !/the words are gone/.test(label ?? '')), first);
  assert.equal(document.getText(first.range), WORDS);
  await cleanUp(document);
});

test('what somebody else says in a file of theirs is there at once, and is not mine to change', async () => {
  const document = await annotatedLetter('theirs.txt');
  await select(document, WORDS);
  await run('comment', 'Mine');
  const mine = (await fileText(besideOf(document)))!;
  const theirs = mine.replaceAll('A. Reviewer', 'B. Reviewer').replaceAll('Mine', 'Theirs').replaceAll(/urn:uuid:[0-9a-f]{8}/g, 'urn:uuid:00000000');
  await vscode.workspace.fs.writeFile(besideOf(document, 'B%2E_Reviewer'), new TextEncoder().encode(`${theirs}no annotation\n`));
  const other = await thread(document, 'of another person', ({ comments }) => comments[0]?.body === 'Theirs');
  assert.deepEqual([other.comments[0]!.contextValue, other.comments[0]!.author.name], ['other', 'B. Reviewer']);
  await until('the broken line is a problem of the file', [vscode.languages.onDidChangeDiagnostics], () =>
    vscode.languages.getDiagnostics(besideOf(document, 'B%2E_Reviewer')).some(({ range }) => range.start.line === 1) || undefined);
  const messages: string[] = [];
  await instead('showWarningMessage', (message: string) => Promise.resolve(void messages.push(message)), async () => void (await run('removeComment', other.comments[0])));
  assert.match(messages[0] ?? '', /Only B\. Reviewer/);
  await cleanUp(document);
});

test('the annotation at the cursor is answered, gets other labels and goes, by the keyboard alone', async () => {
  const document = await annotatedLetter('changed.txt');
  await select(document, WORDS);
  await run('label', 'conclusion');
  await nextIs(WORDS);
  const choose = async (entry: string, more: () => Promise<void>): Promise<void> => {
    const pick = vscode.window.showQuickPick;
    Object.assign(vscode.window, { showQuickPick: async (lines: readonly vscode.QuickPickItem[], options: vscode.QuickPickOptions) => (options.canPickMany === true ? lines.filter(({ label }) => label === 'Diagnosis' || label === 'Conclusion') : lines.find(({ label }) => label === entry)) });
    try {
      await more();
    } finally {
      Object.assign(vscode.window, { showQuickPick: pick });
    }
  };
  await choose('Change the labels…', async () => void (await run('changeAnnotation')));
  assert.deepEqual(said(linesIn(await fileText(besideOf(document)))), ['diagnosis+conclusion']);
  await choose('Answer…', () => instead('showInputBox', () => Promise.resolve('Is it?'), async () => void (await run('changeAnnotation'))));
  assert.deepEqual(said(linesIn(await fileText(besideOf(document)))), ['Is it?', 'diagnosis+conclusion']);
  await choose('Resolve', async () => void (await run('changeAnnotation')));
  await thread(document, 'resolved', ({ state, label }) => state === vscode.CommentThreadState.Resolved && (label ?? '').startsWith('Diagnosis, Conclusion'));
  // Another window of the same person changes the labels while the comment is written.
  await choose('Change the comment…', () => instead('showInputBox', async () => {
    const text = (await fileText(besideOf(document)))!;
    await vscode.workspace.fs.writeFile(besideOf(document), new TextEncoder().encode(text.replace('"value":"diagnosis"', '"value":"plain-error"')));
    return 'So?';
  }, async () => void (await run('changeAnnotation'))));
  assert.deepEqual(said(linesIn(await fileText(besideOf(document)))), ['Is it?', 'plain-error+conclusion+So?', 'resolved']);
  await run('removeAnnotation');
  assert.deepEqual(said(linesIn(await fileText(besideOf(document)))), ['Is it?', 'resolved']);
  await cleanUp(document);
});

test('where nothing can be written beside the letter, annotations are kept in the storage and that is said once', async () => {
  const files = new Map([['/letter.txt', new TextEncoder().encode(LETTER)]]);
  const never = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const refuse = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: never.event,
    watch: () => never,
    stat(uri) {
      if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      const bytes = files.get(uri.path);
      if (bytes === undefined) throw vscode.FileSystemError.FileNotFound(uri);
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes.length };
    },
    readDirectory: () => [...files.keys()].map((path) => [path.slice(1), vscode.FileType.File]),
    readFile: (uri) => files.get(uri.path) ?? refuse(uri),
    writeFile: refuse,
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
  const registered = vscode.workspace.registerFileSystemProvider('imr-read-only', provider, { isReadonly: true });
  await vscode.workspace.getConfiguration('imrLetters').update('person', PERSON, vscode.ConfigurationTarget.Global);
  const uri = vscode.Uri.parse('imr-read-only:/letter.txt');
  const messages: string[] = [];
  await instead('showWarningMessage', (message: string) => Promise.resolve(void messages.push(message)), async () => {
    const document = await open(uri);
    await until('it is a letter', [vscode.workspace.onDidOpenTextDocument], () => (document.languageId === 'imr-letter' ? true : undefined));
    await select(document, WORDS);
    await eventually('a comment', async () => {
      await run('comment', 'Kept');
      return threadsOf(document)[0];
    });
    await run('label', 'conclusion');
  });
  assert.deepEqual(messages.filter((message) => /Nothing can be written beside this letter/.test(message)).length, 1, messages.join());
  await closeAll();
  const again = await open(uri);
  const kept = await thread(again, 'read from the storage', ({ comments }) => comments[0]?.body === 'Kept');
  assert.equal(again.getText(kept.range), WORDS);
  await run('undoAnnotation');
  await run('removeComment', kept.comments[0]);
  await vscode.workspace.getConfiguration('imrLetters').update('person', undefined, vscode.ConfigurationTarget.Global);
  await closeAll();
  registered.dispose();
});

test('labels come from the workspace; their problems stand in the file, and a new id is offered to annotations', async () => {
  const document = await annotatedLetter('labels.txt');
  const file = fileIn('letters', '.imr/labels.json');
  try {
    await select(document, WORDS);
    await run('label', 'plain-error');
    await run('createLabels');
    const made = JSON.parse((await fileText(file)) ?? '') as { labels: { id: string; name: string; key?: string }[] };
    assert.ok(made.labels.length >= 9 && made.labels.some(({ id }) => id === 'plain-error'));
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file.toString());
    const writeLabels = (labels: readonly object[]): Thenable<void> => vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify({ labels })));
    await writeLabels([{ id: 'plain-error', name: 'Slip', colour: 'charts.red', key: '1' }, { id: 'other', name: 'Other', colour: '#1f77b4', key: '1' }]);
    await until('the key that is taken is a problem', [vscode.languages.onDidChangeDiagnostics], () =>
      vscode.languages.getDiagnostics(file).some(({ source, message }) => source === 'IMR' && /has this key/.test(message)) || undefined);
    await writeLabels([{ id: 'plain-error', name: 'Slip', colour: 'charts.red', key: '1' }]);
    await until('no problem is left', [vscode.languages.onDidChangeDiagnostics], () => (vscode.languages.getDiagnostics(file).every(({ source }) => source !== 'IMR') ? true : undefined));
    await instead('showInformationMessage', (message: string, button?: string) => Promise.resolve(/is now “slip”/.test(message) ? button : undefined), async () => {
      await writeLabels([{ id: 'slip', name: 'Slip', colour: 'charts.red', key: '1' }]);
      await fileHolds(document, 'the new id', (lines) => said(lines).join() === 'slip');
    });
    const { words } = await eventually('the name of the label', async () => {
      const found = await hoverAt(document, placeOf(document, WORDS, 2));
      return /Slip/.test(found.words) ? found : undefined;
    });
    assert.doesNotMatch(words, /Plain error/);
    await select(document, WORDS);
  } finally {
    await vscode.workspace.fs.delete(fileIn('letters', '.imr'), { recursive: true });
  }
  await eventually('the labels that come with the product', async () => {
    const { list, done } = await labelList();
    const count = list.items.length;
    list.hide();
    await done;
    return count > 1 ? true : undefined;
  });
  await cleanUp(document);
});

test('words that are masked in a letter are masked in all that is kept about it', async () => {
  const document = await annotatedLetter('masked.txt');
  await select(document, WORDS);
  await run('comment', 'Call the wrist is sound, 555-0100');
  await write('letters', 'masked.txt.ignored.jsonl', '{"id":"zz","code":"old-rule","item":1,"reason":"Call 555-0100.","by":"K.","on":"2025-01-02"}\n');
  await run('maskKept', document.uri.toString(), [WORDS, '555-0100'], 'XXX');
  for (const file of [besideOf(document), fileIn('letters', 'masked.txt.ignored.jsonl')]) {
    const text = (await fileText(file)) ?? '';
    assert.doesNotMatch(text, /555-0100/, file.path);
    assert.match(text, /XXX/, file.path);
  }
  assert.doesNotMatch((await fileText(besideOf(document)))!, new RegExp(WORDS));
  const messages: string[] = [];
  await instead('showInformationMessage', (message: string) => Promise.resolve(void messages.push(message)), async () => void (await run('undoAnnotation')));
  assert.match(messages[0] ?? '', /nothing to undo/, 'what was there before is not remembered');
  await cleanUp(document);
});

test('a folder cannot say in whose name a person speaks: its settings come with other people’s letters', async () => {
  const settings = vscode.workspace.getConfiguration('imrLetters', fileIn('letters', ''));
  for (const target of [vscode.ConfigurationTarget.Workspace, vscode.ConfigurationTarget.WorkspaceFolder]) {
    await assert.rejects(async () => settings.update('person', 'Somebody Else', target));
  }
});

/** What each command on annotations does, for the table in `commands.ts`. */
export const ANNOTATION_EFFECTS: Readonly<Record<string, () => Promise<void>>> = {
  label: withLetter(async (document) => {
    await run('label', 'conclusion');
    assert.deepEqual(said(await fileHolds(document, 'a label', (lines) => lines.length > 0)), ['conclusion']);
  }),
  comment: withLetter(async (document) => {
    await run('comment', 'Words');
    assert.deepEqual(said(await fileHolds(document, 'a comment', (lines) => lines.length > 0)), ['Words']);
  }),
  changeAnnotation: withLetter(async (document) => {
    await run('label', 'conclusion');
    const changing = run('changeAnnotation');
    // The first entry, then the labels as they are.
    let over = false;
    void changing.then(() => (over = true));
    await accept('the change', () => over);
    assert.deepEqual(said(linesIn(await fileText(besideOf(document)))), ['conclusion']);
  }),
  removeAnnotation: withLetter(async (document) => {
    await run('label', 'conclusion');
    assert.deepEqual(said(linesIn(await fileText(besideOf(document)))), ['conclusion']);
    await run('removeAnnotation');
    assert.equal(await fileText(besideOf(document)), undefined);
  }),
  undoAnnotation: withLetter(async (document) => {
    await run('label', 'conclusion');
    assert.deepEqual(said(linesIn(await fileText(besideOf(document)))), ['conclusion']);
    await run('undoAnnotation');
    assert.equal(await fileText(besideOf(document)), undefined);
  }),
  keepBothSides: withLetter(async (document) => {
    await run('comment', 'Ours');
    const ours = (await fileText(besideOf(document)))!;
    const theirs = ours.replace('Ours', 'Theirs').replace('urn:uuid:', 'urn:uuid:0');
    // From the letter, and from the file that the problems lead to.
    for (const open of [document.uri, besideOf(document)]) {
      await vscode.workspace.fs.writeFile(besideOf(document), new TextEncoder().encode(`<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> other\n`));
      await vscode.commands.executeCommand('vscode.open', open, { preview: false });
      const messages: string[] = [];
      await instead('showInformationMessage', (message: string) => Promise.resolve(void messages.push(message)), async () => void (await run('keepBothSides')));
      assert.match(messages[0] ?? '', /What both sides say is kept/);
      assert.deepEqual(said(linesIn(await fileText(besideOf(document)))), ['Ours', 'Theirs']);
    }
  }),
  nextAnnotation: withLetter(async (document) => {
    await run('label', 'conclusion');
    await select(document, 'A baker');
    await run('comment', 'Who?');
    const visited: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      await run('nextAnnotation');
      visited.push(selected());
    }
    assert.deepEqual(visited, [WORDS, 'A baker', WORDS]);
  }),
  previousAnnotation: withLetter(async (document) => {
    await run('label', 'conclusion');
    await select(document, 'A baker');
    await run('comment', 'Who?');
    const visited: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      await run('previousAnnotation');
      visited.push(selected());
    }
    assert.deepEqual(visited, [WORDS, 'A baker', WORDS]);
  }),
  showLegend: withLetter(async (document) => {
    await run('label', 'diagnosis');
    await select(document, 'A baker');
    let over = false;
    void run('showLegend').then(() => (over = true));
    // The first label of the list.
    await accept('the passage with the label', () => over);
    assert.equal(selected(), WORDS);
  }),
  toggleAnnotations: withLetter(async () => {
    const isVisible = (): unknown => vscode.workspace.getConfiguration('imrLetters').get('annotations.visible');
    await run('toggleAnnotations');
    assert.equal(isVisible(), false);
    await run('toggleAnnotations');
    assert.equal(isVisible(), true);
    await vscode.workspace.getConfiguration('imrLetters').update('annotations.visible', undefined, vscode.ConfigurationTarget.Global);
  }),
  createLabels: withLetter(async () => {
    await run('createLabels');
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /\/\.imr\/labels\.json$/);
    await vscode.workspace.fs.delete(fileIn('letters', '.imr'), { recursive: true });
  }),
  createThread: withLetter(async (document) => {
    const at = placeOf(document, WORDS);
    await run('createThread', { thread: { uri: document.uri, range: new vscode.Range(at, at.translate(0, WORDS.length)), comments: [], dispose: () => undefined }, text: 'New' });
    assert.deepEqual(said(linesIn(await fileText(besideOf(document)))), ['New']);
  }),
  replyInThread: withThread((view) => run('replyInThread', { thread: view, text: 'Answer' }), ['Answer', 'Words']),
  resolveThread: withThread((view) => run('resolveThread', view), ['Words', 'resolved']),
  reopenThread: withThread((view) => run('reopenThread', view), ['Words', 'reopened']),
  editComment: withThread(async (view) => {
    await run('editComment', view.comments[0]);
    assert.equal(view.comments[0]!.mode, vscode.CommentMode.Editing);
  }, ['Words']),
  saveComment: withThread((view) => run('saveComment', { ...view.comments[0]!, body: 'Other words' }), ['Other words']),
  cancelComment: withThread(async (view) => {
    await run('editComment', view.comments[0]);
    await run('cancelComment', view.comments[0]);
    assert.equal(view.comments[0]!.mode, vscode.CommentMode.Preview);
  }, ['Words']),
  removeComment: withThread((view) => run('removeComment', view.comments[0]), []),
  maskKept: withThread(async (view) => run('maskKept', view.uri, ['Words'], 'X'), ['X']),
};

function withLetter(effect: (document: vscode.TextDocument) => Promise<void>): () => Promise<void> {
  return async () => {
    const document = await annotatedLetter('command-annotations.txt');
    try {
      await select(document, WORDS);
      await effect(document);
    } finally {
      await cleanUp(document);
    }
  };
}

function withThread(effect: (view: vscode.CommentThread) => PromiseLike<unknown>, left: readonly string[]): () => Promise<void> {
  return withLetter(async (document) => {
    await run('comment', 'Words');
    await effect(await thread(document, 'the comment', ({ comments }) => comments.length === 1));
    assert.deepEqual(said(linesIn(await fileText(besideOf(document)))), left);
  });
}
