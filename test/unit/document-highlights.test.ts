import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlightsAt } from '../../server/src/features/document-highlights';
import { readLetters } from '../../server/src/letter';
import { letterText } from '../protocol/letter-text';

/** The text with the caret's place marked `¦`. */
function check(marked: string, expected: string[]): void {
  const offset = marked.indexOf('¦');
  assert.ok(offset >= 0, 'a marked place');
  const text = marked.replace('¦', '');
  const letters = readLetters(text);
  const letter = letters.find(({ span }) => offset < span.end) ?? letters.at(-1);
  assert.ok(letter);
  assert.deepEqual(highlightsAt(text, letter, offset).map(({ span, part }) => `${part} = ${text.slice(span.start, span.end)}`), expected);
}

const TWO = letterText({}, { request: 'Grip trainer', decision: 'Overturned', reviewer: 'Decision based on MTUS Chronic Pain Medical Treatment 2016.' });
const SECOND = ['request = Grip trainer', 'decision = Overturned', 'label = Claims Administrator guideline:', 'label = MAXIMUS guideline:', 'label = Decision rationale:'];

for (const place of ['Grip tra¦iner', '¦Grip trainer', 'Grip trainer¦', 'Grip trainer:  Over¦turned', 'Grip trainer:  Overturned¦']) {
  test(`highlight: the item's parts, from “${place}”`, () => check(TWO.replace(place.replace('¦', ''), place), SECOND));
}

test("highlight: the item's parts, from a label, of its item alone", () => {
  const last = TWO.lastIndexOf('MAXIMUS guideline');
  check(`${TWO.slice(0, last + 3)}¦${TWO.slice(last + 3)}`, SECOND);
});

test('highlight: a guideline wherever the letter names it', () => {
  const name = 'Forearm, Wrist, and Hand Complaints';
  const citation = `citation = MTUS ACOEM Chapter 11 ${name}`;
  check(TWO.replace('Chapter 11', 'Chap¦ter 11'), [citation, `${citation} Page(s): 264`, citation]);
  check(TWO.replace('Pain Medical', 'Pain Med¦ical'), ['citation = MTUS Chronic Pain Medical Treatment 2016']);
});

test('highlight: nothing on words that belong to nothing', () => {
  check(TWO.replace('simpler', 'sim¦pler'), []);
  check(TWO.replace('helped', 'hel¦ped'), []);
});

test('highlight: an item whose decision is missing has its other parts', () => {
  check(letterText({ decision: '', reviewer: null }).replace('Wrist splint', 'Wrist¦ splint'), ['request = Wrist splint', 'label = Claims Administrator guideline:', 'label = Decision rationale:']);
});
