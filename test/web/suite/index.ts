/** The browser suite: client and server of the browser build, in the worker extension host of VS Code for the browser. */
import * as vscode from 'vscode';
import { LETTER, LETTER_WITHOUT_DECISION, LOOK_ALIKES } from '../../editor/suite/letters';
import { runTests, test, within } from '../../editor/suite/runner';

const BOUND = 20_000;

async function open(name: string, text: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.from({ scheme: 'memory', path: `/letters/${name}` });
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Waits for a fact that the event may bring about. */
function until<T>(what: () => string, event: vscode.Event<T>, holds: () => boolean): Promise<void> {
  return within(
    BOUND,
    what,
    new Promise<void>((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        subscription.dispose();
        resolve();
      };
      const subscription = event(look);
      look();
    }),
  );
}

function isLetter(document: vscode.TextDocument): Promise<void> {
  return until(() => `a letter; it is ${document.languageId}`, vscode.workspace.onDidOpenTextDocument, () => document.languageId === 'imr-letter');
}

function equal(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
}

function flat(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}

test('there is no Node here', async () => {
  equal(typeof (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node, 'undefined');
  equal(vscode.env.uiKind, vscode.UIKind.Web);
});

test('a plain note stays plain text', async () => {
  const document = await open('note.txt', LOOK_ALIKES['a plain note']!);
  await vscode.extensions.getExtension('imr-letters.imr-letters')!.activate();
  // Changes of language keep their order, so one that the extension has asked for is made by now.
  const other = await vscode.workspace.openTextDocument({ language: 'plaintext' });
  await vscode.languages.setTextDocumentLanguage(other, 'markdown');
  equal(document.languageId, 'plaintext');
});

test('a letter becomes one and shows its outline', async () => {
  const document = await open('letter.txt', LETTER);
  await isLetter(document);
  let symbols: vscode.DocumentSymbol[] = [];
  await within(BOUND, 'an outline', (async () => {
    while (symbols.length === 0) {
      symbols = (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri)) ?? [];
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })());
  const item = flat(symbols).find(({ name }) => name === 'Wrist brace, right');
  equal(item?.detail, 'Upheld');
  equal(item?.children.map(({ name }) => name), ['Claims Administrator guideline', 'MAXIMUS guideline', 'Decision rationale']);
});

test('a letter with a gap shows the problem', async () => {
  const document = await open('gap.txt', LETTER_WITHOUT_DECISION);
  const codes = (): unknown[] => vscode.languages.getDiagnostics(document.uri).map(({ code }) => (typeof code === 'object' ? code.value : code));
  await isLetter(document);
  await until(() => `a missing decision; there is ${JSON.stringify(codes())}`, vscode.languages.onDidChangeDiagnostics, () => codes().includes('missing-decision'));
  equal(codes().filter((code) => /^(missing|empty)-/.test(String(code))), ['missing-decision']);
});

export { runTests as run };
