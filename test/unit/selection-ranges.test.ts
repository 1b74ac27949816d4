import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { selectionsAt } from '../../server/src/features/selection-ranges';
import { readLetters } from '../../server/src/letter';
import { letterText } from '../protocol/letter-text';
import { stride } from '../thorough';

/** The text with the caret's place marked `¦`; the steps as first and last words on one line. */
function check(marked: string, expected: string[]): void {
  const offset = marked.indexOf('¦');
  assert.ok(offset >= 0, 'a marked place');
  const text = marked.replace('¦', '');
  const steps = selectionsAt(text, readLetters(text), offset);
  checkForm(text, steps, offset);
  assert.deepEqual(steps.map(({ start, end }) => shown(text.slice(start, end))), expected);
}

function shown(passage: string): string {
  const words = passage.replace(/\s+/g, ' ').trim();
  return words.length <= 60 ? words : `${words.slice(0, 20).trim()} … ${words.slice(-20).trim()}`;
}

function checkForm(text: string, steps: readonly { start: number; end: number }[], offset: number): void {
  assert.ok(steps.length > 0);
  steps.forEach(({ start, end }, index) => {
    const inner = steps[index - 1];
    assert.ok(0 <= start && start <= offset && offset <= end && end <= text.length, `${start}-${end} holds ${offset}`);
    assert.ok(inner === undefined || (start <= inner.start && inner.end <= end && end - start > inner.end - inner.start), `${start}-${end} is larger than ${inner?.start}-${inner?.end}`);
  });
}

const RATIONALE = 'The record shows no trial of a simpler brace. The request is not medically necessary.';
const OUTER = ['Decision rationale: … medically necessary.', 'Wrist splint: Upheld … medically necessary.', 'The Final Determinat … medically necessary.', 'IMR ISSUES, DECISION … medically necessary.', 'HOW THE IMR FINAL DE … medically necessary.'];

test('selection: word, sentence, field body, field, item, section, letter', () =>
  check(letterText({ rationale: RATIONALE }).replace('simpler', 'sim¦pler'), [
    'simpler',
    'The record shows no trial of a simpler brace.',
    'The record shows no … medically necessary.',
    'Decision rationale: … medically necessary.',
    ...OUTER.slice(1),
    // The text ends with a line end that the letter's words do not reach.
    OUTER.at(-1)!,
  ]));

test('selection: from a request to its heading', () =>
  check(letterText({ rationale: 'None.' }).replace('Wrist splint', 'Wrist spl¦int'), [
    'splint',
    'Wrist splint',
    'Wrist splint: Upheld',
    'Wrist splint: Upheld … ion rationale: None.',
    'The Final Determinat … ion rationale: None.',
    'IMR ISSUES, DECISION … ion rationale: None.',
    'HOW THE IMR FINAL DE … ion rationale: None.',
    'HOW THE IMR FINAL DE … ion rationale: None.',
  ]));

test('selection: in the summary', () =>
  check(letterText({ rationale: 'None.' }).replace('helped a', 'hel¦ped a'), [
    'helped',
    'Splinting and rest helped a little.',
    'A baker of 52 years … est helped a little.',
    'CLINICAL CASE SUMMAR … est helped a little.',
    'HOW THE IMR FINAL DE … ion rationale: None.',
    'HOW THE IMR FINAL DE … ion rationale: None.',
  ]));

test('selection: outside of letters, word and text', () => check('Dear col¦league, good day.', ['colleague', 'Dear colleague, good day.']));
test('selection: in an empty text, the place itself', () => check('¦', ['']));

/** The sentence at the marked place of a rationale. */
function checkSentence(marked: string, expected: string): void {
  const text = letterText({ rationale: marked });
  const offset = text.indexOf('¦');
  const whole = text.replace('¦', '');
  const shownSteps = selectionsAt(whole, readLetters(whole), offset).map(({ start, end }) => whole.slice(start, end).replace(/\s+/g, ' '));
  assert.equal(shownSteps[1], expected);
}

for (const [marked, expected] of [
  ['A dose of 0.5 mg was gi¦ven at 9 a.m. daily. It helped.', 'A dose of 0.5 mg was given at 9 a.m. daily.'],
  ['Dr. Lane wr¦ote it. It helped.', 'Dr. Lane wrote it.'],
  ['Splints (e.g. Velcro) we¦re tried. It helped.', 'Splints (e.g. Velcro) were tried.'],
  ['It is on p. 98 of the bo¦ok. It helped.', 'It is on p. 98 of the book.'],
  ['It was given b.i.d. The wr¦ist healed.', 'The wrist healed.'],
  ['It dates from 2006.Medical records sh¦ow it.', 'Medical records show it.'],
  ['The wrist healed . The brace ca¦me off. It held.', 'The brace came off.'],
  ['She asked “why?” Nobody kn¦ew. It held.', 'Nobody knew.'],
  ['The end (as told.) The brace ca¦me off.', 'The brace came off.'],
  ['It broke at C6-C7\nand was se¦t. It held.', 'It broke at C6-C7 and was set.'],
  ['Item No. 5 was as¦ked for. It held.', 'Item No. 5 was asked for.'],
  ['The answer is no. Then it wa¦s asked again.', 'Then it was asked again.'],
] as const) {
  test(`selection: the sentence of “${marked.replace('\n', ' ')}”`, () => checkSentence(marked, expected));
}

test('selection: doubled line ends do not end a sentence', () => {
  const text = letterText({ rationale: 'The record shows no trial of a brace that\nis simpler than this one was. It held.' }).replaceAll('\n', ' \n\n');
  const offset = text.indexOf('simpler');
  const steps = selectionsAt(text, readLetters(text), offset).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
  assert.equal(steps[1], 'The record shows no trial of a brace that is simpler than this one was.');
});

for (const name of readdirSync('samples').filter((file) => file.endsWith('.txt'))) {
  test(`selection in ${name}: grows at every place, and holds it`, () => {
    const text = readFileSync(path.join('samples', name), 'utf8');
    const letters = readLetters(text);
    for (let offset = 0; offset <= text.length; offset += stride(7)) checkForm(text, selectionsAt(text, letters, offset), offset);
  });
}
