import { letterRecord, noLetterRecord } from '../corpus/export-record';
import type { LetterRecord, NoLetterRecord } from '../corpus/export-record';
import type { LetterFile, Unreadable } from '../corpus/read-file';
import { checkLetter } from '../rules';
import type { OptionsFor } from './configuration.node';
import { withoutIgnored, type IgnoredBeside } from './ignored-beside';
import { CLEAN, UNREADABLE } from './status';
import type { Streams } from './status';

/**
 * `imr-letters export`: one record per letter and line, written as soon as it
 * is made, without the findings that are ignored beside it. Returns the exit status: 2 where a file could not be read.
 */
export async function exportLetters(
  files: AsyncIterable<LetterFile | Unreadable>,
  optionsFor: OptionsFor,
  ignoredFor: IgnoredBeside,
  { out, err }: Streams,
): Promise<number> {
  let status = CLEAN;
  const print = (record: LetterRecord | NoLetterRecord): Promise<void> => out.write(`${JSON.stringify(record)}\n`);
  for await (const file of files) {
    if ('error' in file) {
      status = UNREADABLE;
      await print(noLetterRecord(file.file, file.error));
      await err.write(`imr-letters: ${file.file}: ${file.error}\n`);
    } else if (file.letters.length === 0) {
      await print(noLetterRecord(file.file));
    } else {
      const { levels, catalogue } = await optionsFor(file.path);
      const all = file.letters.map((letter) => checkLetter(file.text, letter, levels, catalogue));
      const left = withoutIgnored(file, all, await ignoredFor(file));
      for (const [index, letter] of file.letters.entries()) {
        await print(letterRecord(file.file, index, file.text, letter, left[index]!, catalogue));
      }
    }
  }
  return status;
}
