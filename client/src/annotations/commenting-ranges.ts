import * as vscode from 'vscode';
import type { LetterAnnotations } from './letter-annotations';

/**
 * Puts the plus sign beside the lines of letters. While there is a provider,
 * the editor asks about every document that is opened, before extensions know
 * it, and keeps each for minutes after its editor is gone; so there is one
 * only while a letter is in sight.
 */
export function commentingRanges(controller: vscode.CommentController, annotations: LetterAnnotations): vscode.Disposable {
  const provider: vscode.CommentingRangeProvider = {
    provideCommentingRanges: (document) => (annotations.annotationsOf(document) === undefined ? [] : [new vscode.Range(0, 0, document.lineCount - 1, 0)]),
  };
  /** The letters in sight for which the editor has asked. */
  let known = new Set<vscode.TextDocument>();
  const look = (): void => {
    const inSight = new Set(vscode.window.visibleTextEditors.map(({ document }) => document).filter((document) => annotations.annotationsOf(document) !== undefined));
    // Set again, it makes the editor ask again.
    if ([...inSight].some((document) => !known.has(document))) controller.commentingRangeProvider = provider;
    else if (inSight.size === 0 && known.size > 0) controller.commentingRangeProvider = undefined;
    known = inSight;
  };
  look();
  return vscode.Disposable.from(vscode.window.onDidChangeVisibleTextEditors(look), annotations.onDidChange(look), annotations.onDidClose(look));
}
