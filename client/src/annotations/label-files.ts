import * as vscode from 'vscode';
import { LABELS, RENAME_LABEL, type AnnotationFileText, type LabelsAnswer, type LabelsParams, type RenameLabelParams } from '../../../server/src/lsp/annotation-requests';
import { filesByPattern } from '../files-by-pattern';
import type { LanguageServer } from '../language-server';
import { onceMore, readSidecar, writeSidecar } from '../sidecar-files';
import { ANNOTATION_FILE_ENDING } from './file-names';
import { folderOfLabels, LABELS_FILE, type Renamed } from './labels';

/** Opens the workspace's own file of labels; where there is none, one with the labels that come with this product. */
export async function createLabels(server: LanguageServer): Promise<void> {
  const folder = await folderToLabel();
  if (folder === undefined) return;
  const file = vscode.Uri.joinPath(folder, LABELS_FILE);
  if ((await readSidecar(file)) === '') {
    const params: LabelsParams = { text: null };
    const answer = await server.request<LabelsAnswer | null>(LABELS, params);
    if (answer == null) return;
    const labels = answer.labels.map(({ id, name, colour, key, guideline, fields }) => ({ id, name, colour, ...(key === null ? {} : { key }), guideline, fields }));
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
    await writeSidecar(file, `${JSON.stringify({ labels }, null, 2)}\n`);
  }
  await vscode.window.showTextDocument(file);
}

/** The folder of the letter at hand, or one that the person chooses. */
async function folderToLabel(): Promise<vscode.Uri | undefined> {
  const letter = vscode.window.activeTextEditor?.document.uri;
  const folder = letter && folderOfLabels(letter);
  if (folder !== undefined) return folder;
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  if (folders.length === 0) void vscode.window.showInformationMessage(vscode.l10n.t('Labels belong to a folder: open the folder of your letters first.'));
  return folders[0]?.uri;
}

/** Asks whether annotations shall follow a label's new id, and lets them. */
export async function offerRename(server: LanguageServer, { folder, from, to }: Renamed): Promise<void> {
  const files = await annotationFilesBelow(folder);
  if (files.length === 0) return;
  const rename = vscode.l10n.t('Rename in Annotations');
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('The label “{0}” is now “{1}”. Annotations made with it still say “{0}”.', from, to), rename);
  if (answer !== rename) return;
  const faults: string[] = [];
  let changed = 0;
  for (const file of files) {
    try {
      if (await onceMore(() => renameIn(server, file, from, to))) changed += 1;
    } catch (fault) {
      faults.push(`${vscode.workspace.asRelativePath(file)}: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
  }
  if (faults.length > 0) void vscode.window.showErrorMessage(vscode.l10n.t('The label could not be renamed in {0}', faults.join('; ')));
  void vscode.window.showInformationMessage(changed === 1 ? vscode.l10n.t('The label was renamed in 1 file.') : vscode.l10n.t('The label was renamed in {0} files.', changed));
}

async function renameIn(server: LanguageServer, file: vscode.Uri, from: string, to: string): Promise<boolean> {
  const text = await readSidecar(file, { exact: true });
  const params: RenameLabelParams = { files: [{ name: '', text }], from, to };
  const [renamed] = (await server.request<readonly AnnotationFileText[]>(RENAME_LABEL, params)) ?? [];
  if (renamed === undefined) return false;
  await writeSidecar(file, renamed.text, text);
  return true;
}

/** The editor's search is not there in every host; then the folders are walked through. */
async function annotationFilesBelow(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const pattern = `**/*${ANNOTATION_FILE_ENDING}`;
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, pattern), null).then(undefined, () => []);
  return found.length > 0 ? found : filesByPattern(folder, pattern);
}
