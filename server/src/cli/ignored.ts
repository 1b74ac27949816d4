import { entriesOf, type IgnoredFinding } from '../annotations/ignored-findings';
import { linePositions } from '../corpus/line-position';
import type { LetterFile, Unreadable } from '../corpus/read-file';
import { checkLetters, type RuleLevels } from '../rules';
import { findingIds } from '../rules/finding-id';
import type { CheckOptions, OptionsFor } from './configuration.node';
import type { IgnoredBeside } from './ignored-beside';
import { CLEAN, UNREADABLE, type Streams } from './status';
import { oneLine } from './text-report';

/** An ignored finding and where it is in its file; `place` is `null` where the letter no longer has it. */
interface IgnoredReport extends IgnoredFinding {
  readonly place: { readonly line: number; readonly column: number; readonly message: string } | null;
}

/**
 * `imr-letters ignored`: what is ignored beside each letter, in the order of
 * its file, and what of it no longer matches. Levels do not matter: a finding
 * of a rule that is off is still there. Returns the exit status: 2 where a file
 * could not be read.
 */
export async function listIgnored(
  files: AsyncIterable<LetterFile | Unreadable>,
  optionsFor: OptionsFor,
  ignoredFor: IgnoredBeside,
  format: string,
  { out, err }: Streams,
): Promise<number> {
  let status = CLEAN;
  let separator = '\n';
  if (format === 'json') await out.write('{"schema":"imr-ignored/1","files":[');
  for await (const file of files) {
    if ('error' in file) {
      status = UNREADABLE;
      await err.write(`imr-letters: ${oneLine(file.file)}: ${oneLine(file.error)}\n`);
    }
    const ignored = 'error' in file || file.letters.length === 0 ? [] : reports(file, entriesOf(await ignoredFor(file)), await optionsFor(file.path));
    if (format !== 'json') {
      for (const each of ignored) await out.write(`${textLine(file.file, each)}\n`);
    } else if ('error' in file || ignored.length > 0) {
      await out.write(separator + JSON.stringify('error' in file ? { file: file.file, error: file.error } : { file: file.file, ignored }));
      separator = ',\n';
    }
  }
  if (format === 'json') await out.write('\n]}\n');
  return status;
}

function reports({ text, letters }: LetterFile, entries: readonly IgnoredFinding[], { levels, catalogue }: CheckOptions): IgnoredReport[] {
  if (entries.length === 0) return [];
  const wanted: RuleLevels = { ...levels, ...Object.fromEntries(entries.map(({ code }) => [code, 'hint' as const])) };
  const findings = checkLetters(text, letters, wanted, catalogue);
  const ids = findingIds(text, letters, findings);
  const byId = new Map(findings.map((finding, index) => [ids[index]!, finding]));
  const positionOf = linePositions(text);
  return entries.map((entry) => {
    const finding = byId.get(entry.id);
    return { ...entry, item: finding?.item ?? entry.item, place: finding === undefined ? null : { ...positionOf(finding.span.start), message: finding.message } };
  });
}

/** `file:line:column: reason (who, day) [code]`; without a place for what no longer matches. */
function textLine(file: string, { place, reason, by, on, code }: IgnoredReport): string {
  const where = place === null ? `${oneLine(file)}: no longer found` : `${oneLine(file)}:${place.line}:${place.column}: ignored`;
  const who = [by, on].filter((part) => part !== '').join(', ');
  return `${where}: ${oneLine(reason)}${who === '' ? '' : ` (${oneLine(who)})`} [${oneLine(code)}]`;
}
