// Runs the parts of the test command in their order, or those that are named.
//
//   node test/run.mjs [part…]
//
// Exit status 0 when every part has passed. The letters of the state are read
// from the folder that IMR_LETTERS names; without it that part is skipped.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

const rows = [];

/** Runs a script of Node in the project's folder; true when it ends well. */
const node = (...args) => nodeWith({}, ...args);
const nodeWith = (env, ...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
/** The script behind a package's command, so that no shell and no PATH is needed. */
const command = (name, bin = name) => {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin: bins } = require(manifest);
  return path.join(path.dirname(manifest), typeof bins === 'string' ? bins : bins[bin]);
};
const tests = (folder) => () => node('test/run-unit.mjs', folder);

/** A part gives true, false, or the reason why it was left out. */
const PARTS = {
  typecheck: () => node(command('typescript', 'tsc'), '--noEmit', '-p', 'tsconfig.json'),
  lint: () => [node(command('eslint'), '.'), node('l10n/collect.mjs', '--check')].every(Boolean),
  build: () => node('esbuild.mjs'),
  unit: tests('unit'),
  // The same tests over every place of every text, where `unit` takes some.
  properties: () => nodeWith({ IMR_THOROUGH: '1' }, 'test/run-unit.mjs', 'unit'),
  grammar: () => node('test/grammar/run.mjs'),
  protocol: tests('protocol'),
  cli: tests('cli'),
  letters,
  fuzz: tests('fuzz'),
  // Real git, and writers that are killed.
  annotations: tests('annotations'),
  package: () => node('test/package/check-package.mjs'),
  editor: () => node('test/hosts/run-editor-suite.mjs'),
  web: () => node('test/hosts/run-web-suite.mjs'),
  vsix,
};

/** Drives what the part `package` has made, and makes it first where it was not asked for. */
function vsix() {
  const made = rows.some(({ name }) => name === 'package') || PARTS.package();
  return made && node('test/hosts/drive-vsix.mjs', 'out/imr-letters.vsix');
}

function letters() {
  const folder = process.env.IMR_LETTERS;
  if (folder === undefined || folder === '') return 'IMR_LETTERS names no folder of real letters';
  let files = [];
  try {
    files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.txt'));
  } catch (fault) {
    console.error(fault.message);
  }
  if (files.length === 0) {
    console.error(`IMR_LETTERS is set, and ${folder} holds no letters.`);
    return false;
  }
  console.log(`${files.length} real letters and variants in ${folder}`);
  return tests('letters')();
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}

for (const name of named.length > 0 ? named : Object.keys(PARTS)) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  let outcome;
  try {
    outcome = PARTS[name]();
  } catch (fault) {
    console.error(fault);
    outcome = false;
  }
  rows.push({ name, outcome, seconds: (performance.now() - start) / 1000 });
}

const count = (outcome) => rows.filter((row) => row.outcome === outcome).length;
console.log('');
for (const { name, outcome, seconds } of rows) {
  const result = outcome === true ? 'passed' : outcome === false ? 'FAILED' : `skipped: ${outcome}`;
  console.log(`${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${result}`);
}
const skipped = rows.length - count(true) - count(false);
console.log(`\n${count(true)} passed, ${count(false)} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
process.exitCode = count(false) === 0 ? 0 : 1;
