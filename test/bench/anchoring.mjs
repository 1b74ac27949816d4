// How annotations find their place again: passages of all letters, under edits
// that letters undergo, by four methods. Prints what share of the passages each
// method puts right, and how many it puts wrong without a word.
//
//   IMR_LETTERS=<folder with letters> node test/bench/anchoring.mjs [passages per letter, 200]
//
// Every letter and every sample takes part; seeds come from file names, so that
// a run can be repeated; IMR_SEED=<words> draws other passages and other edits.
// IMR_EDIT=<edit> runs one edit alone; IMR_SHOW=<verdict> prints cases of a verdict
// (IMR_METHOD=<method> of that method alone, IMR_CASES=<number> so many of each).
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { bundled, root } from '../../scripts/bundled.mjs';

const passages = Number(process.argv[2] ?? 200);
const show = process.env.IMR_SHOW;

const bench = await bundled("export * from './test/bench/anchoring/trial';");

async function textsIn(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.txt')).sort();
  return Promise.all(names.map(async (name) => ({ name: name.replaceAll(path.sep, '/'), text: await readFile(path.join(folder, name), 'utf8') })));
}

const folders = [path.join(root, 'samples'), ...(process.env.IMR_LETTERS ? [process.env.IMR_LETTERS] : [])];
const files = (await Promise.all(folders.map(textsIn))).flat();
const result = bench.trial(files, passages, process.env.IMR_EDIT, process.env.IMR_SEED);

console.log(`${files.length} texts${process.env.IMR_LETTERS ? '' : ' (samples only: IMR_LETTERS is not set)'}, ${passages} passages each.\n`);
const columns = ['right', 'changed', 'orphaned', 'ambiguous', 'wrong'];
console.log(['edit'.padEnd(26), 'method'.padEnd(18), 'passages'.padStart(9), ...columns.map((name) => name.padStart(10))].join(' '));
const totals = new Map();
const row = (edit, method, tally) => {
  const sum = columns.reduce((total, name) => total + tally[name], 0);
  const share = (name) => `${((100 * tally[name]) / Math.max(1, sum)).toFixed(name === 'wrong' ? 3 : 1)} %`.padStart(10);
  console.log([edit.padEnd(26), method.padEnd(18), String(sum).padStart(9), ...columns.map(share)].join(' '));
};
for (const [key, tally] of result.tallies) {
  const [edit, method] = key.split('\t');
  row(edit, method, tally);
  const total = totals.get(method) ?? Object.fromEntries(columns.map((name) => [name, 0]));
  for (const name of columns) total[name] += tally[name];
  totals.set(method, total);
}
console.log();
for (const [method, tally] of totals) row('all edits', method, tally);
const wrong = (method) => totals.get(method)?.wrong ?? 0;
console.log(`\nwrong with base: ${wrong('ours with base')}; without base: ${wrong('ours without base')}`);
const fastest = Math.min(...result.milliseconds.values());
console.log(`time, as multiples of the fastest method: ${[...result.milliseconds].map(([method, time]) => `${method} ${(time / fastest).toFixed(0)} (${time.toFixed(0)} ms)`).join(', ')}`);

if (show) {
  const seen = new Map();
  for (const { file, edit, method, target, placement, text } of result.wrong) {
    if (!text.startsWith(`${show}:`) || (process.env.IMR_METHOD && method !== process.env.IMR_METHOD)) continue;
    const key = `${edit} ${method}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    if (seen.get(key) > Number(process.env.IMR_CASES ?? 4)) continue;
    const spans = 'span' in placement ? [placement.span] : placement.candidates.map(({ span }) => span);
    const after = text.slice(show.length + 2);
    console.log(`\n${edit} | ${method} | ${file} | ${placement.state}`);
    console.log({ quote: target.selector[0], item: target.item?.request, field: target.field });
    for (const { start, end } of spans.slice(0, 3)) console.log(`  → ${JSON.stringify(after.slice(Math.max(0, start - 64), start))} [${JSON.stringify(after.slice(start, end))}] ${JSON.stringify(after.slice(end, end + 64))}`);
  }
}
