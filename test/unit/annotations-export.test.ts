import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newAnnotation, newReply, newReview } from '../../server/src/annotations/compose';
import { annotatedFile } from '../../server/src/annotations/export/annotated-file';
import { csvHead, csvRows } from '../../server/src/annotations/export/csv';
import { csvRow } from '../../server/src/annotations/export/csv-row';
import { labelledLetters, type LabelledLetter } from '../../server/src/annotations/export/jsonl';
import { AnnotationCollection } from '../../server/src/annotations/export/w3c';
import type { Annotation } from '../../server/src/annotations/model';
import { readLetters } from '../../server/src/letter';
import { letter2016 } from '../cli/made-up-letters';
import { author, targetOf } from './annotations-made-up';

const LETTER = letter2016({ rationale: 'The 😀 sign was negative – twice. No red flag is described. The request is not medically necessary.' });
const [ada, ben] = [author('Ada', 100), author('Ben', 200)];
const label = (passage: string, labels: string[], comment = '', text = LETTER): Annotation => newAnnotation(ada, targetOf(text, passage), { labels, comment });
const fileOf = (annotations: readonly Annotation[], text = LETTER, name = 'letters/a b.txt'): ReturnType<typeof annotatedFile> => annotatedFile(name, 'a b.txt', text, readLetters(text), annotations);
const flag = label('No red flag', ['criterion-not-met']);

describe('letters as training data', () => {
  /** What Python, and so both tools, would cut out of the text. */
  const cut = (text: string, start: number, end: number): string => Array.from(text).slice(start, end).join('');

  function check(name: string, annotations: readonly Annotation[], expected: readonly string[], text = LETTER): void {
    it(name, () => {
      const records = labelledLetters(fileOf(annotations, text));
      const shown = records.flatMap((record) => record.spans.map(({ start, end, label: id }) => `${id}: ${cut(record.text, start, end)}`));
      assert.deepEqual(shown, expected);
      for (const { spans, label: triples } of records) {
        const fromSpans = new Set(spans.map(({ start, end, label: id }) => JSON.stringify([start, end, id])));
        assert.deepEqual(triples.map((triple) => JSON.stringify(triple)), [...fromSpans]);
      }
    });
  }

  check('without annotations have no spans', [], []);
  check('hold a label', [flag], ['criterion-not-met: No red flag']);
  check('hold two labels of a passage, and spans in the order of the text', [flag, label('ladder', ['x', 'a'])], ['a: ladder', 'x: ladder', 'criterion-not-met: No red flag']);
  check('count code points', [label('negative – twice', ['t'])], ['t: negative – twice']);
  check('count the same with CRLF and byte order mark', [flag, label('😀 sign', ['t'])], ['t: 😀 sign', 'criterion-not-met: No red flag'], `\uFEFF${LETTER.replace(/\n/g, '\r\n')}`);
  check('have no blanks at the ends of spans', [label(' is described. ', ['t'])], ['t: is described.']);
  check('have no span for a comment', [label('ladder', [], 'Which?')], []);
  check('have none for what was rejected', [flag, newReview(ben, flag.id, 'rejected')], []);
  check('have one for what was rejected and opened again', [flag, newReview(ben, flag.id, 'rejected'), newReview(ada, flag.id, 'reopened')], ['criterion-not-met: No red flag']);
  check('have none for what has gone', [flag], [], LETTER.replace('No red flag is described. ', ''));
  check('find what has moved', [flag], ['criterion-not-met: No red flag'], `Dated: 1/2/2017\n\n${LETTER}`);
  check('hold the same of two people twice, for doccano once', [flag, newAnnotation(ben, targetOf(LETTER, 'No red flag'), { labels: ['criterion-not-met'] })], ['criterion-not-met: No red flag', 'criterion-not-met: No red flag']);

  const shape = (record: LabelledLetter): unknown => record.annotations.map(({ start, item, labels, comment, creator, anchor, state, by, replies }) => [start === null ? null : 'placed', item, labels, comment, creator, anchor, state, by, replies.map((reply) => `${reply.creator}: ${reply.comment}`)]);

  it('hold all that is said about passages', () => {
    const [record] = labelledLetters(fileOf([flag, newReply(ben, flag.id, 'Really?'), newReview(ben, flag.id, 'accepted'), label('ladder', [], 'Which?')]));
    assert.deepEqual(shape(record!), [
      ['placed', 0, ['criterion-not-met'], '', 'Ada', 'intact', 'accepted', 'Ben', ['Ben: Really?']],
      ['placed', null, [], 'Which?', 'Ada', 'intact', 'open', null, []],
    ]);
    assert.deepEqual(record!.meta, { file: 'letters/a b.txt', letter: 0 });
  });

  it('say what has lost its place, in the item where it was', () => {
    const [record] = labelledLetters(fileOf([flag], LETTER.replace('No red flag is described. ', '')));
    assert.deepEqual(shape(record!), [[null, 0, ['criterion-not-met'], '', 'Ada', 'orphaned', 'open', null, []]]);
  });

  it('are one record for each letter of a file', () => {
    const two = `${LETTER}\n${letter2016({ caseNumber: 'CM16-0000002', request: 'Shoulder brace', rationale: 'A brace does no good. The request is not medically necessary.' })}`;
    const records = labelledLetters(fileOf([label('No red flag', ['a'], '', two), label('does no good', ['b'], '', two)], two));
    assert.deepEqual(records.map(({ text, spans }) => spans.map(({ start, end }) => cut(text, start, end))), [['No red flag'], ['does no good']]);
    assert.deepEqual(records.map(({ meta }) => meta.letter), [0, 1]);
    assert.equal(records.map(({ text }) => text).join(''), two);
  });

  it('are one record for a text that is no letter any more, if something is said about it', () => {
    assert.deepEqual(labelledLetters(fileOf([], 'Milk.')), []);
    const [record] = labelledLetters(fileOf([flag], 'No red flag.'));
    assert.equal(record!.annotations.length, 1);
  });
});

describe('a collection of Web Annotations', () => {
  interface Collection {
    readonly '@context': unknown;
    readonly id: string;
    readonly type: string;
    readonly total: number;
    readonly first: { readonly id: string; readonly type: string; readonly partOf: string; readonly items: readonly { readonly id: string; readonly target: unknown }[] };
  }

  function collection(...files: ReturnType<typeof annotatedFile>[]): Collection {
    const writer = new AnnotationCollection();
    return JSON.parse(writer.head() + files.map((file) => writer.items(file)).join('') + writer.tail()) as Collection;
  }

  const reply = newReply(ben, flag.id, 'Really?');
  const review = newReview(ben, 'urn:uuid:gone', 'accepted');

  it('has what the standard asks for, and everything in it', () => {
    const { first, ...rest } = collection(fileOf([reply, flag]), fileOf([]), fileOf([review]));
    assert.deepEqual([rest.type, rest.total, first.type, first.partOf], ['AnnotationCollection', 3, 'AnnotationPage', rest.id]);
    assert.match(rest.id, /^urn:imr:[0-9a-f]{16}$/);
    assert.notEqual(first.id, rest.id);
    assert.ok((rest['@context'] as unknown[]).includes('http://www.w3.org/ns/anno.jsonld'));
    assert.deepEqual(first.items.map(({ id }) => id), [flag.id, reply.id, review.id]);
  });

  it('may be empty', () => assert.deepEqual([collection().total, collection().first.items], [0, []]));

  function target(text: string, name?: string): Record<string, unknown> {
    return collection(fileOf([flag], text, name)).first.items[0]!.target as Record<string, unknown>;
  }

  it('has selectors for the text as it is now', () => {
    const moved = `Dated: 1/2/2017\n\n${LETTER}`;
    assert.deepEqual(target(moved), { ...targetOf(moved, 'No red flag'), type: 'SpecificResource', source: 'letters/a%20b.txt', 'imr:state': 'intact' });
  });

  it('keeps the selectors of what has no place', () => {
    assert.deepEqual(target(LETTER.replace('No red flag is described. ', '')), { ...targetOf(LETTER, 'No red flag'), type: 'SpecificResource', source: 'letters/a%20b.txt', 'imr:state': 'orphaned' });
  });

  for (const [name, source] of [['a.txt', 'a.txt'], ['./é/1#2?.txt', './%C3%A9/1%232%3F.txt'], ['a:b.txt', 'a%3Ab.txt'], ['/x/y z.txt', 'file:///x/y%20z.txt'], ['C:\\x\\y.txt', 'file:///C%3A/x/y.txt']] as const) {
    it(`names ${name} as ${source}`, () => assert.equal(target(LETTER, name)['source'], source));
  }
});

describe('a table of disputed items', () => {
  const SECOND = ['Massage, "deep", six visits: Overturned', 'Claims Administrator guideline: Decision based on MTUS Shoulder Complaints 2004.', 'MAXIMUS guideline: Decision based on MTUS Shoulder Complaints 2004.', 'Decision rationale: The visits are few. The request is medically necessary.', ''].join('\n');
  const two = `${LETTER}\n${SECOND}`;

  function check(name: string, annotations: readonly Annotation[], rows: readonly string[], text = two): void {
    it(name, () => assert.deepEqual(csvRows(fileOf(annotations, text, 'a.txt')).split('\r\n'), [...rows, '']));
  }

  const first = 'a.txt,0,0,MRI of the left shoulder,upheld';
  const second = 'a.txt,0,1,"Massage, ""deep"", six visits",overturned';
  const on = label('No red flag', ['b', 'a'], 'Is it "so"?', two);

  it('has a head', () => assert.match(csvHead(), /^file,letter,item,request,decision,labels,comments,.*\r\n$/));
  check('has a row for each', [], [`${first},,,0,,,,0`, `${second},,,0,,,,0`]);
  check('holds labels and comments', [on], [`${first},a; b,"Ada: Is it ""so""?",1,,,Ada,0`, `${second},,,0,,,,0`]);
  check('counts what is open, and says who reviewed', [on, newReply(ben, on.id, 'No.'), newReview(ben, on.id, 'resolved', {}, [on])], [`${first},a; b,"Ada: Is it ""so""?\nBen: No.",0,resolved: 1,Ben,Ada; Ben,0`, `${second},,,0,,,,0`]);
  check('holds verdicts on proposals', [newReview(ben, { id: 'urn:imr:1', 'imr:kind': 'decision', ...targetOf(two, 'Overturned') }, 'accepted')], [`${first},,,0,,,,0`, `${second},,,0,accepted: 1,Ben,Ben,0`]);
  check('has a row for what is said elsewhere', [label('ladder', ['x'], '', two)], ['a.txt,0,,,,x,,0,,,Ada,0', `${first},,,0,,,,0`, `${second},,,0,,,,0`]);
  check('counts what has lost its place where it was', [label('The visits are few.', ['x'], '', two)], [`${first},,,0,,,,0`, `${second},x,,0,,,Ada,1`], two.replace('The visits are few. ', ''));
  check('of a text that is no letter is empty', [], [], 'Milk.');

  describe('defuses formulas', () => {
    for (const cell of ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', '\n=1', '＝1']) it(JSON.stringify(cell), () => assert.match(csvRow([cell, 'x']), /^"?'/));
    for (const cell of ['a=1', '1-1', ' ', '']) it(`not ${JSON.stringify(cell)}`, () => assert.equal(csvRow([cell]), `${cell}\r\n`));
  });
});
