import * as vscode from 'vscode';
import type { AnnotationFileText } from '../../../server/src/lsp/annotation-requests';
import { readSidecar, removeSidecar, writeSidecar } from '../sidecar-files';
import { fileNames, storedPlace } from './stored-place';

/** The end of every annotation file's name. */
export const ANNOTATION_FILE_ENDING = '.anno.jsonl';

/** Where a file was put. */
export type Written = 'beside' | 'stored';

/**
 * The files of annotations of letters: beside the letter, one per person; in
 * the extension's storage where nothing can be written beside the letter.
 */
export class AnnotationFiles {
  constructor(
    private readonly storage: vscode.Uri,
    private readonly output: vscode.LogOutputChannel,
  ) {}

  /** All files of a letter, by name. One that cannot be read is left out, and said in the log. */
  async read(letter: vscode.Uri): Promise<AnnotationFileText[]> {
    const beside = folderOf(letter);
    const stored = await storedPlace(this.storage, 'annotations', letter);
    const [inFolder, inStorage] = await Promise.all([fileNames(beside), fileNames(stored)]);
    const names = [...new Set([...inFolder, ...inStorage])].filter((name) => belongsTo(letter, name)).sort();
    const files = await Promise.all(names.map(async (name) => {
      try {
        return { name, text: await this.textOf(letter, name) };
      } catch (fault) {
        this.output.warn(`${name}: ${String(fault)}`);
        return undefined;
      }
    }));
    return files.filter((file) => file !== undefined);
  }

  /** The text of one file; empty where there is none. `exact`: rejects where a text would lose something. */
  async textOf(letter: vscode.Uri, name: string, exact = false): Promise<string> {
    const { beside, stored } = await this.placesOf(letter, name);
    const [here, kept] = await Promise.all([readSidecar(beside, { exact }), readSidecar(stored, { exact })]);
    if (here === '' || kept === '') return here || kept;
    // The one in the storage was made from the one beside the letter, unless that has changed since.
    return (await timeOf(stored)) >= (await timeOf(beside)) ? kept : united(here, kept);
  }

  /** Writes a file whole, beside the letter or else in the storage. An empty text takes it away. Rejects where neither can be written. */
  async write(letter: vscode.Uri, { name, text }: AnnotationFileText): Promise<Written> {
    const { beside, stored } = await this.placesOf(letter, name);
    try {
      if (!mayBeWritten(letter)) throw new Error(vscode.l10n.t('This place cannot be written to.'));
      await writeSidecar(beside, text);
    } catch (fault) {
      this.output.warn(`${beside.toString(true)}: ${String(fault)}`);
      // An empty file there hides the one beside the letter.
      await writeSidecar(stored, text === '' && (await readSidecar(beside)) !== '' ? '\n' : text);
      return 'stored';
    }
    await removeSidecar(stored).catch((fault: unknown) => this.output.warn(String(fault)));
    return 'beside';
  }

  /** Where a file is, or would be: in the storage only where it was put there. */
  async placeOf(letter: vscode.Uri, name: string): Promise<vscode.Uri> {
    const { beside, stored } = await this.placesOf(letter, name);
    return (await readSidecar(stored)) === '' ? beside : stored;
  }

  private async placesOf(letter: vscode.Uri, name: string): Promise<{ readonly beside: vscode.Uri; readonly stored: vscode.Uri }> {
    return { beside: vscode.Uri.joinPath(folderOf(letter), name), stored: vscode.Uri.joinPath(await storedPlace(this.storage, 'annotations', letter), name) };
  }
}

/** The folder that the letter lies in. */
export function folderOf(letter: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(letter, '..');
}

/** Whether a file of this name holds annotations of the letter: `letter.txt.<person>.anno.jsonl`. */
export function belongsTo(letter: vscode.Uri, name: string): boolean {
  // Some file systems take names apart (NFD) that were written whole.
  const start = `${fileName(letter).normalize('NFC')}.`;
  name = name.normalize('NFC');
  // A person's part of the name has no full stop in it.
  return name.startsWith(start) && name.endsWith(ANNOTATION_FILE_ENDING) && /^[^.]+$/.test(name.slice(start.length, -ANNOTATION_FILE_ENDING.length));
}

/** The last part of an address. */
export function fileName({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function mayBeWritten(letter: vscode.Uri): boolean {
  return vscode.workspace.fs.isWritableFileSystem(letter.scheme) !== false;
}

async function timeOf(file: vscode.Uri): Promise<number> {
  return (await vscode.workspace.fs.stat(file)).mtime;
}

/** The lines of both, each once: every annotation is a line. */
function united(here: string, kept: string): string {
  const lines = here.split('\n');
  const known = new Set(lines);
  return [...lines.filter((line) => line !== ''), ...kept.split('\n').filter((line) => line !== '' && !known.has(line)), ''].join('\n');
}
