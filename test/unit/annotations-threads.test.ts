import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newReply, newReview } from '../../server/src/annotations/compose';
import type { Annotation, ProposalTarget, Target, Verdict } from '../../server/src/annotations/model';
import { threadsOf, type ThreadStateName } from '../../server/src/annotations/threads';
import { letter2016 } from '../cli/made-up-letters';
import { THOROUGH } from '../thorough';
import { author, plain, targetOf } from './annotations-made-up';

const day = (n: number): { created: string; modified: string } => ({ created: '2026-03-01T00:00:00Z', modified: `2026-03-${String(n).padStart(2, '0')}T00:00:00.000Z` });
const at = (n: number, annotation: Annotation, id: string): Annotation => ({ ...annotation, ...day(n), id });
const ben = author('Ben');
const reply = (id: string, n: number, target: string | ProposalTarget): Annotation => at(n, newReply(ben, target, `says ${id}`), id);
const review = (id: string, n: number, target: string | ProposalTarget, verdict: Verdict): Annotation => at(n, newReview(ben, target, verdict), id);
const root = (id: string, n = 1): Annotation => plain(id, day(n));
const proposal: ProposalTarget = { id: 'urn:imr:1', 'imr:kind': 'decision', ...targetOf(letter2016(), 'Upheld') };

/** What is there, in short: `root[replies](reviews) state by`. */
function shortly(annotations: readonly Annotation[]): string[] {
  const { threads, dangling, superseded } = threadsOf(annotations);
  const ids = (list: readonly Annotation[]): string => list.map(({ id }) => id).join(' ');
  return [
    ...threads.map(({ id, replies, reviews, state }) => `${id}[${ids(replies)}](${ids(reviews)}) ${state.name}${state.by ? ` by ${state.by}` : ''}`),
    ...(dangling.length > 0 ? [`dangling ${ids(dangling)}`] : []),
    ...(superseded.length > 0 ? [`superseded ${ids(superseded)}`] : []),
  ];
}

describe('threads', () => {
  function check(name: string, annotations: readonly Annotation[], expected: readonly string[]): void {
    it(name, () => {
      assert.deepEqual(shortly(annotations), expected);
      assert.deepEqual(threadsOf([...annotations].reverse()), threadsOf(annotations), 'in another order');
    });
  }

  check('of nothing', [], []);
  check('begin with what is said of a passage', [root('b', 2), root('a', 3)], ['b[]() open', 'a[]() open']);
  check('hold replies, and replies to replies, in the order of time', [root('a'), reply('r2', 4, 'r1'), reply('r1', 3, 'a'), reply('r0', 5, 'r2')], ['a[r1 r2 r0]() open']);
  check('may begin after their replies, where a clock is wrong', [root('a', 9), reply('r', 2, 'a')], ['a[r]() open']);
  check('at the same time go by id', [root('b'), root('a')], ['a[]() open', 'b[]() open']);
  check('without a time come first', [root('a'), plain('z', { modified: 'soon' })], ['z[]() open', 'a[]() open']);
  check('keep replies to what is gone', [root('a'), reply('r', 2, 'gone'), reply('s', 3, 'r')], ['a[]() open', 'dangling r s']);
  check('keep replies that speak of each other, or of themselves', [reply('r', 2, 's'), reply('s', 3, 'r'), reply('t', 4, 't'), reply('u', 5, 's')], ['dangling r s t u']);
  check('keep a review of what is gone', [review('v', 2, 'gone', 'accepted')], ['dangling v']);
  check('take the newest version of what is there twice', [root('a', 2), root('a', 1), reply('r', 3, 'a'), reply('r', 3, 'a')], ['a[r]() open', 'superseded a']);
  check('about a proposal have no first annotation', [review('v', 2, proposal, 'rejected'), reply('r', 3, proposal), reply('s', 4, 'urn:imr:1'), reply('t', 5, 'v')], ['urn:imr:1[r s t](v) rejected by Ben']);
  check('about a proposal that no passage is known of are none', [reply('s', 4, 'urn:imr:1')], ['dangling s']);

  it('about a proposal lie where it was seen last', () => {
    const later = { ...proposal, 'imr:letter': 1 };
    const [thread] = threadsOf([review('v', 3, later, 'accepted'), review('w', 2, proposal, 'accepted')]).threads;
    assert.deepEqual([thread!.target, thread!.root, thread!.labels], [later, null, []]);
  });

  it('have the labels and the place of their first annotation', () => {
    const first = root('a');
    const [thread] = threadsOf([first, reply('r', 2, 'a')]).threads;
    assert.deepEqual([thread!.root, thread!.target, thread!.labels], [first, first.target, ['diagnosis']]);
  });

  it('follow a long chain of replies in no time', () => {
    const chain = Array.from({ length: 5_000 }, (_, n) => reply(`r${n}`, 2, n === 4_999 ? 'a' : `r${n + 1}`));
    assert.equal(threadsOf([...chain, root('a')]).threads[0]!.replies.length, 5_000);
  });
});

describe('the state of a thread', () => {
  function check(name: string, reviews: readonly Annotation[], state: ThreadStateName, decided: string | null): void {
    it(name, () => {
      const [thread] = threadsOf([root('a'), reply('r', 2, 'a'), ...reviews]).threads;
      const by = reviews.find(({ id }) => id === decided);
      assert.deepEqual(thread!.state, { name: state, by: by?.creator.name ?? null, at: by?.modified ?? null, review: decided });
    });
  }

  check('is open at first', [], 'open', null);
  for (const verdict of ['accepted', 'rejected', 'resolved'] as const) check(`is ${verdict}`, [review('v', 3, 'a', verdict)], verdict, 'v');
  check('is what was said last', [review('v', 4, 'a', 'accepted'), review('w', 3, 'a', 'rejected')], 'accepted', 'v');
  check('at the same time goes by id', [review('w', 3, 'a', 'rejected'), review('v', 3, 'a', 'accepted')], 'rejected', 'w');
  check('may be open again', [review('v', 3, 'a', 'resolved'), review('w', 4, 'a', 'reopened')], 'open', 'w');
  check('is not decided by a review of a reply', [review('v', 3, 'r', 'accepted')], 'open', null);
  check('is not decided by a review of a review', [review('v', 3, 'a', 'accepted'), review('w', 4, 'v', 'rejected')], 'accepted', 'v');
  check('is not decided by a verdict of a later version', [review('v', 3, 'a', 'accepted'), review('w', 4, 'a', 'postponed' as Verdict)], 'accepted', 'v');
  check('is not decided by a review of what was changed since', [review('v', 0, 'a', 'accepted')], 'open', null);
  check('does not depend on how a time is written', [{ ...review('v', 3, 'a', 'accepted'), modified: '2026-03-05T01:00:00+09:00' }, { ...review('w', 4, 'a', 'rejected'), modified: '2026-03-04T17:00:00Z' }], 'rejected', 'w');
});

it('threads are the same for any order, and nothing is left out', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'urn:imr:1');
  const target: fc.Arbitrary<Target> = fc.oneof(id, fc.constant(proposal), fc.constant(root('a').target));
  const annotation = fc.record({ id, target, n: fc.integer({ min: 1, max: 3 }), motivation: fc.constantFrom('tagging', 'replying', 'assessing') }).map(({ id, target, n, motivation }) => plain(id, { target, motivation: motivation as Annotation['motivation'], ...day(n) }));
  fc.assert(
    fc.property(fc.array(annotation, { maxLength: 10 }).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([list, shuffled]) => {
      const folded = threadsOf(list);
      assert.deepEqual(threadsOf(shuffled), folded);
      const out = [...folded.threads.flatMap(({ root, replies, reviews }) => [...(root ? [root] : []), ...replies, ...reviews]), ...folded.dangling, ...folded.superseded];
      assert.deepEqual(new Set(out.map((each) => JSON.stringify(each))), new Set(list.map((each) => JSON.stringify(each))));
    }),
    { numRuns: THOROUGH ? 3_000 : 100 },
  );
});

