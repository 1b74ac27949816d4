import * as vscode from 'vscode';
import { fileName } from './file-names';
import { fileNames, storedPlace } from './stored-place';

/** Brings all that the storage keeps about a letter under its new address. What is there already stays as it is. */
export async function moveStored(storage: vscode.Uri, from: vscode.Uri, to: vscode.Uri): Promise<void> {
  for (const kind of ['annotations', 'bases'] as const) {
    const [old, now] = await Promise.all([storedPlace(storage, kind, from), storedPlace(storage, kind, to)]);
    const names = await fileNames(old);
    if (names.length === 0) continue;
    await vscode.workspace.fs.createDirectory(now);
    const taken = new Set(await fileNames(now));
    for (const name of names) {
      // Copies of the text are named by their hash, annotations by the letter.
      const target = name.startsWith(`${fileName(from)}.`) ? fileName(to) + name.slice(fileName(from).length) : name;
      if (!taken.has(target)) await vscode.workspace.fs.rename(vscode.Uri.joinPath(old, name), vscode.Uri.joinPath(now, target));
    }
  }
}
