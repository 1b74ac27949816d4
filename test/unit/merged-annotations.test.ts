import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merged, type Known } from '../../client/src/annotations/merged';
import type { Annotations, AnnotationThread } from '../../server/src/lsp/annotation-requests';

const thread = (id: string, line: number): AnnotationThread => ({
  id, proposal: null, remarks: [], state: 'open', by: null, labels: [], quote: id, letter: 0, item: null, request: '', field: null,
  place: { state: 'intact', range: { start: { line, character: 1 }, end: { line, character: 5 } } },
});

const answer = (number: number, partial: boolean, threads: readonly AnnotationThread[], moved: readonly number[] = []): Annotations => ({
  answer: number, partial, moved, version: number, contentHash: '', threads, wanted: [], problems: [], dangling: [],
});

const linesOf = (known: Known | undefined): string[] =>
  known!.newest.threads.map(({ id, place, state }) => `${id} ${'range' in place ? place.range.start.line : place.state} ${state}`);

test('differences are put to what the server has told as a whole', () => {
  const whole = merged(undefined, answer(1, false, [thread('a', 3), thread('b', 7), thread('c', 9)]));
  assert.deepEqual(linesOf(whole), ['a 3 open', 'b 7 open', 'c 9 open']);
  const down = merged(whole, answer(2, true, [], [1, 8, 1, 8, 5, 2, 10, 1, 10, 5]));
  assert.deepEqual(linesOf(down), ['a 3 open', 'b 8 open', 'c 10 open']);
  // Indexes go on counting in the last whole answer.
  const said = merged(down, answer(3, true, [{ ...thread('a', 3), state: 'resolved' }], [2, 11, 1, 11, 5]));
  assert.deepEqual(linesOf(said), ['a 3 resolved', 'b 8 open', 'c 11 open']);
  assert.equal(said!.newest.answer, 3);
  assert.deepEqual(linesOf(merged(said, answer(4, false, [thread('d', 1)]))), ['d 1 open']);
});

test('a difference to nothing is nothing', () => assert.equal(merged(undefined, answer(1, true, [])), undefined));
