// Plants defects in the clean samples and in the real letters (IMR_LETTERS) and counts what the rules find.
// node test/planting/run.mjs            all rules; writes results.json
// node test/planting/run.mjs code …     these rules only, with more of what was missed; writes nothing
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Plantings of one rule in one letter: less in copies by other extractors, which are the same letters. */
const MOST = 20;
const MOST_IN_COPY = 5;
const MISSES_SHOWN = 5;

if (!process.env.IMR_LETTERS) {
  console.error('No real letters here: the environment variable IMR_LETTERS names no folder.');
  process.exit(2);
}
process.env.IMR_LETTERS = path.resolve(process.env.IMR_LETTERS);
process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..'));
const { measure, untouched, DEFECTS } = await bundled();

const rules = await pages();
const codes = rules.map(({ code }) => code);
const only = process.argv.slice(2);
for (const code of [...Object.keys(DEFECTS), ...only]) if (!codes.includes(code)) throw new Error(`no page for ${code}`);

const samples = await cleanSamples();
const letters = await realLetters();
const documents = [...samples, ...letters];
const off = rules.filter(({ level }) => level === 'off').map(({ code }) => code);
for (const document of documents) document.before = untouched(document.text, off);

const rows = [];
for (const { code, level } of rules.filter((rule) => only.length === 0 || only.includes(rule.code))) {
  const total = { code, level, planted: 0, found: 0, elsewhere: 0, untouched: {} };
  const others = new Map();
  const missed = [];
  const strayed = [];
  for (const document of documents) {
    const most = document.copy ? MOST_IN_COPY : MOST;
    const result = measure(document.name, document.text, code, codes, document.before, most);
    total.planted += result.planted;
    total.found += result.found;
    total.elsewhere += result.elsewhere;
    for (const other of result.others) others.set(other, (others.get(other) ?? 0) + 1);
    missed.push(...result.missed.map((miss) => `${document.name} ${miss.excerpt}`));
    strayed.push(...result.strayed.map((stray) => `${document.name} [${stray.form}] ${stray.excerpt}`));
    for (const finding of document.before) if (finding.code === code && document.real) total.untouched[finding.level] = (total.untouched[finding.level] ?? 0) + 1;
  }
  rows.push({ total, others, missed, strayed });
  print(rows.at(-1));
}

const sum = (key) => rows.reduce((all, { total }) => all + total[key], 0);
console.log(`\n${sum('planted')} planted, ${sum('found')} found at the right place, ${sum('elsewhere')} elsewhere`);
console.log(`${letters.filter(({ copy }) => !copy).length} letters, ${letters.filter(({ copy }) => copy).length} copies by other extractors, ${samples.length} samples, ${Math.round(process.uptime())} s`);
if (only.length === 0) {
  const results = {
    date: new Date().toISOString().slice(0, 10),
    letters: letters.filter(({ copy }) => !copy).length,
    copies: letters.filter(({ copy }) => copy).length,
    samples: samples.length,
    rules: rows.map(({ total }) => total),
  };
  const lines = results.rules.map((rule) => `    ${JSON.stringify(rule)}`).join(',\n');
  await writeFile(path.join('test', 'planting', 'results.json'), `${JSON.stringify({ ...results, rules: [] }, null, 2).replace('"rules": []', `"rules": [\n${lines}\n  ]`)}\n`);
}

function print({ total, others, missed, strayed }) {
  const share = total.planted > 0 ? `${((100 * total.found) / total.planted).toFixed(1)} %` : '-';
  const old = Object.entries(total.untouched).map(([level, n]) => `${n} ${level}`).join(' ');
  const top = [...others].sort((a, b) => b[1] - a[1]).slice(0, 3).map(([code, n]) => `${code} ${n}`).join(', ');
  console.log(`${total.code.padEnd(40)} ${String(total.planted).padStart(5)} ${String(total.found).padStart(5)} ${share.padStart(8)} ${String(total.elsewhere).padStart(4)} | ${old.padEnd(14)} | ${top}`);
  const shown = only.length > 0 ? 40 : MISSES_SHOWN;
  for (const miss of spread(missed, shown)) console.log(`    missed ${miss}`);
  for (const stray of spread(strayed, only.length > 0 ? 15 : 2)) console.log(`    stray  ${stray}`);
}

/** A few of a list, from all over it. */
function spread(list, count) {
  const step = Math.max(1, list.length / count);
  return Array.from({ length: Math.min(count, list.length) }, (_, i) => list[Math.floor(i * step)]);
}

/** Code and level of each rule, as the index has them, in its order; the table of planted defects below has figures in the place of the level. */
async function pages() {
  const folder = path.join('docs', 'rules');
  const index = await readFile(path.join(folder, 'README.md'), 'utf8');
  return [...index.matchAll(/^\| \[`([a-z-]+)`\]\([^)]*\) \| (error|warning|information|hint|off) \|/gm)].map(([, code, level]) => ({ code, level }));
}

async function cleanSamples() {
  const expected = JSON.parse(await readFile(path.join('samples', 'expected.json'), 'utf8'));
  const names = Object.keys(expected).filter((name) => expected[name].findings.length === 0);
  return Promise.all(names.map(async (name) => ({ name, copy: false, real: false, text: await readFile(path.join('samples', name), 'utf8') })));
}

async function realLetters() {
  const folder = process.env.IMR_LETTERS;
  const found = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.txt')).sort();
  if (found.length === 0) throw new Error('IMR_LETTERS holds no letters');
  return Promise.all(found.map(async (name) => ({ name, copy: name.startsWith('extractors'), real: !name.startsWith('extractors'), text: await readFile(path.join(folder, name), 'utf8') })));
}

/** The harness is TypeScript, as the rules are. */
async function bundled() {
  const out = await mkdtemp(path.join(tmpdir(), 'planting-'));
  try {
    const outfile = path.join(out, 'planting.cjs');
    const contents = "export { measure, untouched } from './test/planting/measure'; export { DEFECTS } from './test/planting/defects';";
    await build({ stdin: { contents, resolveDir: process.cwd() }, bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' });
    return createRequire(import.meta.url)(outfile);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
