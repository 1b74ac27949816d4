import * as vscode from 'vscode';
import type { CommentThreads, RemarkComment } from './comment-threads';
import type { LetterAnnotations } from './letter-annotations';
import { letterRange } from './ranges';

/** What the buttons of comment threads do. The editor gives each what it was pressed on; anything else does nothing. */
export class CommentActs {
  constructor(
    private readonly annotations: LetterAnnotations,
    private readonly threads: CommentThreads,
  ) {}

  /** Begins a thread, or answers in one. */
  async reply(given: unknown): Promise<void> {
    if (!isReply(given) || given.text.trim() === '') return;
    const { thread, text } = given;
    const subject = this.threads.subjectOf(thread);
    if (subject !== undefined) {
      await this.annotations.act(subject.document, { kind: 'reply', to: subject.id, comment: text.trim() });
      return;
    }
    const document = this.annotations.letters.find(({ uri }) => uri.toString() === thread.uri.toString());
    if (document === undefined) return;
    const range = wordsIn(document, thread.range);
    const id = range && (await this.annotations.act(document, { kind: 'add', range: letterRange(range), labels: [], comment: text.trim() }));
    // The same words stay in the box where nothing was done.
    if (id === undefined) return;
    thread.dispose();
    const view = this.threads.viewsOf(document).get(id);
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
    if (isRemark(given)) show(given, { mode: vscode.CommentMode.Editing, body: given.remark.comment });
  }

  /** Leaves the box, and what was written in it. */
  cancel(given: unknown): void {
    if (isRemark(given)) show(given, { mode: vscode.CommentMode.Preview, body: given.remark.comment });
  }

  async save(given: unknown): Promise<void> {
    if (!isRemark(given)) return;
    const { document, remark, body } = given;
    const comment = (typeof body === 'string' ? body : body.value).trim();
    const id = await this.annotations.act(document, { kind: 'change', id: remark.id, labels: remark.labels, comment });
    if (id === undefined) return;
    const words = this.annotations.annotationsOf(document)?.threads.flatMap(({ remarks }) => remarks).find((now) => now.id === remark.id)?.comment;
    show(given, { mode: vscode.CommentMode.Preview, body: words ?? comment });
  }

  async remove(given: unknown): Promise<void> {
    if (isRemark(given)) await this.annotations.act(given.document, { kind: 'remove', id: given.remark.id });
  }

  private async review(given: unknown, verdict: 'resolved' | 'reopened'): Promise<void> {
    const view = isReply(given) ? given.thread : given;
    const subject = typeof view === 'object' && view !== null ? this.threads.subjectOf(view as vscode.CommentThread) : undefined;
    if (subject === undefined) return;
    const comment = isReply(given) ? given.text.trim() : '';
    await this.annotations.act(subject.document, { kind: 'review', subject: subject.id, verdict, ...(comment === '' ? {} : { comment }) });
  }
}

/** The comments of a thread with one of them shown in another way: the editor looks at the list alone. */
function show({ thread, remark }: RemarkComment, change: Partial<vscode.Comment>): void {
  thread.comments = thread.comments.map((comment) => ((comment as RemarkComment).remark.id === remark.id ? { ...comment, ...change } : comment));
}

/** The plus sign means a line; where nothing is selected, its words. */
function wordsIn(document: vscode.TextDocument, range: vscode.Range | undefined): vscode.Range | undefined {
  if (range === undefined || !range.isEmpty) return range;
  const { firstNonWhitespaceCharacterIndex: first, text, isEmptyOrWhitespace } = document.lineAt(range.start.line);
  if (isEmptyOrWhitespace) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select the words that you mean, or put the cursor into a sentence.'));
    return undefined;
  }
  return new vscode.Range(range.start.line, first, range.start.line, text.trimEnd().length);
}

function isReply(given: unknown): given is vscode.CommentReply {
  return typeof given === 'object' && given !== null && 'thread' in given && 'text' in given && typeof given.text === 'string';
}

function isRemark(given: unknown): given is RemarkComment {
  return typeof given === 'object' && given !== null && 'remark' in given && 'thread' in given && 'document' in given;
}
