import type { FileSystem } from '../host';
import { readLetters } from '../letter';
import type { Letter } from '../letter';
import { decodeText } from './decode';
import type { Encoding } from './decode';

/** A file to read: its name for people and records, and the path it is read from. */
export interface FileInput {
  readonly file: string;
  readonly path: string;
}

/** What cannot be read, and why: one line in plain English. */
export interface Unreadable {
  readonly file: string;
  readonly error: string;
}

/** A file's text and its letters; no letters means that it is not such a letter. */
export interface LetterFile extends FileInput {
  readonly text: string;
  readonly letters: readonly Letter[];
}

/** Reads one file. What the bytes are never matters; only a file that cannot be read is `Unreadable`. */
export async function readLetterFile(
  files: FileSystem,
  { file, path }: FileInput,
  encoding: Encoding | undefined,
): Promise<LetterFile | Unreadable> {
  try {
    const text = decodeText(await files.readFile(path), encoding);
    return { file, path, text, letters: readLetters(text) };
  } catch (error) {
    // Also a file so large that no string holds it.
    return { file, error: error instanceof Error ? error.message : String(error) };
  }
}
