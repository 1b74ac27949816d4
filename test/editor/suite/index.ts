/** The editor suite, for the Node extension host of the desktop and of the VS Code server alike. */
import './server-processes';
import * as vscode from 'vscode';
import { until } from './editor';
import { report, runTests } from './runner';
// The order matters: the first tests are about no server running.
import './recognition';
import './reading';
import './colours-and-parts';
import './notes';
import './writing';
import './checks';
import './guidelines';
import './ignored';
import './ignoring';
import './annotations';
import './kept-words';
import './keeping';
import './in-git';
import './renaming';
import './review';
import './language-server';
import './commands';

/** What the editor calls. */
export async function run(): Promise<void> {
  try {
    await until('the folders of the workspace are there', [vscode.workspace.onDidChangeWorkspaceFolders], () =>
      (vscode.workspace.workspaceFolders ?? []).length > 0 ? true : undefined);
  } catch (error) {
    // The host may load the workbench again; see test/hosts/server-suite.mjs.
    report({ event: 'no-workspace' });
    throw error;
  }
  await runTests();
}
