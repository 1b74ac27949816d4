// What hover and completion on citations cost, measured in the same run
// against a server that knows nothing, so that the machine drops out:
//
//   node esbuild.mjs --production && node test/bench/citations.mjs
//
// "plain words" is a hover on words of the letter that say nothing of a
// guideline. The figures are medians.
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const ROUNDS = 400;
const STARTS = 25;
const SIZE = 10_000;
const URI = 'file:///case/letter.txt';

const OPENING = [
  'Case Number: CM16-0000007',
  'Decision Date: 01/13/2017',
  'UR Denial Date: 11/17/2016',
  '',
  'HOW THE IMR FINAL DETERMINATION WAS MADE',
  '',
  'MAXIMUS Federal Services sent the complete case file to an expert reviewer.',
  '',
  'CLINICAL CASE SUMMARY',
  '',
  'A baker of 52 years hurt the lower back on a tray cart. Splinting and rest helped a little.',
  '',
  'IMR ISSUES, DECISIONS AND RATIONALES',
  '',
  'The Final Determination was based on decisions for the disputed items/services set forth below:',
  '',
];
const ITEM = [
  'Massage therapy, six visits: Upheld',
  '',
  'Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine treatment, and Low Back Complaints 2004, Section(s): Physical Methods. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back Chapter: Massage.',
  '',
  'MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Physical Methods.',
  '',
  'Decision rationale: The baker had massage before, and what came of it is not told. ACOEM Chapter 12, page 299 and the ODG Low Back Chapter name a number of visits beyond which progress must show, and 8 CCR 9792.21(c) makes the schedule the first guide. None of the papers shows such progress. Therefore, the request is not medically necessary.',
  '',
];
let text = OPENING.join('\n');
while (text.length < SIZE) text += ITEM.join('\n');

const place = (passage, by) => positionAt(text.indexOf(passage) + by);

function positionAt(offset) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before[before.length - 1].length };
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** A server, and the milliseconds from its start to the answer of `initialize`. */
async function started(program = 'dist/server.js') {
  const from = performance.now();
  const server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  server.once('exit', (status) => {
    // A server that cannot start would leave the requests without an answer for ever.
    if (status !== 0) process.exit(1);
  });
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: { textDocument: { hover: { contentFormat: ['markdown'] }, diagnostic: {} } } });
  const initialized = performance.now() - from;
  await connection.sendNotification('initialized', {});
  const stop = async () => {
    const exit = new Promise((resolve) => server.once('exit', resolve));
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await exit;
    connection.dispose();
  };
  return { connection, initialized, from, stop };
}

const open = (connection) => connection.sendNotification('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'imr-letter', version: 1, text } });
const ask = (connection, method, position) => connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: URI }, position, context: { triggerKind: 1 } });
const timed = async (work) => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

const EMPTY = place('helped a little', 3);
const QUESTIONS = {
  'hover, MTUS chapter': ['hover', place('Low Back Complaints 2004', 5)],
  'hover, section of it': ['hover', place('Physical Methods', 3)],
  'hover, ODG chapter': ['hover', place('Official Disability', 5)],
  'hover, pages in a rationale': ['hover', place('page 299', 3)],
  'hover, regulation': ['hover', place('8 CCR', 2)],
  'references': ['references', place('Low Back Complaints 2004', 5)],
  'document links': ['documentLink', EMPTY],
  'completion, guideline': ['completion', place('MTUS Low Back Complaints 2004', 'MTUS Low Back Complaints 2004'.length)],
  'completion, section': ['completion', place('Physical Methods.', 'Physical Methods'.length)],
};

console.log(`A letter of ${text.length} characters, ${text.split('Upheld').length - 1} items; medians of ${ROUNDS} rounds.\n`);

const { connection, stop } = await started();
const nothing = await started('test/bench/empty-server.mjs');
await open(connection);
await open(nothing.connection);
const times = Object.fromEntries(['empty server', 'plain words', ...Object.keys(QUESTIONS)].map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  // In turns, so that what else the machine does falls on all alike.
  times['empty server'].push(await timed(() => ask(nothing.connection, 'hover', EMPTY)));
  times['plain words'].push(await timed(() => ask(connection, 'hover', EMPTY)));
  for (const [name, [method, position]] of Object.entries(QUESTIONS)) times[name].push(await timed(() => ask(connection, method, position)));
}
// The answer must be one, or its time says nothing.
for (const [name, [method, position]] of Object.entries(QUESTIONS)) {
  const answer = await ask(connection, method, position);
  if (answer === null || (Array.isArray(answer) && answer.length === 0)) throw new Error(`${name}: no answer`);
}
if ((await ask(connection, 'hover', EMPTY)) !== null) throw new Error('the empty request has an answer');
await stop();
await nothing.stop();
const empty = median(times['empty server']);
for (const [name, values] of Object.entries(times)) console.log(`${name.padEnd(30)} ${(median(values) / empty).toFixed(2).padStart(6)} × a hover of the empty server`);

// The catalogue is built at its first use: what the first hover on a citation
// takes beyond the second, in a server that has just started and has read the
// letter, as a share of the way from the start of the process to that answer.
const parts = { initialized: [], read: [], first: [], share: [] };
for (let round = 0; round < STARTS; round++) {
  const server = await started();
  const hover = () => timed(() => ask(server.connection, 'hover', place('Low Back Complaints 2004', 5)));
  const read = await timed(async () => {
    await open(server.connection);
    await ask(server.connection, 'foldingRange', EMPTY);
  });
  const [first, second] = [await hover(), await hover()];
  await server.stop();
  parts.initialized.push(server.initialized);
  parts.read.push(read / server.initialized);
  parts.first.push((first - second) / server.initialized);
  parts.share.push((first - second) / (server.initialized + read + first));
}
console.log(`\nstart, medians of ${STARTS}, as parts of the time from the start of the process to "initialized":`);
console.log(`${'reading the letter'.padEnd(30)} ${median(parts.read).toFixed(2).padStart(6)}`);
console.log(`${'first use of the catalogue'.padEnd(30)} ${median(parts.first).toFixed(2).padStart(6)}   (${(100 * median(parts.share)).toFixed(1)} % of the start up to the first hover)`);
