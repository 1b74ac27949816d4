import * as vscode from 'vscode';
import { textsInGit } from './texts-in-git';
import { fileNames, storedPlace } from './stored-place';

/** Texts kept of each letter; older ones go. */
const MOST = 8;
/** Milliseconds after which a letter's texts go, if none was added since. */
const LONGEST_KEPT = 365 * 24 * 60 * 60 * 1000;
const ENDING = '.gz';
/** What a hash looks like; it comes out of files, and becomes part of a path. */
const HASH = /^[0-9a-f]{16}$/;

/**
 * Texts in which positions of annotations hold: compressed copies in the
 * extension's storage, a folder for each letter, and what git has of it.
 */
export class Bases {
  private swept = false;

  constructor(
    private readonly storage: vscode.Uri,
    private readonly output: vscode.LogOutputChannel,
  ) {}

  /** Keeps a letter's text under its hash. */
  async keep(letter: vscode.Uri, hash: string, text: string): Promise<void> {
    if (!HASH.test(hash)) return;
    const folder = await storedPlace(this.storage, 'bases', letter);
    const name = hash + ENDING;
    const names = await fileNames(folder);
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), await through(new CompressionStream('gzip'), new TextEncoder().encode(text)));
    const others = names.filter((other) => other !== name);
    const aged = await Promise.all(others.map(async (other) => ({ file: vscode.Uri.joinPath(folder, other), time: await timeOf(vscode.Uri.joinPath(folder, other)) })));
    aged.sort((a, b) => b.time - a.time);
    for (const { file } of aged.slice(MOST - 1)) await vscode.workspace.fs.delete(file);
    if (!this.swept) void this.sweep();
  }

  /** The texts with these hashes as far as they can be had; of git's the hash is not checked here. */
  async find(letter: vscode.Uri, hashes: readonly string[]): Promise<string[]> {
    const folder = await storedPlace(this.storage, 'bases', letter);
    const names = new Set(await fileNames(folder));
    const kept = hashes.filter((hash) => HASH.test(hash) && names.has(hash + ENDING));
    const texts = await Promise.all(kept.map((hash) => this.read(vscode.Uri.joinPath(folder, hash + ENDING))));
    const found = texts.filter((text) => text !== undefined);
    return found.length === hashes.length ? found : [...found, ...(await textsInGit(letter))];
  }

  /** Takes away all that is kept of a letter's text. */
  async purge(letter: vscode.Uri): Promise<void> {
    const folder = await storedPlace(this.storage, 'bases', letter);
    for (const name of await fileNames(folder)) await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name));
  }

  private async read(file: vscode.Uri): Promise<string | undefined> {
    try {
      const bytes = await vscode.workspace.fs.readFile(file);
      return new TextDecoder().decode(await through(new DecompressionStream('gzip'), bytes));
    } catch (fault) {
      this.output.warn(`${file.toString(true)}: ${String(fault)}`);
      return undefined;
    }
  }

  /** Once in each window: what is kept of letters that nobody has annotated for long goes. */
  private async sweep(): Promise<void> {
    this.swept = true;
    try {
      const all = vscode.Uri.joinPath(this.storage, 'bases');
      for (const [name] of await vscode.workspace.fs.readDirectory(all)) {
        const folder = vscode.Uri.joinPath(all, name);
        if (Date.now() - (await timeOf(folder)) > LONGEST_KEPT) await vscode.workspace.fs.delete(folder, { recursive: true });
      }
    } catch (fault) {
      this.output.warn(String(fault));
    }
  }
}

async function timeOf(file: vscode.Uri): Promise<number> {
  return (await vscode.workspace.fs.stat(file)).mtime;
}

async function through(stream: CompressionStream | DecompressionStream, bytes: Uint8Array): Promise<Uint8Array> {
  const whole = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream as unknown as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>);
  return new Uint8Array(await new Response(whole as unknown as BodyInit).arrayBuffer());
}
