// Bundles test files into one and runs them as one process of node:test.
//
//   node test/run-unit.mjs [folder under test/, default "unit"]
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** An ES module without a CommonJS build is bundled, since older Nodes of version 20 cannot require it. */
const bundledModules = {
  name: 'bundled-modules',
  setup({ onResolve }) {
    onResolve({ filter: /^approx-string-match$/ }, () => ({ path: path.join(root, 'node_modules/approx-string-match/build/src/index.js') }));
  },
};

/** Runs every *.test.ts below test/<folder>; gives the exit status, 1 where there is no such file. */
export async function runTests(folder) {
  const files = (await glob(`test/${folder}/**/*.test.ts`, { cwd: root })).sort();
  if (files.length === 0) {
    console.error(`No test/${folder}/**/*.test.ts`);
    return 1;
  }
  // Inside the project, so that packages kept outside the bundle are found.
  const out = await mkdtemp(path.join(root, 'node_modules', '.imr-tests-'));
  try {
    const outfile = path.join(out, `${folder}.cjs`);
    await build({
      absWorkingDir: root,
      stdin: { contents: files.map((file) => `import './${file}';`).join('\n'), resolveDir: root, sourcefile: `${folder}-tests.ts` },
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      packages: 'external',
      plugins: [bundledModules],
      sourcemap: 'inline',
      logLevel: 'warning',
      loader: { '.md': 'text', '.txt': 'text' },
    });
    const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--test', `--test-reporter=${path.join(root, 'test', 'reporter.mjs')}`, outfile], { cwd: root, stdio: 'inherit' });
    return status ?? 1;
  } catch (fault) {
    // esbuild has said what it could not bundle.
    if (!Array.isArray(fault?.errors)) console.error(fault);
    return 1;
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await runTests(process.argv[2] ?? 'unit');
