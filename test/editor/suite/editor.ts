import * as vscode from 'vscode';
import { within } from './runner';

/** Milliseconds that the editor may take for something that is bound to happen. */
const BOUND = 10_000;

/** A folder of the test workspace (test/hosts/workspace.mjs). */
export type Folder = 'samples' | 'letters' | 'off' | 'ask' | 'rules';

export function fileIn(folder: Folder, name: string): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.find((one) => one.name === folder);
  if (found === undefined) throw new Error(`The workspace has no folder ${folder}.`);
  return vscode.Uri.joinPath(found.uri, name);
}

/** Writes a file without opening it. */
export async function write(folder: Folder, name: string, text: string): Promise<vscode.Uri> {
  const uri = fileIn(folder, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/**
 * Opens a file as a click in the explorer does. The API's own `openTextDocument` would keep
 * the document open for minutes after its editor is gone.
 */
export async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return until(`an editor shows ${uri.path}`, [vscode.window.onDidChangeActiveTextEditor, vscode.window.onDidChangeVisibleTextEditors], () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.toString() === uri.toString() ? document : undefined;
  });
}

/** Writes a file and opens it. */
export async function openText(folder: Folder, name: string, text: string): Promise<vscode.TextDocument> {
  return open(await write(folder, name, text));
}

/** An empty untitled plain text document in an editor. */
export async function untitled(content = ''): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
  return vscode.window.showTextDocument(document, { preview: false });
}

/** Puts text at the end of what an editor shows. */
export async function type(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const done = await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), text));
  if (!done) throw new Error('The editor took no text.');
}

/** Waits until a document has a language. */
export async function language(document: vscode.TextDocument, languageId: string): Promise<void> {
  await until(
    `${document.uri.path} is ${languageId}`,
    [vscode.workspace.onDidOpenTextDocument],
    () => (document.languageId === languageId ? true : undefined),
    () => `it is ${document.languageId}`,
  );
}

/** A file of ours, opened and recognized. */
export async function sample(name: string): Promise<vscode.TextDocument> {
  const document = await open(fileIn('samples', name));
  await language(document, 'imr-letter');
  return document;
}

/** A letter written into a folder, opened and recognized. */
export async function letter(folder: Folder, name: string, text: string): Promise<vscode.TextDocument> {
  const document = await openText(folder, name, text);
  await language(document, 'imr-letter');
  return document;
}

/** Rules on the form of a letter: these tests go by them, and rules on what letters cite may come without them. */
export const ON_FORM = /^(missing|empty)-|^(duplicate-field|field-out-of-order|issues-without-items)$/;

/** What our rules on form say of a document, in the order of its text. */
export function diagnosticsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((diagnostic) => diagnostic.source === 'IMR' && ON_FORM.test(codeOf(diagnostic)))
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The code of a diagnostic that has a page behind it. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** Waits until the codes of a document's diagnostics are these, in the order of its text. */
export async function codes(uri: vscode.Uri, expected: readonly string[]): Promise<vscode.Diagnostic[]> {
  const now = () => diagnosticsOf(uri).map(codeOf);
  return until(
    `the problems of ${uri.path} are [${expected.join(', ')}]`,
    [vscode.languages.onDidChangeDiagnostics],
    () => (now().join() === expected.join() ? diagnosticsOf(uri) : undefined),
    () => `they are [${now().join(', ')}]`,
  );
}

/** Closes all editors and throws away what was not saved. */
export async function closeAll(): Promise<void> {
  const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  while (tabs().some(({ isDirty }) => isDirty)) {
    // Asked to close all, the editor would ask what shall become of the changes.
    const dirty = vscode.window.tabGroups.activeTabGroup.activeTab?.isDirty === true;
    await vscode.commands.executeCommand(dirty ? 'workbench.action.revertAndCloseActiveEditor' : 'workbench.action.closeActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/**
 * Waits for a fact. `look` is asked at once and after each of the events, and gives
 * `undefined` until it is so; `state` says in a failure what there was instead.
 */
export async function until<T>(
  what: string,
  events: readonly ((listener: () => void) => vscode.Disposable)[],
  look: () => T | undefined,
  state: () => string = () => '',
): Promise<T> {
  const first = look();
  if (first !== undefined) return first;
  const subscriptions: vscode.Disposable[] = [];
  try {
    return await within(
      BOUND,
      () => `${what}; ${state()}`,
      new Promise<T>((resolve) => {
        for (const event of events) {
          subscriptions.push(
            event(() => {
              const found = look();
              if (found !== undefined) resolve(found);
            }),
          );
        }
      }),
    );
  } finally {
    subscriptions.forEach((subscription) => subscription.dispose());
  }
}

/** Asks again and again for what no event tells of; gives the first answer that is there. */
export async function eventually<T>(what: string, ask: () => PromiseLike<T | undefined>): Promise<T> {
  const end = Date.now() + BOUND;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Not within ${BOUND / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
