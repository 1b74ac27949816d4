import * as vscode from 'vscode';
import type { Direction } from '../go-to-item';
import type { Labels } from './labels';
import type { LetterAnnotations } from './letter-annotations';
import { placedThreads, type PlacedThread } from './threads-at';

/** Milliseconds that the place among the annotations stands in the status bar. */
const SHOWN = 3000;

/** Selects the next or previous annotated passage of the letter at hand; after the last one follows the first. `label`: those alone that have it. */
export async function goToAnnotation(annotations: LetterAnnotations, labels: Labels, direction: Direction, label?: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const { document, selection } = editor;
  const all = placedThreads(annotations, document).filter(({ thread }) => label === undefined || thread.labels.includes(label));
  const index = indexOf(all, selection, direction);
  const found = all[index];
  if (found === undefined) {
    void vscode.window.showInformationMessage(label === undefined ? vscode.l10n.t('Nothing is annotated in this letter.') : vscode.l10n.t('Nothing in this letter is labelled “{0}”.', labels.label(document.uri, label).name));
    return;
  }
  const { thread, range } = found;
  await showRange(editor, range);
  const names = thread.labels.map((id) => labels.label(document.uri, id).name).join(', ') || vscode.l10n.t('Comment');
  vscode.window.setStatusBarMessage(vscode.l10n.t('Annotation {0} of {1}: {2}', index + 1, all.length, names), SHOWN);
}

/** Resolves when the passage is selected, so that the command that follows at once starts from there. */
export async function showRange(editor: vscode.TextEditor, range: vscode.Range): Promise<void> {
  if (editor.viewColumn !== undefined) {
    await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn, selection: range });
    return;
  }
  // One side of a comparison has no column; shown anew it would stand alone.
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Passages may begin in the same place: what is selected is one of them. */
function indexOf(all: readonly PlacedThread[], selection: vscode.Selection, direction: Direction): number {
  const order = ({ range }: PlacedThread): number => range.start.compareTo(selection.start) || range.end.compareTo(selection.end);
  if (direction === 'next') {
    const next = all.findIndex((placed) => order(placed) > 0);
    return next < 0 && all.length > 0 ? 0 : next;
  }
  const behind = all.findIndex((placed) => order(placed) >= 0);
  return behind <= 0 ? all.length - 1 : behind - 1;
}
