import * as vscode from 'vscode';
import { PlainTextChoices } from './choices';
import { registerCommands } from './commands';
import { registerGuidelines } from './guideline-pages';
import { IgnoredFindings } from './ignored-findings';
import { ItemsView } from './items-view';
import { LANGUAGE } from './language';
import { LanguageServer, type CreateClient } from './language-server';
import { LetterStatusItem } from './letter-status';
import { Recognition } from './recognition';
import { followRenames } from './renamed-letters';
import { registerRulePages } from './rule-pages';
import { SampleLetters } from './sample-letters';
import { writeOnDiskWith, type WriteWhole } from './sidecar-files';

let server: LanguageServer | undefined;

/** What both doors do when VS Code wakes the extension. `write`: how a file of this machine is written whole, where the door knows. */
export function activateWith(context: vscode.ExtensionContext, create: CreateClient, write?: WriteWhole): void {
  writeOnDiskWith(write);
  const output = vscode.window.createOutputChannel(vscode.l10n.t('IMR Letters'), { log: true });
  const started = (server = new LanguageServer(create, output));
  const recognition = new Recognition(new PlainTextChoices(context.workspaceState), output);

  const samples = new SampleLetters(vscode.Uri.joinPath(context.extensionUri, 'samples'));
  const ignored = new IgnoredFindings(started, output);

  let view: ItemsView | undefined;
  const startFor = (document: vscode.TextDocument): void => {
    if (document.languageId !== LANGUAGE) return;
    void started.start();
    if (view !== undefined) return;
    // The view stays out of the way of people who have no letters.
    context.subscriptions.push((view = new ItemsView(started)));
    void vscode.commands.executeCommand('setContext', 'imrLetters.letterSeen', true);
    void import('./annotations').then(({ startAnnotations }) => context.subscriptions.push(startAnnotations(context, started, output)));
  };
  context.subscriptions.push(
    output,
    started,
    recognition,
    ignored,
    followRenames(context.globalStorageUri, output),
    new LetterStatusItem(started),
    registerCommands({ extensionId: context.extension.id, recognition, server: started, samples, ignored, output }),
    registerRulePages(context.extensionUri),
    registerGuidelines(started, output),
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
