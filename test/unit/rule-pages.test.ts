import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { RULES } from '../../server/src/rules';
import { rulePages } from '../../server/src/rules/page';

const FOLDER = join(process.cwd(), 'docs', 'rules');

test('the pages in docs/rules are those of the rules', () => {
  const pages = rulePages();
  assert.deepEqual(readdirSync(FOLDER).sort(), [...pages.keys()].sort(), 'run node scripts/rule-pages.mjs');
  for (const [name, text] of pages) {
    const page = readFileSync(join(FOLDER, name), 'utf8').replace(/\r\n/g, '\n');
    // The table of planted defects comes from a trial, not from the rules.
    assert.equal(page.split('\n## Planted defects\n')[0], text, `${name} is stale: run node scripts/rule-pages.mjs`);
  }
});

test('every rule has a page that says what it must, and the index leads to it', () => {
  const pages = rulePages();
  const index = pages.get('README.md') ?? '';
  for (const rule of RULES) {
    const page = pages.get(`${rule.code}.md`) ?? '';
    assert.ok(page.startsWith(`# ${rule.title}\n`), rule.code);
    for (const part of [rule.why, rule.source, rule.marks, '## Fixes', 'Marked is `', '### Wrong:', '### Right:']) {
      assert.ok(part.length >= 3 && page.includes(part), `${rule.code}: ${part}`);
    }
    assert.ok(index.includes(`](${rule.code}.md)`), `the index leads to ${rule.code}`);
  }
});
