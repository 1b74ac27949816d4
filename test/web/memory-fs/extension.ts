import * as vscode from 'vscode';

/** A file with its bytes, or a folder, which has none. */
interface Entry {
  readonly bytes: Uint8Array | null;
  readonly changed: number;
}

/** The least that the browser build needs for a workspace: files that live as long as the page. */
class MemoryFileSystem implements vscode.FileSystemProvider {
  private readonly entries = new Map<string, Entry>([
    ['/', { bytes: null, changed: 0 }],
    ['/letters', { bytes: null, changed: 0 }],
  ]);
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;

  watch(): vscode.Disposable {
    // All changes are told anyhow.
    return new vscode.Disposable(() => {});
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { bytes, changed } = this.entry(uri);
    return { type: bytes === null ? vscode.FileType.Directory : vscode.FileType.File, ctime: 0, mtime: changed, size: bytes?.length ?? 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.entry(uri);
    const prefix = uri.path === '/' ? '/' : `${uri.path}/`;
    return [...this.entries]
      .filter(([path]) => path.startsWith(prefix) && path !== '/' && !path.slice(prefix.length).includes('/'))
      .map(([path, { bytes }]) => [path.slice(prefix.length), bytes === null ? vscode.FileType.Directory : vscode.FileType.File]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const { bytes } = this.entry(uri);
    if (bytes === null) throw vscode.FileSystemError.FileIsADirectory(uri);
    return bytes;
  }

  createDirectory(uri: vscode.Uri): void {
    this.put(uri, null);
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    this.put(uri, bytes);
  }

  delete(uri: vscode.Uri): void {
    this.entry(uri);
    for (const path of [...this.entries.keys()]) {
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.entries.delete(path);
    }
    this.changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.put(to, this.readFile(from));
    this.delete(from);
  }

  private entry(uri: vscode.Uri): Entry {
    const entry = this.entries.get(uri.path);
    if (entry === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  private put(uri: vscode.Uri, bytes: Uint8Array | null): void {
    const type = this.entries.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.entries.set(uri.path, { bytes, changed: Date.now() });
    this.changes.fire([{ type, uri }]);
  }
}

/** Brings `memory:` files to the editor. */
export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('memory', new MemoryFileSystem(), { isCaseSensitive: true }));
}
