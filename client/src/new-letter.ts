import * as vscode from 'vscode';
import { NEW_LETTER, type NewLetter, type NewLetterParams } from '../../server/src/lsp/client-requests';
import { LANGUAGE } from './language';
import type { LanguageServer } from './language-server';

/** Opens an untitled letter with the form in it; the tab key leads from one gap to the next. */
export async function newLetter(server: LanguageServer): Promise<void> {
  const params: NewLetterParams = {};
  const form = await server.request<NewLetter>(NEW_LETTER, params);
  if (form === undefined) return sayThatNoForm();
  const document = await vscode.workspace.openTextDocument({ language: LANGUAGE });
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  await editor.insertSnippet(new vscode.SnippetString(form.snippet), new vscode.Position(0, 0));
}

async function sayThatNoForm(): Promise<void> {
  const restart = vscode.l10n.t('Restart');
  const answer = await vscode.window.showErrorMessage(vscode.l10n.t('The language server does not run, and the form of a letter comes from it.'), restart);
  if (answer === restart) await vscode.commands.executeCommand('imrLetters.restartServer');
}
