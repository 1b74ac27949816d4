import * as vscode from 'vscode';
import {
  IGNORE_FINDING,
  IGNORE_FINDING_COMMAND,
  type ChangedIgnoredFile,
  type FindingToIgnore,
  type IgnoreFindingParams,
} from '../../server/src/lsp/client-requests';
import { knownPerson } from './annotations/person';
import { ignoredFile, notChanged, type IgnoredFindings } from './ignored-findings';
import type { LanguageServer } from './language-server';

/** Milliseconds that the status bar says what was done. */
const SHOWN = 4000;

/** Asks why a finding shall be ignored, and keeps that beside the letter; without a finding it is one at the cursor. */
export async function ignoreFinding(server: LanguageServer, files: IgnoredFindings, what?: unknown): Promise<void> {
  const finding = isFinding(what) ? what : await findingAtCursor();
  if (finding === undefined) return;
  const letter = vscode.Uri.parse(finding.uri);
  if (!mayBeWritten(letter)) return;
  const reason = await vscode.window.showInputBox({
    title: vscode.l10n.t('Ignore this finding in this letter'),
    prompt: finding.message,
    placeHolder: vscode.l10n.t('Why is it right as it is?'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('A reason is needed; it is kept beside the letter.') : undefined),
  });
  if (reason === undefined || reason.trim() === '') return;
  await keep(server, files, letter, { uri: finding.uri, id: finding.id, reason: reason.trim(), by: knownPerson(letter), on: today() });
}

/** Writes it, and says what came of it; the words are not lost where that cannot be done. */
async function keep(server: LanguageServer, files: IgnoredFindings, letter: vscode.Uri, said: Omit<IgnoreFindingParams, 'text'>): Promise<void> {
  const again = vscode.l10n.t('Try Again');
  const copy = vscode.l10n.t('Copy the Words');
  let answer: string | undefined;
  do {
    try {
      const known = await files.change(letter, (text) => {
        const params: IgnoreFindingParams = { ...said, text };
        return server.request<ChangedIgnoredFile | null>(IGNORE_FINDING, params);
      });
      if (known) {
        vscode.window.setStatusBarMessage(vscode.l10n.t('The finding is ignored in this letter. “IMR: Show Ignored Findings” lists it.'), SHOWN);
        return;
      }
      answer = await vscode.window.showWarningMessage(vscode.l10n.t('The letter no longer has this finding; nothing was changed.'), copy);
    } catch (fault) {
      answer = await vscode.window.showErrorMessage(notChanged(fault), again, copy);
    }
  } while (answer === again);
  if (answer === copy) await vscode.env.clipboard.writeText(said.reason);
}

async function findingAtCursor(): Promise<FindingToIgnore | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const actions = await vscode.commands.executeCommand<readonly (vscode.CodeAction | vscode.Command)[]>('vscode.executeCodeActionProvider', editor.document.uri, editor.selection, vscode.CodeActionKind.QuickFix.value);
  const found = actions.flatMap(({ command }) => {
    const given: unknown = typeof command === 'object' && command.command === IGNORE_FINDING_COMMAND ? command.arguments?.[0] : undefined;
    return isFinding(given) ? [given] : [];
  });
  if (found.length === 0) void vscode.window.showInformationMessage(vscode.l10n.t('There is no finding at the cursor.'));
  if (found.length < 2) return found[0];
  const chosen = await vscode.window.showQuickPick(found.map((finding) => ({ label: finding.message, finding })), { title: vscode.l10n.t('Which finding shall be ignored?') });
  return chosen?.finding;
}

function isFinding(what: unknown): what is FindingToIgnore {
  return typeof what === 'object' && what !== null && 'uri' in what && typeof what.uri === 'string' && 'id' in what && typeof what.id === 'string' && 'message' in what && typeof what.message === 'string';
}

function mayBeWritten(letter: vscode.Uri): boolean {
  const file = ignoredFile(letter);
  if (file === undefined) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Save the letter first: what is ignored is kept in a file beside it.'));
    return false;
  }
  if (vscode.workspace.fs.isWritableFileSystem(file.scheme) === false) {
    void vscode.window.showWarningMessage(vscode.l10n.t('What is ignored is kept in a file beside the letter, and this place cannot be written to.'));
    return false;
  }
  return true;
}

/** The day where the person is, `2026-11-20`. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
