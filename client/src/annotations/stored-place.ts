import * as vscode from 'vscode';
import { isNotThere } from '../not-there';

/**
 * The folder in the extension's storage for what belongs to one letter. It is
 * that of all workspaces: what is kept must be found again, and taken away
 * again, wherever the letter is opened.
 */
export async function storedPlace(storage: vscode.Uri, kind: 'annotations' | 'bases', letter: vscode.Uri): Promise<vscode.Uri> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(letter.toString()));
  const name = Array.from(new Uint8Array(digest, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return vscode.Uri.joinPath(storage, kind, name);
}

/** The names of the files in a folder; none where it is not there. Rejects where it is there and does not tell them. */
export async function fileNames(folder: vscode.Uri): Promise<string[]> {
  // Where nothing can be read at all, nothing lies beside a letter.
  if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === undefined) return [];
  try {
    // Hosts write into their log that a folder cannot be read, and not that there is none.
    await vscode.workspace.fs.stat(folder);
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
  } catch (fault) {
    if (isNotThere(fault)) return [];
    throw fault;
  }
}
