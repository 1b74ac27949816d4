import * as vscode from 'vscode';
import type { AnnotationFiles } from './annotation-files';
import type { LetterAnnotations } from './letter-annotations';

/** Lists what is wrong in the files of annotations of open letters, each line where it stands. */
export class FileProblems implements vscode.Disposable {
  private readonly problems = vscode.languages.createDiagnosticCollection('imrLetters.annotations');
  /** The files of each letter that have problems. */
  private readonly listed = new Map<string, readonly vscode.Uri[]>();
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly annotations: LetterAnnotations,
    private readonly files: AnnotationFiles,
  ) {
    this.subscriptions = [this.problems, annotations.onDidChange((document) => void this.list(document)), annotations.onDidClose((letter) => this.clear(letter))];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async list(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    const found = this.annotations.annotationsOf(document)?.problems ?? [];
    if (found.length === 0) return this.clear(uri);
    const names = [...new Set(found.map(({ file }) => file))];
    const files = await Promise.all(names.map(async (name) => ({ name, file: await this.files.placeOf(uri, name) })));
    // Another answer has come meanwhile.
    if (this.annotations.annotationsOf(document)?.problems !== found) return;
    this.clear(uri);
    this.listed.set(uri.toString(), files.map(({ file }) => file));
    for (const { name, file } of files) {
      this.problems.set(file, found.filter((problem) => problem.file === name).map(({ line, message }) => {
        const place = new vscode.Range(Math.max(0, line - 1), 0, Math.max(0, line - 1), Number.MAX_SAFE_INTEGER);
        return Object.assign(new vscode.Diagnostic(place, message, vscode.DiagnosticSeverity.Warning), { source: 'IMR' });
      }));
    }
  }

  private clear(letter: vscode.Uri): void {
    for (const file of this.listed.get(letter.toString()) ?? []) this.problems.delete(file);
    this.listed.delete(letter.toString());
  }
}
