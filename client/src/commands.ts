import * as vscode from 'vscode';
import type { LanguageServer } from './language-server';
import type { Recognition } from './recognition';
import { openRulePage } from './rule-pages';

/** The commands of the manifest. Those on a document take its address, or else the active editor's. */
export function registerCommands(recognition: Recognition, server: LanguageServer, output: vscode.LogOutputChannel): vscode.Disposable {
  const on = (action: (document: vscode.TextDocument) => Promise<void>) => async (uri?: unknown) => {
    const document = documentOf(uri);
    if (document !== undefined) await action(document);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('imrLetters.treatAsLetter', on((document) => recognition.treatAsLetter(document))),
    vscode.commands.registerCommand('imrLetters.treatAsPlainText', on((document) => recognition.treatAsPlainText(document))),
    vscode.commands.registerCommand('imrLetters.restartServer', () => server.restart()),
    vscode.commands.registerCommand('imrLetters.showOutput', () => output.show()),
    vscode.commands.registerCommand('imrLetters.openRule', openRulePage),
  );
}

function documentOf(uri: unknown): vscode.TextDocument | undefined {
  if (!(uri instanceof vscode.Uri)) return vscode.window.activeTextEditor?.document;
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}
