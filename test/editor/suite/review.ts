import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { placeOf } from './answers';
import { closeAll, eventually, fileIn, letter, open, sample, until, write } from './editor';
import { accept, fileText, instead } from './ignored';
import { LETTER } from './letters';
import { test } from './runner';

const run = (command: string, ...words: readonly unknown[]): Thenable<unknown> => vscode.commands.executeCommand(`imrLetters.${command}`, ...words);
const PERSON = 'A. Reviewer';
const OTHER = 'B. Reviewer';
const WORDS = 'The wrist is sound';

/** The same letter with a second item. */
const TWO_ITEMS = `${LETTER}
Paraffin bath, at home:  Overturned

Claims Administrator guideline: Decision based on MTUS ACOEM Chapter 11 Forearm, Wrist, and Hand
Complaints Page(s): 264.

MAXIMUS guideline: Decision based on MTUS ACOEM Chapter 11 Forearm, Wrist, and Hand Complaints
Page(s): 265.

Decision rationale: Warmth has helped before. Therefore, the requested bath is medically necessary.
`;

type Tree = vscode.TreeDataProvider<unknown>;

/** What the extension has given to the editor; there is no other way to see it. */
let tree: Tree | undefined;
let view: vscode.TreeView<unknown> | undefined;
let badges: vscode.FileDecorationProvider | undefined;

const { createTreeView, registerFileDecorationProvider } = vscode.window;
Object.assign(vscode.window, {
  createTreeView(id: string, options: vscode.TreeViewOptions<unknown>) {
    const made = createTreeView(id, options);
    if (id === 'imrLetters.annotations') [tree, view] = [options.treeDataProvider, made];
    return made;
  },
  registerFileDecorationProvider(provider: vscode.FileDecorationProvider) {
    badges = provider;
    return registerFileDecorationProvider(provider);
  },
});

interface Shown {
  readonly node: unknown;
  readonly item: vscode.TreeItem;
  readonly threads: readonly { readonly node: unknown; readonly item: vscode.TreeItem }[];
}

async function groups(): Promise<Shown[]> {
  const provider = tree!;
  const item = async (node: unknown): Promise<vscode.TreeItem> => provider.getTreeItem(node);
  const children = async (node?: unknown): Promise<unknown[]> => (await provider.getChildren(node)) ?? [];
  return Promise.all((await children()).map(async (node) => ({ node, item: await item(node), threads: await Promise.all((await children(node)).map(async (one) => ({ node: one, item: await item(one) }))) })));
}

const outline = (shown: readonly Shown[]): string[] => shown.map(({ item, threads }) => `${String(item.label)}: ${threads.map((thread) => String(thread.item.label)).join(' | ')}`);

/** The view's groups, once they are these. */
async function treeIs(expected: readonly string[]): Promise<Shown[]> {
  let last: string[] = [];
  try {
    return await eventually('the tree', async () => {
      const now = await groups();
      last = outline(now);
      return last.join('\n') === expected.join('\n') ? now : undefined;
    });
  } catch {
    assert.deepEqual(last, expected);
    throw new Error('The tree became right too late.');
  }
}

const besideOf = ({ uri }: { readonly uri: vscode.Uri }, person = PERSON): vscode.Uri => uri.with({ path: `${uri.path}.${person.replace('.', '%2E').replace(' ', '_')}.anno.jsonl` });

/** What bodies of a person's annotations say, in no order of theirs. */
async function said(document: { readonly uri: vscode.Uri }): Promise<string[]> {
  const lines = ((await fileText(besideOf(document))) ?? '').split('\n').filter((line) => line !== '');
  return lines.map((line) => (JSON.parse(line) as { body: readonly { value: string }[] }).body.map(({ value }) => value).join('+')).sort();
}

async function select(document: vscode.TextDocument, words: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, { selection: new vscode.Range(placeOf(document, words), placeOf(document, words, words.length)) });
  await until('the words are selected', [vscode.window.onDidChangeTextEditorSelection], () => (document.getText(editor.selection) === words ? true : undefined));
}

/** Annotates words, as soon as the letter can be. */
async function annotate(document: vscode.TextDocument, words: string, command: 'label' | 'comment', what: string): Promise<void> {
  const before = (await said(document)).length;
  await eventually(`${what} on “${words}”`, async () => {
    await select(document, words);
    await instead('showWarningMessage', () => Promise.resolve(undefined), async () => void (await run(command, what)));
    return (await said(document)).length > before ? true : undefined;
  });
}

async function withPerson(folder: 'letters' | 'samples', document: () => Promise<vscode.TextDocument>, work: (document: vscode.TextDocument) => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('imrLetters');
  await settings.update('person', PERSON, vscode.ConfigurationTarget.Global);
  const opened = await document();
  try {
    await work(opened);
  } finally {
    await closeAll();
    const name = opened.uri.path.slice(opened.uri.path.lastIndexOf('/') + 1);
    for (const [file] of await vscode.workspace.fs.readDirectory(fileIn(folder, ''))) if (file.startsWith(`${name}.`)) await vscode.workspace.fs.delete(fileIn(folder, file));
    await settings.update('person', undefined, vscode.ConfigurationTarget.Global);
  }
}

function withLetter(name: string, work: (document: vscode.TextDocument) => Promise<void>): Promise<void> {
  return withPerson('letters', () => letter('letters', name, TWO_ITEMS), work);
}

/** Puts what this person has said into a file of somebody else. */
async function asOther(document: vscode.TextDocument): Promise<void> {
  const text = (await fileText(besideOf(document)))!;
  await vscode.workspace.fs.delete(besideOf(document));
  await vscode.workspace.fs.writeFile(besideOf(document, OTHER), new TextEncoder().encode(text.replaceAll(PERSON, OTHER)));
  await eventually('the view says whose it is', async () => ((await groups()).some(({ threads }) => threads.some(({ item }) => String(item.description).includes(OTHER))) ? true : undefined));
}

/** Runs `work` with these answers to lists, and gives the titles of the lists. */
async function choosing(answers: readonly ((lines: readonly vscode.QuickPickItem[]) => unknown)[], work: () => Promise<unknown>): Promise<string[]> {
  const before = vscode.window.showQuickPick;
  const titles: string[] = [];
  Object.assign(vscode.window, {
    showQuickPick: async (lines: readonly vscode.QuickPickItem[], options: vscode.QuickPickOptions) => {
      titles.push(options.title ?? '');
      return answers[titles.length - 1]?.(lines);
    },
  });
  try {
    await work();
  } finally {
    Object.assign(vscode.window, { showQuickPick: before });
  }
  return titles;
}

/** What was told to the person meanwhile. */
async function told(work: () => Promise<void>): Promise<string[]> {
  const messages: string[] = [];
  await instead('showInformationMessage', (message: string) => Promise.resolve(void messages.push(message)), work);
  return messages;
}

const line = (): string => {
  const editor = vscode.window.activeTextEditor;
  return editor === undefined ? '' : editor.document.lineAt(editor.selection.active).text.trim();
};

const BY_ITEM = ['Clinical case summary: Diagnosis: “an aching right wrist”', 'Wrist brace, right: Comment: “The wrist is sound”', 'Paraffin bath, at home: Conclusion: “Warmth has helped before”'];

async function annotateAll(document: vscode.TextDocument): Promise<void> {
  await annotate(document, 'Warmth has helped before', 'label', 'conclusion');
  await annotate(document, WORDS, 'comment', 'Which films?');
  await annotate(document, 'an aching right wrist', 'label', 'diagnosis');
}

test('annotations stand in the view by the part of the letter, and are settled there', () =>
  withLetter('listed.txt', async (document) => {
    await annotateAll(document);
    const [, brace] = await treeIs(BY_ITEM);
    const { node, item } = brace!.threads[0]!;
    assert.equal(item.description, 'Which films? · A. Reviewer · open');
    assert.equal(item.accessibilityInformation?.label, 'Comment: “The wrist is sound”, Which films?, A. Reviewer, open');
    assert.equal(item.contextValue, 'annotation open own');
    assert.deepEqual([view?.badge?.value, view?.badge?.tooltip], [1, '1 open comment']);
    await vscode.commands.executeCommand(item.command!.command, ...(item.command!.arguments ?? []));
    assert.equal(document.getText(vscode.window.activeTextEditor!.selection), WORDS);
    const state = async (command: string, expected: string): Promise<void> => {
      await run(command, node);
      await eventually(expected, async () => ((await groups())[1]?.threads[0]?.item.description === `Which films? · A. Reviewer · ${expected}` ? true : undefined));
    };
    await state('resolveListed', 'resolved by A. Reviewer');
    assert.equal(view?.badge, undefined);
    await state('reopenListed', 'open');
    await state('acceptListed', 'accepted by A. Reviewer');
    await state('rejectListed', 'rejected by A. Reviewer');
    await run('removeListed', node);
    const left = ['Resolved', 'Reopened', 'Accepted', 'Rejected'];
    const shown = await treeIs([BY_ITEM[0]!, BY_ITEM[2]!, `Answers to something removed: ${left.join(' | ')}`]);
    const [first] = shown[2]!.threads;
    assert.deepEqual([first!.item.description, first!.item.contextValue], [PERSON, 'answer own']);
    await run('removeListed', first!.node);
    await treeIs([BY_ITEM[0]!, BY_ITEM[2]!, `Answers to something removed: ${left.slice(1).join(' | ')}`]);
  }));

test('the view is filtered by label, person and state, and says so', () =>
  withLetter('filtered.txt', async (document) => {
    await annotate(document, WORDS, 'comment', 'Theirs');
    await asOther(document);
    await annotate(document, 'Warmth has helped before', 'label', 'conclusion');
    await annotate(document, 'an aching right wrist', 'label', 'diagnosis');
    await treeIs(BY_ITEM);
    const filter = (part: string, value: string): Promise<string[]> =>
      choosing([(lines) => lines.find(({ label }) => label === part), (lines) => lines.filter(({ label }) => label === value)], async () => run('filterAnnotations'));
    assert.deepEqual(await filter('Label…', 'Diagnosis'), ['Filter the annotations', 'Label…']);
    await treeIs([BY_ITEM[0]!]);
    assert.equal(view?.description, 'Diagnosis');
    await filter('Person…', OTHER);
    assert.equal(view?.description, 'Diagnosis, B. Reviewer');
    await treeIs([]);
    await run('clearAnnotationFilter');
    assert.equal(view?.description, '');
    await filter('Person…', OTHER);
    await treeIs([BY_ITEM[1]!]);
    await run('filterAnnotations', { states: ['resolved'], labels: [7] });
    assert.equal(view?.description, 'resolved');
    await treeIs([]);
    await choosing([(lines) => lines.find(({ label }) => label === 'Show all annotations')], async () => run('filterAnnotations'));
    await treeIs(BY_ITEM);
  }));

/** A comment whose words are gone from the letter; gives the letter as it is then. */
async function withLost(name: string, mine: boolean, work: (document: vscode.TextDocument, node: unknown) => Promise<void>): Promise<void> {
  await withLetter(name, async (document) => {
    await annotate(document, WORDS, 'comment', 'Which films?');
    if (!mine) await asOther(document);
    await closeAll();
    await write('letters', name, TWO_ITEMS.replace(`${WORDS} on examination and on films.`, 'Nothing was seen that calls for it.'));
    const again = await open(document.uri);
    const [lost] = await treeIs(['Place lost: Comment: “The wrist is sound”']);
    await work(again, lost!.threads[0]!.node);
  });
}

/** Takes a line of the list that the command opens. */
async function takePlace(node: unknown, label: RegExp): Promise<{ readonly done: Thenable<unknown> }> {
  let list: vscode.QuickPick<vscode.QuickPickItem> | undefined;
  const create = vscode.window.createQuickPick.bind(vscode.window);
  let done: Thenable<unknown> = Promise.resolve();
  let hidden = false;
  await instead('createQuickPick', () => {
    list = create();
    list.onDidHide(() => (hidden = true));
    return list;
  }, async () => {
    done = run('findPlace', node);
    await eventually('a list of places', async () => (list !== undefined && list.items.length > 0 ? true : undefined));
  });
  const found = list!.items.find((one) => label.test(one.label));
  assert.ok(found !== undefined, list!.items.map((one) => one.label).join());
  list!.activeItems = [found];
  await accept('the place', () => hidden);
  return { done };
}

test('an annotation whose words are gone waits in the tray, and is put where a person says', () =>
  withLost('lost.txt', true, async (document, node) => {
    const { done } = await takePlace(node, /^Select the passage/);
    assert.equal((await told(async () => void (await eventually('the question', async () => {
      await select(document, 'Nothing was seen');
      await run('placeHere');
      return (await groups()).some(({ item }) => item.label === 'Wrist brace, right') ? true : undefined;
    })))).length, 0);
    await done;
    await treeIs(['Wrist brace, right: Comment: “Nothing was seen”']);
    await run('undoAnnotation');
    await treeIs(['Place lost: Comment: “The wrist is sound”']);
  }));

test('who leaves an annotation without a place finds it in the tray again, and of others it is said whose it is', async () => {
  await withLost('left.txt', true, async (_, node) => {
    const { done } = await takePlace(node, /^Select the passage/);
    let over = false;
    void done.then(() => (over = true));
    await eventually('the end', async () => {
      await run('cancelPlacing');
      return over || undefined;
    });
    await treeIs(['Place lost: Comment: “The wrist is sound”']);
  });
  await withLost('theirs-lost.txt', false, async (_, node) => {
    const messages = await told(async () => void (await run('findPlace', node)));
    assert.deepEqual(messages, ['Only B. Reviewer can give this annotation its place again. Its words were: “The wrist is sound”']);
  });
});

/** What a review says above the letter. */
async function lenses(document: vscode.TextDocument): Promise<string[]> {
  const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
  const titles = all.map(({ command }) => command).filter((command) => command !== undefined && !/^(?:Upheld|Overturned) · /.test(command.title));
  return titles.map((command) => command!.title);
}

test('a review goes from decision to decision and what others say, is written as verdicts, and is undone', () =>
  withLetter('reviewed.txt', async (document) => {
    await annotate(document, WORDS, 'comment', 'Which films?');
    await asOther(document);
    await treeIs([BY_ITEM[1]!]);
    const begin = async (): Promise<void> => void (await run('review', { kinds: ['decision', 'annotation'] }));
    await begin();
    assert.equal(line(), 'Wrist brace, right:  Upheld');
    const messages = await told(async () => {
      await vscode.commands.executeCommand('type', { text: 'z' });
      assert.equal(document.getText(), TWO_ITEMS, 'a letter under review is not typed into');
      await run('reviewAccept');
      assert.match(line(), /The wrist is sound/);
      await run('reviewBack');
      assert.equal(line(), 'Wrist brace, right:  Upheld');
      assert.deepEqual(await lenses(document), ['1 of 3: Decision: Upheld?', 'so far: accepted', 'Accept (a)', 'Reject (x)', 'Correct… (c)', 'Skip (s)']);
      await run('reviewSkip');
      await run('reviewComment', 'The ones of March?');
      assert.match(line(), /The wrist is sound/, 'a comment is no verdict');
      await run('reviewReject');
      assert.equal(line(), 'Paraffin bath, at home:  Overturned');
      await run('reviewComment', 'Why the bath?');
      await run('reviewUndo');
      assert.match(line(), /The wrist is sound/, 'the verdict goes, and not what was said since');
      assert.deepEqual(await said(document), ['The ones of March?', 'Why the bath?', 'accepted']);
      await run('reviewReject');
      await instead('showInputBox', ({ value }: vscode.InputBoxOptions) => Promise.resolve(value === 'Overturned' ? 'Upheld' : undefined), async () => void (await run('reviewCorrect')));
      // All was asked: one more key judges nothing and types nothing, until the person leaves.
      await run('reviewAccept');
      await vscode.commands.executeCommand('type', { text: 'a' });
      assert.equal(document.getText(), TWO_ITEMS);
      assert.deepEqual(await lenses(document), ['The review is done: 1 accepted, 1 rejected, 1 corrected, 0 skipped.', 'Back (←)', 'Leave the review (Esc)']);
      await run('reviewStop');
    });
    assert.deepEqual(await lenses(document), []);
    assert.deepEqual(messages, ['The review is done: 1 accepted, 1 rejected, 1 corrected, 0 skipped.']);
    assert.deepEqual(await said(document), ['The ones of March?', 'Why the bath?', 'accepted', 'rejected', 'rejected+Upheld']);
    assert.deepEqual([document.getText(), document.isDirty], [TWO_ITEMS, false]);
    assert.deepEqual(await told(begin), ['Nothing is left to review in this letter of: Decision, What others have annotated.']);
    await run('undoAnnotation');
    await begin();
    assert.equal(line(), 'Paraffin bath, at home:  Overturned');
    assert.deepEqual(await told(async () => void (await run('reviewStop'))), ['The review was stopped at 1 of 1: 0 accepted, 0 rejected, 0 corrected, 0 skipped.']);
    await eventually('it can be typed into again', async () => {
      await vscode.commands.executeCommand('type', { text: 'z' });
      return document.getText() === TWO_ITEMS ? undefined : true;
    });
  }));

test('a whole sample is reviewed with what is reviewed as a rule, by the menu too', () =>
  withPerson('samples', () => sample('2014-three-items-mixed.txt'), async (document) => {
    const messages = await told(async () => {
      await eventually('a review', async () => {
        await run('review');
        return /Upheld|Overturned/.test(line()) ? true : undefined;
      });
      for (let step = 0; step < 2; step += 1) await choosing([(lines) => lines.find(({ label }) => label === 'Accept')], async () => run('reviewMenu'));
      for (let step = 0; step < 50; step += 1) await run('reviewSkip');
      await run('reviewStop');
    });
    assert.match(messages.at(-1) ?? '', /^The review is done: 2 accepted, 0 rejected, 0 corrected, \d+ skipped\.$/);
    assert.deepEqual(await said(document), ['accepted', 'accepted']);
  }));

test('the explorer shows which letters have open comments and which were reviewed, and no badge on others', () =>
  withLetter('badge.txt', async (document) => {
    const other = await write('letters', 'badge.txt.bak', TWO_ITEMS);
    const { token } = new vscode.CancellationTokenSource();
    const badge = async (uri: vscode.Uri): Promise<string | undefined> => {
      const decoration = await badges!.provideFileDecoration(uri, token);
      return decoration == null ? undefined : `${String(decoration.badge)} ${decoration.tooltip}`;
    };
    const badgeIs = (expected: string): Promise<true> => eventually(`the badge ${expected}`, async () => ((await badge(document.uri)) === expected ? true : undefined));
    assert.equal(await badge(document.uri), undefined);
    await annotate(document, WORDS, 'comment', 'Which films?');
    await badgeIs('1 1 annotation, 1 open comment');
    const text = (await fileText(besideOf(document)))!;
    await run('undoAnnotation');
    await eventually('a review', async () => {
      await told(async () => void (await run('review', { kinds: ['decision'] })));
      return line().endsWith('Upheld') || undefined;
    });
    await told(async () => {
      await run('reviewAccept');
      await run('reviewStop');
    });
    await badgeIs('✓ reviewed: 1');
    await closeAll();
    await badgeIs('✓ reviewed: 1');
    // Of a letter that is not open, the file is read.
    await eventually('the other file is seen', async () => {
      await vscode.workspace.fs.writeFile(besideOf(document, OTHER), new TextEncoder().encode(text.replaceAll(PERSON, OTHER)));
      return (await badge(document.uri)) === '1 1 annotation, 1 open comment, reviewed: 1' ? true : undefined;
    });
    assert.equal(await badge(other), undefined);
    assert.equal(await badge(besideOf(document)), undefined);
  }));

/** What each of these commands does, for the table in `commands.ts`. */
export const REVIEW_EFFECTS: Readonly<Record<string, () => Promise<void>>> = {
  review: reviewing('', [], 'Wrist brace, right:  Upheld'),
  reviewAccept: reviewing('reviewAccept', ['accepted'], 'Paraffin bath, at home:  Overturned'),
  reviewReject: reviewing('reviewReject', ['rejected'], 'Paraffin bath, at home:  Overturned'),
  reviewCorrect: reviewing('reviewCorrect', ['rejected+Overturned'], 'Paraffin bath, at home:  Overturned', 'Overturned'),
  reviewSkip: reviewing('reviewSkip', [], 'Paraffin bath, at home:  Overturned'),
  reviewBack: reviewing('reviewBack', [], 'Wrist brace, right:  Upheld'),
  reviewComment: reviewing('reviewComment', ['Sure?'], 'Wrist brace, right:  Upheld', 'Sure?'),
  reviewUndo: reviewing('reviewUndo', [], 'Wrist brace, right:  Upheld'),
  reviewStop: reviewing('reviewStop', [], 'Wrist brace, right:  Upheld'),
  reviewMenu: () => choosing([(lines) => lines.find(({ label }) => label === 'Skip')], reviewing('reviewMenu', [], 'Paraffin bath, at home:  Overturned')).then(() => undefined),
  filterAnnotations: listed('filterAnnotations', { labels: ['diagnosis'] }, ['Which films?'], []),
  clearAnnotationFilter: listed('clearAnnotationFilter', undefined, ['Which films?'], [BY_ITEM[1]!]),
  resolveListed: listed('resolveListed', undefined, ['Which films?', 'resolved'], [BY_ITEM[1]!]),
  reopenListed: listed('reopenListed', undefined, ['Which films?', 'reopened'], [BY_ITEM[1]!]),
  acceptListed: listed('acceptListed', undefined, ['Which films?', 'accepted'], [BY_ITEM[1]!]),
  rejectListed: listed('rejectListed', undefined, ['Which films?', 'rejected'], [BY_ITEM[1]!]),
  removeListed: listed('removeListed', undefined, [], []),
  findPlace: () => withLost('command-find.txt', false, async (_, node) => assert.equal((await told(async () => void (await run('findPlace', node)))).length, 1)),
  // Nothing is being placed.
  placeHere: () => withLetter('command-place.txt', async (document) => {
    await select(document, WORDS);
    await run('placeHere');
    assert.deepEqual(await said(document), []);
  }),
  cancelPlacing: () => withLetter('command-place.txt', async (document) => {
    await run('cancelPlacing');
    assert.deepEqual(await said(document), []);
  }),
};

/** Runs a command at the first of two decisions. */
function reviewing(command: string, left: readonly string[], end: string, given?: string): () => Promise<void> {
  return () => withLetter('command-review.txt', async (document) => {
    await told(async () => {
      await eventually('a review', async () => {
        await run('review', { kinds: ['decision'] });
        return line().endsWith('Upheld') || undefined;
      });
      if (command !== '') await run(command, given);
      assert.equal(line(), end);
      await run('reviewStop');
    });
    assert.deepEqual(await said(document), left);
  });
}

/** Runs a command on a comment in the view. */
function listed(command: string, given: unknown, left: readonly string[], expected: readonly string[]): () => Promise<void> {
  return () => withLetter('command-listed.txt', async (document) => {
    await annotate(document, WORDS, 'comment', 'Which films?');
    const [group] = await treeIs([BY_ITEM[1]!]);
    await run(command, given ?? group!.threads[0]!.node);
    await treeIs(expected);
    assert.deepEqual(await said(document), left);
    await run('clearAnnotationFilter');
  });
}
