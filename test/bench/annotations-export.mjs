// How many annotated letters the command line exports in a second:
//
//   node esbuild.mjs --production && node test/bench/annotations-export.mjs
//
// A hundred letters made of the samples, a hundred annotations by two people
// beside each. "plain export" is the same letters without what people say, in
// the same run, so that the machine drops out; the start of the process is
// measured alone and taken off. "moved" are letters that have changed since,
// so that every passage is looked for. The figures are medians.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { bundled, root } from '../../scripts/bundled.mjs';

const LETTERS = 100;
const ANNOTATIONS = 100;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const cli = process.env.IMR_CLI ?? path.join(root, 'dist', 'cli.js');
const folder = mkdtempSync(path.join(tmpdir(), 'imr-bench-'));

try {
  const { newAnnotation, newReply, newReview, annotatedText, textTarget, annotationFileName, serialize, readLetters } = await library();
  const samples = readdirSync(path.join(root, 'samples')).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(path.join(root, 'samples', name), 'utf8'));
  for (const name of ['as-they-were', 'moved']) mkdirSync(path.join(folder, name));
  let seed = 1;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  let id = 0;
  const by = (person) => ({ person, clock: { now: () => new Date(Date.UTC(2026, 0, 1) + id * 1000) }, ids: { newId: () => `urn:uuid:${String(id++).padStart(12, '0')}` } });
  for (let number = 0; number < LETTERS; number++) {
    const text = samples[number % samples.length];
    const name = `letter-${String(number).padStart(3, '0')}.txt`;
    const of = annotatedText(name, text, readLetters(text));
    const [first, second] = [by('Ada'), by('Ben')];
    const adas = Array.from({ length: ANNOTATIONS * 0.8 }, () => {
      const start = random(Math.max(1, text.length - 200));
      return newAnnotation(first, textTarget(of, { start, end: start + 20 + random(150) }), { labels: ['diagnosis'], comment: random(3) === 0 ? 'Look again.' : '' });
    });
    const bens = adas.slice(0, ANNOTATIONS * 0.2).map((annotation, index) => (index % 2 === 0 ? newReply(second, annotation.id, 'Why?') : newReview(second, annotation.id, 'accepted')));
    for (const [subfolder, words] of [['as-they-were', text], ['moved', `A line that was not there.\n\n${text.replace(/ {2,}/g, ' ')}`]]) {
      const beside = (file, content) => writeFileSync(path.join(folder, subfolder, file), content);
      beside(name, words);
      beside(annotationFileName(name, 'Ada'), serialize({ entries: adas, kept: [] }));
      beside(annotationFileName(name, 'Ben'), serialize({ entries: bens, kept: [] }));
    }
  }
  const start = median(() => run(['--version']));
  console.log(`${LETTERS} letters with ${ANNOTATIONS} annotations each; start of the process ${start.toFixed(0)} ms`);
  report('plain export', ['export', 'as-they-were'], start);
  for (const format of ['w3c', 'jsonl', 'csv']) report(format, ['annotations', 'export', '--format', format, 'as-they-were'], start);
  for (const format of ['w3c', 'jsonl', 'csv']) report(`${format}, moved`, ['annotations', 'export', '--format', format, 'moved'], start);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report(name, args, start) {
  const took = median(() => run(args));
  console.log(`${name.padEnd(14)} ${took.toFixed(0).padStart(6)} ms  ${(LETTERS / ((took - start) / 1000)).toFixed(0).padStart(6)} letters per second`);
}

function run(args) {
  const before = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - before;
}

function median(measure) {
  const times = Array.from({ length: ROUNDS }, measure).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)];
}

/** The model itself, bundled for this script. */
function library() {
  const parts = ['annotations/compose', 'annotations/target', 'annotations/annotation-file', 'annotations/annotation-file-name', 'letter/index'];
  return bundled(parts.map((part) => `export * from './server/src/${part}';`).join('\n'));
}
