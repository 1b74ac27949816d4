// What moving annotations costs while a letter is open: 10,000 of them on one
// letter beside none, in the same run, and the re-reading of the letter, which
// every edit brings about anyhow.
//
//   node test/bench/live-anchors.mjs
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { bundled, root } from '../../scripts/bundled.mjs';

const ANNOTATIONS = 10_000;
const EDITS = 2_000;
const bench = await bundled("export { LiveAnchors } from './server/src/annotations/anchoring'; export { readLetters } from './server/src/letter';");

const letter = await readFile(path.join(root, 'samples', '2016-surgery-with-ancillary-items.txt'), 'utf8');
const spans = Array.from({ length: ANNOTATIONS }, (_, index) => {
  const start = (index * 7919) % (letter.length - 60);
  return { start, end: start + 1 + (index % 60) };
});
const anchors = { none: new bench.LiveAnchors([]), many: new bench.LiveAnchors(spans) };
const times = { none: [], many: [], reading: [] };
for (let edit = 0; edit < EDITS; edit++) {
  // Typing: one character in, another out, at one place of the letter after the other.
  const start = (edit * 104729) % letter.length;
  const change = edit % 2 === 0 ? { start, end: start, newLength: 1 } : { start, end: Math.min(letter.length, start + 1), newLength: 0 };
  for (const name of ['none', 'many']) {
    const from = performance.now();
    anchors[name].apply(change);
    times[name].push(performance.now() - from);
  }
  if (edit % 20 > 0) continue;
  const from = performance.now();
  bench.readLetters(letter);
  times.reading.push(performance.now() - from);
}
const microseconds = (values) => 1000 * values.sort((one, other) => one - other)[values.length >> 1];
const [none, many, reading] = ['none', 'many', 'reading'].map((name) => microseconds(times[name]));
console.log(`${EDITS} edits of a letter of ${letter.length} characters, medians:`);
console.log(`no annotations          ${none.toFixed(2).padStart(8)} µs`);
console.log(`${ANNOTATIONS} annotations      ${many.toFixed(2).padStart(8)} µs`);
console.log(`reading the letter      ${reading.toFixed(2).padStart(8)} µs`);
console.log(`an edit with ${ANNOTATIONS} annotations costs ${(many / reading).toFixed(2)} × the re-reading that it brings about anyhow`);
