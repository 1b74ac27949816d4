/**
 * Opens the samples in a real VS Code with this extension in it: the desktop's where there
 * is a `code` to call, else the VS Code server in a browser. `npm start` runs it after the
 * build. With `--no-open` it only prints the server's address and opens nothing.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './paths.mjs';
import { onInterrupt } from './processes.mjs';
import { installServer } from './server-host.mjs';
import { startWorkbench } from './workbench.mjs';

const samples = path.join(root, 'samples');
/** The letter that shows most of what the extension does. */
const first = path.join(samples, '2016-missing-fields.txt');

async function main() {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => word !== '--no-open');
  if (unknown !== undefined) {
    console.error(`Unknown option ${unknown}. There is only --no-open: print the address, open nothing.`);
    return 2;
  }
  if (!existsSync(path.join(root, 'dist', 'client.js'))) {
    console.error('The extension is not built yet: run "npm run build" first, or "npm start", which does both.');
    return 1;
  }
  const mayOpen = !words.includes('--no-open') && hasScreen();
  if (mayOpen && openDesktop()) return 0;
  await serve(mayOpen);
  return null;
}

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Whether a desktop VS Code has taken over. */
function openDesktop() {
  // In a terminal of a remote window `code` is another program, which takes no extension under development.
  if (process.env.VSCODE_IPC_HOOK_CLI || !onPath('code')) return false;
  console.log('Opening the samples in the desktop VS Code ("code" on the PATH) with this extension in development ...');
  const quote = process.platform === 'win32' ? (word) => `"${word}"` : (word) => word;
  const { status } = spawnSync('code', ['--new-window', `--extensionDevelopmentPath=${root}`, samples, first].map(quote), {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) return true;
  console.log('The desktop VS Code did not start; using the VS Code server instead.');
  return false;
}

async function serve(mayOpen) {
  const data = await realpath(await mkdtemp(path.join(tmpdir(), 'imr-start-')));
  let server;
  let ending = false;
  const cleanUp = async () => {
    await server?.stop();
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  onInterrupt(async () => {
    ending = true;
    console.log('\nStopping the VS Code server ...');
    await cleanUp();
  }, 0);
  try {
    const home = await installServer();
    // Only who has this run's token can connect.
    server = await startWorkbench({ home, data, extension: root, token: randomBytes(16).toString('hex') });
  } catch (error) {
    await cleanUp();
    throw error;
  }
  const address = server.address(samples, first);
  console.log(`
VS Code with IMR Letters is running. Open in a browser on this machine:

  ${address}

After a new build, reload the page. Ctrl+C ends it.
`);
  if (mayOpen) openAddress(address);
  void server.ended.then(async (code) => {
    if (ending) return;
    console.error(`The VS Code server ended with ${code}.\n${server.log()}`);
    await cleanUp();
    process.exit(1);
  });
}

/** Best effort: the address is on the screen anyway. */
function openAddress(address) {
  const [command, words] =
    process.platform === 'darwin' ? ['open', [address]]
    // The quotes keep cmd from taking & as its own.
    : process.platform === 'win32' ? ['cmd', ['/c', 'start', '""', `"${address}"`]]
    : ['xdg-open', [address]];
  if (process.platform === 'linux' && !onPath(command)) return;
  const child = spawn(command, words, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  child.on('error', () => {});
  child.unref();
}

function onPath(command) {
  const names = process.platform === 'win32' ? [`${command}.cmd`, `${command}.exe`] : [command];
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => folder !== '' && names.some((name) => existsSync(path.join(folder, name))));
}

const code = await main();
if (code !== null) process.exitCode = code;
