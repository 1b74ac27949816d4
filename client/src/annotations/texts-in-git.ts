import * as vscode from 'vscode';

/** Older versions than these of a letter are not looked for. */
const MOST = 10;
/** Milliseconds that annotations wait for git to look through the workspace, when the window has just been opened. */
const PATIENCE = 5000;

/** What is used of the editor's own git extension (its API, version 1). */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): Git;
}

interface Git {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<unknown>;
  getRepository(uri: vscode.Uri): Repository | null;
  openRepository(folder: vscode.Uri): Promise<Repository | null>;
}

interface Repository {
  show(ref: string, path: string): Promise<string>;
  log(options: { readonly maxEntries: number; readonly path: string }): Promise<readonly { readonly hash: string }[]>;
}

/** The texts that git has of a file, the newest first; none in a workspace that is not trusted, and where there is no git. */
export async function textsInGit(file: vscode.Uri): Promise<string[]> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (file.scheme !== 'file' || !vscode.workspace.isTrusted || extension === undefined) return [];
  try {
    const git = extension.isActive ? extension.exports : await extension.activate();
    const repository = git.enabled ? await repositoryOf(git.getAPI(1), file) : null;
    if (repository === null) return [];
    const commits = await repository.log({ maxEntries: MOST, path: file.fsPath });
    const texts = await Promise.all(commits.map(({ hash }) => repository.show(hash, file.fsPath).catch(() => undefined)));
    return [...new Set(texts)].filter((text) => text !== undefined);
  } catch {
    // The file is in no commit yet, or git is not what it was.
    return [];
  }
}

/** The repository a file is in; one in a folder further down is opened as the editor itself would for an open file, a moment later. */
async function repositoryOf(git: Git, file: vscode.Uri): Promise<Repository | null> {
  if (git.state === 'uninitialized') await ready(git);
  const found = git.getRepository(file);
  const detected: unknown = vscode.workspace.getConfiguration('git', file).get('autoRepositoryDetection');
  if (found !== null || (detected !== true && detected !== 'openEditors')) return found;
  return git.openRepository(vscode.Uri.joinPath(file, '..'));
}

async function ready(git: Git): Promise<void> {
  let heard: vscode.Disposable | undefined;
  let clock: ReturnType<typeof setTimeout> | undefined;
  await new Promise<void>((resolve) => {
    heard = git.onDidChangeState(() => { resolve(); });
    clock = setTimeout(resolve, PATIENCE);
  });
  heard?.dispose();
  clearTimeout(clock);
}
