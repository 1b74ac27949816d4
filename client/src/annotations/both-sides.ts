import * as vscode from 'vscode';
import { KEEP_BOTH_SIDES, type KeepBothSidesParams } from '../../../server/src/lsp/annotation-requests';
import type { LanguageServer } from '../language-server';
import { ANNOTATION_FILE_ENDING, fileName, folderOf } from './file-names';
import type { LetterAnnotations } from './letter-annotations';

/** Resolves the merge conflicts in the annotation files of the letter at hand, or in the file at hand: all that was said on both sides stays. */
export async function keepBothSides(server: LanguageServer, annotations: LetterAnnotations): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) return;
  let changed = 0;
  try {
    await annotations.rewrite(letterOf(uri), async ({ text }) => {
      const params: KeepBothSidesParams = { text };
      const resolved = await server.request<string | null>(KEEP_BOTH_SIDES, params);
      if (typeof resolved !== 'string') throw new Error(vscode.l10n.t('The language server does not answer.'));
      if (resolved !== text) changed += 1;
      return resolved;
    });
  } catch (fault) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The annotations could not be written: {0}', fault instanceof Error ? fault.message : String(fault)));
    return;
  }
  void vscode.window.showInformationMessage(
    changed === 0
      ? vscode.l10n.t('No annotation file of this letter holds a merge conflict.')
      : vscode.l10n.t('What both sides say is kept, and the files are whole again: {0}. Tell git that they are resolved.', changed),
  );
}

/** The letter of an annotation file, which may be what is open; anything else is the letter itself. */
function letterOf(uri: vscode.Uri): vscode.Uri {
  const name = fileName(uri);
  if (!name.endsWith(ANNOTATION_FILE_ENDING)) return uri;
  // A person's part of the name has no full stop in it.
  const withPerson = name.slice(0, -ANNOTATION_FILE_ENDING.length);
  return vscode.Uri.joinPath(folderOf(uri), withPerson.slice(0, Math.max(0, withPerson.lastIndexOf('.'))));
}
