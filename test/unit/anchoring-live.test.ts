import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveAnchors, moved, type LiveSpan } from '../../server/src/annotations/anchoring';

/** A text in which `[…]` is the passage and `{old|new}` the edit; the marks may stand in each other. */
function check(marked: string, expected: string, state: LiveSpan['state']): void {
  const marks: Record<string, number> = {};
  let before = '';
  let put = '';
  for (let at = 0, inNew = false; at < marked.length; at++) {
    const mark = marked.charAt(at);
    if (mark === '|') inNew = true;
    if (mark === '}') inNew = false;
    if ('[]{|}'.includes(mark)) marks[mark === '|' ? '}' : mark] ??= before.length;
    else if (inNew) put += mark;
    else before += mark;
  }
  const change = { start: marks['{'] ?? 0, end: marks['}'] ?? 0, newLength: put.length };
  const after = before.slice(0, change.start) + put + before.slice(change.end);
  const [found] = moved([{ start: marks['['] ?? 0, end: marks[']'] ?? 0, state: 'intact' }], change);
  assert.ok(found);
  assert.equal(`${after.slice(0, found.start)}[${after.slice(found.start, found.end)}]${after.slice(found.end)}`, expected, marked);
  assert.equal(found.state, state, marked);
}

test('a passage moves with an edit', () => {
  const cases: [marked: string, expected: string, state: LiveSpan['state']][] = [
    ['{|the }knee [brace] worn', 'the knee [brace] worn', 'intact'],
    ['knee [brace] worn{ daily|}', 'knee [brace] worn', 'intact'],
    ['knee {|new }[brace] worn', 'knee new [brace] worn', 'intact'],
    ['knee [brace]{|s} worn', 'knee [brace]s worn', 'intact'],
    ['knee [br{|o}ace] worn', 'knee [broace] worn', 'changed'],
    ['knee [b{rac|}e] worn', 'knee [be] worn', 'changed'],
    ['kn{ee [br|}ace] worn', 'kn[ace] worn', 'changed'],
    ['knee [bra{ce] wo|}rn', 'knee [bra]rn', 'changed'],
    ['kn{ee [br|obr}ace] worn', 'knobr[ace] worn', 'changed'],
    ['knee [{bra|pla}ce] worn', 'knee [place] worn', 'changed'],
    ['knee [bra{ce|ss}] worn', 'knee [brass] worn', 'changed'],
    ['knee [{brace|sleeve}] worn', 'knee [sleeve] worn', 'changed'],
    ['knee [{brace|}] worn', 'knee [] worn', 'orphaned'],
    ['knee{ [brace] |}worn', 'knee[]worn', 'orphaned'],
    ['{knee [brace] worn|nothing}', '[]nothing', 'orphaned'],
  ];
  for (const one of cases) check(...one);
});

test('an orphan moves on as a place and stays an orphan', () => {
  const anchors = new LiveAnchors([{ start: 5, end: 10 }]);
  assert.deepEqual(anchors.apply({ start: 4, end: 12, newLength: 0 }), [0]);
  assert.deepEqual(anchors.apply({ start: 0, end: 0, newLength: 3 }), []);
  assert.deepEqual(anchors.at(0), { start: 7, end: 7, state: 'orphaned' });
});

test('many edits leave every passage that none of them touched with its words', () => {
  const edit = fc.record({ at: fc.nat(), old: fc.nat(6), put: fc.string({ maxLength: 6 }) });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(80), fc.nat(12)), { maxLength: 12 }), fc.array(edit, { maxLength: 12 }), (ranges, edits) => {
      let text = Array.from({ length: 90 }, (_, index) => String.fromCharCode(0x4e00 + index)).join('');
      const spans = ranges.map(([start, length]) => ({ start, end: Math.min(90, start + length) }));
      const words = spans.map(({ start, end }) => text.slice(start, end));
      const anchors = new LiveAnchors(spans);
      for (const { at, old, put } of edits) {
        const start = at % (text.length + 1);
        const end = Math.min(text.length, start + old);
        anchors.apply({ start, end, newLength: put.length });
        text = text.slice(0, start) + put + text.slice(end);
      }
      words.forEach((word, index) => {
        const { start, end, state } = anchors.at(index);
        assert.ok(0 <= start && start <= end && end <= text.length);
        if (state === 'intact') assert.equal(text.slice(start, end), word);
        if (state === 'orphaned') assert.equal(start, end);
      });
    }),
    { numRuns: 100, seed: 6 },
  );
});
