import * as vscode from 'vscode';
import type { AnnotationRemark, AnnotationThread } from '../../../server/src/lsp/annotation-requests';
import { LANGUAGE } from '../language';
import type { Labels } from './labels';
import type { LetterAnnotations } from './letter-annotations';
import { threadsAt } from './threads-at';

/** Tells who has said what about the words under the pointer, or at the cursor. */
export function annotationHover(annotations: LetterAnnotations, labels: Labels): vscode.Disposable {
  return vscode.languages.registerHoverProvider(LANGUAGE, {
    provideHover(document, position) {
      const threads = threadsAt(annotations, document, position);
      return threads.length === 0 ? undefined : new vscode.Hover(threads.map(({ thread }) => textOf(document, thread, labels)), threads[0]!.range);
    },
  });
}

function textOf({ uri }: vscode.TextDocument, thread: AnnotationThread, labels: Labels): vscode.MarkdownString {
  const names = thread.labels.map((id) => labels.label(uri, id).name).join(', ') || vscode.l10n.t('Comment');
  const notes = [stateText(thread), placeText(thread)].filter((note) => note !== '');
  const remarks = thread.remarks.map((remark) => {
    const said = saidIn(remark);
    const who = vscode.l10n.t('{0}, {1}', remark.person, dayOf(remark.modified));
    return escaped(said === '' ? who : vscode.l10n.t('{0}: {1}', who, said));
  });
  const guidelines = thread.labels.map((id) => labels.label(uri, id).guideline).filter((guideline) => guideline !== '');
  return new vscode.MarkdownString([[`**${escaped(names)}**`, ...notes.map(escaped)].join(' · '), ...remarks, ...guidelines.map((guideline) => `*${escaped(guideline)}*`)].join('\n\n'));
}

/** Words as Markdown that shows them as they are. The editor's own way makes every blank one at which no line breaks. */
function escaped(words: string): string {
  return words
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_{}[\]()#+\-.!|<>~:/$@]/g, '\\$&')
    .replace(/^[ \t]+/gm, '')
    .replace(/\r?\n/g, '\n\n');
}

/** A thread's state in words; empty while it is open. */
export function stateText({ state, by }: AnnotationThread): string {
  if (state === 'open') return '';
  const who = by ?? '';
  if (state === 'accepted') return vscode.l10n.t('accepted by {0}', who);
  return state === 'rejected' ? vscode.l10n.t('rejected by {0}', who) : vscode.l10n.t('resolved by {0}', who);
}

/** What became of the words of a thread; empty while they stand there as they were. */
export function placeText({ place }: Pick<AnnotationThread, 'place'>): string {
  switch (place.state) {
    case 'intact':
      return '';
    case 'changed':
      return vscode.l10n.t('the words have changed since');
    case 'ambiguous':
      return vscode.l10n.t('several places fit');
    case 'orphaned':
      return vscode.l10n.t('the words are gone');
  }
}

/** What a remark says in words: its verdict, its comment, its correction; empty for labels alone. */
export function saidIn({ verdict, comment, correction }: AnnotationRemark): string {
  const parts = [verdict === null ? '' : verdictText(verdict), comment, correction === null ? '' : vscode.l10n.t('It should say: “{0}”', correction)];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A verdict as a person says it. */
export function verdictText(verdict: NonNullable<AnnotationRemark['verdict']>): string {
  switch (verdict) {
    case 'accepted':
      return vscode.l10n.t('Accepted');
    case 'rejected':
      return vscode.l10n.t('Rejected');
    case 'resolved':
      return vscode.l10n.t('Resolved');
    case 'reopened':
      return vscode.l10n.t('Reopened');
  }
}

function dayOf(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : date.toLocaleDateString(vscode.env.language, { dateStyle: 'medium' });
}
