import * as vscode from 'vscode';
import type { AnnotationAct } from '../../../server/src/lsp/annotation-requests';
import type { CommentThreads, RemarkComment } from './comment-threads';
import type { LetterAnnotations } from './letter-annotations';
import { letterRange } from './ranges';
import type { SelectedWords } from './selected-words';

/** What the buttons of comment threads do. The editor gives each what it was pressed on; anything else does nothing. */
export class CommentActs {
  constructor(
    private readonly annotations: LetterAnnotations,
    private readonly threads: CommentThreads,
    private readonly selected: SelectedWords,
  ) {}

  /** Begins a thread, or answers in one. Rejects where that could not be done: the editor empties the box after anything else. */
  async reply(given: unknown): Promise<void> {
    if (!isReply(given) || given.text.trim() === '') return;
    const { thread, text } = given;
    const subject = this.threads.subjectOf(thread);
    if (subject !== undefined) {
      await this.said(subject.document, { kind: 'reply', to: subject.id, comment: text.trim() });
      return;
    }
    const document = this.annotations.letters.find(({ uri }) => uri.toString() === thread.uri.toString());
    if (document === undefined) throw told(vscode.l10n.t('This document is no letter that can be annotated.'));
    const id = await this.said(document, { kind: 'add', range: letterRange(this.wordsMeant(document, thread.range)), labels: [], comment: text.trim() });
    thread.dispose();
    const view = id === null ? undefined : this.threads.viewsOf(document).get(id);
    if (view !== undefined) view.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  }

  resolve(given: unknown): Promise<void> {
    return this.review(given, 'resolved');
  }

  reopen(given: unknown): Promise<void> {
    return this.review(given, 'reopened');
  }

  /** Shows a comment of one's own as a box to write in. */
  edit(given: unknown): void {
    if (isRemark(given)) show(given, { mode: vscode.CommentMode.Editing, body: this.commentNow(given) });
  }

  /** Leaves the box, and what was written in it. */
  cancel(given: unknown): void {
    if (isRemark(given)) show(given, { mode: vscode.CommentMode.Preview, body: this.commentNow(given) });
  }

  async save(given: unknown): Promise<void> {
    if (!isRemark(given)) return;
    const { document, remark, body } = given;
    const comment = (typeof body === 'string' ? body : body.value).trim();
    const outcome = await this.annotations.attempt(document, { kind: 'change', id: remark.id, comment });
    if ('refused' in outcome) {
      // The editor has closed the box already; the words go into a new one.
      show(given, { mode: vscode.CommentMode.Editing, body: comment });
      told(outcome.refused);
      return;
    }
    show(given, { mode: vscode.CommentMode.Preview, body: this.commentNow(given) });
  }

  async remove(given: unknown): Promise<void> {
    if (isRemark(given)) await this.annotations.act(given.document, { kind: 'remove', id: given.remark.id });
  }

  /** It may have been changed elsewhere while its box was open. */
  private commentNow({ document, remark }: RemarkComment): string {
    const threads = this.annotations.annotationsOf(document)?.threads ?? [];
    return threads.flatMap(({ remarks }) => remarks).find(({ id }) => id === remark.id)?.comment ?? remark.comment;
  }

  private async review(given: unknown, verdict: 'resolved' | 'reopened'): Promise<void> {
    const view = isReply(given) ? given.thread : given;
    const subject = typeof view === 'object' && view !== null ? this.threads.subjectOf(view as vscode.CommentThread) : undefined;
    if (subject === undefined) return;
    const comment = isReply(given) ? given.text.trim() : '';
    const act = { kind: 'review', subject: subject.id, verdict } as const;
    if (comment === '') await this.annotations.act(subject.document, act);
    else await this.said(subject.document, { ...act, comment });
  }

  /** The plus sign means the words that are selected, or else those of its line. Throws where there are none, or where they are no longer certain. */
  private wordsMeant(document: vscode.TextDocument, begun: vscode.Range | undefined): vscode.Range {
    if (begun?.isEmpty === false) {
      const range = this.selected.rangeNow(document, begun);
      if (range === undefined) throw told(vscode.l10n.t('The letter has changed meanwhile, and which words you mean is no longer certain.'));
      return range;
    }
    const line = begun && document.lineAt(begun.start.line);
    if (line === undefined || line.isEmptyOrWhitespace) throw told(vscode.l10n.t('Select the words that you mean, or put the cursor into a sentence.'));
    return new vscode.Range(line.lineNumber, line.firstNonWhitespaceCharacterIndex, line.lineNumber, line.text.trimEnd().length);
  }

  private async said(document: vscode.TextDocument, act: AnnotationAct): Promise<string | null> {
    const outcome = await this.annotations.attempt(document, act);
    if ('refused' in outcome) throw told(outcome.refused);
    return outcome.id;
  }
}

/** Says why nothing was done. The editor logs what a button of its boxes throws, and shows nothing of it. */
function told(reason: string): Error {
  void vscode.window.showWarningMessage(reason);
  return new Error(reason);
}

/** The comments of a thread with one of them shown in another way: the editor looks at the list alone. */
function show({ thread, remark }: RemarkComment, change: Partial<vscode.Comment>): void {
  thread.comments = thread.comments.map((comment) => ((comment as RemarkComment).remark.id === remark.id ? { ...comment, ...change } : comment));
}

function isReply(given: unknown): given is vscode.CommentReply {
  return typeof given === 'object' && given !== null && 'thread' in given && 'text' in given && typeof given.text === 'string';
}

function isRemark(given: unknown): given is RemarkComment {
  return typeof given === 'object' && given !== null && 'remark' in given && 'thread' in given && 'document' in given;
}
