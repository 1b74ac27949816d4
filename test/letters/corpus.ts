import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** A real letter, read in place. */
export interface CorpusLetter {
  /** Path below the folder, with forward slashes: `2014/000_….txt`. */
  readonly file: string;
  readonly text: string;
}

/** Why there are no real letters here, for a test's `skip`; `false` where there are. */
export const noLetters: string | false = process.env['IMR_LETTERS']
  ? false
  : 'no real letters here: the environment variable IMR_LETTERS names no folder';

/** All `.txt` files below the folder that IMR_LETTERS names; fails where it is set and holds none. */
export function corpus(): CorpusLetter[] {
  const root = process.env['IMR_LETTERS'];
  if (!root) return [];
  const letters = filesBelow(root).map((file) => ({
    file: path.relative(root, file).split(path.sep).join('/'),
    text: readFileSync(file, 'utf8').replace(/^\ufeff/, ''),
  }));
  if (letters.length === 0) throw new Error(`IMR_LETTERS is set to ${root}, and no .txt file is there`);
  return letters;
}

/** The letters as they are, without what other extractors made of them. */
export function originals(): CorpusLetter[] {
  return corpus().filter((letter) => !letter.file.startsWith('extractors/'));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name);
      if (statSync(file).isDirectory()) return filesBelow(file);
      return name.endsWith('.txt') ? [file] : [];
    });
}
