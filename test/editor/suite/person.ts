import * as vscode from 'vscode';
import { instead } from './ignored';

/** Gives the person at the machine a name, or takes it away. */
export async function personIs(name: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('imrLetters').update('person', name, vscode.ConfigurationTarget.Global);
}

/** What the person is told while something is done; `choose` presses a button of a message. */
export async function heard(work: () => Promise<void>, choose: (message: string, buttons: readonly string[]) => string | undefined = () => undefined): Promise<string[]> {
  const said: string[] = [];
  const hear = (message: string, ...buttons: readonly string[]): Promise<string | undefined> => {
    said.push(message);
    return Promise.resolve(choose(message, buttons));
  };
  const errors = vscode.window.showErrorMessage;
  Object.assign(vscode.window, { showErrorMessage: hear });
  try {
    await instead('showWarningMessage', hear, work);
  } finally {
    Object.assign(vscode.window, { showErrorMessage: errors });
  }
  return said;
}
