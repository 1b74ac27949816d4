import * as vscode from 'vscode';
import { eventWithin } from './event-within';
import { itemsOf } from './items';
import { LANGUAGE } from './language';
import type { LanguageServer } from './language-server';
import { FIRST_SAMPLE } from './sample-list';
import type { SampleLetters } from './sample-letters';
import { CITATION, GAP, type Place } from './walkthrough-places';

/** Milliseconds after which a menu is opened in any case. */
const PATIENCE = 3000;
/** Milliseconds without a change of the view that count as rest. */
const MOMENT = 600;

export async function openWalkthrough(extensionId: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#imrLetters.start`, false);
}

/** Opens the sample with gaps beside the walkthrough. */
export async function showSample(samples: SampleLetters): Promise<void> {
  await samples.open(FIRST_SAMPLE, vscode.ViewColumn.Beside);
}

/** Shows the view of disputed items, with a sample in it where no letter is to be seen. */
export async function showItems(samples: SampleLetters): Promise<void> {
  if (!vscode.window.visibleTextEditors.some(({ document }) => document.languageId === LANGUAGE)) await showSample(samples);
  // The view is there with the first letter; it is asked for sooner than it could be.
  await vscode.commands.executeCommand('setContext', 'imrLetters.letterSeen', true);
  await vscode.commands.executeCommand('imrLetters.items.focus');
}

/** Puts the cursor on an item without a decision and opens the menu of quick fixes. */
export async function showQuickFix(samples: SampleLetters, server: LanguageServer): Promise<void> {
  const editor = await goTo(samples, GAP);
  await server.start();
  await findingAt(editor);
  await vscode.commands.executeCommand('editor.action.quickFix');
}

/** Puts the cursor on the citation of a guideline and shows its hover. */
export async function showCitation(samples: SampleLetters, server: LanguageServer): Promise<void> {
  const editor = await goTo(samples, CITATION);
  await itemsOf(server, editor.document);
  // A letter that was just opened still scrolls, and gets lines above its items; a hover would go with that.
  await settled(editor);
  await vscode.commands.executeCommand('editor.action.showHover');
}

/** Resolves when the lines in view have not changed for a moment, or patience is at its end. */
async function settled(editor: vscode.TextEditor): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(quiet);
      clearTimeout(bound);
      subscription.dispose();
      resolve();
    };
    const bound = setTimeout(done, PATIENCE);
    let quiet = setTimeout(done, MOMENT);
    const subscription = vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (textEditor !== editor) return;
      clearTimeout(quiet);
      quiet = setTimeout(done, MOMENT);
    });
  });
}

/** A sample may have been changed; then the cursor stays where it is. */
async function goTo(samples: SampleLetters, place: Place): Promise<vscode.TextEditor> {
  const editor = await samples.open(place.file, vscode.ViewColumn.Beside);
  const offset = editor.document.getText().indexOf(place.words);
  if (offset >= 0) {
    const position = editor.document.positionAt(offset);
    editor.selection = new vscode.Selection(position, position);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  }
  return editor;
}

/** Resolves when the checks have spoken about the cursor's place, or patience is at its end. */
async function findingAt({ document: { uri }, selection }: vscode.TextEditor): Promise<void> {
  const spoken = (): boolean => vscode.languages.getDiagnostics(uri).some(({ range }) => range.contains(selection.active));
  if (spoken()) return;
  await eventWithin(PATIENCE, vscode.languages.onDidChangeDiagnostics, spoken);
}
