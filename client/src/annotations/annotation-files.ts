import * as vscode from 'vscode';
import type { AnnotationFileText } from '../../../server/src/lsp/annotation-requests';
import { ChangedMeanwhile, readSidecar, removeSidecar, withoutDraft, writeSidecar } from '../sidecar-files';
import { belongsTo, folderOf } from './file-names';
import { fileNames, storedPlace } from './stored-place';
import { lineHashes, textOfBoth } from './stored-text';

/** Where a file was put. */
export type Written = 'beside' | 'stored';

/** Stands in the storage for a person who has taken all out: an empty file is none. */
const NOTHING_LEFT = '\n';

interface Places {
  readonly beside: vscode.Uri;
  readonly stored: vscode.Uri;
  /** What the stored one was made from. */
  readonly from: vscode.Uri;
}

/** Both texts of a file, and what they say together. */
interface Texts {
  readonly here: string;
  readonly kept: string;
  readonly text: string;
}

/**
 * The files of annotations of letters: beside the letter, one per person; in
 * the extension's storage where nothing can be written beside the letter.
 */
export class AnnotationFiles {
  constructor(
    private readonly storage: vscode.Uri,
    private readonly output: vscode.LogOutputChannel,
  ) {}

  /** All files of a letter, by name. One that cannot be read is left out, and said in the log. Rejects where the folder does not tell what is in it. */
  async read(letter: vscode.Uri): Promise<AnnotationFileText[]> {
    const [inFolder, inStorage] = await Promise.all([fileNames(folderOf(letter)), this.storedNames(letter)]);
    const names = [...new Set([...inFolder.map(withoutDraft), ...inStorage])].filter((name) => belongsTo(letter, name)).sort();
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
    return (await textsOf(await this.placesOf(letter, name), exact)).text;
  }

  /**
   * Writes a file whole, beside the letter or else in the storage. An empty
   * text takes it away. `before`: the text that it was made from. Rejects
   * where there is another one by now, and where neither can be written.
   */
  async write(letter: vscode.Uri, { name, text }: AnnotationFileText, before: string): Promise<Written> {
    const places = await this.placesOf(letter, name);
    const texts = await textsOf(places, true);
    if (texts.text !== before) throw new ChangedMeanwhile();
    try {
      if (!mayBeWritten(letter)) throw new Error(vscode.l10n.t('This place cannot be written to.'));
      await this.putBeside(places, text, texts);
      return 'beside';
    } catch (fault) {
      if (fault instanceof ChangedMeanwhile) throw fault;
      this.output.warn(`${places.beside.toString(true)}: ${String(fault)}`);
      // Of a place that has gone nobody knows what lies there; a copy would stand for all of it.
      if (!(await isReached(letter))) throw new Error(vscode.l10n.t('The place of this letter cannot be reached.'));
      await store(places, text, texts);
      return 'stored';
    }
  }

  /** Puts beside a letter what had to be kept in the storage, where that can be done by now. */
  async bringBeside(letter: vscode.Uri): Promise<void> {
    if (!mayBeWritten(letter)) return;
    for (const name of await this.storedNames(letter)) {
      try {
        const places = await this.placesOf(letter, name);
        const texts = await textsOf(places, true);
        await this.putBeside(places, texts.text, texts);
      } catch (fault) {
        this.output.warn(`${name}: ${String(fault)}`);
      }
    }
  }

  /** Where a file is, or would be: in the storage only where it was put there. */
  async placeOf(letter: vscode.Uri, name: string): Promise<vscode.Uri> {
    const { beside, stored } = await this.placesOf(letter, name);
    return (await readSidecar(stored)) === '' ? beside : stored;
  }

  private async putBeside({ beside, stored, from }: Places, text: string, { here, kept }: Texts): Promise<void> {
    if (text !== here) await writeSidecar(beside, text, here);
    if (kept === '') return;
    for (const file of [stored, from]) await removeSidecar(file).catch((fault: unknown) => this.output.warn(String(fault)));
  }

  private async storedNames(letter: vscode.Uri): Promise<string[]> {
    return (await fileNames(await storedPlace(this.storage, 'annotations', letter))).filter((name) => belongsTo(letter, name));
  }

  private async placesOf(letter: vscode.Uri, name: string): Promise<Places> {
    const stored = vscode.Uri.joinPath(await storedPlace(this.storage, 'annotations', letter), name);
    return { beside: vscode.Uri.joinPath(folderOf(letter), name), stored, from: stored.with({ path: `${stored.path}.from` }) };
  }
}

async function textsOf({ beside, stored, from }: Places, exact: boolean): Promise<Texts> {
  const [here, kept] = await Promise.all([readSidecar(beside, { exact }), readSidecar(stored, { exact })]);
  return { here, kept, text: kept === '' ? here : await textOfBoth(here, kept, await readSidecar(from)) };
}

async function store({ stored, from }: Places, text: string, { here, kept }: Texts): Promise<void> {
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(stored, '..'));
  await writeSidecar(stored, text === '' && here !== '' ? NOTHING_LEFT : text, kept);
  await writeSidecar(from, text === '' && here === '' ? '' : await lineHashes(here));
}

function mayBeWritten(letter: vscode.Uri): boolean {
  return vscode.workspace.fs.isWritableFileSystem(letter.scheme) !== false;
}

/** Whether the letter is there to be read; of a document that is in no file system there is nothing to reach. */
async function isReached(letter: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(letter.scheme) === undefined) return true;
  return vscode.workspace.fs.stat(letter).then(() => true, () => false);
}
