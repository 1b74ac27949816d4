import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseAnnotationFile } from '../annotations/annotation-file';
import { personOf } from '../annotations/annotation-file-name';
import type { Annotation } from '../annotations/model';
import type { LetterFile } from '../corpus/read-file';
import { readableMessage, STANDARD_INPUT } from './file-system.node';

/** Where the annotations of a letter's file are had: those of all persons, in the order of their files' names. */
export type AnnotationsBeside = (file: LetterFile) => Promise<Annotation[]>;

/**
 * Reads the annotation files beside each letter; beside standard input there
 * are none. `warn` is told of what cannot be read: a file, or a line of one.
 * Each folder is listed once.
 */
export function annotationsBeside(warn: (problem: string) => Promise<void>): AnnotationsBeside {
  const folders = new Map<string, Promise<ReadonlyMap<string, readonly string[]>>>();
  return async ({ file, path }) => {
    if (path === STANDARD_INPUT) return [];
    const folder = dirname(path);
    const listed = folders.get(folder) ?? annotationFilesIn(folder);
    folders.set(folder, listed);
    const name = basename(path);
    const found: Annotation[] = [];
    try {
      for (const beside of (await listed).get(name.normalize('NFC')) ?? []) {
        // Named as the letter was: `./letters/a.txt` has `./letters/a.txt.Ada.anno.jsonl`.
        const shown = file.slice(0, file.length - name.length) + beside;
        found.push(...(await readOne(join(folder, beside), (problem) => warn(shown + problem))));
      }
    } catch (error) {
      await warn(`${file}: ${readableMessage(error)}`);
    }
    return found;
  };
}

async function annotationFilesIn(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const files = new Map<string, string[]>();
  for (const name of (await readdir(folder)).sort()) {
    const letter = personOf(name)?.letterFileName.normalize('NFC');
    if (letter !== undefined && !files.get(letter)?.push(name)) files.set(letter, [name]);
  }
  return files;
}

async function readOne(path: string, warn: (problem: string) => Promise<void>): Promise<readonly Annotation[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    await warn(`: ${readableMessage(error)}`);
    return [];
  }
  const { entries, problems } = parseAnnotationFile(new TextDecoder().decode(bytes));
  for (const { line, message } of problems) await warn(`:${line}: ${message}`);
  return entries;
}
