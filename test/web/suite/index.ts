/** The browser suite: client and server of the browser build, in the worker extension host of VS Code for the browser. */
import * as vscode from 'vscode';
import { actionsAt, apply, completionsAt, flat, foldsOf, formattingOf, hintsOf, hoverAt, labelOf, lensesOf, placeOf, symbolsOf, tokensOf, visible } from '../../editor/suite/answers';
import { closeAll, codeOf, diagnosticsOf, eventually, language, until } from '../../editor/suite/editor';
import { LETTER, LETTER_WITHOUT_DECISION, LETTER_WITHOUT_REVIEWER_GUIDELINE, LOOK_ALIKES } from '../../editor/suite/letters';
import { runTests, test } from '../../editor/suite/runner';

async function open(name: string, text: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.from({ scheme: 'memory', path: `/letters/${name}` });
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

async function letter(name: string, text: string): Promise<vscode.TextDocument> {
  const document = await open(name, text);
  await language(document, 'imr-letter');
  return document;
}

/** A bundled sample, as its command opens it. */
async function sample(name: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('imrLetters.openSamples', name);
  return vscode.window.activeTextEditor!.document;
}

function equal(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
}

function holds(fact: boolean, what: string): void {
  if (!fact) throw new Error(what);
}

async function codes(document: vscode.TextDocument, expected: readonly string[]): Promise<vscode.Diagnostic[]> {
  const now = (): string => diagnosticsOf(document.uri).map(codeOf).join();
  return until(`the problems are ${expected.join()}`, [vscode.languages.onDidChangeDiagnostics], () => (now() === expected.join() ? diagnosticsOf(document.uri) : undefined), now);
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
  await closeAll();
});

test('a letter becomes one and shows its outline', async () => {
  const document = await letter('letter.txt', LETTER);
  const item = flat(await symbolsOf(document)).find(({ name }) => name === 'Wrist brace, right');
  equal(item?.detail, 'Upheld');
  equal(item?.children.map(({ name }) => name), ['Claims Administrator guideline', 'MAXIMUS guideline', 'Decision rationale']);
  await closeAll();
});

test('a missing decision is a problem, and its quick fixes offer both decisions', async () => {
  const document = await letter('gap.txt', LETTER_WITHOUT_DECISION);
  const [problem] = await codes(document, ['missing-decision']);
  const fixes = await actionsAt(document.uri, problem!.range, vscode.CodeActionKind.QuickFix);
  equal(fixes.map(({ title }) => /Upheld|Overturned/.exec(title)?.[0]), ['Upheld', 'Overturned']);
  await vscode.workspace.applyEdit(fixes[0]!.edit!);
  equal(/^Wrist brace, right: +Upheld$/m.test(document.getText()), true);
  await codes(document, []);
  await closeAll();
});

test('a hover on a citation names the guideline', async () => {
  const document = await letter('hover.txt', LETTER);
  const { words } = await hoverAt(document, placeOf(document, 'Forearm, Wrist'));
  holds(/Forearm, Wrist,? and Hand Complaints/.test(words) && /ACOEM/.test(words) && /§|CCR|Cal\. Code/.test(words), words);
  await closeAll();
});

test('semantic tokens name the parts of the item', async () => {
  const tokens = await tokensOf(await sample('2014-three-items-mixed.txt'));
  const of = (wanted: string): string[] => tokens.filter(([, type]) => type === wanted).map(([text]) => text);
  equal(of('decision.overturned'), ['Overturned']);
  equal(of('decision.upheld'), ['Upheld', 'Upheld']);
  equal(of('request'), ['Naproxen sodium', 'Lumbar support brace', 'Sleep study (polysomnogram)']);
  equal(of('quantity').slice(0, 2), ['550mg', '#60']);
  await closeAll();
});

test('sections and items fold', async () => {
  const folds = new Map(await foldsOf(await sample('2014-three-items-mixed.txt')));
  equal(folds.get('CLINICAL CASE SUMMARY'), 'none of the three.');
  equal(folds.get('Naproxen sodium 550mg #60:  Overturned'), 'sodium 550mg, sixty tablets, is medically necessary.');
  await closeAll();
});

test('lenses and inlay hints are there', async () => {
  const document = await sample('2014-three-items-mixed.txt');
  const lenses = await eventually('lenses', async () => {
    const found = await lensesOf(document);
    return found.length > 0 ? found : undefined;
  });
  equal(lenses.map(([line, title]) => [line, title.split(' · ')[0]]), [
    ['Naproxen sodium 550mg #60:  Overturned', 'Overturned'],
    ['Lumbar support brace:  Upheld', 'Upheld'],
    ['Sleep study (polysomnogram):  Upheld', 'Upheld'],
  ]);
  equal((await hintsOf(document))[0], ['IMR ISSUES, DECISIONS AND RATIONALES', '3 items: 2 upheld, 1 overturned']);
  await closeAll();
});

test('completion offers the label that is missing', async () => {
  const document = await letter('label.txt', LETTER_WITHOUT_REVIEWER_GUIDELINE.replace('Decision rationale:', 'MAX\n\nDecision rationale:'));
  const offered = (await completionsAt(document, placeOf(document, 'MAX\n', 3))).map(labelOf);
  holds(offered.includes('MAXIMUS guideline'), offered.join(', '));
  await closeAll();
});

test('Format Document joins lines and changes nothing that is seen', async () => {
  const document = await sample('2014-one-item-upheld.txt');
  const before = document.getText();
  await symbolsOf(document);
  await apply(document, await formattingOf(document));
  const after = document.getText();
  holds(after !== before && /while stepping down from a forklift\./.test(after), 'it is as it was');
  equal(visible(after), visible(before));
  await closeAll();
});

test('a new letter is a form with gaps, and it is read as a letter', async () => {
  await vscode.commands.executeCommand('imrLetters.newLetter');
  const { document, selection } = vscode.window.activeTextEditor!;
  equal([document.languageId, document.isUntitled, selection.isEmpty], ['imr-letter', true, false]);
  const items = flat(await symbolsOf(document)).filter(({ children }) => children.some(({ name }) => name === 'Decision rationale'));
  equal(items.length, 1);
  equal(items[0]!.children.map(({ name }) => name), ['Claims Administrator guideline', 'MAXIMUS guideline', 'Decision rationale']);
  await closeAll();
});

test('the cursor goes from item to item', async () => {
  await sample('2014-three-items-mixed.txt');
  const line = (): string => {
    const { document, selection } = vscode.window.activeTextEditor!;
    return document.lineAt(selection.active).text.trim();
  };
  await vscode.commands.executeCommand('imrLetters.nextItem');
  equal(line(), 'Naproxen sodium 550mg #60:  Overturned');
  await vscode.commands.executeCommand('imrLetters.nextItem');
  equal(line(), 'Lumbar support brace:  Upheld');
  await vscode.commands.executeCommand('imrLetters.previousItem');
  equal(line(), 'Naproxen sodium 550mg #60:  Overturned');
  await closeAll();
});

export { runTests as run };
