import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** What a run of the command line left behind. */
export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** The built command line: tests run from the project's folder, after a build. */
export const CLI = resolve('dist', 'cli.js');

/** A folder for one test, with the given files; `remove` takes it away again. */
export interface Folder {
  readonly path: string;
  write(file: string, content: string | Uint8Array): void;
  run(args: readonly string[], options?: { readonly input?: string | Uint8Array; readonly env?: NodeJS.ProcessEnv }): Promise<Run>;
  remove(): void;
}

export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), 'imr-letters-'));
  const write = (file: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), content);
  };
  for (const [file, content] of Object.entries(files)) write(file, content);
  return {
    path,
    write,
    run: (args, options = {}) => run(args, path, options.input ?? '', options.env ?? {}),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

function run(args: readonly string[], cwd: string, input: string | Uint8Array, env: NodeJS.ProcessEnv): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...process.env, ...env } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    // A command that ends without reading its input is none of our business.
    child.stdin.on('error', () => undefined);
    child.on('error', fail);
    child.on('close', (status) =>
      done({ status, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }),
    );
    child.stdin.end(input);
  });
}

/** Runs a test in its own folder, and leaves nothing behind. */
export function inFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  test: (folder: Folder) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const place = folder(files);
    try {
      await test(place);
    } finally {
      place.remove();
    }
  };
}

/** The JSON values of an output of one per line. */
export function records(out: string): Record<string, unknown>[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
