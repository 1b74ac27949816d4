import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { expectedSamples, sampleOf } from './feature-table/samples';
import { EXPECTED } from './feature-table/expected';
import { FEATURES, NOTHING } from './feature-table/features';
import { LanguageClient } from './language-client';

/**
 * Every feature on a letter of every layout that has a sample: one cell, one
 * test, and each compares what a person gets to see with what is written in
 * `feature-table/expected/`. A layout that gets its first sample fails here
 * until its row is written.
 */
const layouts = [...new Set(expectedSamples().map(({ layout }) => layout))].sort();
const cells = new Map<string, 'yes' | 'none' | 'NO'>();

for (const layout of layouts) {
  test(`feature table: ${layout}`, (row) =>
    LanguageClient.with({}, async (client) => {
      const text = readFileSync(`samples/${sampleOf(layout)}`, 'utf8');
      for (const [feature, draw] of Object.entries(FEATURES)) {
        cells.set(`${layout} ${feature}`, 'NO');
        await row.test(feature, async () => {
          // A document of its own: some cells change it.
          const drawn = await draw(client, await client.open(text, `file:///case/${feature.replaceAll(' ', '-')}.txt`));
          assert.ok(drawn.length > 0, 'a cell without content shows nothing');
          assert.deepEqual(drawn, EXPECTED[layout]?.[feature] ?? [`no row for ${layout} in feature-table/expected/`]);
          cells.set(`${layout} ${feature}`, drawn[0] === NOTHING ? 'none' : 'yes');
        });
      }
      assert.deepEqual(client.logged, []);
    }));
}

after(() => {
  const features = Object.keys(FEATURES);
  const widest = Math.max(...features.map(({ length }) => length));
  const rows = features.map((feature) => `${feature.padEnd(widest)}  ${layouts.map((layout) => (cells.get(`${layout} ${feature}`) ?? '-').padEnd(layout.length)).join('  ')}`);
  console.log([`${''.padEnd(widest)}  ${layouts.join('  ')}`, ...rows].join('\n'));
});
