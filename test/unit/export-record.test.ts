import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import schema from '../../schema/letter.schema.json';
import { letterRecord, noLetterRecord } from '../../server/src/corpus/export-record';
import type { LetterRecord } from '../../server/src/corpus/export-record';
import { readLetters } from '../../server/src/letter';
import type { DisputedItem, Letter, Span } from '../../server/src/letter';
import { letter2016 } from '../cli/made-up-letters';
import { CA, letter, RATIONALE, REVIEWER } from './rule-letters';

/** Where `part` stands in `text`; a test that asks for what is not there is wrong. */
function rangeOf(text: string, part: string, from = 0): [number, number] {
  const start = text.indexOf(part, from);
  assert.notEqual(start, -1, `“${part}” is not in the text`);
  return [start, start + part.length];
}

function spanOf(text: string, part: string): Span {
  const [start, end] = rangeOf(text, part);
  return { start, end };
}

/** A letter of one item made of passages of `text`, without the reader. */
function letterOf(text: string, changes: Partial<Letter>, item: Partial<DisputedItem> = {}): Letter {
  return {
    span: { start: 0, end: text.length },
    layout: '2016',
    excerpt: true,
    header: [],
    reviewer: { licensure: [], specialties: [] },
    sections: [],
    introduction: null,
    items: [{ request: { start: 0, end: 0 }, decision: null, partial: null, fields: [], span: { start: 0, end: text.length }, ...item }],
    hasFields: true,
    ...changes,
  };
}

function validator(): (record: unknown) => string[] {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  return (record) => (validate(record) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`));
}

describe('the record of a made-up letter', () => {
  const text = letter2016();
  const record = (): LetterRecord => {
    const [letter] = readLetters(text);
    assert.ok(letter, 'the made-up letter is not read as one');
    return letterRecord('letters/a.txt', 0, text, letter, [
      { code: 'some-rule', level: 'hint', message: 'Something.', span: { start: 3, end: 5 }, item: 0, data: { secret: 1 } },
    ]);
  };

  it('has its keys in the order of the contract', () => {
    const { items, sections, diagnostics, ...rest } = record();
    assert.deepEqual(Object.keys(record()), ['schema', 'file', 'index', 'range', 'layout', 'excerpt', 'case', 'reviewer', 'outcome', 'sections', 'items', 'diagnostics']);
    assert.deepEqual(Object.keys(rest.case), ['caseNumber', 'dateAssigned', 'dateOfInjury', 'decisionDate', 'urDenialDate', 'applicationReceived', 'priority']);
    assert.deepEqual(Object.keys(items[0] ?? {}), ['request', 'decision', 'range', 'category', 'subcategory', 'partial', 'claimsAdministratorGuideline', 'reviewerGuideline', 'rationale', 'citations']);
    assert.deepEqual(Object.keys(items[0]?.citations[0] ?? {}), ['field', 'kind', 'guideline', 'family', 'edition', 'chapter', 'sections', 'pages', 'text', 'range']);
    assert.deepEqual(Object.keys(sections[0] ?? {}), ['kind', 'heading', 'range']);
    assert.deepEqual(diagnostics, [{ code: 'some-rule', severity: 'hint', message: 'Something.', range: [3, 5], item: 0 }]);
  });

  it('holds the case, the reviewer and the outcome', () => {
    const { schema: name, file, index, layout, excerpt, case: header, reviewer, outcome } = record();
    assert.deepEqual([name, file, index, layout, excerpt, outcome], ['imr-letter/1', 'letters/a.txt', 0, '2016', false, 'uphold']);
    assert.deepEqual(header, {
      caseNumber: 'CM16-0000001',
      dateAssigned: '2016-12-15',
      dateOfInjury: '2016-10-14',
      decisionDate: '2017-01-13',
      urDenialDate: '2016-11-17',
      applicationReceived: '2016-12-12',
      priority: 'Standard',
    });
    assert.deepEqual(reviewer, { licensure: ['Texas', 'New York', 'California'], specialties: ['Preventive Medicine', 'Occupational Medicine'] });
  });

  it('holds the item with its places', () => {
    const [item] = record().items;
    const rationale = 'No red flag is described. The request is not medically necessary.';
    assert.deepEqual(item?.request, { text: 'MRI of the left shoulder', range: rangeOf(text, 'MRI of the left shoulder') });
    assert.deepEqual(item.decision, { value: 'upheld', range: rangeOf(text, 'Upheld') });
    assert.deepEqual(item.rationale, { text: rationale, range: rangeOf(text, rationale) });
    assert.deepEqual(item.range, [rangeOf(text, 'MRI of the left shoulder')[0], rangeOf(text, rationale)[1]]);
    assert.equal(item.claimsAdministratorGuideline?.text, 'Decision based on MTUS Shoulder Complaints 2004.');
    assert.equal(item.partial, null);
    assert.equal(item.category, 'diagnostic');
  });

  it('names the guidelines of its fields', () => {
    const fields = record().items[0]?.citations.map(({ field, kind, family, sections }) => ({ field, kind, family, sections }));
    assert.deepEqual(fields, [
      { field: 'claimsAdministratorGuideline', kind: 'mtus', family: 'acoem', sections: [] },
      { field: 'reviewerGuideline', kind: 'mtus', family: 'acoem', sections: ['Summary'] },
    ]);
  });

  it('satisfies the schema', () => assert.deepEqual(validator()(record()), []));
});

describe('what is folded, absent or empty', () => {
  const text = 'CM16-\n0000001 | 13/45/2016 | a  b\n\f c | Upheld ____ | rest';
  const row = (kind: Letter['header'][number]['kind'], value: string | null): Letter['header'][number] => ({
    kind,
    label: { start: 0, end: 0 },
    value: value === null ? null : spanOf(text, value),
  });

  function check(name: string, letter: Letter, seen: (record: LetterRecord) => unknown, expected: unknown): void {
    it(name, () => {
      const record = letterRecord('f', 0, text, letter, []);
      assert.deepEqual(seen(record), expected);
      assert.deepEqual(validator()(record), []);
    });
  }

  check('a case number broken after its hyphen is one', letterOf(text, { header: [row('caseNumber', 'CM16-\n0000001')] }), (r) => r.case.caseNumber, 'CM16-0000001');
  check('an unreadable date is null', letterOf(text, { header: [row('decisionDate', '13/45/2016')] }), (r) => r.case.decisionDate, null);
  check('of two rows the one with a value counts', letterOf(text, { header: [row('priority', null), row('priority', 'rest')] }), (r) => r.case.priority, 'rest');
  check('runs of white space, form feeds included, are one blank', letterOf(text, {}, { request: spanOf(text, 'a  b\n\f c') }), (r) => r.items[0]?.request, { text: 'a b c', range: rangeOf(text, 'a  b\n\f c') });
  check('no decision', letterOf(text, {}), (r) => [r.items[0]?.decision, r.outcome], [null, null]);
  check('what is no decision is none', letterOf(text, {}, { decision: { value: null, span: spanOf(text, '____') } }), (r) => [r.items[0]?.decision, r.outcome], [null, null]);
  check('a letter without items has no outcome', letterOf(text, { items: [] }), (r) => [r.items, r.outcome], [[], null]);
  check('an absent field is null', letterOf(text, {}), (r) => r.items[0]?.rationale, null);
  check(
    'a label with nothing after it gives an empty field',
    letterOf(text, {}, { fields: [{ kind: 'rationale', label: { start: 1, end: 4 }, body: { start: 4, end: 4 } }] }),
    (r) => r.items[0]?.rationale,
    { text: '', range: [4, 4] },
  );
  check(
    'a partial request',
    letterOf(text, {}, { partial: { original: spanOf(text, 'a  b'), authorized: spanOf(text, 'Upheld'), remaining: spanOf(text, 'rest') } }),
    (r) => r.items[0]?.partial,
    { original: 'a b', authorized: 'Upheld', remaining: 'rest' },
  );
});

describe('records without a letter', () => {
  it('not a letter', () => assert.equal(JSON.stringify(noLetterRecord('n.txt')), '{"schema":"imr-letter/1","file":"n.txt","layout":null}'));
  it('not readable', () => assert.equal(JSON.stringify(noLetterRecord('n.txt', 'no')), '{"schema":"imr-letter/1","file":"n.txt","layout":null,"error":"no"}'));
  it('both satisfy the schema', () => assert.deepEqual([noLetterRecord('n.txt'), noLetterRecord('n.txt', 'no')].flatMap(validator()), []));
});

describe('the schema refuses', () => {
  const good = (): Record<string, unknown> => {
    const text = letter2016();
    const [letter] = readLetters(text);
    assert.ok(letter);
    return structuredClone(letterRecord('f', 0, text, letter, [])) as unknown as Record<string, unknown>;
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a mistake is what the types do not allow
  type Change = (record: any) => void;
  const mistakes: readonly [string, Change][] = [
    ['a missing key', (r) => delete r.excerpt],
    ['a missing key of an item', (r) => delete r.items[0].partial],
    ['another schema number', (r) => (r.schema = 'imr-letter/2')],
    ['a layout that is none', (r) => (r.layout = '1999')],
    ['a letter without layout', (r) => (r.layout = null)],
    ['a range of three', (r) => r.range.push(1)],
    ['a range of one', (r) => r.range.pop()],
    ['a negative offset', (r) => (r.items[0].range[0] = -1)],
    ['text that is not folded', (r) => (r.items[0].request.text = 'a  b')],
    ['text with a blank at its end', (r) => (r.items[0].request.text = 'a ')],
    ['another key in a field', (r) => (r.items[0].request.txt = 'a')],
    ['a date as letters write it', (r) => (r.case.decisionDate = '1/13/2017')],
    ['a day that does not exist', (r) => (r.case.decisionDate = '2017-02-30')],
    ['a decision spelled otherwise', (r) => (r.items[0].decision.value = 'Upheld')],
    ['a severity that is none', (r) => r.diagnostics.push({ code: 'a', severity: 'off', message: 'm', range: [0, 0], item: null })],
    ['a page that is no pair', (r) => r.items[0].citations[0].pages.push([1])],
    ['an empty guideline id', (r) => (r.items[0].citations[0].guideline = '')],
  ];
  for (const [name, change] of mistakes) {
    it(name, () => {
      const record = good();
      change(record);
      assert.notDeepEqual(validator()(record), []);
    });
  }
  it('but not a field that was added', () => {
    const record = good();
    record['note'] = 1;
    assert.deepEqual(validator()(record), []);
  });
});

describe('what a heading or a line end hides', () => {
  const itemOf = (...parts: readonly string[]) => {
    const text = letter(...parts);
    const [read] = readLetters(text);
    assert.ok(read);
    return letterRecord('a.txt', 0, text, read, []).items[0];
  };

  it('the category of a partial request whose remaining part names no treatment', () => {
    const heading = 'Physical therapy, 8 visits was the original request. Six visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, two visits is: Upheld';
    assert.deepEqual([itemOf(heading, CA, REVIEWER, RATIONALE)].map((item) => `${item?.category} / ${item?.subcategory}`), ['therapy / physical therapy']);
  });

  it('a section’s name broken at its hyphen is one name', () => {
    const cited = 'MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Anti-\ninflammatory medications.';
    assert.deepEqual(itemOf('Knee brace: Upheld', CA, cited, RATIONALE)?.citations.map(({ sections }) => sections), [[], ['Anti-inflammatory medications']]);
  });
});
