import Ajv from 'ajv';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import schema from '../../schema/labels.schema.json';
import { DEFAULT_LABELS, labelFits, parseLabels, renamedLabels, type Label } from '../../server/src/annotations/labels';
import { ANNOTATED_FIELDS } from '../../server/src/annotations/model';

const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const label = (changes: object = {}): object => ({ id: 'a', name: 'A', colour: 'charts.blue', key: '1', guideline: 'Mark it.', fields: ['rationale'], ...changes });
const fileOf = (...labels: unknown[]): string => JSON.stringify({ labels }, null, 2);

describe('the default labels', () => {
  it('are a file by the schema, without a problem', () => {
    const text = readFileSync('server/src/annotations/default-labels.json', 'utf8');
    assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
    assert.deepEqual(parseLabels(text), { labels: DEFAULT_LABELS, problems: [] });
  });

  it('have the nine number keys, and say when to use them', () => {
    assert.deepEqual(DEFAULT_LABELS.map(({ key }) => key).filter((key) => /\d/.test(key ?? '')), [...'123456789']);
    for (const { name, guideline } of DEFAULT_LABELS) assert.ok(guideline.length > 40, name);
  });

  it('fit every part of a letter', () => {
    for (const field of [...ANNOTATED_FIELDS, null]) assert.ok(DEFAULT_LABELS.some((each) => labelFits(each, field)), String(field));
    const [diagnosis] = DEFAULT_LABELS;
    assert.deepEqual([labelFits(diagnosis!, 'summary'), labelFits(diagnosis!, 'decision'), labelFits(diagnosis!, null)], [true, false, false]);
  });
});

describe('the default labels', () => {
  const luminance = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

  it('have colours of their own that can be seen on dark and on light ground', () => {
    const colours = DEFAULT_LABELS.map(({ colour }) => colour);
    assert.equal(new Set(colours).size, colours.length);
    for (const colour of colours) for (const ground of ['#1f1f1f', '#ffffff', '#000000']) assert.ok(contrast(luminance(colour), luminance(ground)) >= 3, `${colour} on ${ground}`);
  });
});

describe('a file of labels', () => {
  function check(name: string, text: string, ids: readonly string[], problems: readonly (readonly [at: string, message: RegExp])[], bySchema = problems.length === 0): void {
    it(name, () => {
      const read = parseLabels(text);
      assert.deepEqual(read.labels.map(({ id }) => id), ids);
      assert.deepEqual(read.problems.map(({ span }) => text.slice(span.start, span.end)), problems.map(([at]) => at));
      read.problems.forEach(({ message }, index) => assert.match(message, problems[index]![1]));
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        return;
      }
      assert.equal(validate(value), bySchema, JSON.stringify(validate.errors));
    });
  }

  const defaults = DEFAULT_LABELS.map(({ id }) => id);
  check('is read in its order', fileOf(label({ id: 'b', key: 'b' }), label()), ['b', 'a'], []);
  check('may be empty', fileOf(), [], []);
  check('may leave out key, guideline and fields', fileOf({ id: 'a', name: 'A', colour: '#1f77b4' }), ['a'], []);
  check('that is no JSON gives the default labels', '{"labels": oops}', defaults, [['o', /No JSON/]]);
  check('without labels gives the default ones', '{"label": []}', defaults, [['{', /“labels” is missing/]]);
  check('leaves out a label without an id', fileOf(label({ id: undefined }), label()), ['a'], [['{', /“id” is missing/]]);
  check('leaves out a label that is none', fileOf(7, label()), ['a'], [['7', /an object/]]);
  check('takes no id with blanks', fileOf(label({ id: 'Two Words' })), [], [['"Two Words"', /an id of small letters/]]);
  check('takes no empty name', fileOf(label({ name: ' ' })), [], [['" "', /a text/]]);
  check('takes no colour that is none', fileOf(label({ colour: 'blue' }), label({ colour: '#12' })), [], [['"blue"', /a colour/], ['"#12"', /a colour/]]);
  check('takes no key that is none', fileOf(label({ key: 'Ctrl+K' })), [], [['"Ctrl+K"', /a digit from 1 to 9/]]);
  check('takes no field that letters do not have', fileOf(label({ fields: ['rationale', 'tail'] })), [], [['[\n        "rationale",\n        "tail"\n      ]', /a list of summary, .*, any/]]);
  check('takes an id once', fileOf(label(), label({ key: '2', name: 'B' })), ['a'], [['"a"', /Another label has this id/]], true);
  check('gives a key to the first that has it', fileOf(label(), label({ id: 'b' })), ['a', 'b'], [['"1"', /Another label has this key/]], true);
  check('tells of a member that nobody knows', fileOf(label({ color: 'red' })), ['a'], [['"color"', /“color” is not known/]]);

  it('fills in what is left out', () => {
    assert.deepEqual(parseLabels(fileOf({ id: 'a', name: 'A', colour: 'charts.red' })).labels, [{ id: 'a', name: 'A', colour: 'charts.red', key: null, guideline: '', fields: ['any'] }]);
  });

  it('takes the key away from the later label alone', () => {
    assert.deepEqual(parseLabels(fileOf(label(), label({ id: 'b' }))).labels.map(({ key }) => key), ['1', null]);
  });

  it('may be any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.jsonValue().map((value) => fileOf(value))), (text) => void parseLabels(text)));
  });
});

describe('a renamed label', () => {
  const labels = (...given: [id: string, name: string, key: string | null][]): Label[] => given.map(([id, name, key]) => ({ id, name, key, colour: 'charts.red', guideline: '', fields: ['any'] }));

  function check(name: string, before: Label[], after: Label[], expected: readonly string[]): void {
    it(name, () => assert.deepEqual(renamedLabels(before, after).map(({ from, to }) => `${from} > ${to}`), expected));
  }

  const before = labels(['a', 'A', '1'], ['b', 'B', '2']);
  check('is none without a change', before, before, []);
  check('is known by its name', before, labels(['a', 'A', '1'], ['c', 'B', '9']), ['b > c']);
  check('is known by its key and colour', before, labels(['a', 'A', '1'], ['c', 'C', '2']), ['b > c']);
  check('is none where another name is all that changed', before, labels(['a', 'A', '1'], ['b', 'C', '2']), []);
  check('is none where a label was removed or added', before, labels(['a', 'A', '1'], ['b', 'B', '2'], ['c', 'C', '3']), []);
  check('is none where it could be two', before, labels(['c', 'A', null], ['d', 'X', '1'], ['b', 'B', '2']), []);
});
