import * as vscode from 'vscode';
import { MASK_IN_FILE, type MaskInFileParams } from '../../../server/src/lsp/annotation-requests';
import type { LanguageServer } from '../language-server';
import { onceMore, readSidecar, writeSidecar } from '../sidecar-files';
import { belongsTo, fileName, folderOf } from './file-names';
import type { Bases } from './bases';
import type { LetterAnnotations } from './letter-annotations';
import { fileNames } from './stored-place';

/** What `imrLetters.maskKept` works with. */
export interface Keeping {
  readonly server: LanguageServer;
  readonly annotations: LetterAnnotations;
  readonly bases: Bases;
}

/**
 * Masks words of a letter in everything that is kept about it: the files
 * beside it and in the storage; the copies of its text are taken away.
 * `letter` is an address or its text; anything else does nothing. Rejects
 * with a message to read where something is still there unmasked.
 */
export async function maskKept({ server, annotations, bases }: Keeping, letter: unknown, words: unknown, mask: unknown): Promise<void> {
  const uri = typeof letter === 'string' ? vscode.Uri.parse(letter) : letter;
  if (!(uri instanceof vscode.Uri) || !Array.isArray(words) || typeof mask !== 'string') return;
  const hidden = words.filter((word): word is string => typeof word === 'string' && word.trim() !== '');
  if (hidden.length === 0) return;
  const masked = async (text: string): Promise<string> => {
    const params: MaskInFileParams = { text, words: hidden, mask };
    const answer = await server.request<string | null>(MASK_IN_FILE, params);
    if (typeof answer !== 'string') throw new Error(vscode.l10n.t('The language server does not answer.'));
    return answer;
  };
  const faults: string[] = [];
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (fault) {
      faults.push(fault instanceof Error ? fault.message : String(fault));
    }
  };
  await attempt(() => bases.purge(uri));
  await attempt(() => annotations.rewrite(uri, ({ text }) => masked(text)));
  let others: readonly vscode.Uri[] = [];
  await attempt(async () => void (others = await otherFiles(uri)));
  for (const file of others) {
    await attempt(() => onceMore(async () => {
      const text = await readSidecar(file, { exact: true });
      const now = await masked(text);
      if (now !== text) await writeSidecar(file, now, text);
    }));
  }
  if (faults.length > 0) throw new Error(vscode.l10n.t('Not everything that is kept about this letter could be masked: {0}', faults.join('; ')));
}

/** What lies beside a letter besides annotations, such as ignored findings: `letter.txt.*.jsonl`. */
async function otherFiles(letter: vscode.Uri): Promise<vscode.Uri[]> {
  const folder = folderOf(letter);
  const names = await fileNames(folder);
  const start = `${fileName(letter)}.`;
  return names.filter((name) => name.startsWith(start) && name.endsWith('.jsonl') && !belongsTo(letter, name)).map((name) => vscode.Uri.joinPath(folder, name));
}
