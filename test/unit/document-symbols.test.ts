import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { documentSymbols, type LetterSymbol } from '../../server/src/features/document-symbols';
import { readLetters } from '../../server/src/letter';
import { letterText } from '../protocol/letter-text';
import { stride } from '../thorough';

function outline(text: string): LetterSymbol[] {
  return documentSymbols(text, readLetters(text));
}

/** Every symbol, from the outside to the inside. */
function all(symbols: readonly LetterSymbol[]): LetterSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...all(symbol.children)]);
}

function isItem({ kind }: LetterSymbol): boolean {
  return kind.endsWith('Item');
}

/** What VS Code asks of an outline; it throws, or shows nonsense, where this does not hold. */
function checkForm(symbols: readonly LetterSymbol[], start: number, end: number): void {
  let last = start;
  for (const { name, span, selection, children } of symbols) {
    assert.ok(name.length > 0 && name.length <= 60 && !/[\r\n]/.test(name), JSON.stringify(name));
    assert.ok(last <= span.start && span.start <= span.end && span.end <= end, `${name}: ${span.start}-${span.end} not in ${last}-${end}`);
    assert.ok(span.start <= selection.start && selection.start <= selection.end && selection.end <= span.end, `${name}: selection`);
    checkForm(children, span.start, span.end);
    last = span.end;
  }
}

function check(text: string, expected: string[]): void {
  const symbols = outline(text);
  checkForm(symbols, 0, text.length);
  assert.deepEqual(all(symbols).filter(isItem).map(({ name, detail }) => `${name} | ${detail}`), expected);
}

test('an item is named by its request on one line', () => {
  check(letterText({ request: 'Wrist splint,\nright and left:\nfitted' }), ['Wrist splint, right and left: fitted | Upheld']);
});

test('a long request is cut at a blank', () => {
  const request = `Physical therapy ${'of the left wrist and hand '.repeat(12)}twice a week`;
  const [name] = all(outline(letterText({ request }))).filter(isItem).map((symbol) => symbol.name);
  assert.ok(name !== undefined && name.endsWith('…') && request.startsWith(name.slice(0, -1)), name);
  assert.match(request.slice(name.length - 1), /^ /);
});

test('of a request granted in part the name is what is left to decide', () => {
  check(
    letterText({ request: 'Therapy of the wrist, 12 visits was the original request. 6 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, therapy of the wrist, 6 visits is' }),
    ['therapy of the wrist, 6 visits | Upheld'],
  );
});

test('decisions are told apart', () => {
  check(letterText({ decision: 'Overturned' }, { request: 'Grip trainer', decision: '' }, { request: 'Thumb splint', decision: '____' }), [
    'Wrist splint | Overturned',
    'Grip trainer | No decision',
    'Thumb splint | Decision unclear',
  ]);
});

test('items are told apart by their decision, also where only an icon is seen', () => {
  const text = letterText({}, { decision: 'Overturned' }, { decision: '' }, { decision: '____' });
  assert.deepEqual(all(outline(text)).filter(isItem).map(({ kind }) => kind), ['upheldItem', 'overturnedItem', 'undecidedItem', 'undecidedItem']);
});

test('a text that is no letter has no outline', () => {
  assert.deepEqual(outline('Dear colleague,\nDecision rationale: none.\n'), []);
});

for (const name of readdirSync('samples').filter((file) => file.endsWith('.txt'))) {
  test(`the outline of ${name} keeps its form, whole and cut anywhere`, () => {
    const text = readFileSync(path.join('samples', name), 'utf8');
    assert.ok(outline(text).length > 0);
    for (let end = text.length; end > 0; end -= stride(61)) {
      checkForm(outline(text.slice(0, end)), 0, end);
      checkForm(outline(text.slice(text.length - end)), 0, end);
    }
  });
}
