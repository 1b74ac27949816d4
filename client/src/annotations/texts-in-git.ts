import * as vscode from 'vscode';

/** Older versions than these of a letter are not looked for. */
const MOST = 10;

/** What is used of the editor's own git extension (its API, version 1). */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
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
    const repository = git.enabled ? git.getAPI(1).getRepository(file) : null;
    if (repository === null) return [];
    const commits = await repository.log({ maxEntries: MOST, path: file.fsPath });
    const texts = await Promise.all(commits.map(({ hash }) => repository.show(hash, file.fsPath).catch(() => undefined)));
    return [...new Set(texts)].filter((text) => text !== undefined);
  } catch {
    // The file is in no commit yet, or git is not what it was.
    return [];
  }
}
