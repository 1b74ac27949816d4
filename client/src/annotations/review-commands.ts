import * as vscode from 'vscode';
import type { Labels } from './labels';
import type { LetterAnnotations } from './letter-annotations';
import type { ReviewAct, ReviewMode } from './review-mode';

/** What can be done in a review, by the commands' names. */
const ACTS: readonly ReviewAct[] = ['reviewAccept', 'reviewReject', 'reviewCorrect', 'reviewSkip', 'reviewBack', 'reviewComment', 'reviewUndo', 'reviewStop', 'reviewMenu'];

/** Registers the commands of review mode, which is loaded when the first review begins. */
export function registerReview(annotations: LetterAnnotations, labels: Labels): vscode.Disposable {
  let mode: Promise<ReviewMode> | undefined;
  const begin = async (given?: unknown): Promise<void> => {
    mode ??= import('./review-mode').then(({ ReviewMode: Mode }) => new Mode(annotations, labels));
    await (await mode).begin(given);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('imrLetters.review', begin),
    ...ACTS.map((act) => vscode.commands.registerCommand(`imrLetters.${act}`, async (given?: unknown) => (await mode)?.act(act, given))),
    { dispose: () => void mode?.then((loaded) => loaded.dispose()) },
  );
}
