import { randomBytes } from 'node:crypto';
import { chmod, open, readdir, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Temporary files of any writer of ours: `.imr-letters.<process>.<random>.tmp`. The dot keeps them out of listings. */
const LEFTOVER = /^\.imr-letters\.(\d+)\.[0-9a-f]+\.tmp$/;

/** A process that is alive may have got the number of a dead one; no write takes that long. */
const STALE_MS = 60 * 60 * 1000;

/** Other programs (a virus scanner, an indexer) hold files open for a moment; Windows then refuses to rename. */
const REFUSALS = ['EPERM', 'EACCES', 'EBUSY'];
const WAITS_MS = [10, 40, 160];

/**
 * Writes a file whole or not at all: whenever the process or the machine
 * stops, the file holds either all of the old text or all of the new. A link
 * stays a link, and the file keeps its permissions. What writers that were
 * killed have left in the folder is cleared away first.
 *
 * `check` is asked when all that is left to do is the rename, and stops it by
 * rejecting: what another program has written since the text was made is seen
 * as late as can be.
 *
 * Rejects with the system's error (`EACCES`, `EROFS`, `ENOSPC` …); the file
 * is then as it was. Two writes of one file at the same time end with one of
 * the two; the caller sees to their order.
 */
export async function writeWhole(path: string, text: string, check?: () => Promise<void>): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const folder = dirname(target);
  await clearLeftovers(folder);
  const mode = await stat(target).then(({ mode }) => mode & 0o777, () => null);
  const temporary = join(folder, `.imr-letters.${process.pid}.${randomBytes(8).toString('hex')}.tmp`);
  try {
    await fill(temporary, text);
    if (mode !== null) await chmod(temporary, mode);
    await check?.();
    await takePlace(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await settle(folder);
}

async function fill(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text, 'utf8');
    // The name must not reach the disk before what it names.
    await file.sync();
  } finally {
    await file.close();
  }
}

async function takePlace(temporary: string, target: string): Promise<void> {
  for (const wait of [...WAITS_MS, null]) {
    try {
      return await rename(temporary, target);
    } catch (error) {
      if (wait === null || process.platform !== 'win32' || !REFUSALS.includes(codeOf(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Brings the new name to the disk, where folders can be opened. The text is safe already. */
async function settle(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // Windows and some network drives know no such thing.
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

async function clearLeftovers(folder: string): Promise<void> {
  try {
    for (const name of await readdir(folder)) {
      const [, writer] = LEFTOVER.exec(basename(name)) ?? [];
      if (writer === undefined) continue;
      const path = join(folder, name);
      if (!isRunning(Number(writer)) || Date.now() - (await stat(path)).mtimeMs > STALE_MS) await rm(path, { force: true });
    }
  } catch {
    // Not worth failing a write for.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
