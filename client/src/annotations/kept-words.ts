import * as vscode from 'vscode';
import type { AnnotationAct } from '../../../server/src/lsp/annotation-requests';
import type { LetterAnnotations } from './letter-annotations';

/**
 * Says what a person has written into a box that is closed by now. Where it
 * cannot be said the words are not gone: they are shown with the reason, to
 * try again or to copy them. `act` is made for each attempt, as the letter may
 * change meanwhile; `undefined`: nobody can tell any more which passage is
 * meant. Gives the id of what was said.
 */
export async function sayWords(annotations: LetterAnnotations, document: vscode.TextDocument, words: string, act: () => AnnotationAct | undefined): Promise<string | undefined> {
  for (;;) {
    const made = act();
    const outcome = made === undefined ? { refused: vscode.l10n.t('The letter has changed meanwhile, and which words you mean is no longer certain.') } : await annotations.attempt(document, made);
    if ('id' in outcome) return outcome.id ?? undefined;
    const again = vscode.l10n.t('Try Again');
    const copy = vscode.l10n.t('Copy the Words');
    const buttons = made === undefined ? [copy] : [again, copy];
    const answer = await vscode.window.showWarningMessage(outcome.refused, { modal: true, detail: words }, ...buttons);
    if (answer === copy) await vscode.env.clipboard.writeText(words);
    if (answer !== again) return undefined;
  }
}
