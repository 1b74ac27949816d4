import * as vscode from 'vscode';
import { IGNORED, STOP_IGNORING, type ChangedIgnoredFile, type IgnoredList, type IgnoredParams, type StopIgnoringParams } from '../../server/src/lsp/client-requests';
import { notChanged, type IgnoredFindings } from './ignored-findings';
import type { LanguageServer } from './language-server';

type Ignored = IgnoredList['ignored'][number];

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
    try {
      await files.change(uri, (text) => {
        const params: StopIgnoringParams = { text, ids: [item.ignored.id] };
        return server.request<ChangedIgnoredFile | null>(STOP_IGNORING, params);
      });
    } catch (fault) {
      void vscode.window.showErrorMessage(notChanged(fault));
    }
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
