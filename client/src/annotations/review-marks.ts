import * as vscode from 'vscode';
import { shortened } from './passage';
import type { Step } from './review-steps';

/** Marks what is asked about in the letter, and says behind it what is asked. */
export class ReviewMarks implements vscode.Disposable {
  private readonly passage = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('contrastActiveBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  private readonly question = vscode.window.createTextEditorDecorationType({
    after: { color: new vscode.ThemeColor('editorCodeLens.foreground'), fontStyle: 'italic', margin: '0 1ch' },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

  show(document: vscode.TextDocument, { range, title }: Step, { place, all }: { readonly place: number; readonly all: number }): void {
    const text = vscode.l10n.t('{0}/{1} {2}? a accept, x reject, c correct, s skip', place, all, shortened(title));
    const hoverMessage = new vscode.MarkdownString().appendText(title);
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== document) continue;
      editor.setDecorations(this.passage, [{ range, hoverMessage }]);
      editor.setDecorations(this.question, [{ range: new vscode.Range(range.end, range.end), renderOptions: { after: { contentText: text } } }]);
    }
  }

  clear(): void {
    for (const editor of vscode.window.visibleTextEditors) for (const type of [this.passage, this.question]) editor.setDecorations(type, []);
  }

  dispose(): void {
    this.passage.dispose();
    this.question.dispose();
  }
}
