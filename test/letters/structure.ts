import path from 'node:path';
import type { ItemRecord } from '../../server/src/corpus/export-record';
import { FIELD_KINDS } from '../../server/src/letter';
import type { ExportedLetter } from './exported';

/** What the letters of one folder hold. */
export interface FolderRow {
  readonly folder: string;
  readonly letters: number;
  readonly items: number;
  readonly upheld: number;
  readonly overturned: number;
  /** Items that have the three fields, each with some text. */
  readonly complete: number;
  /** For what another extractor made of letters: how it compares with their plain text. */
  readonly comparison: Comparison | null;
}

export interface Comparison {
  readonly requests: number;
  readonly decisions: number;
  readonly fields: number;
  /** Hyphens at line ends that this extractor has dropped. */
  readonly droppedHyphens: number;
  /** One line for each difference: where it is, never what stands there. */
  readonly differences: readonly string[];
}

/** One row per folder, in the order of their names. Letters of `extractors/…` are compared with the same file elsewhere. */
export function structureOf(letters: readonly ExportedLetter[]): FolderRow[] {
  const folders = [...new Set(letters.map(({ file }) => path.posix.dirname(file)))].sort();
  const originals = new Map(letters.filter(({ file }) => !isExtraction(file)).map((letter) => [path.posix.basename(letter.file), letter]));
  return folders.map((folder) => {
    const inFolder = letters.filter(({ file }) => path.posix.dirname(file) === folder);
    const items = inFolder.flatMap(({ record }) => record.items);
    return {
      folder,
      letters: inFolder.length,
      items: items.length,
      upheld: items.filter(({ decision }) => decision?.value === 'upheld').length,
      overturned: items.filter(({ decision }) => decision?.value === 'overturned').length,
      complete: items.filter((item) => FIELD_KINDS.every((kind) => (item[kind]?.text ?? '') !== '')).length,
      comparison: isExtraction(folder) ? compare(inFolder, originals) : null,
    };
  });
}

function isExtraction(file: string): boolean {
  return file.startsWith('extractors/');
}

function compare(extractions: readonly ExportedLetter[], originals: ReadonlyMap<string, ExportedLetter>): Comparison {
  const same = { requests: 0, decisions: 0, fields: 0, droppedHyphens: 0 };
  const differences: string[] = [];
  for (const extraction of extractions) {
    const original = originals.get(path.posix.basename(extraction.file));
    if (!original) {
      differences.push(`${extraction.file}: no plain text of this letter`);
      continue;
    }
    const [here, there] = [extraction.record.items, original.record.items];
    if (here.length !== there.length) differences.push(`${extraction.file}: ${here.length} items instead of ${there.length}`);
    there.forEach((item, index) => {
      const place = `${extraction.file}, item ${index + 1}`;
      const other = here[index];
      if (!other) return;
      const passage = (name: 'request' | (typeof FIELD_KINDS)[number]): boolean => {
        const dropped = droppedHyphens(wordsOf(original.text, item, name), wordsOf(extraction.text, other, name));
        if (dropped === null) differences.push(`${place}: ${name} differs`);
        else same.droppedHyphens += dropped;
        return dropped !== null;
      };
      if (passage('request')) same.requests++;
      if (item.decision?.value === other.decision?.value) same.decisions++;
      else differences.push(`${place}: decision differs`);
      for (const kind of FIELD_KINDS) if (passage(kind)) same.fields++;
    });
  }
  return { ...same, differences };
}

/** A passage as its file has it; `null` where it is absent, which is not the same as empty. */
function wordsOf(text: string, item: ItemRecord, name: 'request' | (typeof FIELD_KINDS)[number]): string | null {
  const field = item[name];
  return field && text.slice(...field.range);
}

/**
 * How many hyphens at line ends of `original` are gone in `extraction`, where
 * the passages are otherwise the same up to white space and the characters that
 * extractors put for a hyphen; `null` where they differ.
 */
export function droppedHyphens(original: string | null, extraction: string | null): number | null {
  if (original === null || extraction === null) return original === extraction ? 0 : null;
  const hyphens = /[\u00ad\ufffe]/g;
  // A hyphen at a line end becomes a mark of its own: it may stay or go.
  const wanted = original.replace(hyphens, '-').replace(/-[^\S\r\n\f]*[\r\n\f]/g, '\u0000').replace(/\s+/g, '');
  const given = extraction.replace(hyphens, '-').replace(/\s+/g, '');
  let dropped = 0;
  let at = 0;
  for (const character of wanted) {
    if (character === '\u0000' && given[at] !== '-') dropped++;
    else if (given.startsWith(character === '\u0000' ? '-' : character, at)) at += character.length;
    else return null;
  }
  return at === given.length ? dropped : null;
}

/** The rows as a table of plain text. */
export function tableOf(rows: readonly FolderRow[]): string {
  const head = ['folder', 'letters', 'items', 'upheld', 'overturned', 'all three fields', 'requests =', 'decisions =', 'fields =', 'hyphens dropped'];
  const body = rows.map(({ folder, letters, items, upheld, overturned, complete, comparison }) => [
    folder,
    ...[letters, items, upheld, overturned, complete].map(String),
    ...(comparison
      ? [comparison.requests, comparison.decisions, comparison.fields, comparison.droppedHyphens].map(String)
      : ['', '', '', '']),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...body.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...body.map(line)].join('\n');
}
