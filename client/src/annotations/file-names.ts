import * as vscode from 'vscode';

/** The end of every annotation file's name. */
export const ANNOTATION_FILE_ENDING = '.anno.jsonl';

/** The folder that the letter lies in. */
export function folderOf(letter: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(letter, '..');
}

/** Whether a file of this name holds annotations of the letter: `letter.txt.<person>.anno.jsonl`. */
export function belongsTo(letter: vscode.Uri, name: string): boolean {
  // Some file systems take names apart (NFD) that were written whole.
  const start = `${fileName(letter).normalize('NFC')}.`;
  name = name.normalize('NFC');
  // A person's part of the name has no full stop in it.
  return name.startsWith(start) && name.endsWith(ANNOTATION_FILE_ENDING) && /^[^.]+$/.test(name.slice(start.length, -ANNOTATION_FILE_ENDING.length));
}

/** The last part of an address. */
export function fileName({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
