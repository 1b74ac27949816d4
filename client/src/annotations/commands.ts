import * as vscode from 'vscode';
import type { AnnotationAct } from '../../../server/src/lsp/annotation-requests';
import type { LanguageServer } from '../language-server';
import type { Bases } from './bases';
import { CommentActs } from './comment-acts';
import type { CommentThreads } from './comment-threads';
import { toggleAnnotations } from './decorations';
import { goToAnnotation } from './go-to-annotation';
import { commentPassage, labelPassage } from './labelling';
import type { Labels } from './labels';
import type { LetterAnnotations } from './letter-annotations';
import { SelectedWords } from './selected-words';

/** What the commands on annotations work with. */
export interface Parts {
  readonly server: LanguageServer;
  readonly annotations: LetterAnnotations;
  readonly labels: Labels;
  readonly bases: Bases;
  readonly threads: CommentThreads;
}

/** The commands of the manifest that are about annotations; what is not needed with every letter is loaded when it is asked for. */
export function registerAnnotationCommands({ server, annotations, labels, bases, threads }: Parts): vscode.Disposable {
  const selected = new SelectedWords();
  const acts = new CommentActs(annotations, threads, selected);
  return vscode.Disposable.from(
    selected,
    vscode.commands.registerCommand('imrLetters.label', (id?: unknown) => labelPassage(annotations, labels, id)),
    vscode.commands.registerCommand('imrLetters.comment', (words?: unknown) => commentPassage(annotations, words)),
    vscode.commands.registerCommand('imrLetters.changeAnnotation', async () => (await import('./on-command')).changeAnnotation(annotations, labels)),
    vscode.commands.registerCommand('imrLetters.removeAnnotation', async () => (await import('./on-command')).removeAnnotation(annotations, labels)),
    vscode.commands.registerCommand('imrLetters.undoAnnotation', () => undo(annotations)),
    vscode.commands.registerCommand('imrLetters.nextAnnotation', () => goToAnnotation(annotations, labels, 'next')),
    vscode.commands.registerCommand('imrLetters.previousAnnotation', () => goToAnnotation(annotations, labels, 'previous')),
    vscode.commands.registerCommand('imrLetters.showLegend', async () => (await import('./on-command')).showLegend(annotations, labels)),
    vscode.commands.registerCommand('imrLetters.toggleAnnotations', () => toggleAnnotations()),
    vscode.commands.registerCommand('imrLetters.createLabels', async () => (await import('./on-command')).createLabels(server)),
    vscode.commands.registerCommand('imrLetters.keepBothSides', async () => (await import('./on-command')).keepBothSides(server, annotations)),
    // The buttons of comment threads.
    vscode.commands.registerCommand('imrLetters.createThread', (reply?: unknown) => acts.reply(reply)),
    vscode.commands.registerCommand('imrLetters.replyInThread', (reply?: unknown) => acts.reply(reply)),
    vscode.commands.registerCommand('imrLetters.resolveThread', (thread?: unknown) => acts.resolve(thread)),
    vscode.commands.registerCommand('imrLetters.reopenThread', (thread?: unknown) => acts.reopen(thread)),
    vscode.commands.registerCommand('imrLetters.editComment', (comment?: unknown) => acts.edit(comment)),
    vscode.commands.registerCommand('imrLetters.saveComment', (comment?: unknown) => acts.save(comment)),
    vscode.commands.registerCommand('imrLetters.cancelComment', (comment?: unknown) => acts.cancel(comment)),
    vscode.commands.registerCommand('imrLetters.removeComment', (comment?: unknown) => acts.remove(comment)),
    // The fix of the rules on privacy.
    vscode.commands.registerCommand('imrLetters.maskKept', async (letter?: unknown, words?: unknown, mask?: unknown) => (await import('./on-command')).maskKept({ server, annotations, bases }, letter, words, mask)),
  );
}

async function undo(annotations: LetterAnnotations): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const kind = editor && (await annotations.undo(editor.document));
  if (kind !== undefined) vscode.window.setStatusBarMessage(vscode.l10n.t('Undone: {0}', undoneText(kind)), 5000);
}

function undoneText(kind: AnnotationAct['kind']): string {
  switch (kind) {
    case 'add':
      return vscode.l10n.t('a label or comment that you made');
    case 'reply':
      return vscode.l10n.t('an answer');
    case 'review':
      return vscode.l10n.t('a verdict (accepted, rejected, resolved or reopened)');
    case 'change':
      return vscode.l10n.t('a change of labels or of a comment');
    case 'remove':
      return vscode.l10n.t('a removal');
    case 'reattach':
      return vscode.l10n.t('a new place of an annotation');
  }
}
