import * as vscode from 'vscode';
import type { Labels } from './labels';
import type { LetterAnnotations } from './letter-annotations';
import type { ReviewAct, ReviewMode } from './review-mode';

/** Registers the commands of review mode, which is loaded when the first review begins. */
export function registerReview(annotations: LetterAnnotations, labels: Labels): vscode.Disposable {
  let mode: Promise<ReviewMode> | undefined;
  const begin = async (given?: unknown): Promise<void> => {
    mode ??= import('./on-command').then(({ ReviewMode: Mode }) => new Mode(annotations, labels));
    await (await mode).begin(given);
  };
  const act = async (what: ReviewAct, given?: unknown): Promise<void> => (await mode)?.act(what, given);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('imrLetters.review', begin),
    vscode.commands.registerCommand('imrLetters.reviewAccept', () => act('reviewAccept')),
    vscode.commands.registerCommand('imrLetters.reviewReject', () => act('reviewReject')),
    vscode.commands.registerCommand('imrLetters.reviewCorrect', (given?: unknown) => act('reviewCorrect', given)),
    vscode.commands.registerCommand('imrLetters.reviewSkip', () => act('reviewSkip')),
    vscode.commands.registerCommand('imrLetters.reviewBack', () => act('reviewBack')),
    vscode.commands.registerCommand('imrLetters.reviewComment', (given?: unknown) => act('reviewComment', given)),
    vscode.commands.registerCommand('imrLetters.reviewUndo', () => act('reviewUndo')),
    vscode.commands.registerCommand('imrLetters.reviewStop', () => act('reviewStop')),
    vscode.commands.registerCommand('imrLetters.reviewMenu', () => act('reviewMenu')),
    { dispose: () => void mode?.then((loaded) => loaded.dispose()) },
  );
}
