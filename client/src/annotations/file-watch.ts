import * as vscode from 'vscode';
import { ANNOTATION_FILE_ENDING, belongsTo, fileName, folderOf } from './file-names';

/** Milliseconds after a change of files: git changes many at once, and so does a rename. */
const PAUSE = 50;

/** Tells which open letters have other files of annotations than before: one watcher for each folder, as letters may lie outside of the workspace. */
export class FileWatch implements vscode.Disposable {
  private readonly letters = new Map<string, vscode.Uri>();
  private readonly watchers = new Map<string, vscode.Disposable>();
  private readonly pauses = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly changed: (letter: vscode.Uri) => void) {}

  add(letter: vscode.Uri): void {
    this.letters.set(letter.toString(), letter);
    const folder = folderOf(letter);
    if (this.watchers.has(folder.toString())) return;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, `*${ANNOTATION_FILE_ENDING}`));
    const tell = (file: vscode.Uri): void => this.tell(file);
    this.watchers.set(folder.toString(), vscode.Disposable.from(watcher, watcher.onDidChange(tell), watcher.onDidCreate(tell), watcher.onDidDelete(tell)));
  }

  remove(letter: vscode.Uri): void {
    this.letters.delete(letter.toString());
    clearTimeout(this.pauses.get(letter.toString()));
    this.pauses.delete(letter.toString());
    const folder = folderOf(letter).toString();
    if ([...this.letters.values()].some((other) => folderOf(other).toString() === folder)) return;
    this.watchers.get(folder)?.dispose();
    this.watchers.delete(folder);
  }

  dispose(): void {
    for (const pause of this.pauses.values()) clearTimeout(pause);
    for (const watcher of this.watchers.values()) watcher.dispose();
  }

  private tell(file: vscode.Uri): void {
    for (const [key, letter] of this.letters) {
      if (folderOf(letter).toString() !== folderOf(file).toString() || !belongsTo(letter, fileName(file))) continue;
      clearTimeout(this.pauses.get(key));
      this.pauses.set(key, setTimeout(() => {
        this.pauses.delete(key);
        this.changed(letter);
      }, PAUSE));
    }
  }
}
