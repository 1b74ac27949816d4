import * as l10n from '@vscode/l10n';
import { decodeText } from '../corpus/decode';
import { foldedText } from '../letter';
import { entriesOf, holdsConflict, IGNORED_SUFFIX, ignoredText, parseIgnored, withIgnored, withoutIgnored, type IgnoredFile } from '../annotations/ignored-findings';
import type { FileSystem } from '../host';
import type { RuleLevels } from '../rules';
import type { ChangedIgnoredFile, IgnoredList, IgnoreFindingParams, StopIgnoringParams } from './client-requests';
import type { Reading } from './reading';

const NOTHING: ReadonlySet<string> = new Set();

interface Known {
  readonly file: IgnoredFile;
  readonly text: string;
  /** The same object for as long as the file is the same. */
  readonly ids: ReadonlySet<string>;
}

/**
 * What is ignored in the letters that are open: from the file beside each, as
 * the client has sent it, or as it was read here for a client that does not.
 */
export class IgnoredFindings {
  private readonly known = new Map<string, Known>();
  private readonly readings = new Map<string, Promise<boolean>>();

  /** Names of the findings that are ignored in a document. */
  ids(uri: string): ReadonlySet<string> {
    return this.known.get(uri)?.ids ?? NOTHING;
  }

  /** Goes by this text of the file beside a letter, `null` for none; says whether that changes anything. */
  take(uri: string, text: string | null): boolean {
    if ((this.known.get(uri)?.text ?? '') === (text ?? '')) return false;
    if (text === null || text === '') return this.known.delete(uri);
    const file = parseIgnored(text);
    this.known.set(uri, { file, text, ids: new Set(entriesOf(file).map(({ id }) => id)) });
    return true;
  }

  file(uri: string): IgnoredFile {
    return this.known.get(uri)?.file ?? { lines: [], problems: [] };
  }

  /** Reads the file beside a letter on this machine; says whether it differs from the one before. What cannot be read ignores nothing. */
  read(uri: string, files: FileSystem): Promise<boolean> {
    const reading = this.readBeside(uri, files);
    this.readings.set(uri, reading);
    return reading;
  }

  private async readBeside(uri: string, files: FileSystem): Promise<boolean> {
    let text: string | null = null;
    try {
      const bytes = uri.startsWith('file:') ? await files.readFileIfThere(uri + IGNORED_SUFFIX) : undefined;
      text = bytes === undefined ? null : decodeText(bytes);
    } catch {
      // No file to go by; the findings are shown.
    }
    return this.take(uri, text);
  }

  /** The file beside this letter was read here, whatever came of it. */
  wasRead(uri: string): boolean {
    return this.readings.has(uri);
  }

  /** Resolves when the reading that is under way is done. */
  async ready(uri: string): Promise<void> {
    await this.readings.get(uri);
  }

  forget(uri: string): void {
    this.known.delete(uri);
    this.readings.delete(uri);
  }
}

/** The letter of the file `….ignored.jsonl`, or `undefined` for another file. */
export function letterBeside(uri: string): string | undefined {
  return uri.endsWith(IGNORED_SUFFIX) ? uri.slice(0, -IGNORED_SUFFIX.length) : undefined;
}

/** The text of the file with one finding more; `null` where the letter has no such finding. */
export function ignoreFinding(reading: Reading, { text, id, reason, by, on }: IgnoreFindingParams, levels: RuleLevels): ChangedIgnoredFile | null {
  const index = reading.findingIds(levels).indexOf(id);
  const finding = reading.allFindings(levels)[index];
  if (finding === undefined || reason.trim() === '') return null;
  const entry = { id, code: finding.code, item: finding.item, reason: reason.trim(), by: by.trim(), on };
  return changed(text, (file) => withIgnored(file, entry));
}

/** The text of the file without some findings. */
export function stopIgnoring({ text, ids }: StopIgnoringParams): ChangedIgnoredFile {
  return changed(text, (file) => withoutIgnored(file, ids));
}

function changed(text: string, change: (file: IgnoredFile) => IgnoredFile): ChangedIgnoredFile {
  const file = parseIgnored(text);
  if (holdsConflict(file)) return { text, refused: l10n.t('The file of ignored findings holds a merge conflict of git. Resolve it first.') };
  return { text: ignoredText(change(file)), refused: null };
}

/** What is ignored in a document, with the places of the findings that are still there. */
export function ignoredListOf(reading: Reading, file: IgnoredFile, levels: RuleLevels): IgnoredList {
  const entries = entriesOf(file);
  // A rule that is off now has its findings all the same.
  const wanted: RuleLevels = { ...levels, ...Object.fromEntries(entries.map(({ code }) => [code, 'hint' as const])) };
  const ids = reading.findingIds(wanted);
  const findings = new Map(reading.allFindings(wanted).map((finding, index) => [ids[index]!, finding]));
  return {
    ignored: entries.map(({ id, code, item, reason, by, on }) => {
      const finding = findings.get(id);
      if (finding === undefined) return { id, code, item, reason, by, on, request: null, found: null };
      const of = reading.letters[reading.letterAt(finding.span.start)]?.items[finding.item ?? -1];
      const request = of === undefined ? null : foldedText(reading.text, of.partial?.remaining ?? of.request);
      return { id, code, item: finding.item, reason, by, on, request, found: { range: reading.range(finding.span), message: finding.message } };
    }),
    unreadable: file.problems.map(({ line }) => line),
  };
}
