import * as vscode from 'vscode';
import type { Item, ReadLetter } from './items';

export interface LetterNode {
  readonly kind: 'letter';
  readonly id: string;
  readonly name: string;
  readonly items: readonly ItemNode[];
}

export interface ItemNode {
  readonly kind: 'item';
  readonly id: string;
  readonly uri: vscode.Uri;
  readonly item: Item;
  readonly letter: LetterNode | undefined;
}

export type Node = LetterNode | ItemNode;

/** The items of a single letter stand at the top; several letters have a node each. */
export function nodesOf(uri: vscode.Uri, letters: readonly ReadLetter[]): readonly Node[] {
  const [only] = letters;
  const itemNodes = (read: ReadLetter, place: number, letter: LetterNode | undefined): ItemNode[] =>
    read.items.map((item, index) => ({ kind: 'item', id: `${uri.toString()}#${place}.${index}`, uri, item, letter }));
  if (only !== undefined && letters.length === 1) return itemNodes(only, 0, undefined);
  if (letters.every(({ items }) => items.length === 0)) return [];
  return letters.map((read, place) => {
    const items: ItemNode[] = [];
    const letter: LetterNode = { kind: 'letter', id: `${uri.toString()}#${place}`, name: read.name, items };
    items.push(...itemNodes(read, place, letter));
    return letter;
  });
}

/** The item around a position. */
export function itemAt(nodes: readonly Node[], position: vscode.Position): ItemNode | undefined {
  const items = nodes.flatMap((node) => (node.kind === 'letter' ? node.items : [node]));
  return items.find(({ item }) => item.whole.contains(position));
}

/** What the tree shows of a node, and what a screen reader says of it. */
export function treeItem(node: Node): vscode.TreeItem {
  return node.kind === 'letter' ? letterItem(node) : disputedItem(node);
}

function letterItem({ id, name, items }: LetterNode): vscode.TreeItem {
  const count = items.length === 1 ? vscode.l10n.t('1 item') : vscode.l10n.t('{0} items', items.length);
  return Object.assign(new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded), {
    id,
    description: count,
    iconPath: new vscode.ThemeIcon('mail'),
    accessibilityInformation: { label: vscode.l10n.t('Letter {0}, {1}', name, count) },
  });
}

function disputedItem({ id, uri, item }: ItemNode): vscode.TreeItem {
  const decision = decisionText(item.decision);
  const state = item.findings === 0 ? decision : vscode.l10n.t('{0}, {1}', decision, findingsText(item.findings));
  return Object.assign(new vscode.TreeItem(item.name, vscode.TreeItemCollapsibleState.None), {
    id,
    description: state,
    iconPath: icon(item.decision),
    tooltip: `${item.name}\n${state}`,
    accessibilityInformation: { label: vscode.l10n.t('Disputed item: {0}. {1}', item.name, state) },
    command: {
      command: 'vscode.open',
      title: vscode.l10n.t('Go to Item'),
      arguments: [uri, { selection: new vscode.Range(item.request.start, item.request.start) } satisfies vscode.TextDocumentShowOptions],
    },
  });
}

/** The denial stands or falls: two shapes, so that colour is not needed to tell them apart. */
function icon(decision: Item['decision']): vscode.ThemeIcon {
  if (decision === 'upheld') return new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('descriptionForeground'));
  if (decision === 'overturned') return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
  return new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground'));
}

function decisionText(decision: Item['decision']): string {
  if (decision === null) return vscode.l10n.t('No decision');
  return decision === 'upheld' ? vscode.l10n.t('Upheld') : vscode.l10n.t('Overturned');
}

function findingsText(findings: number): string {
  return findings === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', findings);
}
