// What an edit of a letter with 10,000 annotations costs beside the same edit
// of the same letter without any, against the same running server:
//
//   node esbuild.mjs --production && node test/bench/annotated-edit.mjs
//
// An edit is the message that a key was pressed and the request for where the
// annotations stand now; "edit alone" asks for the letter's folding ranges
// instead, which need the letter read anew and nothing else. The figures are
// medians of rounds taken in turns, so that what else the machine does falls
// on all alike.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { bundled, root } from '../../scripts/bundled.mjs';

const ANNOTATIONS = Number(process.env.ANNOTATIONS ?? 10_000);
const ROUNDS = Number(process.env.ROUNDS ?? 60);
const SIZE = 10_000;
const PLAIN = 'file:///case/plain.txt';
const ANNOTATED = 'file:///case/annotated.txt';
const program = process.env.IMR_SERVER ?? path.join(root, 'dist', 'server.js');

const OPENING = [
  'HOW THE IMR FINAL DETERMINATION WAS MADE',
  'MAXIMUS Federal Services sent the complete case file to a physician reviewer.',
  '',
  'CLINICAL CASE SUMMARY',
  'A baker of 52 years hurt the lower back on a tray cart. Splinting and rest helped a little.',
  '',
  'IMR ISSUES, DECISIONS AND RATIONALES',
  'The Final Determination was based on decisions for the disputed items/services set forth below:',
  '',
];
const item = (number) => [
  `Massage therapy, course ${number}:  Upheld`,
  '',
  `Claims Administrator guideline: Decision based on MTUS Low Back Complaints, page ${number + 40}.`,
  '',
  'MAXIMUS guideline: Decision based on MTUS Low Back Complaints.',
  '',
  `Decision rationale: The baker had ${number + 2} visits before, and what came of them is not told. Beyond ${number + 9} visits progress must show. None of the papers shows such progress. Therefore, the request is not medically necessary.`,
  '',
];
let text = OPENING.join('\n');
for (let number = 1; text.length < SIZE; number++) text += item(number).join('\n');

/** What writes annotations. */
const library = await bundled(
  [...['annotation-file', 'annotation-file-name', 'compose', 'target'].map((name) => `export * from './server/src/annotations/${name}';`), "export { readLetters } from './server/src/letter';"].join('\n'),
);
const { newAnnotation, annotatedText, textTarget, serialize, annotationFileName, readLetters } = library;
let seed = 1;
const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
let id = 0;
const author = { person: 'Ada', clock: { now: () => new Date(Date.UTC(2026, 0, 1)) }, ids: { newId: () => `urn:uuid:${String(id++).padStart(12, '0')}` } };
const of = annotatedText('annotated.txt', text, readLetters(text));
const entries = Array.from({ length: ANNOTATIONS }, () => {
  const start = random(text.length - 200);
  return newAnnotation(author, textTarget(of, { start, end: start + 5 + random(60) }), { labels: ['diagnosis'], comment: random(10) === 0 ? 'Look again.' : '' });
});
const files = [{ name: annotationFileName('annotated.txt', 'Ada'), text: serialize({ entries, kept: [], problems: [] }) }];

const server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
server.once('exit', (status) => {
  // A server that cannot start would leave the requests without an answer for ever.
  if (status !== 0) process.exit(1);
});
const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
connection.listen();
await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
await connection.sendNotification('initialized', {});

const versions = new Map();
const timed = async (work) => {
  const from = performance.now();
  const answer = await work();
  return { took: performance.now() - from, answer };
};
const open = (uri, content) => {
  versions.set(uri, 1);
  return connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'imr-letter', version: 1, text: content } });
};
const change = (uri, range, words) => {
  const version = versions.get(uri) + 1;
  versions.set(uri, version);
  return connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [range === undefined ? { text: words } : { range, text: words }] });
};
/** The number of the last answer for each letter; what differs since then is asked for, as the editor does. */
const answers = new Map();
const annotations = async (uri, since = answers.get(uri)) => {
  const answer = await connection.sendRequest('imrLetters/annotations', { uri, since });
  answers.set(uri, answer.answer);
  return answer;
};
const all = (uri) => annotations(uri, -1);
const foldings = (uri) => connection.sendRequest('textDocument/foldingRange', { textDocument: { uri } });
const caret = (line, character) => ({ start: { line, character }, end: { line, character } });
/** A letter typed in the summary, which moves all that is behind it. */
let line = 4;
const typed = (uri) => change(uri, caret(uri === ANNOTATED ? line : 4, 2), 'x');

const report = (name, value, unit = 'ms') => console.log(`${name.padEnd(52)} ${value.toFixed(2).padStart(9)} ${unit}`);

await open(PLAIN, text);
await open(ANNOTATED, text);
const filesSent = await timed(() => connection.sendRequest('imrLetters/annotationFiles', { uri: ANNOTATED, files }));
await connection.sendRequest('imrLetters/annotationFiles', { uri: PLAIN, files: [] });
const { threads } = filesSent.answer;
if (threads.length !== ANNOTATIONS || threads.some(({ place }) => place.state !== 'intact')) throw new Error('not all annotations are in their places');

console.log(`A letter of ${text.length} characters; ${ANNOTATIONS} annotations, a file of ${files[0].text.length} characters; medians of ${ROUNDS} rounds.\n`);
const KINDS = {
  'edit alone': async () => (await typed(PLAIN), foldings(PLAIN)),
  'edit, no annotations': async () => (await typed(PLAIN), annotations(PLAIN)),
  'edit alone, annotated letter': async () => (await typed(ANNOTATED), foldings(ANNOTATED)),
  'edit, annotated letter': async () => (await typed(ANNOTATED), annotations(ANNOTATED)),
  'edit that moves all lines, annotated letter': async () => (line++, await change(ANNOTATED, caret(0, 0), '\n'), annotations(ANNOTATED)),
};
const times = Object.fromEntries(Object.keys(KINDS).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  const kinds = Object.entries(KINDS);
  // Each begins a round as often as the others.
  for (const [name, work] of [...kinds.slice(round % kinds.length), ...kinds.slice(0, round % kinds.length)]) times[name].push((await timed(work)).took);
}
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
for (const [name, values] of Object.entries(times)) report(name, median(values));
const none = median(times['edit, no annotations']);
report('annotated : not annotated', median(times['edit, annotated letter']) / none, '×');
report('the same without the answer', median(times['edit alone, annotated letter']) / median(times['edit alone']), '×');
report('all told anew', (await timed(() => all(ANNOTATED))).took);
const last = await all(ANNOTATED);
if (last.version !== versions.get(ANNOTATED)) throw new Error('not the newest version');

// What happens now and then.
console.log('');
report('all files sent and read, all in their places', filesSent.took);
const middle = (text.split('\n').length >> 1) + ROUNDS;
const half = { start: { line: middle, character: 0 }, end: { line: 9999, character: 0 } };
await change(PLAIN, half, '');
report('half of the letter deleted', (await timed(async () => (await change(ANNOTATED, half, ''), annotations(ANNOTATED)))).took);
const gone = await all(ANNOTATED);
report('  of them orphaned', gone.threads.filter(({ place }) => place.state === 'orphaned').length, '');
report('one more letter typed then', (await timed(() => KINDS['edit, annotated letter']())).took);
const rest = text.split('\n').slice(middle - ROUNDS).join('\n');
report('and put back', (await timed(async () => (await change(ANNOTATED, caret(middle, 0), rest), annotations(ANNOTATED)))).took);
const back = await all(ANNOTATED);
report('  of them in their places', back.threads.filter(({ place }) => place.state === 'intact').length, '');
report('the letter written anew with other line ends', (await timed(async () => (await change(ANNOTATED, { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } }, text.replaceAll('\n', '\n\n')), annotations(ANNOTATED)))).took);
report('  of them in their places', (await all(ANNOTATED)).threads.filter(({ place }) => place.state === 'intact').length, '');
const saved = await timed(() => connection.sendRequest('imrLetters/savedPositions', { uri: ANNOTATED, person: 'Ada' }));
report('positions for saving', saved.took);

await connection.sendRequest('shutdown');
await connection.sendNotification('exit');
connection.dispose();
