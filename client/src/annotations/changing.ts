import * as vscode from 'vscode';
import type { AnnotationAct, AnnotationRemark, AnnotationThread } from '../../../server/src/lsp/annotation-requests';
import { sayWords } from './kept-words';
import { lineOf, type LabelLine } from './labelling';
import type { Labels } from './labels';
import type { LetterAnnotations } from './letter-annotations';
import { shortened } from './passage';
import { knownPerson } from './person';
import { threadsAt } from './threads-at';

/** Milliseconds that the status bar says what was done. */
const SHOWN = 4000;

interface Choice extends vscode.QuickPickItem {
  readonly make: () => Promise<AnnotationAct | undefined>;
}

/** Takes one's own annotation at the cursor away. What others have said to it stays with them. */
export async function removeAnnotation(annotations: LetterAnnotations, labels: Labels): Promise<void> {
  const found = await threadAtCursor(annotations, labels, isOwn);
  if (found === undefined) return;
  const removed = await annotations.act(found.document, { kind: 'remove', id: found.thread.id });
  if (removed !== undefined) vscode.window.setStatusBarMessage(vscode.l10n.t('The annotation is gone. “IMR: Undo the Last Annotation” brings it back.'), SHOWN);
}

/** Asks what shall become of the annotation at the cursor: one's own may be changed, everybody's be answered and judged. */
export async function changeAnnotation(annotations: LetterAnnotations, labels: Labels): Promise<void> {
  const found = await threadAtCursor(annotations, labels, () => true);
  if (found === undefined) return;
  const { document, thread } = found;
  if (!(await annotations.canAnnotate(document))) return;
  const chosen = await vscode.window.showQuickPick(choicesFor(document, thread, labels), { title: titleOf(thread, document, labels), placeHolder: vscode.l10n.t('What shall become of this annotation?') });
  const act = await chosen?.make();
  if (act === undefined) return;
  const words = 'comment' in act ? (act.comment ?? '') : '';
  await (words === '' ? annotations.act(document, act) : sayWords(annotations, document, words, () => act));
}

function choicesFor(document: vscode.TextDocument, thread: AnnotationThread, labels: Labels): Choice[] {
  const { id, state } = thread;
  const first = thread.remarks[0];
  const review = (verdict: 'accepted' | 'rejected' | 'resolved' | 'reopened'): Choice['make'] => async () => ({ kind: 'review', subject: id, verdict });
  const own: Choice[] = first !== undefined && isOwn(thread, document) ? [
    { label: vscode.l10n.t('Change the labels…'), make: () => otherLabels(document, first, labels) },
    { label: vscode.l10n.t('Change the comment…'), make: () => otherComment(first) },
    { label: vscode.l10n.t('Remove'), make: async () => ({ kind: 'remove', id }) },
  ] : [];
  return [
    ...own,
    { label: vscode.l10n.t('Answer…'), make: () => answer(id) },
    ...(state === 'open'
      ? [
          { label: vscode.l10n.t('Resolve'), make: review('resolved') },
          { label: vscode.l10n.t('Accept'), make: review('accepted') },
          { label: vscode.l10n.t('Reject'), make: review('rejected') },
        ]
      : [{ label: vscode.l10n.t('Reopen'), make: review('reopened') }]),
  ];
}

async function otherLabels(document: vscode.TextDocument, { id, labels: before }: AnnotationRemark, labels: Labels): Promise<AnnotationAct | undefined> {
  const all = await labels.of(document.uri);
  const unknown = before.filter((label) => !all.some((known) => known.id === label)).map((label) => labels.label(document.uri, label));
  const lines: LabelLine[] = [...all, ...unknown].map((label) => ({ ...lineOf(label), picked: before.includes(label.id) }));
  const chosen = await vscode.window.showQuickPick(lines, { canPickMany: true, title: vscode.l10n.t('Labels of this annotation'), matchOnDetail: true });
  return chosen && { kind: 'change', id, labels: chosen.flatMap(({ labelInfo }) => labelInfo?.id ?? []) };
}

async function otherComment({ id, comment }: AnnotationRemark): Promise<AnnotationAct | undefined> {
  const words = await vscode.window.showInputBox({ title: vscode.l10n.t('Comment of this annotation'), value: comment, ignoreFocusOut: true });
  return words === undefined ? undefined : { kind: 'change', id, comment: words.trim() };
}

async function answer(to: string): Promise<AnnotationAct | undefined> {
  const words = await vscode.window.showInputBox({ title: vscode.l10n.t('Answer'), ignoreFocusOut: true });
  return words === undefined || words.trim() === '' ? undefined : { kind: 'reply', to, comment: words.trim() };
}

/** One thread at the cursor that fits; the person chooses where there are several, and is told where there is none. */
async function threadAtCursor(annotations: LetterAnnotations, labels: Labels, fits: (thread: AnnotationThread, document: vscode.TextDocument) => boolean): Promise<{ readonly document: vscode.TextDocument; readonly thread: AnnotationThread } | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document } = editor;
  const here = threadsAt(annotations, document, editor.selection.active);
  const threads = here.map(({ thread }) => thread).filter((thread) => fits(thread, document));
  if (threads.length === 0) void vscode.window.showInformationMessage(here.length === 0 ? vscode.l10n.t('There is no annotation at the cursor.') : vscode.l10n.t('The annotation at the cursor is not yours. Answer or review it instead.'));
  if (threads.length < 2) return threads[0] && { document, thread: threads[0] };
  const lines = threads.map((thread) => ({ label: titleOf(thread, document, labels), description: thread.remarks[0]?.person ?? '', detail: thread.remarks[0]?.comment ?? '', thread }));
  const chosen = await vscode.window.showQuickPick(lines, { title: vscode.l10n.t('Which annotation?') });
  return chosen && { document, thread: chosen.thread };
}

function titleOf({ labels: ids, quote }: AnnotationThread, { uri }: vscode.TextDocument, labels: Labels): string {
  const names = ids.map((id) => labels.label(uri, id).name).join(', ');
  const words = shortened(quote);
  return names === '' ? vscode.l10n.t('Comment on “{0}”', words) : vscode.l10n.t('{0}: “{1}”', names, words);
}

function isOwn({ remarks }: AnnotationThread, { uri }: vscode.TextDocument): boolean {
  return remarks[0]?.person === knownPerson(uri);
}
