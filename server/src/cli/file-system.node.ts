import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { FileSystem } from '../host';

/** The argument, and the path, that mean standard input. */
export const STANDARD_INPUT = '-';

/** Files of the disk; the path `-` is standard input, which can be read once. */
export function nodeFileSystem(standardInput: NodeJS.ReadableStream): FileSystem {
  let taken = false;
  return {
    async readFile(path) {
      try {
        if (path !== STANDARD_INPUT) return await readFile(path);
        if (taken) throw new Error('standard input can be read only once');
        taken = true;
        return await buffer(standardInput);
      } catch (error) {
        throw new Error(readableMessage(error));
      }
    },
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'is a folder',
  ELOOP: 'too many symbolic links',
  ERR_FS_FILE_TOO_LARGE: 'the file is too large',
};

/** An error of the file system in a few words; the path is named beside it. */
export function readableMessage(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
