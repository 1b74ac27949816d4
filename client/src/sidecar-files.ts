import * as vscode from 'vscode';
import { isNotThere } from './not-there';
import { writeInTwoSteps } from './two-step-write';

/** A larger file is something else. */
const LARGEST = 16_000_000;

/** The end of the name of what is written before it takes its file's place. */
const DRAFT_ENDING = '.tmp';

/** Writes a file of this machine whole or not at all; `check` is asked last, and stops it by rejecting. */
export type WriteWhole = (path: string, text: string, check?: () => Promise<void>) => Promise<void>;

let writeOnDisk: WriteWhole | undefined;

/** What a host with Node does better than the editor, which takes a file away before it renames another to its name. */
export function writeOnDiskWith(write: WriteWhole | undefined): void {
  writeOnDisk = write;
}

/** A file has another text than the one that a change of it was made from. */
export class ChangedMeanwhile extends Error {
  constructor() {
    super(vscode.l10n.t('The file was changed at the same time. Try again.'));
  }
}

/** Does what reads a file and writes it, and does it once more where the file was changed in between. */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (!(fault instanceof ChangedMeanwhile)) throw fault;
    return work();
  }
}

/**
 * The text of a file beside a letter, empty where there is none. Rejects where
 * it is there and cannot be read, or is larger than such a file ever is.
 * `exact`: rejects where bytes are no UTF-8 as well, which a text would lose.
 */
export async function readSidecar(file: vscode.Uri, options: { readonly largest?: number; readonly exact?: boolean } = {}): Promise<string> {
  // A writer that was stopped between taking the old file away and renaming has left all of the new one.
  return (await textIn(file, options)) ?? (await textIn(draftOf(file), options)) ?? '';
}

/**
 * Writes a file so that it is never half there; an empty text takes it away.
 * `before`: the text that it was made from; rejects with `ChangedMeanwhile`
 * where the file has another one. Rejects where it cannot be written, and
 * leaves the file as it was.
 */
export async function writeSidecar(file: vscode.Uri, text: string, before?: string): Promise<void> {
  const check = async (): Promise<void> => {
    if (before !== undefined && (await readSidecar(file, { exact: true })) !== before) throw new ChangedMeanwhile();
  };
  if (text === '') {
    await check();
    return removeSidecar(file);
  }
  if (file.scheme === 'file' && writeOnDisk !== undefined) return writeOnDisk(file.fsPath, text, check);
  return writeInTwoSteps(file, draftOf(file), text, check);
}

/** Takes a file away; one that is not there is no fault. */
export async function removeSidecar(file: vscode.Uri): Promise<void> {
  // A draft that was left would be taken for the file once that is gone.
  for (const each of [draftOf(file), file]) {
    try {
      await vscode.workspace.fs.delete(each);
    } catch (fault) {
      if (!isNotThere(fault)) throw fault;
    }
  }
}

/** The name of the file that a draft was meant for; other names as they are. */
export function withoutDraft(name: string): string {
  return name.endsWith(DRAFT_ENDING) ? name.slice(0, -DRAFT_ENDING.length) : name;
}

function draftOf(file: vscode.Uri): vscode.Uri {
  return file.with({ path: file.path + DRAFT_ENDING });
}

async function textIn(file: vscode.Uri, { largest = LARGEST, exact = false }): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > largest) throw new Error(vscode.l10n.t('{0} bytes are too many.', size));
    const bytes = await vscode.workspace.fs.readFile(file);
    return exact ? decodedExactly(bytes) : new TextDecoder().decode(bytes);
  } catch (fault) {
    if (isNotThere(fault)) return undefined;
    throw fault;
  }
}

function decodedExactly(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(vscode.l10n.t('The file is not written in UTF-8.'));
  }
}
