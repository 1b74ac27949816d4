import * as vscode from 'vscode';

/** Scheme of the documents that show a bundled page, in every kind of host. */
const SCHEME = 'imr-letters-rule';

/** What the server puts behind a diagnostic's code: the command, with the rule's code as its argument. */
export const RULE_PAGE_ADDRESS = 'command:imrLetters.openRule?%5B%22{code}%22%5D';

/** The page that lists all rules. */
const INDEX = 'README';

/** Registers the bundled pages of rules, read-only; they are read from the extension itself, so they open offline. */
export function registerRulePages(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerFileSystemProvider(SCHEME, new RulePages(vscode.Uri.joinPath(extensionUri, 'dist', 'rule-pages.json')), { isReadonly: true });
}

/** Opens the page of a rule, rendered where the editor can; the list of rules without a code. */
export async function openRulePage(code?: unknown): Promise<void> {
  const page = typeof code === 'string' && /^[a-z0-9-]+$/.test(code) ? code : INDEX;
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${page}.md` });
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // An editor without the Markdown extension.
    await vscode.window.showTextDocument(uri, { preview: true });
  }
}

/** A file system of the pages alone, so that the links from one to another lead somewhere in a preview too. */
class RulePages implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  /** All of them, read when the first is opened. */
  private pages: ReadonlyMap<string, string> | undefined;

  /** `file` holds an object of pages by their names. */
  constructor(private readonly file: vscode.Uri) {}

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    this.pages ??= new Map(Object.entries(JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(this.file))) as Record<string, string>));
    const page = this.pages.get(uri.path.slice(1));
    if (page === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(page);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { byteLength: size } = await this.readFile(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size, permissions: vscode.FilePermission.Readonly };
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.FileNotADirectory(uri);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}
