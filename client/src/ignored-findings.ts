import * as vscode from 'vscode';
import { IGNORED_FILE, IGNORED_FILE_ENDING, type ChangedIgnoredFile, type IgnoredFileParams } from '../../server/src/lsp/client-requests';
import type { LanguageServer } from './language-server';
import { onceMore, readSidecar, writeSidecar } from './sidecar-files';

/** A larger file is something else. */
const LARGEST = 4_000_000;

/**
 * The files of ignored findings beside the letters that are open: reads each
 * when its letter opens and when it changes, and sends it to the server.
 */
export class IgnoredFindings implements vscode.Disposable {
  private readonly letters = new Map<string, vscode.Uri>();
  /** One watcher for each folder with open letters: letters may lie outside of the workspace. */
  private readonly watchers = new Map<string, vscode.Disposable>();
  private readonly subscriptions: vscode.Disposable[];
  /** Changes of files follow each other. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly server: LanguageServer,
    private readonly output: vscode.LogOutputChannel,
  ) {
    this.subscriptions = [
      server.onLetterStatus(({ uri, letters }) => {
        if (letters.length > 0 && !this.letters.has(uri)) this.opened(vscode.Uri.parse(uri), uri);
      }),
      server.onState((state) => {
        // A new server knows none of what the one before was told; it will tell of each letter again.
        if (state !== 'running') this.letters.clear();
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.closed(uri)),
    ];
  }

  dispose(): void {
    for (const each of [...this.watchers.values(), ...this.subscriptions]) each.dispose();
  }

  /**
   * Reads the file anew, writes what `change` makes of it and tells the server;
   * `null` from `change` leaves it alone, and gives false. Once more where it
   * was changed in between. Rejects where the file cannot be read as it stands, or written.
   */
  change(letter: vscode.Uri, change: (text: string) => Promise<ChangedIgnoredFile | null | undefined>): Promise<boolean> {
    const done = this.turn.then(() => onceMore(async () => {
      const file = ignoredFile(letter);
      // What a lenient reading has replaced would be written back.
      const before = await this.read(letter, true);
      const changed = await change(before);
      if (changed === undefined) throw new Error(vscode.l10n.t('The language server does not answer.'));
      if (changed === null) return false;
      if (changed.refused !== null) throw new Error(changed.refused);
      if (changed.text !== before && file !== undefined) await writeSidecar(file, changed.text, before);
      await this.send(letter);
      return true;
    }));
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async read(letter: vscode.Uri, exact = false): Promise<string> {
    const file = ignoredFile(letter);
    return file === undefined ? '' : readSidecar(file, { largest: LARGEST, exact });
  }

  private opened(letter: vscode.Uri, name: string): void {
    this.letters.set(name, letter);
    const folder = vscode.Uri.joinPath(letter, '..');
    if (ignoredFile(letter) !== undefined && !this.watchers.has(folder.toString())) {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, `*${IGNORED_FILE_ENDING}`));
      const changed = (file: vscode.Uri): void => {
        for (const open of this.letters.values()) if (ignoredFile(open)?.toString() === file.toString()) void this.send(open);
      };
      this.watchers.set(folder.toString(), vscode.Disposable.from(watcher, watcher.onDidChange(changed), watcher.onDidCreate(changed), watcher.onDidDelete(changed)));
    }
    void this.send(letter);
  }

  private closed(letter: vscode.Uri): void {
    if (!this.letters.delete(letter.toString())) return;
    const folder = vscode.Uri.joinPath(letter, '..').toString();
    if ([...this.letters.values()].some((open) => vscode.Uri.joinPath(open, '..').toString() === folder)) return;
    this.watchers.get(folder)?.dispose();
    this.watchers.delete(folder);
  }

  private async send(letter: vscode.Uri): Promise<void> {
    try {
      const params: IgnoredFileParams = { uri: letter.toString(), text: (await this.read(letter)) || null };
      await this.server.notify(IGNORED_FILE, params);
    } catch (fault) {
      this.output.warn(`${letter.toString(true)}${IGNORED_FILE_ENDING}: ${String(fault)}`);
    }
  }
}

/** The file beside a letter; `undefined` for one that is in no file yet. */
export function ignoredFile(letter: vscode.Uri): vscode.Uri | undefined {
  return letter.scheme === 'untitled' ? undefined : letter.with({ path: letter.path + IGNORED_FILE_ENDING });
}

/** Why the file was not changed, for the person to read. */
export function notChanged(fault: unknown): string {
  return vscode.l10n.t('The file of ignored findings beside the letter could not be changed: {0}', fault instanceof Error ? fault.message : String(fault));
}
