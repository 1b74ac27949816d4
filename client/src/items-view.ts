import * as vscode from 'vscode';
import { itemsOf, type ReadLetter } from './items';
import { itemAt, nodesOf, treeItem, type ItemNode, type LetterNode, type Node } from './items-tree';
import { LANGUAGE } from './language';
import type { LanguageServer } from './language-server';

/** Milliseconds after the last change before the items are asked for again. */
const PAUSE = 250;

/** What the view's welcome text speaks of, in the context key `imrLetters.itemsView`. */
type Content = 'noLetter' | 'noItems' | 'notRead' | 'stopped' | 'items';

/** The tree of disputed items of the letter at hand; it follows the letter and the cursor in it. */
export class ItemsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Node>;
  private readonly subscriptions: vscode.Disposable[];
  private document: vscode.TextDocument | undefined;
  private nodes: Promise<readonly Node[]> = Promise.resolve([]);
  private shown: readonly Node[] = [];
  private selected: ItemNode | undefined;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;
  /** Counts what was asked; an answer that a later question has overtaken is dropped. */
  private asked = 0;

  constructor(private readonly server: LanguageServer) {
    this.view = vscode.window.createTreeView('imrLetters.items', { treeDataProvider: this });
    this.subscriptions = [
      this.changed,
      this.view,
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.follow(vscode.window.activeTextEditor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.select(textEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.document) this.askSoon();
      }),
      // A change of language comes as a close and an open.
      vscode.workspace.onDidOpenTextDocument(() => this.follow(vscode.window.activeTextEditor)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('imrLetters.rules')) this.askSoon();
      }),
      server.onLetterStatus(({ uri }) => {
        if (uri === this.document?.uri.toString()) this.askSoon();
      }),
      server.onState((state) => {
        this.stopped = state === 'stopped';
        if (state !== 'starting') this.ask();
      }),
      this.view.onDidChangeVisibility(({ visible }) => {
        // VS Code lays a tree out two seconds after it was unfolded for the first time; a message, even none, makes it do so now.
        if (visible) this.view.message = undefined;
        this.select(vscode.window.activeTextEditor);
      }),
    ];
    this.follow(vscode.window.activeTextEditor);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return treeItem(node);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node === undefined) return [...(await this.nodes)];
    return node.kind === 'letter' ? [...node.items] : [];
  }

  getParent(node: Node): LetterNode | undefined {
    return node.kind === 'item' ? node.letter : undefined;
  }

  dispose(): void {
    clearTimeout(this.pause);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    // An output channel that was clicked into is an editor too, and no other document to work on.
    if (editor !== undefined && editor.viewColumn === undefined) return;
    // A page beside the letter, such as a preview, is none.
    if (editor === undefined && vscode.window.visibleTextEditors.some(({ document }) => document === this.document)) return;
    const document = editor?.document.languageId === LANGUAGE ? editor.document : undefined;
    if (document === this.document) return;
    this.document = document;
    this.ask();
  }

  private askSoon(): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.ask(), PAUSE);
  }

  private ask(): void {
    clearTimeout(this.pause);
    this.selected = undefined;
    this.nodes = this.read(this.document, ++this.asked);
    this.changed.fire(undefined);
  }

  private async read(document: vscode.TextDocument | undefined, question: number): Promise<readonly Node[]> {
    const letters = document === undefined || this.stopped ? [] : await itemsOf(this.server, document);
    const nodes = document === undefined ? [] : nodesOf(document.uri, letters);
    if (question === this.asked) {
      this.shown = nodes;
      await vscode.commands.executeCommand('setContext', 'imrLetters.itemsView', this.contentOf(document, letters));
      // When the tree has them.
      setTimeout(() => this.select(vscode.window.activeTextEditor));
    }
    return nodes;
  }

  private contentOf(document: vscode.TextDocument | undefined, letters: readonly ReadLetter[]): Content {
    if (document === undefined) return 'noLetter';
    if (this.stopped) return 'stopped';
    if (letters.length === 0) return 'notRead';
    return letters.some(({ items }) => items.length > 0) ? 'items' : 'noItems';
  }

  /** Marks the item at the cursor, without taking the keys away from the editor. */
  private select(editor: vscode.TextEditor | undefined): void {
    if (!this.view.visible || editor === undefined || editor.document !== this.document) return;
    const node = itemAt(this.shown, editor.selection.active);
    if (node === undefined || node === this.selected) return;
    this.selected = node;
    this.view.reveal(node, { select: true, focus: false }).then(undefined, () => {
      // The tree has been filled anew meanwhile, and asks again.
      this.selected = undefined;
    });
  }
}
