import * as vscode from 'vscode';
import type { AnnotationThread } from '../../../server/src/lsp/annotation-requests';
import { LANGUAGE } from '../language';
import { askForFilter, filterFrom, filterText, fits, isEmpty, NO_FILTER, type AnnotationFilter } from './annotation-filter';
import { nodesOf, treeItem, type GroupNode, type Node } from './annotations-tree';
import { answersLeft } from './answers-left';
import { FindingPlaces } from './finding-places';
import type { Labels } from './labels';
import type { LetterAnnotations } from './letter-annotations';
import { knownPerson } from './person';

/** What the view's welcome text speaks of, in the context key `imrLetters.annotationsView`. */
type Content = 'noLetter' | 'notSaved' | 'none' | 'filtered' | 'some';

type Verdict = 'resolved' | 'reopened' | 'accepted' | 'rejected';

/** The tree of what people say about the letter at hand, by disputed item. */
export class AnnotationsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Node>;
  private readonly places: FindingPlaces;
  private readonly subscriptions: readonly vscode.Disposable[];
  private document: vscode.TextDocument | undefined;
  private nodes: readonly GroupNode[] = [];
  private filter: AnnotationFilter = NO_FILTER;

  constructor(
    private readonly annotations: LetterAnnotations,
    private readonly labels: Labels,
  ) {
    this.places = new FindingPlaces(annotations);
    this.view = vscode.window.createTreeView('imrLetters.annotations', { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [
      this.changed,
      this.view,
      this.places,
      annotations.onDidChange((document) => {
        if (document === this.document) this.fill();
      }),
      labels.onDidChange(() => this.fill()),
      vscode.window.onDidChangeActiveTextEditor(() => this.follow()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.follow()),
      // A change of language comes as a close and an open.
      vscode.workspace.onDidOpenTextDocument(() => this.follow()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('imrLetters.person')) this.fill();
      }),
      vscode.commands.registerCommand('imrLetters.filterAnnotations', (given?: unknown) => this.filterBy(given)),
      vscode.commands.registerCommand('imrLetters.clearAnnotationFilter', () => this.show(NO_FILTER)),
      vscode.commands.registerCommand('imrLetters.findPlace', (given?: unknown) => this.findPlace(given)),
      vscode.commands.registerCommand('imrLetters.resolveListed', (given?: unknown) => this.review(given, 'resolved')),
      vscode.commands.registerCommand('imrLetters.reopenListed', (given?: unknown) => this.review(given, 'reopened')),
      vscode.commands.registerCommand('imrLetters.acceptListed', (given?: unknown) => this.review(given, 'accepted')),
      vscode.commands.registerCommand('imrLetters.rejectListed', (given?: unknown) => this.review(given, 'rejected')),
      vscode.commands.registerCommand('imrLetters.removeListed', (given?: unknown) => this.remove(given)),
    ];
    this.follow();
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return treeItem(node, this.labels);
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return [...this.nodes];
    return node.kind === 'group' ? [...node.nodes] : [];
  }

  getParent(node: Node): GroupNode | undefined {
    return node.kind === 'group' ? undefined : node.group;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private follow(): void {
    const editor = vscode.window.activeTextEditor;
    // An output channel that was clicked into, and a comment that is being written, are editors too.
    if (editor !== undefined && editor.viewColumn === undefined) return;
    // A page beside the letter, such as a preview, is none.
    if (editor === undefined && vscode.window.visibleTextEditors.some(({ document }) => document === this.document)) return;
    const document = editor?.document.languageId === LANGUAGE ? editor.document : undefined;
    if (document === this.document && document !== undefined) return;
    this.document = document;
    this.fill();
  }

  private fill(): void {
    const { document } = this;
    const threads = this.threads();
    const shown = threads.filter((thread) => fits(this.filter, thread));
    // A filter is about what stands in the letter.
    const left = document !== undefined && isEmpty(this.filter) ? (this.annotations.annotationsOf(document)?.dangling ?? []) : [];
    const person = document === undefined ? '' : knownPerson(document.uri);
    this.nodes = document === undefined ? [] : [...nodesOf(document.uri, shown, person), ...answersLeft(document.uri, left, person)];
    this.changed.fire(undefined);
    this.view.description = filterText(this.filter, (label) => this.nameOf(label));
    const open = threads.filter(isOpenComment).length;
    this.view.badge = open === 0 ? undefined : { value: open, tooltip: open === 1 ? vscode.l10n.t('1 open comment') : vscode.l10n.t('{0} open comments', open) };
    void vscode.commands.executeCommand('setContext', 'imrLetters.annotationsView', this.contentOf(threads.length + left.length, shown.length + left.length));
    void vscode.commands.executeCommand('setContext', 'imrLetters.annotationsFiltered', !isEmpty(this.filter));
  }

  private contentOf(all: number, shown: number): Content {
    if (this.document === undefined) return 'noLetter';
    if (this.document.isUntitled) return 'notSaved';
    if (all === 0) return 'none';
    return shown === 0 ? 'filtered' : 'some';
  }

  private threads(): readonly AnnotationThread[] {
    return (this.document && this.annotations.annotationsOf(this.document)?.threads) ?? [];
  }

  private nameOf(label: string): string {
    return this.document === undefined ? label : this.labels.label(this.document.uri, label).name;
  }

  private async filterBy(given: unknown): Promise<void> {
    const filter = typeof given === 'object' && given !== null ? filterFrom(given) : await askForFilter(this.filter, this.threads(), (label) => this.nameOf(label));
    if (filter !== undefined) this.show(filter);
  }

  private show(filter: AnnotationFilter): void {
    this.filter = filter;
    this.fill();
  }

  /** The thread that a command of the view is about, as it is now. */
  private chosen(given: unknown): { readonly document: vscode.TextDocument; readonly thread: AnnotationThread } | undefined {
    const node = (given ?? this.view.selection[0]) as Partial<Node> | null | undefined;
    const document = this.document;
    if (document === undefined || node?.kind !== 'thread') return undefined;
    const thread = this.threads().find(({ id }) => id === node.thread?.id);
    return thread && { document, thread };
  }

  private async findPlace(given: unknown): Promise<void> {
    const found = this.chosen(given);
    if (found !== undefined) await this.places.find(found.document, found.thread);
  }

  private async review(given: unknown, verdict: Verdict): Promise<void> {
    const found = this.chosen(given);
    if (found !== undefined) await this.annotations.act(found.document, { kind: 'review', subject: found.thread.id, verdict });
  }

  private async remove(given: unknown): Promise<void> {
    const node = (given ?? this.view.selection[0]) as Partial<Node> | null | undefined;
    const found = node?.kind === 'answer' && node.remark !== undefined && this.document !== undefined ? { document: this.document, id: node.remark.id } : this.chosen(given);
    const removed = found && (await this.annotations.act(found.document, { kind: 'remove', id: 'thread' in found ? found.thread.id : found.id }));
    if (removed !== undefined) vscode.window.setStatusBarMessage(vscode.l10n.t('The annotation is gone. “IMR: Undo the Last Annotation” brings it back.'), 4000);
  }
}

/** What people began and wrote, and nobody has settled. */
export function isOpenComment({ proposal, state, remarks }: AnnotationThread): boolean {
  return proposal === null && state === 'open' && remarks.some(({ comment }) => comment !== '');
}
