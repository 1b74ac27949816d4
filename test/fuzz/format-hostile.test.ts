import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { formatLetters, formatRange } from '../../server/src/features/format';
import { edited } from '../../server/src/features/format/edits';
import { layOut } from '../../server/src/features/format/layout';
import { wrapped } from '../../server/src/features/format/wrap';
import { readLetters } from '../../server/src/letter';

/** How many broken texts are formatted. */
const CASES = Number(process.env['IMR_FORMAT_CASES'] ?? 300);

const samples = readdirSync('samples')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(path.join('samples', name), 'utf8'));

const NOISE = ['\u0000', '\ufffe', '\u00ad\n', '-\n', '\r', '\n\n', '\f', ':', '   ', '\ud83d', '(', 'Upheld', ': Upheld\n', 'Decision rationale:', 'CLINICAL CASE SUMMARY\n', '\n- ', '\n1) ', '\u200b', 'Case Number: CM16-0000001\n'];

/** A small generator with a seed, so that a failing case can be made again. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function broken(random: (below: number) => number): string {
  let text = samples[random(samples.length)]!;
  for (let edits = random(6); edits >= 0; edits--) {
    const at = random(text.length + 1);
    if (random(4) === 0) text = text.slice(0, at) + text.slice(Math.min(text.length, at + random(400)));
    else text = text.slice(0, at) + NOISE[random(NOISE.length)]! + text.slice(at + random(3));
  }
  return text;
}

const visible = (text: string): string => text.replace(/[\s\u0085\u200b\ufeff]+/g, '');

test(`${CASES} broken letters are formatted without a fault, and stay so`, () => {
  let formatted = 0;
  for (let seed = 1; seed <= CASES; seed++) {
    const random = generator(seed);
    const text = broken(random);
    const letters = readLetters(text);
    const options = { width: ([80, 40, 'one-line'] as const)[seed % 3]! };
    try {
      const edits = formatLetters(text, letters, options);
      if (edits.length === 0) continue;
      formatted++;
      const after = edited(text, edits);
      let end = 0;
      for (const { span, newText } of edits) {
        assert.ok(end <= span.start && span.start <= span.end && span.end <= text.length);
        assert.match(visible(text.slice(span.start, span.end)), /^[-\u2010\u00ad\ufffe]?$/);
        assert.equal(visible(newText), '');
        end = span.end;
      }
      const again = readLetters(after);
      assert.deepEqual(formatLetters(after, again, options), [], 'a second run');
      assert.deepEqual(again.map((letter) => letter.items.map((item) => item.decision?.value)), letters.map((letter) => letter.items.map((item) => item.decision?.value)));
      const a = random(text.length);
      const span = { start: a, end: a + random(text.length - a) };
      const part = edited(text, formatRange(text, letters, span, options));
      assert.ok(part.startsWith(text.slice(0, span.start)) && part.endsWith(text.slice(span.end)), 'nothing outside of the range');
    } catch (fault) {
      throw new Error(`seed ${seed}: ${fault instanceof Error ? fault.stack : String(fault)}`);
    }
  }
  console.log(`${formatted} of ${CASES} formatted`);
  assert.ok(formatted > CASES * 0.8, `most of them are formatted: ${formatted}`);
});

const HOSTILE: Record<string, string> = {
  'letters joined': samples.join('\n'),
  'one item again and again': 'MRI of the knee:  Upheld\n\nClaims Administrator guideline: a b.\n\nMAXIMUS guideline: a b.\n\nDecision rationale: a b.\n\n',
  'labels only': 'Decision rationale: \n',
  'decisions only': 'a: Upheld\n',
  'one line': 'word ',
  'one word': 'word',
  'one word and a digit': 'word'.repeat(5000) + '1',
  'words broken at hyphens': 'medi-\ncation ',
  'hyphens': '-',
  'line ends': '\n',
  'blanks': ' ',
  'list markers': '- ',
  'beginnings of labels': 'Claims Administrator ',
  'numbers of a list': '\n1) ',
};

function fill(unit: string, size: number): string {
  return (samples[1]! + unit.repeat(Math.ceil(size / unit.length))).slice(0, size);
}

function costPerCharacter(text: string, runs: number): number {
  const letters = readLetters(text);
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    // The processor's time, not the clock's: other work on the machine does not count.
    const start = process.cpuUsage();
    wrapped(text, layOut(text, letters, 80), 80, '\n');
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, ((user + system) * 1000) / text.length);
  }
  return best;
}

for (const [name, unit] of Object.entries(HOSTILE)) {
  test(`time per character does not grow: ${name}`, () => {
    const small = costPerCharacter(fill(unit, 10_000), 30);
    const large = costPerCharacter(fill(unit, 400_000), 3);
    // A text forty times as long costs forty times as much; a square would show as forty here.
    assert.ok(large < small * 12 + 400, `${small.toFixed(0)} ns/char at 10 KB, ${large.toFixed(0)} ns/char at 400 KB`);
  });
}
