import * as vscode from 'vscode';
import type { AnnotationThread, ProposalKind } from '../../../server/src/lsp/annotation-requests';
import { placeText, saidIn, stateText } from './annotation-hover';
import { answerItem, type AnswerNode } from './answers-left';
import { labelIcon } from './label-colour';
import type { Labels } from './labels';
import { shortened } from './passage';
import { editorRange } from './ranges';

export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly name: string;
  /** Those whose place is lost. */
  readonly isLost: boolean;
  readonly nodes: readonly (ThreadNode | AnswerNode)[];
}

export interface ThreadNode {
  readonly kind: 'thread';
  readonly id: string;
  readonly uri: vscode.Uri;
  readonly thread: AnnotationThread;
  /** The person at this machine began it. */
  readonly isOwn: boolean;
  readonly group: GroupNode;
}

export type Node = GroupNode | ThreadNode | AnswerNode;

/** Characters of a quote: the view is narrow, and its tooltip has all of them. */
const LONGEST_QUOTE = 32;

/** Groups of one letter, as they follow each other. */
const SUMMARY = -2;
const OTHER = Number.MAX_SAFE_INTEGER;

/**
 * The threads of a document by the part of the letter they stand in: the
 * summary, the disputed items, other parts, letter by letter; those that have
 * lost their place come last. Threads keep their order.
 */
export function nodesOf(uri: vscode.Uri, threads: readonly AnnotationThread[], person: string): readonly GroupNode[] {
  const parts = new Map<string, { readonly order: readonly [number, number]; readonly name: string; readonly threads: AnnotationThread[] }>();
  const severalLetters = threads.some(({ letter }) => letter > 0);
  const lost = threads.filter(hasNoPlace);
  for (const thread of threads.filter((one) => !hasNoPlace(one))) {
    const order = [thread.letter, thread.item ?? (thread.field === 'summary' ? SUMMARY : OTHER)] as const;
    const name = severalLetters ? vscode.l10n.t('Letter {0}: {1}', thread.letter + 1, partName(thread)) : partName(thread);
    const part = parts.get(order.join()) ?? { order, name, threads: [] };
    parts.set(order.join(), part);
    part.threads.push(thread);
  }
  const ordered = [...parts.values()].sort((one, other) => one.order[0] - other.order[0] || one.order[1] - other.order[1]);
  const groups = ordered.map((part) => group(uri, part.order.join('.'), part.name, part.threads, false, person));
  return lost.length === 0 ? groups : [...groups, group(uri, 'lost', vscode.l10n.t('Place lost'), lost, true, person)];
}

/** What the tree shows of a node, and what a screen reader says of it. */
export function treeItem(node: Node, labels: Labels): vscode.TreeItem {
  if (node.kind === 'answer') return answerItem(node);
  return node.kind === 'group' ? groupItem(node) : threadItem(node, labels);
}

/** What a thread is: its labels' names, a comment, or what kind of proposal it judges. */
export function threadName({ labels: ids, proposal }: AnnotationThread, uri: vscode.Uri, labels: Labels): string {
  if (proposal !== null) return proposalName(proposal);
  return ids.map((id) => labels.label(uri, id).name).join(', ') || vscode.l10n.t('Comment');
}

/** A kind of proposal in words. */
export function proposalName(kind: ProposalKind): string {
  switch (kind) {
    case 'decision':
      return vscode.l10n.t('Decision');
    case 'field':
      return vscode.l10n.t('Field');
    case 'citation':
      return vscode.l10n.t('Citation');
    case 'finding':
      return vscode.l10n.t('Finding');
  }
}

export function hasNoPlace({ place }: AnnotationThread): boolean {
  return !('range' in place);
}

function group(uri: vscode.Uri, part: string, name: string, threads: readonly AnnotationThread[], isLost: boolean, person: string): GroupNode {
  const nodes: ThreadNode[] = [];
  const made: GroupNode = { kind: 'group', id: `${uri.toString()}#${part}`, name, isLost, nodes };
  nodes.push(...threads.map((thread): ThreadNode => ({ kind: 'thread', id: `${uri.toString()}#${thread.id}`, uri, thread, isOwn: isOwn(thread, person), group: made })));
  return made;
}

/** Of a thread about a proposal, people have begun nothing. */
function isOwn({ proposal, remarks }: AnnotationThread, person: string): boolean {
  return person !== '' && proposal === null && remarks[0]?.person === person;
}

function partName({ item, request, field }: AnnotationThread): string {
  if (item !== null) return request || vscode.l10n.t('Disputed item {0}', item + 1);
  return field === 'summary' ? vscode.l10n.t('Clinical case summary') : vscode.l10n.t('Other parts');
}

function groupItem({ id, name, isLost, nodes }: GroupNode): vscode.TreeItem {
  const count = nodes.length === 1 ? vscode.l10n.t('1 annotation') : vscode.l10n.t('{0} annotations', nodes.length);
  return Object.assign(new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded), {
    id,
    description: String(nodes.length),
    contextValue: isLost ? 'lostGroup' : 'group',
    tooltip: isLost ? vscode.l10n.t('What these were made on is no longer found for certain. Choose one to give it its place again.') : `${name}\n${count}`,
    accessibilityInformation: { label: vscode.l10n.t('{0}, {1}', name, count) },
    ...(isLost ? { iconPath: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')) } : {}),
  });
}

function threadItem(node: ThreadNode, labels: Labels): vscode.TreeItem {
  const { id, uri, thread, isOwn: own } = node;
  const name = threadName(thread, uri, labels);
  const quote = vscode.l10n.t('“{0}”', shortened(thread.quote, LONGEST_QUOTE));
  const words = shortened(wordsOf(thread));
  const person = thread.remarks[0]?.person ?? '';
  const state = [stateText(thread) || vscode.l10n.t('open'), placeText(thread)].filter((part) => part !== '').join(', ');
  const details = [words, person, state].filter((part) => part !== '');
  const lost = hasNoPlace(thread);
  return Object.assign(new vscode.TreeItem(vscode.l10n.t('{0}: {1}', name, quote), vscode.TreeItemCollapsibleState.None), {
    id,
    description: details.join(' · '),
    iconPath: iconOf(node, labels),
    tooltip: [vscode.l10n.t('{0}: {1}', name, vscode.l10n.t('“{0}”', thread.quote)), state, ...thread.remarks.map((remark) => vscode.l10n.t('{0}: {1}', remark.person, saidIn(remark) || name))].join('\n'),
    accessibilityInformation: { label: [vscode.l10n.t('{0}: {1}', name, quote), ...details].join(', ') },
    contextValue: ['annotation', thread.state === 'open' ? 'open' : 'settled', ...(own ? ['own'] : []), ...(lost ? ['lost'] : [])].join(' '),
    command: lost
      ? { command: 'imrLetters.findPlace', title: vscode.l10n.t('Find Its Place'), arguments: [node] }
      : { command: 'vscode.open', title: vscode.l10n.t('Go to Annotation'), arguments: [uri, { selection: rangeOf(thread) } satisfies vscode.TextDocumentShowOptions] },
  });
}

/** The first words that somebody said beside labels and verdicts. */
function wordsOf({ remarks }: AnnotationThread): string {
  const said = remarks.find(({ comment, correction }) => comment !== '' || correction !== null);
  return (said?.comment || said?.correction || '').replace(/\s+/g, ' ');
}

function rangeOf({ place }: AnnotationThread): vscode.Range | undefined {
  return 'range' in place ? editorRange(place.range) : undefined;
}

/** A label's colour; a shape of its own for what is no label, so that colour is not needed to tell them apart. */
function iconOf({ uri, thread }: ThreadNode, labels: Labels): ReturnType<typeof labelIcon> {
  if (thread.proposal !== null) return thread.state === 'rejected' ? new vscode.ThemeIcon('error') : thread.state === 'open' ? new vscode.ThemeIcon('comment') : new vscode.ThemeIcon('pass');
  const [first] = thread.labels;
  return first === undefined ? new vscode.ThemeIcon('comment') : labelIcon(labels.label(uri, first).colour);
}
