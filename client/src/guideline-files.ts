import * as vscode from 'vscode';
import { GUIDELINE_FILES, type GuidelineFilesAnswer, type GuidelineFilesParams } from '../../server/src/lsp/client-requests';
import { filesByPattern } from './files-by-pattern';
import type { LanguageServer } from './language-server';

const SETTING = 'imrLetters.guidelines.files';
/** A larger file is something else. */
const LARGEST = 4_000_000;
/** Milliseconds after the last change before the files are read again. */
const PAUSE = 200;

interface Wanted {
  readonly folder: vscode.WorkspaceFolder;
  readonly pattern: string;
}

/**
 * The workspace's own files of guidelines: reads them where the setting names
 * some and the server runs, sends them there, and shows in them what is wrong.
 */
export class GuidelineFiles implements vscode.Disposable {
  private readonly problems = vscode.languages.createDiagnosticCollection('imr-guidelines');
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];
  private watchers: vscode.Disposable[] = [];
  private pause: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private sent = false;
  private asked = 0;

  /** The server goes by other files than before. */
  readonly onChanged = this.changed.event;

  constructor(
    private readonly server: LanguageServer,
    private readonly output: vscode.LogOutputChannel,
  ) {
    this.subscriptions = [
      this.problems,
      this.changed,
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTING)) this.follow();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.follow()),
      server.onState((state) => {
        const started = state === 'running' && !this.running;
        this.running = state === 'running';
        // A new server knows none of what the one before was told.
        if (started) this.sent = false;
        if (started) this.follow();
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.pause);
    for (const each of [...this.watchers, ...this.subscriptions]) each.dispose();
  }

  private wanted(): Wanted[] {
    return (vscode.workspace.workspaceFolders ?? []).flatMap((folder) => {
      const patterns: unknown = vscode.workspace.getConfiguration(undefined, folder).get(SETTING);
      return Array.isArray(patterns) ? patterns.flatMap((pattern) => (typeof pattern === 'string' && pattern !== '' ? { folder, pattern } : [])) : [];
    });
  }

  private follow(): void {
    for (const watcher of this.watchers) watcher.dispose();
    this.watchers = this.wanted().map(({ folder, pattern }) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, pattern.replace(/^\.\//, '')));
      const soon = (): void => {
        clearTimeout(this.pause);
        this.pause = setTimeout(() => void this.send(), PAUSE);
      };
      return vscode.Disposable.from(watcher, watcher.onDidChange(soon), watcher.onDidCreate(soon), watcher.onDidDelete(soon));
    });
    void this.send();
  }

  private async send(): Promise<void> {
    const wanted = this.wanted();
    if (!this.running || (wanted.length === 0 && !this.sent)) return;
    const turn = ++this.asked;
    const files = (await Promise.all((await this.found(wanted)).map((uri) => this.read(uri)))).flat();
    if (turn !== this.asked) return;
    this.sent = true;
    const params: GuidelineFilesParams = { files };
    const answer = await this.server.request<GuidelineFilesAnswer>(GUIDELINE_FILES, params);
    if (turn !== this.asked || answer === undefined) return;
    this.problems.clear();
    for (const { uri } of files) {
      const own = answer.problems.filter((problem) => problem.uri === uri);
      this.problems.set(vscode.Uri.parse(uri), own.map(diagnosticOf));
    }
    this.changed.fire();
  }

  /** Each file once, in the order of the setting. */
  private async found(wanted: readonly Wanted[]): Promise<vscode.Uri[]> {
    const all = await Promise.all(wanted.map(({ folder, pattern }) => filesByPattern(folder.uri, pattern)));
    return [...new Map(all.flat().map((uri) => [uri.toString(), uri])).values()];
  }

  private async read(uri: vscode.Uri): Promise<GuidelineFilesParams['files'][number][]> {
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > LARGEST) throw new Error(`${size} bytes`);
      return [{ uri: uri.toString(), text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) }];
    } catch (fault) {
      this.output.warn(`${SETTING}: ${uri.toString(true)}: ${String(fault)}`);
      return [];
    }
  }
}

function diagnosticOf({ range: { start, end }, message }: GuidelineFilesAnswer['problems'][number]): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(new vscode.Range(start.line, start.character, end.line, end.character), message, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = 'IMR';
  return diagnostic;
}
