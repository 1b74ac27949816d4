import { build } from 'esbuild';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parseAnnotationFile, serialize } from '../../server/src/annotations/annotation-file';
import { writeWhole } from '../../client/src/write-whole.node';
import { plain } from '../unit/annotations-made-up';

const KILLS = 100;
/** So large that nearly all of the writer's time goes into writing. */
const AT_FIRST = 600;
const LETTER = 'letter.txt';
const FILE = 'letter.txt.Ada.anno.jsonl';

describe('a writer that is killed', () => {
  const root = mkdtempSync(join(tmpdir(), 'imr-kill-'));
  const writer = join(root, 'writer.cjs');
  const folder = join(root, 'letters');
  const file = join(folder, FILE);

  before(async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, LETTER), 'A letter.');
    writeFileSync(file, serialize(parseAnnotationFile(Array.from({ length: AT_FIRST }, (_, n) => JSON.stringify(plain(`urn:uuid:old-${n}`))).join('\n'))));
    await build({ entryPoints: [resolve('test', 'annotations', 'writer.ts')], outfile: writer, bundle: true, platform: 'node', target: 'node20', packages: 'external', nodePaths: [resolve('node_modules')], logLevel: 'error' });
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  /** Starts a writer, kills it some time after its first write, and gives the ids that it said were written. */
  function writeUntilKilled(first: number, delay: number): Promise<string[]> {
    return new Promise((done, fail) => {
      const child = spawn(process.execPath, [writer, file, String(first)], { env: { ...process.env, NODE_PATH: resolve('node_modules') }, stdio: ['ignore', 'pipe', 'inherit'] });
      let said = '';
      child.on('error', fail);
      child.stdout.setEncoding('utf8');
      child.stdout.on('data', (chunk: string) => {
        if (said === '') setTimeout(() => child.kill('SIGKILL'), delay);
        said += chunk;
      });
      // What it had not finished saying was not said.
      child.on('close', () => done(said.split('\n').slice(0, -1)));
    });
  }

  it(`loses nothing and leaves nothing half, ${KILLS} times`, async (context) => {
    const written = new Set(parseAnnotationFile(readFileSync(file, 'utf8')).entries.map(({ id }) => id));
    assert.equal(written.size, AT_FIRST);
    let next = 0;
    let inTheMiddle = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const said = await writeUntilKilled(next, Math.random() * 40);
      for (const id of said) written.add(id);
      next += said.length;
      const text = readFileSync(file, 'utf8');
      assert.ok(text.endsWith('\n'), `kill ${kill}: the last line is cut`);
      const { entries, kept, problems } = parseAnnotationFile(text);
      assert.deepEqual([kept, problems], [[], []], `kill ${kill}: something is half`);
      const there = new Set(entries.map(({ id }) => id));
      for (const id of written) assert.ok(there.has(id), `kill ${kill}: ${id} is lost`);
      // The last one may be there without the writer having lived to say so.
      assert.ok(there.size - written.size <= 1, `kill ${kill}: ${there.size - written.size} too many`);
      if (there.size > written.size) next++;
      for (const id of there) written.add(id);
      if (readdirSync(folder).length > 2) inTheMiddle++;
    }
    context.diagnostic(`${KILLS} writers killed, ${inTheMiddle} of them in the middle of a write; ${written.size - AT_FIRST} annotations added, none lost`);
    assert.ok(inTheMiddle > 0, 'no writer was killed in the middle of a write: this has shown nothing');
  });

  it('leaves nothing behind once somebody has written again', async () => {
    await writeWhole(file, readFileSync(file, 'utf8'));
    assert.deepEqual(readdirSync(folder).sort(), [LETTER, FILE]);
  });
});
