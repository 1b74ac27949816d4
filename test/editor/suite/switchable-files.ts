import * as vscode from 'vscode';

const decoder = new TextDecoder();

/** Files in memory under a scheme of their own, which fail as those of a share, a stick or a phone do. */
export class SwitchableFiles implements vscode.FileSystemProvider {
  private readonly files = new Map<string, { readonly bytes: Uint8Array; readonly mtime: number }>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly registered: vscode.Disposable;

  /** Nothing is found any more. */
  gone = false;
  /** Nothing can be written. */
  readOnly = false;
  /** Names cannot be changed. */
  namesStay = false;
  /** Runs once, when a draft has been written. */
  afterDraft: (() => void) | undefined;

  constructor(readonly scheme: string) {
    this.registered = vscode.workspace.registerFileSystemProvider(scheme, this);
  }

  dispose(): void {
    this.registered.dispose();
  }

  uri(name: string): vscode.Uri {
    return vscode.Uri.from({ scheme: this.scheme, path: `/${name}` });
  }

  /** Puts a file there as another program does. */
  put(name: string, text: string, mtime = Date.now()): void {
    this.files.set(`/${name}`, { bytes: new TextEncoder().encode(text), mtime });
  }

  /** What a file holds; `undefined` where there is none. */
  text(name: string): string | undefined {
    const file = this.files.get(`/${name}`);
    return file && decoder.decode(file.bytes);
  }

  take(name: string): void {
    this.files.delete(`/${name}`);
  }

  names(): string[] {
    return [...this.files.keys()].map((path) => path.slice(1)).sort();
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === '/' && !this.gone) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { bytes, mtime } = this.file(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime, size: bytes.length };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    if (this.gone) throw vscode.FileSystemError.FileNotFound(uri);
    return this.names().map((name) => [name, vscode.FileType.File]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.file(uri).bytes;
  }

  /** Asynchronous: the editor never writes to a place again whose provider has thrown at once. */
  async writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    this.mayWrite(uri);
    this.files.set(uri.path, { bytes, mtime: Date.now() });
    if (!uri.path.endsWith('.tmp')) return;
    const run = this.afterDraft;
    this.afterDraft = undefined;
    run?.();
  }

  createDirectory(uri: vscode.Uri): void {
    this.mayWrite(uri);
  }

  delete(uri: vscode.Uri): void {
    this.mayWrite(uri);
    this.file(uri);
    this.files.delete(uri.path);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.mayWrite(from);
    if (this.namesStay) throw vscode.FileSystemError.Unavailable(from);
    this.files.set(to.path, this.file(from));
    this.files.delete(from.path);
  }

  private file(uri: vscode.Uri): { readonly bytes: Uint8Array; readonly mtime: number } {
    const file = this.gone ? undefined : this.files.get(uri.path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  private mayWrite(uri: vscode.Uri): void {
    if (this.gone) throw vscode.FileSystemError.FileNotFound(uri);
    if (this.readOnly) throw vscode.FileSystemError.NoPermissions(uri);
  }
}
