import * as vscode from 'vscode';
import {
  IGNORE_FINDING,
  IGNORE_FINDING_COMMAND,
  IGNORED,
  STOP_IGNORING,
  type ChangedIgnoredFile,
  type FindingToIgnore,
  type IgnoredList,
  type IgnoredParams,
  type IgnoreFindingParams,
  type StopIgnoringParams,
} from '../../server/src/lsp/client-requests';
import { ignoredFile, type IgnoredFindings } from './ignored-findings';
import type { LanguageServer } from './language-server';

/** Milliseconds that the status bar says what was done. */
const SHOWN = 4000;

type Ignored = IgnoredList['ignored'][number];

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
  const by = vscode.workspace.getConfiguration('imrLetters', letter).get<unknown>('person');
  let known = true;
  await changing(async () => {
    known = await files.change(letter, async (text) => {
      const params: IgnoreFindingParams = { uri: finding.uri, text, id: finding.id, reason: reason.trim(), by: typeof by === 'string' ? by.trim() : '', on: today() };
      return (await server.request<ChangedIgnoredFile | null>(IGNORE_FINDING, params))?.text;
    });
    if (known) vscode.window.setStatusBarMessage(vscode.l10n.t('The finding is ignored in this letter. “IMR: Show Ignored Findings” lists it.'), SHOWN);
  });
  if (!known) void vscode.window.showWarningMessage(vscode.l10n.t('The letter no longer has this finding; nothing was changed.'));
}

/** Lists what is ignored in the letter at hand; one that is chosen is gone to, and each may be taken back. */
export async function showIgnored(server: LanguageServer, files: IgnoredFindings): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const { uri } = editor.document;
  const stop: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Stop ignoring this finding') };
  const remove: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Remove this entry') };
  const entries = async (): Promise<(vscode.QuickPickItem & { readonly ignored: Ignored })[]> => {
    const params: IgnoredParams = { uri: uri.toString() };
    const list = await server.request<IgnoredList | null>(IGNORED, params);
    return (list?.ignored ?? []).map((ignored) => ({ ...lineOf(ignored), buttons: [ignored.found === null ? remove : stop], ignored }));
  };
  const first = await entries();
  if (first.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No finding is ignored in this letter.'));
    return;
  }
  const list = vscode.window.createQuickPick<(typeof first)[number]>();
  list.title = vscode.l10n.t('Ignored findings of this letter');
  list.placeholder = vscode.l10n.t('Choose one to go to it');
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = first;
  list.onDidTriggerItemButton(async ({ item }) => {
    list.busy = true;
    await changing(async () => {
      await files.change(uri, async (text) => {
        const params: StopIgnoringParams = { text, ids: [item.ignored.id] };
        return (await server.request<ChangedIgnoredFile | null>(STOP_IGNORING, params))?.text;
      });
    });
    list.items = await entries();
    list.busy = false;
    if (list.items.length === 0) list.hide();
  });
  list.onDidAccept(async () => {
    const found = list.selectedItems[0]?.ignored.found;
    if (found == null) return;
    list.hide();
    const { start, end } = found.range;
    await vscode.window.showTextDocument(editor.document, { ...(editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }), selection: new vscode.Range(start.line, start.character, end.line, end.character) });
  });
  list.onDidHide(() => list.dispose());
  list.show();
}

function lineOf({ code, item, request, reason, by, on, found }: Ignored): vscode.QuickPickItem {
  const where = item === null ? vscode.l10n.t('the letter as a whole') : request || vscode.l10n.t('Disputed item {0}', item + 1);
  const who = [by, on].filter((part) => part !== '').join(', ');
  return {
    label: found === null ? vscode.l10n.t('{0} (no longer found)', code) : code,
    description: where,
    detail: who === '' ? reason : `${reason} (${who})`,
  };
}

/** The findings under the cursor, as the quick fixes know them. */
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

async function changing(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The file of ignored findings beside the letter could not be changed: {0}', fault instanceof Error ? fault.message : String(fault)));
  }
}

/** The day where the person is, `2026-11-20`. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
