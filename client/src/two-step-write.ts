import * as vscode from 'vscode';
import { isNotThere } from './not-there';

/**
 * Writes a file through the editor, which is all there is in a browser and on
 * other file systems than this machine's: first a draft beside it, which then
 * takes its place. The editor does that by taking the old file away first, so
 * the draft stays until a file is certainly there; who reads takes the draft
 * where the file is missing. `check` is asked last, and stops it by rejecting.
 */
export async function writeInTwoSteps(file: vscode.Uri, draft: vscode.Uri, text: string, check: () => Promise<void>): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  await check();
  const { fs } = vscode.workspace;
  // What a writer that was stopped has left is the file, and must not be lost by writing the next draft.
  if (!(await isThere(file)) && (await isThere(draft))) await fs.rename(draft, file);
  const wasThere = await isThere(file);
  try {
    await fs.writeFile(draft, bytes);
    // Where there was none, who asks now would be given the draft.
    if (wasThere) await check();
  } catch (fault) {
    await drop(draft);
    throw fault;
  }
  try {
    await fs.rename(draft, file, { overwrite: true });
  } catch (fault) {
    if (await isThere(file)) {
      await drop(draft);
      throw fault;
    }
    try {
      await fs.writeFile(file, bytes);
    } catch {
      // Where there was a file, the draft is all that is left of it.
      if (!wasThere) await drop(draft);
      throw fault;
    }
    await drop(draft);
  }
}

async function isThere(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch (fault) {
    if (isNotThere(fault)) return false;
    throw fault;
  }
}

async function drop(draft: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(draft).then(undefined, () => undefined);
}
