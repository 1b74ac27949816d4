import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readLetters } from '../../server/src/letter';
import { checkInvariants } from '../invariants';
import { corpus } from '../letters/corpus';

/** How many broken texts are read: the samples' own, and the real letters where they are at hand. */
const CASES = Number(process.env['IMR_FUZZ_CASES'] ?? 100_000);

/** A small generator with a seed, so that a failing case can be made again. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const samples = readdirSync('samples')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(path.join('samples', name), 'utf8'));
const texts = [...samples, ...corpus().map((letter) => letter.text)];

const NOISE = ['\u0000', '\ufffe', '\u00ad', '\r', '\n\n', '\f', ':', ' ', '\ud83d', '(', 'Upheld', 'Decision rationale:', 'CLINICAL CASE SUMMARY\n', 'Page 3 of 7\n\f', 'Sincerely,\n', 'Case Number: CM16-0000001\n'];

function broken(random: (below: number) => number): string {
  let text = texts[random(texts.length)]!;
  const at = (): number => random(text.length + 1);
  for (let edits = random(4); edits >= 0; edits--) {
    const a = at();
    const b = Math.min(text.length, a + random(random(3) === 0 ? text.length : 80));
    switch (random(6)) {
      case 0: text = text.slice(0, a); break;
      case 1: text = text.slice(a); break;
      case 2: text = text.slice(0, a) + text.slice(b); break;
      case 3: text = text.slice(0, b) + text.slice(a); break;
      case 4: {
        const other = texts[random(texts.length)]!;
        text = text.slice(0, a) + other.slice(random(other.length), random(other.length));
        break;
      }
      default:
        for (let n = random(6); n >= 0; n--) {
          const i = at();
          text = text.slice(0, i) + NOISE[random(NOISE.length)]! + text.slice(i + random(3));
        }
    }
  }
  return text;
}

test(`${CASES} broken letters are read without a fault`, () => {
  let letters = 0;
  for (let seed = 1; seed <= CASES; seed++) {
    const text = broken(generator(seed));
    try {
      const read = readLetters(text);
      letters += read.length;
      checkInvariants(text, read);
    } catch (fault) {
      throw new Error(`seed ${seed}: ${fault instanceof Error ? fault.stack : String(fault)}`);
    }
  }
  console.log(`${CASES} cases from ${texts.length} texts gave ${letters} letters`);
  assert.ok(letters > CASES / 4, 'most of them are still letters');
});

/** Cost of a text per character, the least of several runs in nanoseconds. */
function costPerCharacter(text: string, runs: number): number {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = process.hrtime.bigint();
    readLetters(text);
    best = Math.min(best, Number(process.hrtime.bigint() - start) / text.length);
  }
  return best;
}

const hostile: Record<string, (size: number, head: string) => string> = {
  'letters joined': (size) => fill(texts.join('\n'), size),
  'one item again and again': (size, head) => fill('MRI of the knee:  Upheld\n\nClaims Administrator guideline: a b.\n\nMAXIMUS guideline: a b.\n\nDecision rationale: a b.\n\n', size, head),
  'labels only': (size, head) => fill('Decision rationale: \n', size, head),
  'first labels only': (size, head) => fill('Claims Administrator guideline: x\n', size, head),
  'headings only': (size) => fill('CLINICAL CASE SUMMARY\n', size),
  'decisions only': (size, head) => fill('a: Upheld\n', size, head),
  'blanks': (size, head) => fill(' ', size, head),
  'line ends': (size, head) => fill('\n', size, head),
  'one line': (size, head) => fill('word ', size, head),
  'colons': (size, head) => fill(':', size, head),
  'beginnings of labels': (size, head) => fill('Claims   Administrator    ', size, head),
  'beginnings of header labels': (size, head) => fill('Date     of    ', size, head),
  'header labels': (size) => fill('Date of Injury: ', size),
  'explained requests': (size, head) => fill('Regarding the request for a cane:\nRationale for the Decision\na b.\n', size, head),
  'numbered decisions': (size, head) => fill('1. A cane is not medically necessary and appropriate.\n2. A cane is medically necessary.\n', size, head),
  'determined requests': (size, head) => fill('1) X has determined the request for a cane is not medically necessary and appropriate.\n', size, head),
  'determined requests without end': (size, head) => fill('X has determined the request for a ', size, head),
  'running lines': (size, head) => fill('Page 3 of 7\n', size, head),
  'numbers beside form feeds': (size, head) => fill('\f3\n', size, head),
  'dashes and numbers': (size, head) => fill('-3', size, head),
  'closes': (size, head) => fill('Sincerely,\n', size, head),
  'letterheads': (size, head) => fill('MAXIMUS FEDERAL SERVICES, INC.\nHOW THE IMR FINAL DETERMINATION WAS MADE\n', size, head),
  'remarks behind decisions': (size, head) => fill('A cane: Upheld\n(modified)\nand so on\n', size, head),
  'sentences above first fields': (size, head) => fill('A cane is not medically necessary.\nThe Claims Administrator based its decision on x\n', size, head),
  'sentences of a partial decision': (size, head) => fill('The original request, x was authorized by the Claims Administrator.\n', size, head),
};

function fill(unit: string, size: number, head = ''): string {
  return (head + unit.repeat(Math.ceil(size / unit.length))).slice(0, size);
}

/** A letter of each layout to begin with: items are read in another way in each. */
const HEADS = ['2014-three-items-mixed.txt', '2016-one-item-upheld.txt', '2013-notice.txt', '2013-numbered-reconstructed.txt', '2013-first-reconstructed.txt'];

for (const [name, make] of Object.entries(hostile)) for (const file of HEADS) {
  test(`time per character does not grow: ${name} after ${file}`, () => {
    const head = readFileSync(path.join('samples', file), 'utf8');
    costPerCharacter(make(10_000, head), 20);
    const small = costPerCharacter(make(10_000, head), 20);
    const large = costPerCharacter(make(1_000_000, head), 3);
    console.log(`${name} after ${file}: ${small.toFixed(1)} ns/char at 10 KB, ${large.toFixed(1)} ns/char at 1 MB, ratio ${(large / small).toFixed(2)}`);
    // A text a hundred times as long costs a hundred times as much; a square would show as a hundred here.
    assert.ok(large < small * 20, `ratio ${(large / small).toFixed(2)}`);
  });
}
