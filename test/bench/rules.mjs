// What all rules together cost beside the reader alone, in one run, at three
// sizes, and which rules cost most: node test/bench/rules.mjs
//
// Judged by how the cost grows, not by the clock: time per character at 1 MB
// beside that at 100 KB must not grow (a ratio well above 1 is a defect).
import { readFileSync } from 'node:fs';
import { bundled } from '../../scripts/bundled.mjs';

const { readLetters, catalogue, checkLetter, RULES } = await bundled(`
  export { readLetters } from './server/src/letter';
  export { catalogue } from './server/src/guidelines';
  export { checkLetter, RULES } from './server/src/rules';
`);

const sample = readFileSync(new URL('../../samples/2016-surgery-with-ancillary-items.txt', import.meta.url), 'utf8');
const SIZES = [10_000, 100_000, 1_000_000];
/** Short texts are read more often, so that both are measured warm. */
const roundsFor = (size) => Math.max(5, Math.ceil(1_000_000 / size));

/** One letter of about this length: the sample with its items again and again, each with words of its own. */
function letterOf(length) {
  const from = readLetters(sample)[0].items[0].span.start;
  const items = sample.slice(from);
  let text = sample;
  for (let number = 1; text.length < length; number += 1) text += `\n${items.replace(/\b(visit|surgery|clinic|note)s?\b/g, `$& of week ${number}`)}`;
  return text;
}

/** The least milliseconds of some rounds. */
function least(rounds, work) {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

catalogue();
const perRule = new Map();
const rows = SIZES.map((size) => {
  const text = letterOf(size);
  const read = least(roundsFor(size), () => readLetters(text));
  // Letters are read anew each time, because what is worked out is kept with them.
  const both = least(roundsFor(size), () => readLetters(text).flatMap((letter) => checkLetter(text, letter)));
  if (size === SIZES.at(-1)) {
    for (const rule of RULES) {
      const [letter] = readLetters(text);
      const start = performance.now();
      rule.check({ text, letter, catalogue: catalogue() });
      perRule.set(rule.code, performance.now() - start);
    }
  }
  return { length: text.length, items: readLetters(text)[0].items.length, read, rules: both - read };
});

console.log('characters   items   reader ms   rules ms   rules/reader   rules ns per character');
for (const { length, items, read, rules } of rows) {
  console.log([String(length).padStart(10), String(items).padStart(7), read.toFixed(2).padStart(11), rules.toFixed(2).padStart(10), (rules / read).toFixed(1).padStart(14), ((rules / length) * 1e6).toFixed(0).padStart(24)].join(' '));
}
const growth = rows[2].rules / rows[2].length / (rows[1].rules / rows[1].length);
console.log(`per character, 1 MB beside 100 KB: ${growth.toFixed(2)}`);
console.log(`dearest at 1 MB: ${[...perRule].sort((a, b) => b[1] - a[1]).slice(0, 8).map(([code, ms]) => `${code} ${ms.toFixed(0)} ms`).join(', ')}`);
process.exitCode = growth > 2 ? 1 : 0;
