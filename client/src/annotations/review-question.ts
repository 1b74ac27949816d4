import * as vscode from 'vscode';
import { LANGUAGE } from '../language';

/** What a line above the letter says: words, or something to be done. */
interface Part {
  readonly title: string;
  readonly command?: string;
}

/**
 * What a review asks, in a line of its own above the line of what it asks
 * about: nothing of the letter moves aside for it, and the keys stand where the
 * eyes are. Where a person has turned such lines off, the status bar says it.
 */
export class ReviewQuestion implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly registration = vscode.languages.registerCodeLensProvider({ language: LANGUAGE }, this);
  private shown: { readonly document: vscode.TextDocument; readonly at: vscode.Position; readonly parts: readonly Part[] } | undefined;

  /** Asks about what stands at a place; `verdict`: what was said to it before, in words. */
  ask(document: vscode.TextDocument, at: vscode.Position, question: string, verdict: string | undefined): void {
    this.show(document, at, [
      { title: question },
      ...(verdict === undefined ? [] : [{ title: vscode.l10n.t('so far: {0}', verdict) }]),
      { title: vscode.l10n.t('Accept (a)'), command: 'imrLetters.reviewAccept' },
      { title: vscode.l10n.t('Reject (x)'), command: 'imrLetters.reviewReject' },
      { title: vscode.l10n.t('Correct… (c)'), command: 'imrLetters.reviewCorrect' },
      { title: vscode.l10n.t('Skip (s)'), command: 'imrLetters.reviewSkip' },
    ]);
  }

  /** Says that all was asked; keys judge nothing any more, and type nothing. */
  done(document: vscode.TextDocument, at: vscode.Position, words: string): void {
    this.show(document, at, [{ title: words }, { title: vscode.l10n.t('Back (←)'), command: 'imrLetters.reviewBack' }, { title: vscode.l10n.t('Leave the review (Esc)'), command: 'imrLetters.reviewStop' }]);
  }

  clear(): void {
    if (this.shown === undefined) return;
    this.shown = undefined;
    this.changed.fire();
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (this.shown?.document !== document) return [];
    const { at, parts } = this.shown;
    return parts.map(({ title, command }) => new vscode.CodeLens(new vscode.Range(at, at), { title, command: command ?? '' }));
  }

  dispose(): void {
    this.clear();
    this.registration.dispose();
    this.changed.dispose();
  }

  private show(document: vscode.TextDocument, at: vscode.Position, parts: readonly Part[]): void {
    this.shown = { document, at: at.with({ character: 0 }), parts };
    this.changed.fire();
  }
}
