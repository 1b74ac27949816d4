import Ajv from 'ajv';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import schema from '../../schema/guidelines.schema.json';
import { BUNDLED_FILES, Catalogue, catalogue } from '../../server/src/guidelines/catalogue';
import type { CatalogueFile } from '../../server/src/guidelines';

const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile(schema);
const bad = (file: unknown): string => (validate(file) ? '' : JSON.stringify(validate.errors));

test('catalogue: every data file keeps to the schema', () => {
  assert.ok(Object.keys(BUNDLED_FILES).length >= 9);
  for (const [name, file] of Object.entries(BUNDLED_FILES)) assert.equal(bad(file), '', name);
});

test('catalogue: the schema refuses what it must', () => {
  const entry = { id: 'acoem-2031-knee', family: 'acoem', name: 'Knee', source: 'a book', confidence: 'seen' };
  assert.equal(bad({ guidelines: [entry] }), '');
  for (const wrong of [{ source: '' }, { source: undefined }, { confidence: 'sure' }, { confidence: undefined }, { id: 'Knee 2031' }, { famly: 'acoem' }, { edition: '31' }]) {
    assert.notEqual(bad(JSON.parse(JSON.stringify({ guidelines: [{ ...entry, ...wrong }] }))), '', JSON.stringify(wrong));
  }
});

test('catalogue: ids are single, references lead somewhere', () => {
  const of = catalogue();
  const ids = of.guidelines.map((entry) => entry.id);
  assert.equal(new Set(ids).size, ids.length);
  const facts = of.regulations.map((entry) => entry.id);
  assert.equal(new Set(facts).size, facts.length);
  for (const topic of of.topics) {
    const owners = topic.guidelines ?? [topic.guideline ?? ''];
    assert.ok(owners.length > 0 && owners.every((id) => ids.includes(id)), topic.name);
  }
  for (const procedure of of.procedures) assert.ok(ids.includes(procedure.guideline), procedure.procedure);
});

test('catalogue: pages and dates run forward', () => {
  const of = catalogue();
  for (const { pages } of [...of.guidelines, ...of.topics]) assert.ok(pages === undefined || pages.first <= pages.last);
  for (const { id, governed } of of.guidelines) for (const { from, to } of governed ?? []) assert.ok(to === undefined || from <= to, id);
});

test('catalogue: slips are understood and never printed', () => {
  const printed = JSON.stringify([catalogue().guidelines.map(({ misspellings: _, ...entry }) => entry), catalogue().topics.map(({ misspellings: _, ...entry }) => entry)]);
  assert.doesNotMatch(printed, /Forewarm|Accupuncture|Therpay|thearpy|Inital/);
});

test('catalogue: a file of one’s own adds entries and replaces by id', () => {
  const own: CatalogueFile = {
    guidelines: [{ id: 'odg-shoulder', family: 'odg', name: 'Shoulder, our copy', source: 'our shelf', confidence: 'seen' }],
    topics: [{ guideline: 'odg-shoulder', name: 'Slings', source: 'our shelf', confidence: 'seen' }],
  };
  const joined = new Catalogue([...(Object.values(BUNDLED_FILES) as unknown as CatalogueFile[]), own]);
  assert.equal(joined.guideline('odg-shoulder')?.name, 'Shoulder, our copy');
  assert.deepEqual(joined.topicsIn('odg-shoulder').map((topic) => topic.name), ['Slings']);
  assert.equal(catalogue().guideline('odg-shoulder')?.name, 'Shoulder');
});
