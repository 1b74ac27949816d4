import * as vscode from 'vscode';
import { LANGUAGE } from '../language';

/** Selections that are remembered for each letter: between one that a comment is begun on and its words, a person may make others. */
const MOST = 32;

interface Selected {
  readonly range: vscode.Range;
  readonly words: string;
  readonly version: number;
}

/**
 * The words that were selected in letters. While the box of a new comment is
 * open the editor moves its lines with the text, and not its columns: what was
 * meant is known by these words alone.
 */
export class SelectedWords implements vscode.Disposable {
  private readonly made = new WeakMap<vscode.TextDocument, readonly Selected[]>();
  private readonly subscription = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => this.remember(textEditor.document, selections));

  dispose(): void {
    this.subscription.dispose();
  }

  /** Where the words stand now on which a comment was begun; `undefined` where that is no longer certain. */
  rangeNow(document: vscode.TextDocument, begun: vscode.Range): vscode.Range | undefined {
    const selected = [...(this.made.get(document) ?? [])].reverse().find(({ range }) => hasColumnsOf(range, begun));
    if (selected === undefined || selected.version === document.version || document.getText(begun) === selected.words) return begun;
    const { range } = document.lineAt(begun.start.line);
    return only(document, selected.words, range) ?? only(document, selected.words, new vscode.Range(0, 0, document.lineCount, 0));
  }

  private remember(document: vscode.TextDocument, selections: readonly vscode.Selection[]): void {
    if (document.languageId !== LANGUAGE) return;
    const made = selections.filter(({ isEmpty }) => !isEmpty).map((range) => ({ range, words: document.getText(range), version: document.version }));
    if (made.length > 0) this.made.set(document, [...(this.made.get(document) ?? []), ...made].slice(-MOST));
  }
}

function hasColumnsOf(one: vscode.Range, other: vscode.Range): boolean {
  return one.start.character === other.start.character && one.end.character === other.end.character && one.end.line - one.start.line === other.end.line - other.start.line;
}

/** Where words stand in a part of a document, if they stand there once. */
function only(document: vscode.TextDocument, words: string, part: vscode.Range): vscode.Range | undefined {
  const text = document.getText(part);
  const at = text.indexOf(words);
  if (at < 0 || text.includes(words, at + 1)) return undefined;
  const start = document.offsetAt(part.start) + at;
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}
