import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cache } from './paths.mjs';
import { endWithUs } from './processes.mjs';

const UPDATES = 'https://update.code.visualstudio.com/api/releases/stable';

/**
 * Finds a desktop VS Code for tests: the one that `VSCODE_EXECUTABLE` names, an earlier
 * download, or a new download where its host answers within `bound` milliseconds.
 * Gives `{ executable }`, or `{ reason }`, one line on why there is none.
 */
export async function findDesktop({ bound = 15_000 } = {}) {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named) return existsSync(named) ? { executable: named } : { reason: `VSCODE_EXECUTABLE names ${named}, which is not there` };
  if (process.platform === 'linux' && screen() === null) return { reason: 'no display and no xvfb-run' };
  const before = existsSync(cache) && readdirSync(cache).some((name) => name.startsWith('vscode-'));
  if (!before) {
    try {
      const answer = await fetch(UPDATES, { signal: AbortSignal.timeout(bound) });
      await answer.body?.cancel();
      if (!answer.ok) return { reason: `the download host of VS Code answered ${answer.status}` };
    } catch (error) {
      return { reason: `the download host of VS Code cannot be reached (${error.cause?.code ?? error.name})` };
    }
  }
  try {
    return { executable: await downloadAndUnzipVSCode({ cachePath: cache }) };
  } catch (error) {
    return { reason: `VS Code could not be downloaded (${error.message})` };
  }
}

/** Words to put before a command so that it has a screen to draw on; `null` where there is none to be had. */
function screen() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return [];
  const found = (process.env.PATH ?? '').split(path.delimiter).some((folder) => folder !== '' && existsSync(path.join(folder, 'xvfb-run')));
  return found ? ['xvfb-run', '--auto-servernum'] : null;
}

/**
 * Runs a bundled suite in a desktop VS Code; takes and gives the same as `runInServer`.
 *
 * This starts the editor itself, with the switches of test-electron's `runTests`, because
 * that function leaves no way to read what the tests print.
 */
export async function runOnDesktop({ executable, extension, tests, workspace, data, hear, bound = 300_000 }) {
  const words = [
    ...(screen() ?? []),
    executable,
    workspace,
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--disable-updates',
    '--skip-welcome',
    '--skip-release-notes',
    '--disable-workspace-trust',
    '--disable-extensions',
    `--user-data-dir=${path.join(data, 'user')}`,
    `--extensions-dir=${path.join(data, 'extensions')}`,
    `--extensionDevelopmentPath=${extension}`,
    `--extensionTestsPath=${tests}`,
  ];
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE;
  const child = spawn(words[0], words.slice(1), { env, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
  const stop = endWithUs(child);
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text) => {
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop();
      lines.forEach(hear);
    });
  }
  let timer;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`The suite has not ended within ${bound / 1000} s.`)), bound);
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
  } finally {
    clearTimeout(timer);
    await stop();
  }
}
