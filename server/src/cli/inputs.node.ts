import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FileInput, Unreadable } from '../corpus/read-file';
import { readableMessage, STANDARD_INPUT } from './file-system.node';

// Its CommonJS build: the other one asks for `import.meta`, which a bundle for Node does not have.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { glob, isDynamicPattern } = require('tinyglobby') as typeof import('tinyglobby');

/**
 * The files that the arguments name, in the order of the arguments.
 *
 * A file is taken whatever its ending; a folder means every `.txt` in it and
 * below, sorted by path and named with forward slashes; of a glob's matches,
 * sorted too, folders mean the same. An argument that names nothing gives an
 * `Unreadable`, as does a folder that cannot be listed. Folders are listed as
 * the reading goes on, so a file may have vanished when its turn comes.
 */
export async function* inputsOf(names: readonly string[]): AsyncGenerator<FileInput | Unreadable> {
  for (const name of names) {
    if (name === STANDARD_INPUT) {
      yield { file: name, path: STANDARD_INPUT };
      continue;
    }
    try {
      // First as a path: real names hold brackets and parentheses, too.
      if ((await stat(name)).isDirectory()) yield* textFilesIn(name);
      else yield { file: name, path: resolve(name) };
    } catch (error) {
      if (isDynamicPattern(patternOf(name))) yield* matchesOf(name);
      else yield { file: name, error: readableMessage(error) };
    }
  }
}

/** On Windows a backslash parts folders; elsewhere it quotes a glob's own characters. */
function patternOf(name: string): string {
  return process.platform === 'win32' ? name.replace(/\\/g, '/') : name;
}

async function* matchesOf(name: string): AsyncGenerator<FileInput | Unreadable> {
  const parts = patternOf(name).split('/');
  const dynamic = parts.findIndex((part) => isDynamicPattern(part));
  // What stands before the first wildcard stays as it was given: `./letters/*.txt` gives `./letters/a.txt`.
  const split = dynamic < 0 ? 0 : dynamic;
  const base = parts.slice(0, split).map((part) => `${part}/`).join('');
  const found = new Map<string, FileInput | Unreadable>();
  try {
    const matches = await glob(parts.slice(split).join('/'), {
      cwd: resolve(base || '.'),
      onlyFiles: false,
      expandDirectories: false,
    });
    for (const match of matches) {
      const path = base + match;
      if (!path.endsWith('/')) found.set(path, { file: path, path: resolve(path) });
      else for await (const input of textFilesIn(path)) found.set(input.file, input);
    }
  } catch (error) {
    yield { file: name, error: readableMessage(error) };
    return;
  }
  if (found.size === 0) yield { file: name, error: 'no file matches this pattern' };
  for (const file of [...found.keys()].sort(byCodeUnits)) {
    const input = found.get(file);
    if (input) yield input;
  }
}

/** Every `.txt` in a folder and below. Entries are sorted so that the whole is in the order of the paths. */
async function* textFilesIn(folder: string, ancestors: readonly string[] = []): AsyncGenerator<FileInput | Unreadable> {
  const prefix = folder.replace(process.platform === 'win32' ? /[\\/]+$/ : /\/+$/, '') + '/';
  let entries: { readonly name: string; readonly isFolder: boolean }[];
  let trail: readonly string[];
  try {
    const real = await realpath(folder);
    // A link back to a folder that we are in.
    if (ancestors.includes(real)) return;
    trail = [...ancestors, real];
    entries = await Promise.all(
      (await readdir(folder, { withFileTypes: true })).map(async (entry) => ({
        name: entry.name,
        isFolder: entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(join(folder, entry.name)))),
      })),
    );
  } catch (error) {
    yield { file: folder, error: readableMessage(error) };
    return;
  }
  // A folder sorts as its paths do, with the slash: `a.txt` before `a/b.txt`.
  entries.sort((a, b) => byCodeUnits(a.name + (a.isFolder ? '/' : ''), b.name + (b.isFolder ? '/' : '')));
  for (const { name, isFolder } of entries) {
    if (isFolder) yield* textFilesIn(prefix + name, trail);
    else if (/\.txt$/i.test(name)) yield { file: prefix + name, path: resolve(prefix + name) };
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** The same order on every machine, whatever its language. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
