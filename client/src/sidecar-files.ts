import * as vscode from 'vscode';

/** A larger file is something else. */
const LARGEST = 16_000_000;

/**
 * The text of a file beside a letter, empty where there is none. Rejects where
 * it is there and cannot be read, or is larger than such a file ever is.
 * `exact`: rejects where bytes are no UTF-8 as well, which a text would lose.
 */
export async function readSidecar(file: vscode.Uri, { largest = LARGEST, exact = false } = {}): Promise<string> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > largest) throw new Error(vscode.l10n.t('{0} bytes are too many.', size));
    const bytes = await vscode.workspace.fs.readFile(file);
    return exact ? decodedExactly(bytes) : new TextDecoder().decode(bytes);
  } catch (fault) {
    if (isNotThere(fault)) return '';
    throw fault;
  }
}

/**
 * Writes a file whole beside itself and then puts it in place, so that it is
 * never half there; an empty text takes it away. Rejects where that cannot be
 * done, and leaves the file as it was.
 */
export async function writeSidecar(file: vscode.Uri, text: string): Promise<void> {
  if (text === '') return removeSidecar(file);
  const draft = file.with({ path: `${file.path}.${Math.random().toString(36).slice(2, 10)}.tmp` });
  try {
    await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(text));
    await vscode.workspace.fs.rename(draft, file, { overwrite: true });
  } catch (fault) {
    await vscode.workspace.fs.delete(draft).then(undefined, () => undefined);
    throw fault;
  }
}

/** Takes a file away; one that is not there is no fault. */
export async function removeSidecar(file: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(file);
  } catch (fault) {
    if (!isNotThere(fault)) throw fault;
  }
}

function decodedExactly(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(vscode.l10n.t('The file is not written in UTF-8.'));
  }
}

function isNotThere(fault: unknown): boolean {
  return fault instanceof vscode.FileSystemError && fault.code === 'FileNotFound';
}
