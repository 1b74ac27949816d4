import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codePoints, contentHash, normalized } from '../../server/src/annotations/code-points';
import { CONTEXT_LENGTH, describe, spanOf } from '../../server/src/annotations/selectors';

const unit = fc.constantFrom('a', ' ', '\r', '\n', '\r\n', '😀', '\ud83d', '\ude00', '\uFEFF', 'é');
const anyText = fc.array(unit, { maxLength: 40 }).map((units) => units.join(''));
/** Longer than a stride of the converter's samples. */
const longText = fc.tuple(anyText, fc.integer({ min: 0, max: 20 })).map(([text, times]) => text + text.repeat(times));
const runs = { numRuns: 60, seed: 6 };

test('offsets count code points of the normalized text', () => {
  const cases: [text: string, offsets: number[]][] = [
    ['plain', [0, 1, 2, 3, 4]],
    ['\uFEFFab', [1, 2]],
    ['a\r\nb\rc', [0, 1, 3, 4, 5]],
    ['a😀b', [0, 1, 3]],
    ['\ud83dx\ude00', [0, 1, 2]],
    ['', []],
  ];
  for (const [text, offsets] of cases) {
    const points = codePoints(text);
    assert.equal(points.length, offsets.length, JSON.stringify(text));
    assert.deepEqual(offsets.map((_, point) => points.toOffset(point)), offsets, JSON.stringify(text));
    assert.deepEqual(offsets.map((offset) => points.toPoint(offset)), offsets.map((_, point) => point), JSON.stringify(text));
    assert.equal(points.toOffset(offsets.length), text.length);
  }
});

test('an offset inside a pair or a line end counts as the one before it, one outside as the nearest end', () => {
  const points = codePoints('a😀\r\nb');
  assert.deepEqual([2, 4].map(points.toPoint), [1, 2]);
  assert.deepEqual([-1, Number.NaN, 99].map(points.toPoint), [0, 0, 4]);
  assert.deepEqual([-1, Number.NaN, 99].map(points.toOffset), [0, 0, 6]);
});

test('for any text the conversion is exact in both directions', () => {
  fc.assert(
    fc.property(longText, (text) => {
      const expected = Array.from(normalized(text));
      const points = codePoints(text);
      assert.equal(points.length, expected.length);
      const begin = text.startsWith('\uFEFF') ? 1 : 0;
      for (let point = 0; point < expected.length; point++) {
        const [from, to] = [points.toOffset(point), points.toOffset(point + 1)];
        assert.equal(points.toPoint(from), point);
        // Cut at a point, a text has the same letters before the cut as its normalized form has.
        assert.equal(text.slice(from, to).replace(/\r\n?/g, '\n'), expected[point]);
        if (point === 0) assert.equal(from, begin);
      }
    }),
    runs,
  );
});

test('a selector holds what stands there and around it', () => {
  fc.assert(
    fc.property(longText, fc.nat(), fc.nat(), (text, one, other) => {
      const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [number, number];
      const [quote, position] = describe(text, { start, end });
      const all = Array.from(normalized(text));
      assert.equal(quote.exact, all.slice(position.start, position.end).join(''));
      assert.equal(quote.prefix, all.slice(Math.max(0, position.start - CONTEXT_LENGTH), position.start).join(''));
      assert.equal(quote.suffix, all.slice(position.end, position.end + CONTEXT_LENGTH).join(''));
      const back = spanOf(position, codePoints(text));
      // Wider by a split pair or line end at most, and never narrower but for a byte order mark.
      assert.ok(back.start <= Math.max(start, text.startsWith('\uFEFF') ? 1 : 0) && back.end >= end && back.end - end <= 1);
    }),
    runs,
  );
});

test('the hash is of the normalized text alone, and never changes', () => {
  assert.equal(contentHash('\uFEFFone\r\ntwo\rthree'), contentHash('one\ntwo\nthree'));
  assert.match(contentHash(''), /^[0-9a-f]{16}$/);
  const texts = ['', 'a', 'b', 'ab', 'ba', 'a\n', 'Upheld', 'upheld', '\u0101', '\u0001\u0001'];
  assert.equal(new Set(texts.map(contentHash)).size, texts.length);
  // It stands in annotation files: these values are for ever.
  assert.deepEqual(['', 'Upheld', 'a\nb'].map(contentHash), ['ab3e7c0bebb6c228', 'fc9526ce3bc4bf49', '3b391d456ab6969f']);
});
