import Ajv from 'ajv';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import schema from '../../schema/guidelines.schema.json';
import { BUNDLED_FILES, Catalogue, catalogue } from '../../server/src/guidelines/catalogue';
import type { CatalogueFile } from '../../server/src/guidelines';
import categories from '../../server/src/guidelines/data/treatment-categories.json';

/** All data files, with the one that is loaded apart from the catalogue. */
const DATA_FILES = { ...BUNDLED_FILES, 'treatment-categories.json': categories };

const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile(schema);

/** What the schema has against a file, with the name of the entry it stands in; empty for a good file. */
function bad(file: unknown): string {
  if (validate(file)) return '';
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ instancePath, message, params }) => {
      const [, list, index] = instancePath.split('/');
      const entry = list === undefined || index === undefined ? undefined : ((file as Record<string, unknown>)[list] as Record<string, { id?: string; name?: string }> | undefined)?.[index];
      return `${entry ? `“${entry.id ?? entry.name}”` : instancePath}: ${message} ${JSON.stringify(params)}`;
    })
    .join('\n');
}

test('catalogue: every data file keeps to the schema', () => {
  assert.ok(Object.keys(DATA_FILES).length >= 11);
  for (const [name, file] of Object.entries(DATA_FILES)) assert.equal(bad(file), '', name);
});

test('catalogue: the schema refuses what it must', () => {
  const entry = { id: 'acoem-2031-knee', family: 'acoem', name: 'Knee', source: 'a book', confidence: 'seen' };
  assert.equal(bad({ guidelines: [entry] }), '');
  for (const wrong of [{ source: '' }, { source: undefined }, { confidence: 'sure' }, { confidence: undefined }, { id: 'Knee 2031' }, { famly: 'acoem' }, { edition: '31' }]) {
    assert.notEqual(bad(JSON.parse(JSON.stringify({ guidelines: [{ ...entry, ...wrong }] }))), '', JSON.stringify(wrong));
  }
});

test('catalogue: a fact is whole however short it is written', () => {
  const sources = { shelf: { source: 'a book on our shelf', confidence: 'seen' } } as const;
  const file: CatalogueFile = {
    sources,
    defaults: { guidelines: { family: 'acoem', mtus: null } },
    periods: { later: { from: '2031-01-01', event: 'adopted', source: 'an order', confidence: 'seen' } },
    guidelines: [
      { id: 'acoem-2031-knee', name: 'Knee', pages: { first: 3 }, governed: [{ period: 'later', to: '2032-01-01' }], source: 'shelf' },
      { id: 'acoem-2032-knee', name: 'Knee', mtus: { section: '8 CCR 1' }, pages: { first: 3, last: 5, source: 'hearsay' }, source: 'shelf', confidence: 'unverified' },
    ],
  };
  assert.equal(bad(file), '');
  const shelf = sources.shelf;
  assert.deepEqual(new Catalogue([file]).guidelines, [
    {
      id: 'acoem-2031-knee',
      family: 'acoem',
      name: 'Knee',
      mtus: null,
      pages: { first: 3, last: 3, ...shelf },
      governed: [{ from: '2031-01-01', to: '2032-01-01', event: 'adopted', source: 'an order', confidence: 'seen' }],
      ...shelf,
    },
    {
      id: 'acoem-2032-knee',
      family: 'acoem',
      name: 'Knee',
      mtus: { section: '8 CCR 1', ...shelf, confidence: 'unverified' },
      pages: { first: 3, last: 5, source: 'hearsay', confidence: 'unverified' },
      ...shelf,
      confidence: 'unverified',
    },
  ]);
});

test('catalogue: every key of a source or period leads somewhere, and every source is used', () => {
  const files = Object.values(DATA_FILES) as CatalogueFile[];
  const keys = files.flatMap((file) => Object.keys(file.sources ?? {}));
  const written = JSON.stringify(files.map(({ sources: _, ...rest }) => rest));
  for (const key of keys) assert.ok(written.includes(`"source":"${key}"`), `${key} is not used`);
  for (const [, key] of written.matchAll(/"source":"([a-z0-9-]+)"/g)) assert.ok(keys.includes(key!), `“${key}” is no key of sources.json; a source in words has more than one word`);
  for (const file of files) {
    for (const [, key] of JSON.stringify(file).matchAll(/"period":"([^"]+)"/g)) assert.ok(Object.hasOwn(file.periods ?? {}, key!), `${key} is no period`);
  }
  const of = catalogue();
  for (const entry of of.guidelines) assert.ok(typeof entry.family === 'string' && entry.source.length > 0, entry.id);
});

test('catalogue: ids are single, references lead somewhere', () => {
  const of = catalogue();
  const ids = of.guidelines.map((entry) => entry.id);
  // Counted before the files are joined: there a later entry takes the place of an earlier one.
  const files = BUNDLED_FILES as unknown as Record<string, { guidelines?: { id: string }[]; bodyParts?: { part: string; guidelines: string[] }[] }>;
  const places = Object.entries(files).flatMap(([name, file]) => (file.guidelines ?? []).map(({ id }) => ({ id, name })));
  for (const [index, { id, name }] of places.entries()) {
    const first = places.findIndex((place) => place.id === id);
    assert.equal(first, index, `${id} stands in ${places[first]?.name} and again in ${name}`);
  }
  for (const file of Object.values(files)) {
    for (const { part, guidelines } of file.bodyParts ?? []) for (const id of guidelines) assert.ok(ids.includes(id), `body-parts.json, “${part}”: no guideline has the id ${id}`);
  }
  const facts = of.regulations.map((entry) => entry.id);
  assert.equal(new Set(facts).size, facts.length);
  for (const topic of of.topics) {
    const owners = topic.guidelines ?? [topic.guideline ?? ''];
    assert.ok(owners.length > 0 && owners.every((id) => ids.includes(id)), `“${topic.name}”: no guideline has the id ${owners.join(', ')}`);
  }
  for (const procedure of of.procedures) assert.ok(ids.includes(procedure.guideline), procedure.procedure);
});

test('catalogue: pages and dates run forward', () => {
  const of = catalogue();
  for (const { pages, name } of [...of.guidelines, ...of.topics]) assert.ok(pages === undefined || pages.first <= pages.last, `“${name}”: pages ${pages?.first}-${pages?.last} run backward`);
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
