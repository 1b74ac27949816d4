import Ajv2020 from 'ajv/dist/2020';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { FIELD_KINDS, headingText, labelText, LAYOUTS } from '../../server/src/letter';

const validate = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync('schema/layout.schema.json', 'utf8')) as object);

for (const layout of LAYOUTS) {
  test(`layout ${layout.id} is as its schema says`, () => {
    assert.ok(validate(layout), JSON.stringify(validate.errors));
    for (const section of layout.requiredSections) assert.ok(headingText(layout, section), `a heading for ${section}`);
    for (const field of layout.requiredFields) assert.ok(labelText(layout, field) ?? layout.openings?.some((opening) => opening.field === field), `words for ${field}`);
  });
}

test('layouts that decide behind the request have all three fields', () => {
  const fields = LAYOUTS.filter((layout) => layout.decision === 'heading').map((layout) => [layout.id, ...layout.requiredFields]);
  assert.deepEqual(fields, ['2014', '2016', '2018'].map((id) => [id, ...FIELD_KINDS]));
});
