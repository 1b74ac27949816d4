// The grammar's tests: that it is what the layouts say, assertions in letters
// of our own (*.test.imr), a snapshot of every sample, and a comparison with
// the reader on samples and real letters (*.test.ts).
//
//   node test/grammar/run.mjs [--update]
//
// --update writes the snapshots anew instead of comparing them.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '../run-unit.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '..', '..');
const samples = path.join(root, 'samples');
const snapshots = path.join(here, 'snapshots');
const update = process.argv.includes('--update');
const dist = path.join(path.dirname(createRequire(import.meta.url).resolve('vscode-tmgrammar-test/package.json')), 'dist');
const grammar = path.join('syntaxes', 'imr-letter.tmLanguage.json');

const node = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
const letters = () => readdirSync(samples).filter((file) => /\.(?:txt|imr)$/.test(file)).sort();

function assertions() {
  return node(path.join(dist, 'unit.js'), '-c', '-g', grammar, 'test/grammar/*.test.imr');
}

/** The tool keeps a snapshot beside its source; here both meet in a folder that is gone afterwards. */
function snapshotsOfSamples() {
  const files = letters();
  mkdirSync(snapshots, { recursive: true });
  const known = readdirSync(snapshots);
  const left = known.filter((snap) => !files.includes(snap.replace(/\.snap$/, '')));
  const missing = files.filter((file) => !known.includes(`${file}.snap`));
  if (!update && left.length + missing.length > 0) {
    for (const snap of left) console.error(`test/grammar/snapshots/${snap}: there is no such sample`);
    for (const file of missing) console.error(`samples/${file}: there is no snapshot; run with --update and look at what it writes`);
    return false;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'imr-snapshots-'));
  try {
    for (const file of files) {
      copyFileSync(path.join(samples, file), path.join(folder, file));
      const snap = path.join(snapshots, `${file}.snap`);
      if (existsSync(snap)) copyFileSync(snap, path.join(folder, `${file}.snap`));
    }
    const passed = node(path.join(dist, 'snapshot.js'), ...(update ? ['--updateSnapshot'] : []), '-s', 'text.imr-letter', '-g', grammar, `${folder.replaceAll('\\', '/')}/*.{txt,imr}`);
    if (update && passed) {
      for (const snap of left) rmSync(path.join(snapshots, snap));
      for (const file of files) copyFileSync(path.join(folder, `${file}.snap`), path.join(snapshots, `${file}.snap`));
    }
    return passed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const results = {
  'grammar made from the layouts': node('syntaxes/make-grammar.mjs', '--check'),
  assertions: assertions(),
  'snapshots of samples': snapshotsOfSamples(),
  'compared with the reader': (await runTests('grammar')) === 0,
};
for (const [name, passed] of Object.entries(results)) console.log(`${name}: ${passed ? 'passed' : 'FAILED'}`);
process.exitCode = Object.values(results).every(Boolean) ? 0 : 1;
