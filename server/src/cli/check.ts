import { linePositions } from '../corpus/line-position';
import type { LetterFile, Unreadable } from '../corpus/read-file';
import { checkLetter } from '../rules';
import type { IgnoredFile } from '../annotations/ignored-findings';
import type { Level } from '../rules/rule';
import type { CheckOptions, OptionsFor } from './configuration.node';
import { withoutIgnored, type IgnoredBeside } from './ignored-beside';
import { CLEAN, FINDINGS, UNREADABLE } from './status';

/** A finding with its place in the file, for people (line and column from 1) and programs (`range` in UTF-16 code units). */
export interface FindingReport {
  readonly code: string;
  readonly severity: Level;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly range: readonly [start: number, end: number];
  /** Zero-based index of the letter in its file. */
  readonly letter: number;
  /** Zero-based index of the disputed item in its letter; `null` for a finding about the letter. */
  readonly item: number | null;
}

/** A file as it was checked. `letters` is 0 for a file that is not an IMR letter. */
export interface CheckedFile {
  readonly file: string;
  readonly letters: number;
  readonly findings: readonly FindingReport[];
}

/** What `check` has seen in all. */
export interface Summary {
  /** Files that could be read. */
  files: number;
  letters: number;
  /** Files among them that are not IMR letters. */
  notLetters: number;
  error: number;
  warning: number;
  information: number;
  hint: number;
  /** Findings that were ignored, with a reason, beside their letters; none of them is counted above. */
  ignored: number;
  /** Arguments and files that could not be read. */
  unreadable: number;
}

/** One way to print what `check` sees, file by file. */
export interface Report {
  start(): Promise<void>;
  file(file: CheckedFile): Promise<void>;
  unreadable(file: Unreadable): Promise<void>;
  end(summary: Summary): Promise<void>;
}

/**
 * `imr-letters check`: every finding, hints included, after the settings that are
 * found, without what is ignored beside the letter. Returns the exit status: 2 where a file could not be read, else 1
 * where a finding is at warning level or above, else 0.
 */
export async function checkLetters(
  files: AsyncIterable<LetterFile | Unreadable>,
  optionsFor: OptionsFor,
  ignoredFor: IgnoredBeside,
  report: Report,
): Promise<number> {
  const summary: Summary = {
    files: 0,
    letters: 0,
    notLetters: 0,
    error: 0,
    warning: 0,
    information: 0,
    hint: 0,
    ignored: 0,
    unreadable: 0,
  };
  await report.start();
  for await (const file of files) {
    if ('error' in file) {
      summary.unreadable++;
      await report.unreadable(file);
      continue;
    }
    const { findings, ignored } = file.letters.length === 0 ? NONE : findingsIn(file, await optionsFor(file.path), await ignoredFor(file));
    summary.ignored += ignored;
    summary.files++;
    summary.letters += file.letters.length;
    if (file.letters.length === 0) summary.notLetters++;
    for (const finding of findings) summary[finding.severity]++;
    await report.file({ file: file.file, letters: file.letters.length, findings });
  }
  await report.end(summary);
  if (summary.unreadable > 0) return UNREADABLE;
  return summary.error + summary.warning > 0 ? FINDINGS : CLEAN;
}

interface Found {
  readonly findings: FindingReport[];
  /** So many more were ignored. */
  readonly ignored: number;
}

const NONE: Found = { findings: [], ignored: 0 };

function findingsIn(file: LetterFile, { levels, catalogue }: CheckOptions, ignored: IgnoredFile): Found {
  const { text, letters } = file;
  const positionOf = linePositions(text);
  const all = letters.map((letter) => checkLetter(text, letter, levels, catalogue));
  const left = withoutIgnored(file, all, ignored);
  const findings = left.flatMap((ofLetter, index) =>
    ofLetter
      .map(({ code, level, message, span, item }) => {
        const { line, column } = positionOf(span.start);
        const { line: endLine, column: endColumn } = positionOf(span.end);
        const range = [span.start, span.end] as const;
        return { code, severity: level, message, line, column, endLine, endColumn, range, letter: index, item };
      })
      .sort((a, b) => a.range[0] - b.range[0]),
  );
  return { findings, ignored: all.flat().length - findings.length };
}
