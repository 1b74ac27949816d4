import * as vscode from 'vscode';

/**
 * Takes what is said about a letter along when the editor renames or moves
 * the letter: the files beside it in the same step, so that one undo takes
 * both back, and then what the storage keeps under its address.
 */
export function followRenames(storage: vscode.Uri, output: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles((event) => event.waitUntil(import('./annotations').then(({ movesBeside }) => movesBeside(event.files, storage, output)))),
    vscode.workspace.onDidRenameFiles(async ({ files }) => {
      const { moveStored } = await import('./annotations');
      for (const { oldUri, newUri } of files) await moveStored(storage, oldUri, newUri).catch((fault: unknown) => output.error(String(fault)));
    }),
  );
}
