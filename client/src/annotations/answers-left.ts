import * as vscode from 'vscode';
import type { AnnotationRemark } from '../../../server/src/lsp/annotation-requests';
import { saidIn } from './annotation-hover';
import type { GroupNode } from './annotations-tree';
import { shortened } from './passage';

/** An answer or a verdict whose subject was removed: it has no place, and its words are still there. */
export interface AnswerNode {
  readonly kind: 'answer';
  readonly id: string;
  readonly remark: AnnotationRemark;
  /** The person at this machine gave it. */
  readonly isOwn: boolean;
  readonly group: GroupNode;
}

/** What was answered to things that are gone, as the last group of a letter; none where there is nothing of the kind. */
export function answersLeft(uri: vscode.Uri, remarks: readonly AnnotationRemark[], person: string): readonly GroupNode[] {
  if (remarks.length === 0) return [];
  const nodes: AnswerNode[] = [];
  const group: GroupNode = { kind: 'group', id: `${uri.toString()}#left`, name: vscode.l10n.t('Answers to something removed'), isLost: false, nodes };
  nodes.push(...remarks.map((remark): AnswerNode => ({ kind: 'answer', id: `${uri.toString()}#${remark.id}`, remark, isOwn: person !== '' && remark.person === person, group })));
  return [group];
}

/** What the tree shows of such an answer, and what a screen reader says of it. */
export function answerItem({ id, remark, isOwn }: AnswerNode): vscode.TreeItem {
  const words = saidIn(remark).replace(/\s+/g, ' ');
  return Object.assign(new vscode.TreeItem(shortened(words), vscode.TreeItemCollapsibleState.None), {
    id,
    description: remark.person,
    iconPath: new vscode.ThemeIcon('comment'),
    tooltip: vscode.l10n.t('{0}: {1}', remark.person, saidIn(remark)),
    accessibilityInformation: { label: [words, remark.person].join(', ') },
    contextValue: isOwn ? 'answer own' : 'answer',
  });
}
