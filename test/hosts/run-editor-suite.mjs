/**
 * Runs the editor suite in a real VS Code: on the desktop where one can be had, in the VS
 * Code server otherwise. `IMR_EDITOR_HOST=desktop` or `server` forces one.
 */
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { findDesktop, runOnDesktop } from './desktop-host.mjs';
import { root } from './paths.mjs';
import { onInterrupt } from './processes.mjs';
import { runInServer } from './server-suite.mjs';
import { suiteReport } from './suite-report.mjs';
import { makeWorkspace } from './workspace.mjs';

const tests = path.join(root, 'out', 'test', 'editor', 'index.js');

async function main() {
  await build({
    entryPoints: [path.join(root, 'test', 'editor', 'suite', 'index.ts')],
    outfile: tests,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const data = await realpath(await mkdtemp(path.join(tmpdir(), 'imr-editor-')));
  const cleanUp = () => rm(data, { recursive: true, force: true, maxRetries: 5 });
  onInterrupt(cleanUp);
  const report = suiteReport();
  let code = 1;
  try {
    const task = { extension: root, tests, workspace: await makeWorkspace(data), data, hear: report.hear };
    const desktop = await chooseDesktop();
    code = desktop === null ? await runInServer(task) : await runOnDesktop({ ...task, executable: desktop });
  } catch (error) {
    console.error(error.message);
  } finally {
    await cleanUp();
  }
  return report.close(code);
}

/** The desktop's executable, or `null` for the server. */
async function chooseDesktop() {
  const forced = process.env.IMR_EDITOR_HOST ?? '';
  if (!['', 'desktop', 'server'].includes(forced)) throw new Error(`IMR_EDITOR_HOST is "${forced}"; it can be desktop or server.`);
  if (forced === 'server') {
    console.log('Editor: the VS Code server, as IMR_EDITOR_HOST says.');
    return null;
  }
  const { executable, reason } = await findDesktop();
  if (executable !== undefined) {
    console.log(`Editor: desktop VS Code, ${executable}`);
    return executable;
  }
  if (forced === 'desktop') throw new Error(`No desktop VS Code: ${reason}.`);
  console.log(`Editor: the VS Code server (no desktop VS Code: ${reason}).`);
  return null;
}

process.exitCode = await main();
