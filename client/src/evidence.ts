import * as vscode from 'vscode';
import { EVIDENCE, type Evidence, type EvidenceParams, type LetterPassage } from '../../server/src/lsp/client-requests';
import type { LanguageServer } from './language-server';

/** Longest claim on one line of the list. */
const LONGEST = 90;

interface Line extends vscode.QuickPickItem {
  readonly claim: vscode.Range;
  readonly mention: vscode.Range;
}

/**
 * Lists what the rationales of the letter at hand say is not documented and
 * its summary speaks of. Going through the list shows each claim; who chooses
 * one gets to the summary.
 */
export async function checkEvidence(server: LanguageServer): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const params: EvidenceParams = { uri: editor.document.uri.toString() };
  const evidence = await server.request<Evidence | null>(EVIDENCE, params);
  const lines = (evidence?.claims ?? []).flatMap(({ request, claim, mentions }) =>
    mentions.map((mention): Line => ({ label: shortened(claim.text), description: request, detail: mention.text, claim: rangeOf(claim), mention: rangeOf(mention) })),
  );
  if (lines.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The summary of this letter seems to speak of nothing that a rationale says is not documented.'));
    return;
  }
  const before = editor.selection;
  const list = vscode.window.createQuickPick<Line>();
  let chosen = false;
  list.title = vscode.l10n.t('Not documented, says the rationale; the summary speaks of it');
  list.placeholder = vscode.l10n.t('Choose one to go to the summary');
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = lines;
  list.onDidChangeActive(([line]) => {
    if (line !== undefined && !chosen) select(editor, line.claim);
  });
  list.onDidAccept(async () => {
    const line = list.selectedItems[0];
    chosen = line !== undefined;
    list.hide();
    if (line !== undefined) await vscode.window.showTextDocument(editor.document, { ...(editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }), selection: line.mention });
  });
  list.onDidHide(() => {
    if (!chosen) editor.selection = before;
    list.dispose();
  });
  list.show();
}

function select(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function rangeOf({ range: { start, end } }: LetterPassage): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function shortened(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST)}…`;
}
