import * as vscode from 'vscode';
import { PlainTextChoices } from './choices';
import { registerCommands } from './commands';
import { LANGUAGE } from './language';
import { LanguageServer, type CreateClient } from './language-server';
import { LetterStatusItem } from './letter-status';
import { Recognition } from './recognition';
import { registerRulePages } from './rule-pages';

let server: LanguageServer | undefined;

/** What both doors do when VS Code wakes the extension. */
export function activateWith(context: vscode.ExtensionContext, create: CreateClient): void {
  const output = vscode.window.createOutputChannel(vscode.l10n.t('IMR Letters'), { log: true });
  const started = (server = new LanguageServer(create, output));
  const recognition = new Recognition(new PlainTextChoices(context.workspaceState), output);

  const startFor = (document: vscode.TextDocument): void => {
    if (document.languageId === LANGUAGE) void started.start();
  };
  context.subscriptions.push(
    output,
    started,
    recognition,
    new LetterStatusItem(started),
    registerCommands(recognition, started, output),
    registerRulePages(context.extensionUri),
    vscode.workspace.onDidOpenTextDocument(startFor),
  );
  recognition.start();
  vscode.workspace.textDocuments.forEach(startFor);
}

/** VS Code waits for the server to end. */
export async function deactivate(): Promise<void> {
  await server?.stop();
  server = undefined;
}
