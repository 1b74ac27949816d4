import * as vscode from 'vscode';
import { IGNORED_FILE_ENDING } from '../../../server/src/lsp/client-requests';
import { AnnotationFiles } from './annotation-files';
import { belongsTo, fileName, folderOf } from './file-names';
import { fileNames } from './stored-place';

/** Letters and where they go. */
export type Renamed = vscode.FileRenameEvent['files'];

/** Where the files beside letters go that are renamed. One that would meet another stays, and that is said. */
export async function movesBeside(files: Renamed, storage: vscode.Uri, output: vscode.LogOutputChannel): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  // Who moves a letter with all that lies beside it has said already where that goes.
  const chosen = new Set(files.map(({ oldUri }) => oldUri.toString()));
  for (const { oldUri, newUri } of files) {
    try {
      await new AnnotationFiles(storage, output).bringBeside(oldUri);
      const taken = new Set(await fileNames(folderOf(newUri)));
      for (const name of (await fileNames(folderOf(oldUri))).filter((each) => isBeside(oldUri, each))) {
        const file = vscode.Uri.joinPath(folderOf(oldUri), name);
        if (chosen.has(file.toString())) continue;
        const now = fileName(newUri) + name.normalize('NFC').slice(fileName(oldUri).normalize('NFC').length);
        if (taken.has(now)) void vscode.window.showWarningMessage(vscode.l10n.t('“{0}” stays where it is: there is another file “{1}”.', name, now));
        else edit.renameFile(file, vscode.Uri.joinPath(folderOf(newUri), now), { overwrite: false });
      }
    } catch (fault) {
      output.error(String(fault));
      void vscode.window.showErrorMessage(vscode.l10n.t('What is said about “{0}” was not moved with it: {1}', fileName(oldUri), fault instanceof Error ? fault.message : String(fault)));
    }
  }
  return edit;
}

/** Whether a file of this name says something about the letter beside it. */
function isBeside(letter: vscode.Uri, name: string): boolean {
  return belongsTo(letter, name) || name.normalize('NFC') === fileName(letter).normalize('NFC') + IGNORED_FILE_ENDING;
}
