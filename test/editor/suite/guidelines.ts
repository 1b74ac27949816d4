import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, fileIn, language, openText, until, write } from './editor';
import { LETTER } from './letters';
import { test } from './runner';

const CITED = 'Chapter 11';

async function hoverOn(document: vscode.TextDocument, words: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(words) + 2);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value))).join('\n');
}

test('going to the definition of a citation opens a read-only page of the guideline, and no file', async () => {
  const document = await openText('letters', 'definition.txt', LETTER);
  await language(document, 'imr-letter');
  const position = document.positionAt(document.getText().indexOf(CITED) + 2);
  const [target] = await eventually('a definition', async () => {
    const found = await vscode.commands.executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, position);
    return found.length > 0 ? found : undefined;
  });
  assert.equal(target?.targetUri.scheme, 'imr-guideline');
  vscode.window.activeTextEditor!.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand('editor.action.revealDefinition');
  const page = await until('the page', [vscode.window.onDidChangeActiveTextEditor], () => {
    const shown = vscode.window.activeTextEditor?.document;
    return shown?.uri.scheme === 'imr-guideline' ? shown : undefined;
  });
  assert.match(page.getText(), /^# Forearm, Wrist, and Hand Complaints 2004\n/);
  assert.equal(page.languageId, 'markdown');
  assert.equal(page.uri.path, '/acoem-2004-forearm-wrist-and-hand/Forearm, Wrist, and Hand Complaints 2004.md');
  await closeAll();
});

test("references to a citation are the letter's places that cite the same", async () => {
  const document = await openText('letters', 'references.txt', LETTER);
  await language(document, 'imr-letter');
  const position = document.positionAt(document.getText().indexOf(CITED) + 2);
  const found = await eventually('references', async () => {
    const places = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, position);
    return places.length > 0 ? places : undefined;
  });
  assert.equal(found.length, 2);
  await closeAll();
});

test("the folder's own guidelines are known, followed when they change, and slips are shown in their file", async () => {
  const own = (name: string): string => `{\n  "guidelines": [\n    { "id": "acoem-2031-hand", "family": "acoem", "name": "${name}", "edition": "2031", "source": "our copy", "confidence": "seen" }\n  ]\n}\n`;
  const file = await write('letters', 'guidelines/own.json', own('Hand Disorders'));
  const settings = vscode.workspace.getConfiguration('imrLetters', fileIn('letters', ''));
  await settings.update('guidelines.files', ['guidelines/*.json'], vscode.ConfigurationTarget.WorkspaceFolder);
  const document = await openText('letters', 'own.txt', LETTER.replace(/MTUS ACOEM Chapter 11 Forearm, Wrist, and Hand Complaints\nPage\(s\): 265/, 'MTUS Hand Disorders 2031'));
  await language(document, 'imr-letter');
  await eventually('the guideline is known', async () => (/Hand Disorders.*2031/.test(await hoverOn(document, 'Hand Disorders')) ? true : undefined));
  await write('letters', 'guidelines/own.json', own('Foot Disorders').replace('"confidence"', '"confidnce"'));
  await until('the slip is shown', [vscode.languages.onDidChangeDiagnostics], () => (vscode.languages.getDiagnostics(file).length > 0 ? true : undefined));
  const [slip] = vscode.languages.getDiagnostics(file);
  assert.equal(slip?.range.start.line, 2);
  assert.match(slip.message, /confidnce/);
  await eventually('the guideline is known no more', async () => (/Not in the catalogue/.test(await hoverOn(document, 'Hand Disorders')) ? true : undefined));
  await settings.update('guidelines.files', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
  await until('the slip is gone', [vscode.languages.onDidChangeDiagnostics], () => (vscode.languages.getDiagnostics(file).length === 0 ? true : undefined));
  await closeAll();
});
