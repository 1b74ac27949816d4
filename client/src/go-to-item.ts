import * as vscode from 'vscode';
import { itemsOf, type Item } from './items';
import type { LanguageServer } from './language-server';

/** Milliseconds that the place among the items stands in the status bar. */
const SHOWN = 3000;

export type Direction = 'next' | 'previous';

/** Puts the cursor on the next or previous disputed item of the letter at hand; after the last one follows the first. */
export async function goToItem(server: LanguageServer, direction: Direction): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const { document } = editor;
  const items = (await itemsOf(server, document)).flatMap((letter) => letter.items);
  const index = indexOf(items, editor.selection.active, direction);
  const item = items[index];
  if (item === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No disputed item was read in this document.'));
    return;
  }
  await putCursor(editor, item.request.start);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Disputed item {0} of {1}: {2}', index + 1, items.length, item.name), SHOWN);
}

/** Resolves when the cursor is there, so that the command that follows at once starts from there. */
async function putCursor(editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
  const selection = new vscode.Selection(position, position);
  if (editor.viewColumn !== undefined) {
    await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn, selection });
    return;
  }
  // One side of a comparison has no column; shown anew it would stand alone.
  editor.selection = selection;
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The place of the item to go to from a position; -1 where there is none. */
function indexOf(items: readonly Item[], from: vscode.Position, direction: Direction): number {
  if (direction === 'next') {
    const next = items.findIndex(({ request }) => request.start.isAfter(from));
    return next < 0 && items.length > 0 ? 0 : next;
  }
  const behind = items.findIndex(({ request }) => request.start.isAfterOrEqual(from));
  return behind <= 0 ? items.length - 1 : behind - 1;
}
