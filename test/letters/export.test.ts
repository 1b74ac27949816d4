import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import schema from '../../schema/letter.schema.json';
import type { FieldRecord, ItemRecord, Range } from '../../server/src/corpus/export-record';
import { FIELD_KINDS } from '../../server/src/letter';
import { noLetters } from './corpus';
import { exportedLetters } from './exported';
import type { ExportedLetter } from './exported';
import { FORM_RULES } from '../../server/src/rules';

function fieldsOf(item: ItemRecord): FieldRecord[] {
  return FIELD_KINDS.map((kind) => item[kind]).filter((field) => field !== null);
}

function inside(inner: Range, outer: Range, what: string): void {
  assert.ok(inner[0] <= inner[1], `${what}: [${inner}] is no range`);
  assert.ok(outer[0] <= inner[0] && inner[1] <= outer[1], `${what}: [${inner}] not in [${outer}]`);
}

function apart(ranges: readonly Range[], what: string): void {
  ranges.slice(1).forEach((range, i) => assert.ok((ranges[i]?.[1] ?? 0) <= range[0], `${what} overlap: [${ranges[i]}] [${range}]`));
}

const FORM_CODES: ReadonlySet<string> = new Set(FORM_RULES.map(({ code }) => code));

describe('the export of real letters', { skip: noLetters }, () => {
  let letters: ExportedLetter[] = [];
  before(() => {
    letters = exportedLetters();
    console.log(`exported ${letters.length} real letters`);
  });

  /** Looks at every letter, and fails if there was nothing to look at. */
  function check(name: string, look: (letter: ExportedLetter) => number): void {
    it(name, () => {
      let seen = 0;
      for (const letter of letters) {
        try {
          seen += look(letter);
        } catch (error) {
          throw new Error(letter.file, { cause: error });
        }
      }
      assert.notEqual(seen, 0, 'nothing to look at');
    });
  }

  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);

  check('every file is read as a letter', ({ record }) => {
    assert.notEqual(record.layout, null);
    return 1;
  });
  check('every record satisfies the schema', ({ record }) => {
    assert.ok(validate(record), ajv.errorsText(validate.errors, { separator: '\n' }));
    return 1;
  });
  check('every slice at a range, folded, is its text', ({ record, text }) => {
    const passages = record.items.flatMap((item) => [item.request, ...fieldsOf(item), ...item.citations]);
    for (const passage of passages) {
      const slice = text.slice(...passage.range);
      assert.equal(slice, slice.trim(), 'white space around a range');
      assert.equal(slice.replace(/\s+/g, ' '), passage.text);
    }
    for (const { heading, range } of record.sections) {
      assert.ok(text.slice(...range).replace(/\s+/g, ' ').startsWith(heading), `a section does not start with “${heading}”`);
    }
    return passages.length;
  });
  check('every decision is the word at its range', ({ record, text }) => {
    const decisions = record.items.map((item) => item.decision).filter((decision) => decision !== null);
    for (const { value, range } of decisions) assert.equal(text.slice(...range).replace(/\s+/g, '').toLowerCase(), value);
    return decisions.length;
  });
  check('items lie apart, and all that is in them lies in them', ({ record, text }) => {
    inside(record.range, [0, text.length], 'letter in file');
    apart(record.sections.map(({ range }) => range), 'sections');
    for (const { range } of record.sections) inside(range, record.range, 'section in letter');
    apart(record.items.map(({ range }) => range), 'items');
    for (const item of record.items) {
      inside(item.range, record.range, 'item in letter');
      apart([item.request, ...fieldsOf(item)].map(({ range }) => range), 'fields');
      assert.equal(item.range[0], item.request.range[0], 'an item starts with its request');
      assert.equal(item.range[1], Math.max(item.request.range[1], item.decision?.range[1] ?? 0, ...fieldsOf(item).map(({ range }) => range[1])));
      for (const field of fieldsOf(item)) inside(field.range, item.range, 'field in item');
      if (item.decision) inside(item.decision.range, item.range, 'decision in item');
      for (const citation of item.citations) {
        const field = item[citation.field];
        assert.ok(field, `a citation in a ${citation.field} that is not there`);
        inside(citation.range, field.range, 'citation in field');
      }
      apart(item.citations.map(({ range }) => range), 'citations');
    }
    return record.items.length;
  });
  check('findings point into their letter and at an item that is there', ({ record }) => {
    for (const { range, item } of record.diagnostics) {
      inside(range, record.range, 'finding in letter');
      if (item !== null) assert.ok(item < record.items.length, `no item ${item}`);
    }
    return 1;
  });
  check('nothing is missing in them', ({ record }) => {
    // Real letters at hand have all their fields, decisions and sections; a finding here has to be read before it is allowed.
    // All other findings are judged one by one in the files …-findings.test.ts.
    assert.deepEqual(record.diagnostics.filter(({ severity, code }) => severity !== 'hint' && FORM_CODES.has(code)), []);
    return 1;
  });
});
