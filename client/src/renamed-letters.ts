import * as vscode from 'vscode';
import { IGNORED_FILE_ENDING } from '../../server/src/lsp/client-requests';
import { belongsTo, fileName, folderOf } from './annotations/file-names';
import { fileNames } from './annotations/stored-place';

type Renamed = vscode.FileRenameEvent['files'][number];

/**
 * Takes what is said about a letter along when the editor renames or moves
 * the letter: the files beside it in the same step, so that one undo takes
 * both back, and then what the storage keeps under its address.
 */
export class RenamedLetters implements vscode.Disposable {
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly storage: vscode.Uri,
    private readonly output: vscode.LogOutputChannel,
  ) {
    this.subscriptions = [
      vscode.workspace.onWillRenameFiles((event) => event.waitUntil(this.moves(event.files))),
      vscode.workspace.onDidRenameFiles(({ files }) => void this.moveStored(files)),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Where the files beside these letters go. One that would meet another stays, and that is said. */
  private async moves(files: readonly Renamed[]): Promise<vscode.WorkspaceEdit> {
    const edit = new vscode.WorkspaceEdit();
    // Who moves a letter with all that lies beside it has said already where that goes.
    const chosen = new Set(files.map(({ oldUri }) => oldUri.toString()));
    for (const { oldUri, newUri } of files) {
      try {
        await this.bringBeside(oldUri);
        const taken = new Set(await fileNames(folderOf(newUri)));
        for (const name of (await fileNames(folderOf(oldUri))).filter((each) => isBeside(oldUri, each))) {
          const file = vscode.Uri.joinPath(folderOf(oldUri), name);
          if (chosen.has(file.toString())) continue;
          const now = fileName(newUri) + name.normalize('NFC').slice(fileName(oldUri).normalize('NFC').length);
          if (taken.has(now)) void vscode.window.showWarningMessage(vscode.l10n.t('“{0}” stays where it is: there is another file “{1}”.', name, now));
          else edit.renameFile(file, vscode.Uri.joinPath(folderOf(newUri), now), { overwrite: false });
        }
      } catch (fault) {
        this.output.error(fault instanceof Error ? fault : String(fault));
        void vscode.window.showErrorMessage(vscode.l10n.t('What is said about “{0}” was not moved with it: {1}', fileName(oldUri), fault instanceof Error ? fault.message : String(fault)));
      }
    }
    return edit;
  }

  private async bringBeside(letter: vscode.Uri): Promise<void> {
    const { AnnotationFiles } = await import('./annotations/annotation-files');
    await new AnnotationFiles(this.storage, this.output).bringBeside(letter);
  }

  private async moveStored(files: readonly Renamed[]): Promise<void> {
    const { moveStored } = await import('./annotations/moved-storage');
    for (const { oldUri, newUri } of files) {
      await moveStored(this.storage, oldUri, newUri).catch((fault: unknown) => this.output.error(fault instanceof Error ? fault : String(fault)));
    }
  }
}

/** Whether a file of this name says something about the letter beside it. */
function isBeside(letter: vscode.Uri, name: string): boolean {
  return belongsTo(letter, name) || name.normalize('NFC') === fileName(letter).normalize('NFC') + IGNORED_FILE_ENDING;
}
