import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newAnnotation, newReply, newReview } from '../../server/src/annotations/compose';
import { annotationLine } from '../../server/src/annotations/annotation-line';
import type { Annotation } from '../../server/src/annotations/model';
import { author, targetOf } from '../unit/annotations-made-up';
import { inFolder, records } from './command-line';
import { letter2016, PLAIN_NOTE } from './made-up-letters';

const LETTER = letter2016();
const linesOf = (...annotations: Annotation[]): string => annotations.map((annotation) => `${annotationLine(annotation)}\n`).join('');
const [ada, ben] = [author('Ada', 100), author('Ben', 200)];
const flag = newAnnotation(ada, targetOf(LETTER, 'No red flag', 'a.txt'), { labels: ['criterion-not-met'] });
const reply = newReply(ben, flag.id, '=HYPERLINK("x")');
const rejected = newReview(ben, flag.id, 'rejected');

const FILES = {
  'letters/a.txt': LETTER,
  'letters/a.txt.Ada.anno.jsonl': linesOf(flag),
  'letters/a.txt.Ben.anno.jsonl': linesOf(reply, rejected),
  'letters/b.txt': LETTER.replace(/\n/g, '\r\n'),
  'letters/b.txt.Mary_Ann.anno.jsonl': `\uFEFF${linesOf(flag).replace(/\n/g, '\r\n')}`,
  'letters/note.txt': PLAIN_NOTE,
  // Somebody else's: there is no letter of this name.
  'letters/c.txt.Ada.anno.jsonl': linesOf(rejected),
};

interface Labelled {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly label: string }[];
  readonly label: readonly unknown[];
  readonly meta: { readonly file: string };
  readonly annotations: readonly { readonly state: string; readonly anchor: string; readonly replies: readonly unknown[] }[];
}

describe('annotations export', () => {
  it('as training data: a line for each letter', inFolder(FILES, async (folder) => {
    const run = await folder.run(['annotations', 'export', '--format', 'jsonl', 'letters']);
    assert.equal(run.status, 0, run.err);
    assert.equal(run.err, 'imr-letters: letters/note.txt: not an IMR letter\n');
    const [a, b, ...rest] = records(run.out) as unknown as Labelled[];
    assert.deepEqual(rest, []);
    assert.deepEqual([a!.meta.file, a!.spans, a!.label], ['letters/a.txt', [], []]);
    assert.deepEqual(a!.annotations.map(({ state, anchor, replies }) => [state, anchor, replies]), [['rejected', 'intact', [{ creator: 'Ben', comment: '=HYPERLINK("x")' }]]]);
    assert.deepEqual(b!.spans.map(({ start, end, label }) => [Array.from(b!.text).slice(start, end).join(''), label]), [['No red flag', 'criterion-not-met']]);
    assert.equal(b!.text, LETTER);
  }));

  it('as one collection, without being asked for a format', inFolder(FILES, async (folder) => {
    const run = await folder.run(['annotations', 'export', 'letters/a.txt', 'letters/b.txt']);
    assert.equal(run.status, 0, run.err);
    const { total, first } = JSON.parse(run.out) as { total: number; first: { items: { id: string; target: unknown }[] } };
    assert.equal(total, 4);
    assert.deepEqual(first.items.map(({ id }) => id), [flag.id, reply.id, rejected.id, flag.id]);
    assert.deepEqual(first.items.slice(1, 3).map(({ target }) => target), [flag.id, flag.id]);
  }));

  it('as a table', inFolder(FILES, async (folder) => {
    const run = await folder.run(['annotations', 'export', '--format', 'csv', './letters/*.txt']);
    assert.equal(run.status, 0, run.err);
    const [head, ...rows] = run.out.split('\r\n');
    assert.match(head!, /^file,letter,item,request,/);
    assert.deepEqual(rows, [
      './letters/a.txt,0,0,MRI of the left shoulder,upheld,criterion-not-met,"Ben: =HYPERLINK(""x"")",0,rejected: 1,Ben,Ada; Ben,0',
      './letters/b.txt,0,0,MRI of the left shoulder,upheld,criterion-not-met,,0,,,Ada,0',
      '',
    ]);
  }));

  it('passes over annotation files among the named ones', inFolder(FILES, async (folder) => {
    const run = await folder.run(['annotations', 'export', '--format', 'csv', 'letters/a.txt*']);
    assert.deepEqual([run.status, run.err, run.out.trim().split('\r\n').length], [0, '', 2]);
  }));

  it('says what cannot be read, and gives the rest', inFolder({ ...FILES, 'letters/a.txt.Ada.anno.jsonl': `${linesOf(flag)}{"half\n<<<<<<< HEAD\n` }, async (folder) => {
    const run = await folder.run(['annotations', 'export', '--format', 'jsonl', 'letters/a.txt', 'letters/none.txt']);
    assert.equal(run.status, 2);
    assert.match(run.err, /^imr-letters: letters\/a\.txt\.Ada\.anno\.jsonl:2: .*not valid JSON/);
    assert.match(run.err, /a\.txt\.Ada\.anno\.jsonl:3: .*conflict marker of git/);
    assert.match(run.err, /letters\/none\.txt: no such file or folder/);
    assert.equal((records(run.out)[0] as unknown as Labelled).annotations.length, 1);
  }));

  it('says what speaks of nothing', inFolder({ 'a.txt': LETTER, 'a.txt.Ben.anno.jsonl': linesOf(reply) }, async (folder) => {
    const run = await folder.run(['annotations', 'export', '--format', 'csv', 'a.txt']);
    assert.equal(run.status, 0);
    assert.match(run.err, /a\.txt: replies or reviews that speak of something that is not there: 1/);
  }));

  it('reads a letter from standard input, which has nothing beside it', inFolder(FILES, async (folder) => {
    const run = await folder.run(['annotations', 'export', '--format', 'jsonl', '-'], { input: LETTER });
    assert.deepEqual([run.status, (records(run.out)[0] as unknown as Labelled).annotations], [0, []]);
  }));

  it('wants a format that it knows', inFolder(FILES, async (folder) => {
    assert.equal((await folder.run(['annotations', 'export', '--format', 'xml', 'letters'])).status, 2);
    assert.equal((await folder.run(['annotations'])).status, 2);
  }));
});
