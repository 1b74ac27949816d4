import * as vscode from 'vscode';
import { LANGUAGE } from './language';
import { sampleList } from './sample-list';

/** The bundled letters, opened as untitled copies: a person may try anything on them, and what is installed stays as it is. */
export class SampleLetters {
  /** Copies by the name of their sample, so that who comes back finds the copy and not a second one. */
  private readonly copies = new Map<string, vscode.TextDocument>();

  constructor(private readonly folder: vscode.Uri) {}

  /** Asks which letter, and opens it. With the name of a sample there is no question. */
  async choose(name?: unknown): Promise<vscode.TextEditor | undefined> {
    const samples = sampleList(vscode.l10n);
    const named = samples.find(({ file }) => file === name);
    if (named !== undefined) return this.open(named.file);
    const choice = await vscode.window.showQuickPick(
      samples.map(({ file, title, shows }) => ({ label: title, description: file, detail: shows, file })),
      {
        title: vscode.l10n.t('IMR: Open Sample Letters'),
        placeHolder: vscode.l10n.t('Invented letters; each opens as a copy that you may change'),
        matchOnDescription: true,
        matchOnDetail: true,
      },
    );
    return choice === undefined ? undefined : this.open(choice.file);
  }

  /** Opens a sample, or shows its copy that is still open. */
  async open(file: string, column: vscode.ViewColumn = vscode.ViewColumn.Active): Promise<vscode.TextEditor> {
    const copy = this.copies.get(file);
    if (copy !== undefined && !copy.isClosed) {
      const place = vscode.window.visibleTextEditors.find(({ document }) => document === copy)?.viewColumn;
      return vscode.window.showTextDocument(copy, { viewColumn: place ?? column });
    }
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.folder, file));
    // The tab of an untitled document bears its first line.
    const content = new TextDecoder().decode(bytes).trimStart();
    const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content });
    this.copies.set(file, document);
    return vscode.window.showTextDocument(document, { viewColumn: column, preview: false });
  }
}
