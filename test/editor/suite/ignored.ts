import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { placeOf } from './answers';
import { closeAll, codeOf, codes, eventually, fileIn, letter, until, write } from './editor';
import { LETTER, LETTER_WITHOUT_DECISION } from './letters';
import { test } from './runner';

const ENDING = '.ignored.jsonl';
const IGNORE = 'imrLetters.ignoreFinding';

/** Runs `work` while a function of the editor's is another one. */
export async function instead<Name extends 'showInputBox' | 'showWarningMessage' | 'showInformationMessage' | 'createQuickPick'>(name: Name, other: unknown, work: () => Promise<void>): Promise<void> {
  const before = vscode.window[name];
  Object.assign(vscode.window, { [name]: other });
  try {
    await work();
  } finally {
    Object.assign(vscode.window, { [name]: before });
  }
}

/** Ignores the problem of a letter as its quick fix does, answering the question with this reason. */
export async function ignore(document: vscode.TextDocument, range: vscode.Range, reason: string | undefined): Promise<void> {
  const action = await eventually('the quick fix that ignores', async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, vscode.CodeActionKind.QuickFix.value);
    return actions.find(({ command }) => command?.command === IGNORE);
  });
  assert.equal(action.title, 'Ignore this finding here, with a reason…');
  await instead('showInputBox', (options: vscode.InputBoxOptions) => {
    assert.ok(options.validateInput?.('  '), 'a reason is asked for');
    assert.equal(options.validateInput?.('x'), undefined);
    return Promise.resolve(reason);
  }, async () => {
    await vscode.commands.executeCommand(IGNORE, ...(action.command!.arguments ?? []));
  });
}

export async function fileText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

const besideOf = (document: vscode.TextDocument): vscode.Uri => document.uri.with({ path: document.uri.path + ENDING });

test('a finding that is ignored with a reason is no problem any more, and the letter is not touched', async () => {
  const settings = vscode.workspace.getConfiguration('imrLetters');
  await settings.update('person', 'J. Doe', vscode.ConfigurationTarget.Global);
  const document = await letter('letters', 'ignored [1].txt', LETTER_WITHOUT_DECISION);
  const [problem] = await codes(document.uri, ['missing-decision']);
  await ignore(document, problem!.range, undefined);
  assert.equal(await fileText(besideOf(document)), undefined, 'without an answer nothing is written');
  await ignore(document, problem!.range, ' Decided by phone. ');
  await codes(document.uri, []);
  const written = JSON.parse((await fileText(besideOf(document))) ?? '') as Record<string, unknown>;
  assert.match(String(written['on']), /^\d{4}-\d\d-\d\d$/);
  assert.deepEqual({ ...written, id: '', on: '' }, { id: '', code: 'missing-decision', item: 0, reason: 'Decided by phone.', by: 'J. Doe', on: '' });
  assert.deepEqual([document.isDirty, document.getText()], [false, LETTER_WITHOUT_DECISION]);
  const names = (await vscode.workspace.fs.readDirectory(fileIn('letters', ''))).map(([name]) => name);
  assert.deepEqual(names.filter((name) => name.endsWith('.tmp')), [], 'nothing is left half written');
  await settings.update('person', undefined, vscode.ConfigurationTarget.Global);
  await closeAll();
});

test('it stays ignored when the letter is opened again, and follows the file that somebody else changes', async () => {
  const document = await letter('letters', 'ignored [1].txt', LETTER_WITHOUT_DECISION);
  const text = await fileText(besideOf(document));
  assert.ok(text !== undefined, 'as the test before left it');
  await codes(document.uri, []);
  await vscode.workspace.fs.delete(besideOf(document));
  await codes(document.uri, ['missing-decision']);
  await vscode.workspace.fs.writeFile(besideOf(document), new TextEncoder().encode(text));
  await codes(document.uri, []);
  await vscode.workspace.fs.delete(besideOf(document));
  await closeAll();
});

test('where nothing can be written that is said, and nothing is asked', async () => {
  const said: string[] = [];
  await instead('showWarningMessage', (message: string) => Promise.resolve(void said.push(message)), () =>
    instead('showInputBox', () => assert.fail('nothing is asked'), async () => {
      await vscode.commands.executeCommand(IGNORE, { uri: 'imr-letters-rule:/letter.txt', id: '0', message: 'x' });
      await vscode.commands.executeCommand(IGNORE, { uri: 'untitled:letter.txt', id: '0', message: 'x' });
    }));
  assert.equal(said.length, 2);
  assert.match(said[0]!, /cannot be written/);
  assert.match(said[1]!, /Save the letter first/);
});

type Button = vscode.QuickPickItemButtonEvent<vscode.QuickPickItem>;

/** Runs a command that opens a list, and gives the list with a way to press the button of a line. */
export async function listOf(command: string): Promise<{ readonly list: vscode.QuickPick<vscode.QuickPickItem>; press(line: number): Promise<void> }> {
  let list: vscode.QuickPick<vscode.QuickPickItem> | undefined;
  let onButton: (event: Button) => Promise<void> = () => Promise.reject(new Error('nobody listens'));
  const create = vscode.window.createQuickPick.bind(vscode.window);
  await instead('createQuickPick', () => {
    const made = (list = create());
    return new Proxy(made, {
      get(target, name) {
        if (name === 'onDidTriggerItemButton') return (listener: typeof onButton) => (onButton = listener);
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value as (...words: unknown[]) => unknown).bind(target) : value;
      },
      set: (target, name, value) => Reflect.set(target, name, value, target),
    });
  }, async () => {
    await vscode.commands.executeCommand(command);
  });
  assert.ok(list !== undefined, 'a list was opened');
  const shown = list;
  return { list: shown, press: (line) => onButton({ item: shown.items[line]!, button: shown.items[line]!.buttons![0]! }) };
}

/** Takes what is marked in the open list, as the Enter key does. */
export async function accept(what: string, holds: () => boolean): Promise<void> {
  await eventually(what, async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return holds() ? true : undefined;
  });
}

test('what is ignored is listed, and can be taken back, also where the finding is gone', async () => {
  const document = await letter('letters', 'list.txt', LETTER_WITHOUT_DECISION);
  const [problem] = await codes(document.uri, ['missing-decision']);
  await ignore(document, problem!.range, 'Decided by phone.');
  await codes(document.uri, []);
  const text = (await fileText(besideOf(document)))!;
  await write('letters', `list.txt${ENDING}`, `${text}broken\n{"id":"zz","code":"old-rule","item":1,"reason":"Was so.","by":"K.","on":"2025-01-02"}\n`);
  const { list, press } = await eventually('both are known', async () => {
    const found = await listOf('imrLetters.showIgnored');
    if (found.list.items.length === 2) return found;
    found.list.hide();
    return undefined;
  });
  assert.deepEqual(list.items.map(({ label, description }) => [label, description]), [['missing-decision', 'Wrist brace, right'], ['old-rule (no longer found)', 'Disputed item 2']]);
  assert.match(list.items[0]!.detail!, /^Decided by phone\. \(\d{4}-\d\d-\d\d\)$/);
  assert.equal(list.items[1]!.detail, 'Was so. (K., 2025-01-02)');
  assert.deepEqual(list.items.map(({ buttons }) => buttons?.[0]?.tooltip), ['Stop ignoring this finding', 'Remove this entry']);
  await press(1);
  assert.equal(list.items.length, 1);
  assert.equal(await fileText(besideOf(document)), `${text}broken\n`);
  await press(0);
  await codes(document.uri, ['missing-decision']);
  assert.equal(await fileText(besideOf(document)), 'broken\n');
  await vscode.workspace.fs.delete(besideOf(document));
  await closeAll();
});

/** A letter whose rationale misses what the summary tells. */
export const LETTER_WITH_EVIDENCE = LETTER.replace('since March.', 'since March. A splint was worn for six weeks.').replace('Decision rationale: The', 'Decision rationale: There is no documentation of splints. The');

test('without anything to show, the lists say so', async () => {
  const document = await letter('letters', 'nothing.txt', LETTER);
  await codes(document.uri, []);
  const said: string[] = [];
  await instead('showInformationMessage', (message: string) => Promise.resolve(void said.push(message)), async () => {
    await vscode.commands.executeCommand('imrLetters.showIgnored');
    await vscode.commands.executeCommand('imrLetters.checkEvidence');
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(placeOf(document, 'wrist is sound'), placeOf(document, 'wrist is sound')) });
    await vscode.commands.executeCommand(IGNORE);
  });
  assert.equal(said.length, 3);
  assert.match(said[0]!, /No finding is ignored/);
  assert.match(said[1]!, /speak of nothing/);
  assert.match(said[2]!, /no finding at the cursor/);
  await closeAll();
});

test('the evidence list shows each claim, and leads to the summary', async () => {
  const document = await letter('letters', 'evidence.txt', LETTER_WITH_EVIDENCE);
  const { list } = await listOf('imrLetters.checkEvidence');
  assert.deepEqual(list.items.map(({ label, description, detail }) => [label, description, detail]), [['no documentation of splints', 'Wrist brace, right', 'A splint was worn for six weeks.']]);
  const selected = (): string => {
    const editor = vscode.window.activeTextEditor;
    return editor === undefined ? '' : editor.document.getText(editor.selection);
  };
  await until('the claim is shown', [vscode.window.onDidChangeTextEditorSelection], () => (selected() === 'no documentation of splints' ? true : undefined), selected);
  await accept('the passage of the summary', () => selected() === 'A splint was worn for six weeks.');
  const hint = vscode.languages.getDiagnostics(document.uri).find((diagnostic) => codeOf(diagnostic) === 'documented-after-all');
  assert.equal(hint?.severity, vscode.DiagnosticSeverity.Hint);
  assert.deepEqual(hint.relatedInformation?.map(({ location }) => document.getText(location.range)), ['A splint was worn for six weeks.']);
  await closeAll();
});
