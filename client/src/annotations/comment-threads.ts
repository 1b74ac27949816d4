import * as vscode from 'vscode';
import type { AnnotationRemark, AnnotationThread } from '../../../server/src/lsp/annotation-requests';
import { placeText, saidIn, stateText, verdictText } from './annotation-hover';
import { commentingRanges } from './commenting-ranges';
import type { Labels } from './labels';
import type { LetterAnnotations } from './letter-annotations';
import { knownPerson } from './person';
import { editorRange } from './ranges';

/** A remark as the editor shows it; commands on a comment are given it. */
export interface RemarkComment extends vscode.Comment {
  readonly remark: AnnotationRemark;
  readonly document: vscode.TextDocument;
  readonly thread: vscode.CommentThread;
}

interface Shown {
  readonly view: vscode.CommentThread;
  /** What it was made of, to leave alone what is the same. */
  made: string;
}

/** Shows what people have written about a letter beside its lines; labels alone are drawn and stand in no thread. */
export class CommentThreads implements vscode.Disposable {
  private readonly controller = vscode.comments.createCommentController('imrLetters', vscode.l10n.t('IMR Letters'));
  private readonly shown = new Map<string, Map<string, Shown>>();
  private readonly subjects = new WeakMap<vscode.CommentThread, { readonly document: vscode.TextDocument; readonly id: string }>();
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly annotations: LetterAnnotations,
    private readonly labels: Labels,
  ) {
    this.controller.options = { prompt: vscode.l10n.t('Answer…'), placeHolder: vscode.l10n.t('Write a comment') };
    this.subscriptions = [
      this.controller,
      annotations.onDidChange((document) => this.show(document)),
      annotations.onDidClose((letter) => this.clear(letter.toString())),
      labels.onDidChange(() => annotations.letters.forEach((document) => this.show(document))),
      commentingRanges(this.controller, annotations),
    ];
    annotations.letters.forEach((document) => this.show(document));
  }

  dispose(): void {
    for (const letter of [...this.shown.keys()]) this.clear(letter);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** The annotations' thread behind one of the editor's; `undefined` for one that a person has just begun. */
  subjectOf(view: vscode.CommentThread): { readonly document: vscode.TextDocument; readonly id: string } | undefined {
    return this.subjects.get(view);
  }

  /** The editor's threads of a letter, by the ids of what they show. */
  viewsOf(document: vscode.TextDocument): ReadonlyMap<string, vscode.CommentThread> {
    return new Map([...(this.shown.get(document.uri.toString()) ?? [])].map(([id, { view }]) => [id, view]));
  }

  private show(document: vscode.TextDocument): void {
    const answer = this.annotations.annotationsOf(document);
    if (answer === undefined) return;
    const key = document.uri.toString();
    const before = this.shown.get(key) ?? new Map<string, Shown>();
    const now = new Map<string, Shown>();
    for (const thread of answer.threads) {
      if (thread.remarks.every(({ comment }) => comment === '')) continue;
      const range = 'range' in thread.place ? editorRange(thread.place.range) : undefined;
      // What loses its place while it is shown stays where it was: a paragraph that is cut may be put in again, and somebody may be writing an answer.
      const shown = before.get(thread.id) ?? (range && { view: this.controller.createCommentThread(document.uri, range, []), made: '' });
      if (shown === undefined) continue;
      before.delete(thread.id);
      now.set(thread.id, shown);
      if (range !== undefined && !shown.view.range.isEqual(range)) shown.view.range = range;
      this.fill(shown, thread, document);
    }
    for (const { view } of before.values()) view.dispose();
    this.shown.set(key, now);
  }

  private fill(shown: Shown, thread: AnnotationThread, document: vscode.TextDocument): void {
    const { view } = shown;
    const person = knownPerson(document.uri);
    const label = this.labelOf(thread, document);
    const made = JSON.stringify([label, thread.remarks, thread.state, person]);
    if (made === shown.made) return;
    // A new thread opens closed; one that is there stays as the person has it.
    if (shown.made === '') view.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    shown.made = made;
    this.subjects.set(view, { document, id: thread.id });
    view.label = label;
    view.canReply = true;
    view.state = thread.state === 'open' ? vscode.CommentThreadState.Unresolved : vscode.CommentThreadState.Resolved;
    view.contextValue = thread.state === 'open' ? 'open' : 'settled';
    const editing = new Map(view.comments.filter(({ mode }) => mode === vscode.CommentMode.Editing).map((comment) => [(comment as RemarkComment).remark.id, comment]));
    // Labels without a word stand in the thread's label already.
    const remarks = thread.remarks.filter((remark, index) => saidIn(remark) !== '' || index === 0);
    view.comments = remarks.map((remark) => editing.get(remark.id) ?? commentOf(remark, document, view, person, label));
  }

  private labelOf({ labels: ids, place, request, ...thread }: AnnotationThread, { uri }: vscode.TextDocument): string {
    const parts = [
      ids.map((id) => this.labels.label(uri, id).name).join(', ') || vscode.l10n.t('Comment'),
      placeText({ place }),
      stateText({ labels: ids, place, request, ...thread }),
    ];
    return parts.filter((part) => part !== '').join(' · ');
  }

  private clear(letter: string): void {
    for (const { view } of this.shown.get(letter)?.values() ?? []) view.dispose();
    this.shown.delete(letter);
  }
}

function commentOf(remark: AnnotationRemark, document: vscode.TextDocument, thread: vscode.CommentThread, person: string, label: string): RemarkComment {
  const time = new Date(remark.modified);
  return {
    // A text, not Markdown: what people write is shown as they wrote it.
    body: saidIn(remark) || label,
    mode: vscode.CommentMode.Preview,
    author: { name: remark.person },
    contextValue: remark.person === person ? 'own' : 'other',
    ...(remark.verdict === null ? {} : { label: verdictText(remark.verdict) }),
    ...(Number.isNaN(time.getTime()) ? {} : { timestamp: time }),
    remark,
    document,
    thread,
  };
}
