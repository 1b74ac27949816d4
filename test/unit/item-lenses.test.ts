import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemLenses } from '../../server/src/features/item-lenses';
import { readLetters } from '../../server/src/letter';
import { letterText } from '../protocol/letter-text';

function check(text: string, findings: readonly number[], expected: string[]): void {
  const lenses = readLetters(text).flatMap((letter) => itemLenses(text, letter, (item) => findings[item] ?? 0));
  assert.deepEqual(lenses.map(({ span, title }) => `${text.slice(span.start, span.end).replace(/\s+/g, ' ')} | ${title}`), expected);
}

test('code lens: decision and citations of each item, above its heading', () =>
  check(letterText({}, { request: 'Grip trainer', decision: 'Overturned', claimsAdministrator: null }), [], [
    'Wrist splint: Upheld | Upheld · 2 citations',
    'Grip trainer: Overturned | Overturned · 1 citation',
  ]));

test('code lens: findings are told of where there are any', () =>
  check(letterText({ decision: '' }, { decision: '____', request: 'Grip trainer' }, { request: 'Thumb splint' }), [1, 3, 0], [
    'Wrist splint | No decision · 2 citations · 1 finding',
    'Grip trainer: ____ | Decision unclear · 2 citations · 3 findings',
    'Thumb splint: Upheld | Upheld · 2 citations',
  ]));

test('code lens: that nothing was cited is said, and is no citation', () =>
  check(
    letterText({
      claimsAdministrator: 'The Claims Administrator did not cite any medical evidence for its decision.',
      reviewer: 'The Expert Reviewer did not cite any medical evidence for its decision.',
    }),
    [],
    ['Wrist splint: Upheld | Upheld · no citation'],
  ));

test('code lens: what people said is told behind the rest', () => {
  const text = letterText({}, {}, {}, {});
  const nothing = { annotations: 0, openComments: 0, lost: 0, reviewed: 0, proposals: 4 };
  const notes = [{ annotations: 3, openComments: 1, lost: 1, reviewed: 4, proposals: 4 }, { annotations: 1, openComments: 2, lost: 2, reviewed: 1, proposals: 4 }, nothing, null];
  const [letter] = readLetters(text);
  assert.deepEqual(itemLenses(text, letter!, () => 0, undefined, (item) => notes[item] ?? null).map(({ title }) => title), [
    'Upheld · 2 citations · 3 annotations · 1 open comment · 1 place lost · reviewed',
    'Upheld · 2 citations · 1 annotation · 2 open comments · 2 places lost · 1 of 4 reviewed',
    'Upheld · 2 citations',
    'Upheld · 2 citations',
  ]);
});
