import * as vscode from 'vscode';

/** Deeper folders, and more files, are not what a setting means. */
const DEEPEST = 8;
const MOST = 200;

/**
 * The files below a folder that a pattern means, in order: a path as it
 * stands, or one with `*` and `?` inside a name and `**` for any folders. It
 * walks through the file system itself: a search is not there in every host.
 */
export async function filesByPattern(folder: vscode.Uri, pattern: string): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const segments = pattern.split('/').filter((segment) => segment !== '' && segment !== '.');
  await walk(folder, segments.at(-1) === '**' ? [...segments, '*'] : segments, DEEPEST);
  return found;

  async function walk(place: vscode.Uri, [segment, ...rest]: readonly string[], depth: number): Promise<void> {
    if (segment === undefined || depth === 0 || found.length >= MOST) return;
    if (!/[*?]/.test(segment)) {
      const next = vscode.Uri.joinPath(place, segment);
      return rest.length === 0 ? void found.push(next) : walk(next, rest, depth);
    }
    if (segment === '**') await walk(place, rest, depth);
    const name = new RegExp(`^${segment.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*').replaceAll('?', '.')}$`);
    const entries = [...(await entriesOf(place))].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [entry, type] of entries) {
      const next = vscode.Uri.joinPath(place, entry);
      const isFolder = (type & vscode.FileType.Directory) !== 0;
      if (segment === '**') {
        if (isFolder && !/^(?:node_modules|\..*)$/.test(entry)) await walk(next, ['**', ...rest], depth - 1);
      } else if (name.test(entry)) {
        if (rest.length > 0 && isFolder) await walk(next, rest, depth - 1);
        else if (rest.length === 0 && !isFolder) found.push(next);
      }
    }
  }
}

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    // A folder that is not there holds none.
    return [];
  }
}
