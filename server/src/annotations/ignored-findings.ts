import { CONFLICT_MARKER } from './conflict-marker';

/** A finding that a person has ignored for one letter, and why. */
export interface IgnoredFinding {
  /** Name of the finding, as the rules give it; says nothing of the letter's words. */
  readonly id: string;
  /** Code of its rule. */
  readonly code: string;
  /** Zero-based index of the disputed item when it was ignored, for people; `null` for the letter as a whole. */
  readonly item: number | null;
  readonly reason: string;
  /** Who ignored it; empty where that is not said. */
  readonly by: string;
  /** The day, `2026-11-20`; empty where that is not said. */
  readonly on: string;
}

/** A line of the file: what it says, or `null` where it cannot be read; `raw` is kept as it stands. */
interface Line {
  readonly entry: IgnoredFinding | null;
  readonly raw: string;
}

/** What is wrong with a line, counted from 1; the others hold all the same. */
export interface IgnoredProblem {
  readonly line: number;
  readonly message: 'no JSON' | 'no object' | 'no id' | 'no reason';
}

export interface IgnoredFile {
  readonly lines: readonly Line[];
  readonly problems: readonly IgnoredProblem[];
}

/** What is appended to the letter's file name. */
export const IGNORED_SUFFIX = '.ignored.jsonl';

/** An id as it is written; anything longer is no name of a finding. */
const LONGEST_ID = 64;

/**
 * Reads the file beside a letter: JSON Lines, one ignored finding each, in any
 * order, with any line ends; blank lines count for nothing. A line that is no
 * JSON (a conflict left by a merge, a cut line), or has no id or no reason, is
 * a problem and is kept. Never throws; time linear in the text.
 */
export function parseIgnored(text: string): IgnoredFile {
  const lines: Line[] = [];
  const problems: IgnoredProblem[] = [];
  text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/).forEach((raw, index) => {
    if (raw.trim() === '') return;
    const read = entryIn(raw);
    if (typeof read === 'string') problems.push({ line: index + 1, message: read });
    lines.push({ entry: typeof read === 'string' ? null : read, raw });
  });
  return { lines, problems };
}

function entryIn(raw: string): IgnoredFinding | IgnoredProblem['message'] {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return 'no JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'no object';
  const { id, code, item, reason, by, on } = value as Record<string, unknown>;
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID) return 'no id';
  if (typeof reason !== 'string' || reason.trim() === '') return 'no reason';
  return { id, code: words(code), item: typeof item === 'number' && Number.isInteger(item) && item >= 0 ? item : null, reason, by: words(by), on: words(on) };
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The ignored findings in the order of the file; of two with one id both. */
export function entriesOf({ lines }: IgnoredFile): readonly IgnoredFinding[] {
  return lines.flatMap(({ entry }) => entry ?? []);
}

/**
 * Whether git has left a conflict in it. Nothing should be written then: lines
 * that are sorted around the markers end on the wrong side of them.
 */
export function holdsConflict({ lines }: IgnoredFile): boolean {
  return lines.some(({ entry, raw }) => entry === null && CONFLICT_MARKER.test(raw));
}

/** The file with one more ignored finding, in the place of those of the same id that the same person has ignored; what others say of it stays. */
export function withIgnored({ lines, problems }: IgnoredFile, entry: IgnoredFinding): IgnoredFile {
  const { id, code, item, reason, by, on } = entry;
  const others = lines.filter((line) => line.entry?.id !== id || line.entry.by.trim() !== by.trim());
  return { lines: [...others, { entry, raw: JSON.stringify({ id, code, item, reason, by, on }) }], problems };
}

/** The file without the findings of these ids; what cannot be read stays. */
export function withoutIgnored({ lines, problems }: IgnoredFile, ids: readonly string[]): IgnoredFile {
  return { lines: lines.filter(({ entry }) => entry === null || !ids.includes(entry.id)), problems };
}

/**
 * The text of the file: a line for each finding, sorted by id, each ended by
 * LF, so that two people's changes rarely meet in one place. Lines that were
 * read are written as they stood, with whatever keys they have; what could not
 * be read keeps its place among the lines. Empty where nothing is left.
 */
export function ignoredText({ lines }: IgnoredFile): string {
  const sorted = lines.filter(({ entry }) => entry !== null).sort((a, b) => order(a.entry!.id, b.entry!.id) || order(a.raw, b.raw));
  const written: Line[] = [];
  let next = 0;
  for (const [index, line] of lines.entries()) if (line.entry === null) written[index] = line;
  for (let index = 0; index < lines.length; index++) written[index] ??= sorted[next++]!;
  return written.map(({ raw }) => `${raw}\n`).join('');
}

/** The same order on every machine, whatever its language. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
