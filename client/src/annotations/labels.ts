import * as vscode from 'vscode';
import { LABELS, type LabelInfo, type LabelsAnswer, type LabelsParams } from '../../../server/src/lsp/annotation-requests';
import type { LanguageServer } from '../language-server';
import { readSidecar } from '../sidecar-files';
import { editorRange } from './ranges';

/** Where a workspace has its own labels, from its folder. */
export const LABELS_FILE = '.imr/labels.json';
/** Of a folder that goes the editor tells, and not of the files in it. */
const LABELS_WATCHED = '{.imr,.imr/labels.json}';
/** For labels that annotations hold and no file of labels names. */
const UNKNOWN_COLOUR = 'descriptionForeground';
/** Milliseconds after a change of the file: a file that is being written is empty for a moment. */
const PAUSE = 100;
/** Stands for letters outside of every folder. */
const NO_FOLDER = '';

/** A label's new id. */
export interface Renamed {
  readonly folder: vscode.Uri;
  readonly from: string;
  readonly to: string;
}

interface Read {
  /** The text of the file, the last one that there was; `null` while there has been none. */
  readonly text: string | null;
  readonly labels: readonly LabelInfo[];
}

/** The labels of each folder of the workspace: its own file's, or those that come with this product. */
export class Labels implements vscode.Disposable {
  private readonly read = new Map<string, Promise<Read>>();
  private readonly newest = new Map<string, Read>();
  private readonly watchers = new Map<string, vscode.Disposable>();
  private readonly problems = vscode.languages.createDiagnosticCollection('imrLetters.labels');
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly renamed = new vscode.EventEmitter<Renamed>();
  private readonly subscriptions: readonly vscode.Disposable[];

  /** Other labels are known than before. */
  readonly onDidChange = this.changed.event;
  /** A label has another id, and what is annotated with it has not. */
  readonly onDidRename = this.renamed.event;

  constructor(
    private readonly server: LanguageServer,
    private readonly output: vscode.LogOutputChannel,
  ) {
    this.subscriptions = [this.problems, this.changed, this.renamed, vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => removed.forEach(({ uri }) => this.forget(uri)))];
  }

  dispose(): void {
    for (const each of [...this.watchers.values(), ...this.subscriptions]) each.dispose();
  }

  /** The labels for a letter, in the order in which they are offered. */
  async of(letter: vscode.Uri): Promise<readonly LabelInfo[]> {
    return (await this.readFor(folderOfLabels(letter))).labels;
  }

  /** The label of an id, as far as labels have been read; an id that no label has names itself. */
  label(letter: vscode.Uri, id: string): LabelInfo {
    const folder = folderOfLabels(letter);
    const key = folder?.toString() ?? NO_FOLDER;
    if (!this.newest.has(key)) void this.readFor(folder);
    const known = this.newest.get(key)?.labels.find((label) => label.id === id);
    return known ?? { id, name: id, colour: UNKNOWN_COLOUR, key: null, guideline: '', fields: ['any'] };
  }

  private readFor(folder: vscode.Uri | undefined): Promise<Read> {
    const key = folder?.toString() ?? NO_FOLDER;
    let reading = this.read.get(key);
    if (reading === undefined) {
      if (folder !== undefined) this.watch(folder);
      this.read.set(key, (reading = this.readNow(folder)));
    }
    return reading;
  }

  private async readNow(folder: vscode.Uri | undefined): Promise<Read> {
    const key = folder?.toString() ?? NO_FOLDER;
    const file = folder && vscode.Uri.joinPath(folder, LABELS_FILE);
    const before = this.newest.get(key);
    const text = file === undefined ? null : await this.textOf(file);
    const params: LabelsParams = { text, ...(before === undefined ? {} : { before: before.text }) };
    const answer = await this.server.request<LabelsAnswer | null>(LABELS, params);
    if (answer == null) {
      // Asked again when labels are wanted again.
      this.read.delete(key);
      return before ?? { text: null, labels: [] };
    }
    const read = { text: text ?? before?.text ?? null, labels: answer.labels };
    this.newest.set(key, read);
    if (file !== undefined) this.problems.set(file, answer.problems.map(problem));
    this.changed.fire();
    if (folder !== undefined) for (const { from, to } of answer.renamed) this.renamed.fire({ folder, from, to });
    return read;
  }

  private async textOf(file: vscode.Uri): Promise<string | null> {
    try {
      return (await readSidecar(file)) || null;
    } catch (fault) {
      this.output.warn(`${file.toString(true)}: ${String(fault)}`);
      return null;
    }
  }

  private watch(folder: vscode.Uri): void {
    const key = folder.toString();
    if (this.watchers.has(key)) return;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, LABELS_WATCHED));
    let pause: ReturnType<typeof setTimeout> | undefined;
    const again = (): void => {
      clearTimeout(pause);
      pause = setTimeout(() => void this.read.set(key, (this.read.get(key) ?? Promise.resolve()).then(() => this.readNow(folder))), PAUSE);
    };
    this.watchers.set(key, vscode.Disposable.from(watcher, watcher.onDidChange(again), watcher.onDidCreate(again), watcher.onDidDelete(again), { dispose: () => clearTimeout(pause) }));
  }

  private forget(folder: vscode.Uri): void {
    const key = folder.toString();
    this.watchers.get(key)?.dispose();
    for (const map of [this.watchers, this.read, this.newest]) map.delete(key);
    this.problems.delete(vscode.Uri.joinPath(folder, LABELS_FILE));
  }
}

/** The folder of the workspace whose labels a letter goes by; `undefined` outside of all. */
export function folderOfLabels(letter: vscode.Uri): vscode.Uri | undefined {
  return vscode.workspace.getWorkspaceFolder(letter)?.uri;
}

function problem({ range, message }: LabelsAnswer['problems'][number]): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(editorRange(range), message, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = 'IMR';
  return diagnostic;
}
