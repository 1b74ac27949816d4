import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IGNORED_FILE_ENDING } from '../../server/src/lsp/client-requests';
import { entriesOf, IGNORED_SUFFIX, ignoredText, parseIgnored, withIgnored, withoutIgnored, type IgnoredFinding } from '../../server/src/annotations/ignored-findings';

const entry = (id: string, more: Partial<IgnoredFinding> = {}): IgnoredFinding => ({ id, code: 'missing-decision', item: 0, reason: 'Decided by phone.', by: 'J.', on: '2026-11-20', ...more });
const line = (id: string, more = ''): string => `{"id":"${id}","code":"missing-decision","item":0,"reason":"Decided by phone.","by":"J.","on":"2026-11-20"${more}}`;

test('ignored findings: client and server mean the same file', () => assert.equal(IGNORED_FILE_ENDING, IGNORED_SUFFIX));

test('ignored findings: a new line has its keys in one order, whatever the order they came in', () => {
  const { on, by, reason, item, code, id } = entry('b');
  assert.equal(ignoredText(withIgnored(parseIgnored(''), { on, by, reason, item, code, id })), `${line('b')}\n`);
});

interface Case {
  readonly name: string;
  readonly text: string;
  readonly ids: readonly string[];
  readonly problems?: readonly string[];
  /** As it is written again; as it was read where that is left out. */
  readonly written?: string;
}

function check({ name, text, ids, problems = [], written = text }: Case): void {
  test(`ignored findings: ${name}`, () => {
    const file = parseIgnored(text);
    assert.deepEqual(entriesOf(file).map(({ id }) => id), ids);
    assert.deepEqual(file.problems.map((problem) => `${problem.line} ${problem.message}`), problems);
    assert.equal(ignoredText(file), written);
    assert.equal(ignoredText(parseIgnored(written)), written, 'written again it stays');
  });
}

check({ name: 'no file', text: '', ids: [] });
check({ name: 'two lines', text: `${line('a')}\n${line('b')}\n`, ids: ['a', 'b'] });
check({ name: 'lines out of order, without a last line end', text: `${line('b')}\n${line('a')}`, ids: ['b', 'a'], written: `${line('a')}\n${line('b')}\n` });
check({ name: 'byte order mark, CR LF and blank lines', text: `\ufeff${line('a')}\r\n\r\n  \r\n${line('b')}\r\n`, ids: ['a', 'b'], written: `${line('a')}\n${line('b')}\n` });
check({ name: 'unknown keys stay as they stand', text: `${line('a', ', "size": 1e2, "tags": ["x"]')}\n`, ids: ['a'] });
check({ name: 'an entry of a person’s own hand stays as it stands', text: '{ "reason": "Fine.", "id": "a" }\n', ids: ['a'] });
check({
  name: 'a conflict left by a merge',
  text: `<<<<<<< ours\n${line('a')}\n=======\n${line('b')}\n>>>>>>> theirs\n`,
  ids: ['a', 'b'],
  problems: ['1 no JSON', '3 no JSON', '5 no JSON'],
});
check({
  name: 'lines that say nothing',
  text: `{"id":"a"\n[]\nnull\n{"reason":"x"}\n{"id":7,"reason":"x"}\n{"id":"${'9'.repeat(65)}","reason":"x"}\n{"id":"a"}\n{"id":"a","reason":" "}\n`,
  ids: [],
  problems: ['1 no JSON', '2 no object', '3 no object', '4 no id', '5 no id', '6 no id', '7 no reason', '8 no reason'],
});
check({ name: 'the same finding ignored on two branches', text: `${line('a', ',"x":1')}\n${line('a')}\n`, ids: ['a', 'a'] });

test('ignored findings: what is of the wrong type counts as not said', () =>
  assert.deepEqual(entriesOf(parseIgnored('{"id":"a","reason":"x","code":1,"item":-1,"by":null,"on":{}}')), [{ id: 'a', code: '', item: null, reason: 'x', by: '', on: '' }]));

test('ignored findings: a new one stands in its place, and what cannot be read stays on its line', () => {
  const file = parseIgnored(`${line('a')}\nbroken\n${line('d')}\n`);
  assert.equal(ignoredText(withIgnored(file, entry('b'))), `${line('a')}\nbroken\n${line('b')}\n${line('d')}\n`);
});

test('ignored findings: ignored anew, the new reason takes the place of the old one', () => {
  const file = withIgnored(parseIgnored(`${line('a')}\n${line('a')}\n${line('b')}\n`), entry('a', { reason: 'Other.' }));
  assert.deepEqual(entriesOf(parseIgnored(ignoredText(file))).map(({ id, reason }) => `${id} ${reason}`), ['a Other.', 'b Decided by phone.']);
});

test('ignored findings: ignored anew by one person, what others say of it stays', () => {
  const file = withIgnored(parseIgnored(`${line('a')}\n${line('a').replace('"J."', '"B."')}\n`), entry('a', { reason: 'Other.', by: 'B.' }));
  assert.deepEqual(entriesOf(parseIgnored(ignoredText(file))).map(({ by, reason }) => `${by} ${reason}`).sort(), ['B. Other.', 'J. Decided by phone.']);
});

test('ignored findings: taken back, the others stay, and the last one leaves nothing', () => {
  const file = parseIgnored(`${line('a')}\nbroken\n${line('b')}\n`);
  assert.equal(ignoredText(withoutIgnored(file, ['a'])), `broken\n${line('b')}\n`);
  assert.equal(ignoredText(withoutIgnored(parseIgnored(`${line('a')}\n`), ['a', 'z'])), '');
});
