import { entriesOf, IGNORED_SUFFIX, parseIgnored, type IgnoredFile } from '../annotations/ignored-findings';
import { decodeText } from '../corpus/decode';
import type { LetterFile } from '../corpus/read-file';
import type { FileSystem } from '../host';
import { findingIds } from '../rules/finding-id';
import type { Finding } from '../rules';

/** Where what was ignored for a letter is read, and where it is said what is wrong there. */
export type IgnoredBeside = (file: LetterFile) => Promise<IgnoredFile>;

const NOTHING: IgnoredFile = { lines: [], problems: [] };

/** Nothing is ignored, whatever stands beside a letter. */
export const nothingIgnored: IgnoredBeside = () => Promise.resolve(NOTHING);

const WORDS: Readonly<Record<IgnoredFile['problems'][number]['message'], string>> = {
  'no JSON': 'not valid JSON',
  'no object': 'not an object',
  'no id': 'no "id" of a finding',
  'no reason': 'no "reason"',
};

/**
 * Reads the file of ignored findings beside each letter; beside standard input
 * (`-`) there is none. `warn` is told of a file that cannot be read and of each
 * line that cannot: the others hold.
 */
export function ignoredBeside(files: FileSystem, standardInput: string, warn: (problem: string) => Promise<void>): IgnoredBeside {
  return async ({ file, path, letters }) => {
    if (path === standardInput || letters.length === 0) return NOTHING;
    try {
      const bytes = await files.readFileIfThere(path + IGNORED_SUFFIX);
      if (bytes === undefined) return NOTHING;
      const ignored = parseIgnored(decodeText(bytes));
      for (const { line, message } of ignored.problems) await warn(`${file}${IGNORED_SUFFIX}:${line}: ${WORDS[message]}; this line ignores nothing`);
      return ignored;
    } catch (error) {
      await warn(`${file}${IGNORED_SUFFIX}: ${error instanceof Error ? error.message : String(error)}; nothing is ignored`);
      return NOTHING;
    }
  };
}

/** The findings of a file's letters without those that are ignored, for each letter. `found` are all of them, letter by letter. */
export function withoutIgnored({ text, letters }: LetterFile, found: readonly (readonly Finding[])[], ignored: IgnoredFile): readonly (readonly Finding[])[] {
  const names = new Set(entriesOf(ignored).map(({ id }) => id));
  if (names.size === 0) return found;
  const ids = findingIds(text, letters, found.flat());
  let next = 0;
  return found.map((findings) => findings.filter(() => !names.has(ids[next++]!)));
}
