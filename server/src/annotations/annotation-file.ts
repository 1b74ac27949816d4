import * as l10n from '@vscode/l10n';
import { annotationLine, readAnnotationLine } from './annotation-line';
import { CONFLICT_MARKER } from './conflict-marker';
import type { Annotation } from './model';
import { byVersion } from './threads';

/** A line that is no annotation in force, as it stood in the file. */
export interface KeptLine {
  readonly text: string;
  /**
   * No JSON; JSON that is no annotation known here; an older version of an
   * annotation that the file holds twice, as a merge leaves it; or a conflict
   * marker of git, or a line of the common base between two of them.
   */
  readonly why: 'broken' | 'unknown' | 'superseded' | 'conflict';
  /** Of a superseded line, the id of its annotation. */
  readonly id: string | null;
}

export interface LineProblem {
  /** Counted from 1, in the text that was read. */
  readonly line: number;
  readonly message: string;
}

/** What one person says about one letter. */
export interface AnnotationFile {
  /** Sorted by id, each id once; unknown fields ride along as further properties. */
  readonly entries: readonly Annotation[];
  /** In the order of the text; written behind the entries. */
  readonly kept: readonly KeptLine[];
  /** What was wrong in the text that was read. */
  readonly problems: readonly LineProblem[];
}

export const EMPTY_FILE: AnnotationFile = { entries: [], kept: [], problems: [] };

/**
 * Reads the text of an annotation file: one annotation a line. Empty lines, a
 * byte order mark and CRLF mean nothing. Whatever the text is, no line is
 * lost: one that is no annotation is kept as it is and reported. Read bytes as
 * UTF-8 strictly: what a lenient decoder has replaced cannot be written back.
 *
 * Between conflict markers of git both sides are read; a file with markers
 * should be resolved (`withoutConflict`) before anything is written to it.
 */
export function parseAnnotationFile(text: string): AnnotationFile {
  const entries = new Map<string, Annotation>();
  const kept = new Map<number, KeptLine>();
  const written = new Map<Annotation, { readonly line: number; readonly content: string }>();
  const problems: LineProblem[] = [];
  const keep = (line: number, why: KeptLine['why'], text: string, message: string | null, id: string | null = null): void => {
    kept.set(line, { text, why, id });
    if (message !== null) problems.push({ line, message });
  };
  let side: ConflictSide = 'none';
  text.replace(/^\uFEFF/, '').split('\n').forEach((raw, index) => {
    const line = index + 1;
    const content = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (content.trim() === '') return;
    const marked = sideAfter(content, side);
    if (marked !== null) {
      side = marked;
      return keep(line, 'conflict', content, l10n.t('A conflict marker of git: this file is not merged yet. What both sides say is read.'));
    }
    if (side === 'base') return keep(line, 'conflict', content, null);
    const read = readAnnotationLine(content);
    if ('why' in read) return keep(line, read.why, content, read.message);
    const { annotation } = read;
    written.set(annotation, { line, content });
    const other = entries.get(annotation.id);
    const order = other ? byVersion(annotation, other) : 1;
    if (order >= 0) entries.set(annotation.id, annotation);
    // A line that is there twice says nothing new.
    if (!other || order === 0) return;
    const older = written.get(order > 0 ? other : annotation)!;
    keep(older.line, 'superseded', older.content, l10n.t('There is a newer version of this annotation in the same file. The newer one counts.'), annotation.id);
  });
  return {
    entries: [...entries.values()].sort(byId),
    kept: [...kept].sort(([a], [b]) => a - b).map(([, line]) => line),
    problems: problems.sort((a, b) => a.line - b.line),
  };
}

/** The text of a file: entries sorted by id, then the kept lines; LF, and one at the end unless the file is empty. */
export function serialize({ entries, kept }: AnnotationFile): string {
  const lines = [...[...entries].sort(byId).map(annotationLine), ...kept.map(({ text }) => text)];
  return lines.map((line) => `${line}\n`).join('');
}

/** Whether git has left a conflict in it. */
export function hasConflict({ kept }: AnnotationFile): boolean {
  return kept.some(({ why }) => why === 'conflict');
}

/**
 * The file without conflict markers: what both sides say is in its entries
 * already. An older version that differs in its place alone, as saving a letter
 * on two branches leaves it, says nothing of its own and goes, too.
 */
export function withoutConflict(file: AnnotationFile): AnnotationFile {
  const said = new Map(file.entries.map((entry) => [entry.id, saidIn(entry)]));
  const isSaid = ({ id, text }: KeptLine): boolean => {
    const read = readAnnotationLine(text);
    return id !== null && 'annotation' in read && saidIn(read.annotation) === said.get(id);
  };
  return { ...file, kept: file.kept.filter((line) => line.why !== 'conflict' && !(line.why === 'superseded' && isSaid(line))) };
}

/** All of an annotation but its place. */
function saidIn(annotation: Annotation): string {
  return annotationLine(typeof annotation.target === 'string' ? annotation : { ...annotation, target: '' });
}

/** By code units, so that everybody's machine writes the same order. */
export function byId(a: Annotation, b: Annotation): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

type ConflictSide = 'none' | 'ours' | 'base' | 'theirs';

/** Where the lines after a conflict marker belong; `null` for a line that is none. The base is there in the styles diff3 and zdiff3. */
function sideAfter(line: string, side: ConflictSide): ConflictSide | null {
  const [marker] = CONFLICT_MARKER.exec(line) ?? [];
  switch (marker?.[0]) {
    case '<':
      return 'ours';
    case '|':
      return 'base';
    case '=':
      return side === 'none' ? 'none' : 'theirs';
    case '>':
      return 'none';
    default:
      return null;
  }
}
