import * as vscode from 'vscode';
import { shortened } from './passage';
import { ReviewQuestion } from './review-question';
import type { Step } from './review-steps';

/** Characters of a title that fit beside the keys in a window of usual width. */
const LONGEST_TITLE = 90;

/** Marks what is asked about in the letter, and asks above it. */
export class ReviewMarks implements vscode.Disposable {
  private readonly question = new ReviewQuestion();
  private readonly passage = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('contrastActiveBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

  /** `verdict`: what was said to it before in this review. */
  show(document: vscode.TextDocument, { range, title }: Step, { place, all }: { readonly place: number; readonly all: number }, verdict: string | undefined): void {
    const hoverMessage = new vscode.MarkdownString().appendText(title);
    for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) editor.setDecorations(this.passage, [{ range, hoverMessage }]);
    this.question.ask(document, range.start, vscode.l10n.t('{0} of {1}: {2}?', place, all, shortened(title, LONGEST_TITLE)), verdict);
  }

  /** All was asked; `at` is where the last one stands. */
  done(document: vscode.TextDocument, at: vscode.Position, words: string): void {
    this.clear();
    this.question.done(document, at, words);
  }

  clear(): void {
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(this.passage, []);
    this.question.clear();
  }

  dispose(): void {
    this.passage.dispose();
    this.question.dispose();
  }
}
