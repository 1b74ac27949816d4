import * as vscode from 'vscode';
import { checkEvidence } from './evidence';
import { goToItem } from './go-to-item';
import type { IgnoredFindings } from './ignored-findings';
import { showIgnored } from './ignored-list';
import { ignoreFinding } from './ignoring';
import type { LanguageServer } from './language-server';
import { newLetter } from './new-letter';
import type { Recognition } from './recognition';
import { openRulePage } from './rule-pages';
import type { SampleLetters } from './sample-letters';
import { openWalkthrough, showCitation, showItems, showQuickFix, showSample } from './walkthrough';

/** What the commands work with. */
export interface Parts {
  readonly extensionId: string;
  readonly recognition: Recognition;
  readonly server: LanguageServer;
  readonly samples: SampleLetters;
  readonly ignored: IgnoredFindings;
  readonly output: vscode.LogOutputChannel;
}

/** The commands of the manifest. Those on a document take its address, or else the active editor's. */
export function registerCommands({ extensionId, recognition, server, samples, ignored, output }: Parts): vscode.Disposable {
  const on = (action: (document: vscode.TextDocument) => Promise<void>) => async (uri?: unknown) => {
    const document = documentOf(uri);
    if (document !== undefined) await action(document);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('imrLetters.openSamples', (name?: unknown) => samples.choose(name)),
    vscode.commands.registerCommand('imrLetters.newLetter', () => newLetter(server)),
    vscode.commands.registerCommand('imrLetters.openWalkthrough', () => openWalkthrough(extensionId)),
    vscode.commands.registerCommand('imrLetters.nextItem', () => goToItem(server, 'next')),
    vscode.commands.registerCommand('imrLetters.previousItem', () => goToItem(server, 'previous')),
    vscode.commands.registerCommand('imrLetters.ignoreFinding', (finding?: unknown) => ignoreFinding(server, ignored, finding)),
    vscode.commands.registerCommand('imrLetters.showIgnored', () => showIgnored(server, ignored)),
    vscode.commands.registerCommand('imrLetters.checkEvidence', () => checkEvidence(server)),
    vscode.commands.registerCommand('imrLetters.treatAsLetter', on((document) => recognition.treatAsLetter(document))),
    vscode.commands.registerCommand('imrLetters.treatAsPlainText', on((document) => recognition.treatAsPlainText(document))),
    vscode.commands.registerCommand('imrLetters.restartServer', () => server.restart()),
    vscode.commands.registerCommand('imrLetters.showOutput', () => output.show()),
    vscode.commands.registerCommand('imrLetters.openRule', openRulePage),
    // The steps of the walkthrough.
    vscode.commands.registerCommand('imrLetters.showSample', () => showSample(samples)),
    vscode.commands.registerCommand('imrLetters.showItems', () => showItems(samples)),
    vscode.commands.registerCommand('imrLetters.showQuickFix', () => showQuickFix(samples, server)),
    vscode.commands.registerCommand('imrLetters.showCitation', () => showCitation(samples, server)),
  );
}

function documentOf(uri: unknown): vscode.TextDocument | undefined {
  if (!(uri instanceof vscode.Uri)) return vscode.window.activeTextEditor?.document;
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}
