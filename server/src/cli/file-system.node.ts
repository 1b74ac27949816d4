import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { FileSystem } from '../host';

/** The argument, and the path, that mean standard input. */
export const STANDARD_INPUT = '-';

/** Files of the disk; the path `-` is standard input, which can be read once. */
export function nodeFileSystem(standardInput?: NodeJS.ReadableStream): FileSystem {
  let taken = false;
  const read = (path: string): Promise<Uint8Array> => {
    if (path !== STANDARD_INPUT) return readFile(path);
    if (standardInput === undefined) throw new Error('there is no standard input');
    if (taken) throw new Error('standard input can be read only once');
    taken = true;
    return buffer(standardInput);
  };
  return {
    async readFile(path) {
      try {
        return await read(path);
      } catch (error) {
        throw new Error(readableMessage(error));
      }
    },
    async readFileIfThere(path) {
      try {
        return await read(path);
      } catch (error) {
        if (isAbsent(error)) return undefined;
        throw new Error(readableMessage(error));
      }
    },
  };
}

/** There is no such file, or no such folder for it to be in. */
function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
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
