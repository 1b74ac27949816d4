import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { catalogue, citationsOf } from '../../server/src/guidelines';
import { readGuidelineFiles } from '../../server/src/guidelines/workspace/guideline-file';
import { readJson } from '../../server/src/guidelines/workspace/json';
import { SHAPES } from '../../server/src/guidelines/workspace/shapes';
import { readLetters } from '../../server/src/letter';
import { letterText } from '../protocol/letter-text';

const OWN = JSON.stringify(
  {
    defaults: { guidelines: { family: 'acoem' } },
    guidelines: [
      { id: 'acoem-2031-knee', name: 'Knee Disorders', edition: '2031', title: 'ACOEM Practice Guidelines, 2031', mtus: { section: '8 CCR 9792.23.6' }, governed: [{ from: '2031-05-01', event: 'adopted' }], source: 'our copy', confidence: 'seen' },
    ],
    topics: [{ guideline: 'acoem-2031-knee', name: 'Braces', pages: { first: 12, last: 14 }, source: 'our copy', confidence: 'seen' }],
  },
  null,
  2,
);

test('guideline files: an edition and a topic of a workspace are read in letters', () => {
  const { catalogue: of, files } = readGuidelineFiles([OWN]);
  assert.deepEqual(files.map(({ problems }) => problems), [[]]);
  const text = letterText({ reviewer: 'Decision based on MTUS Knee Disorders 2031, Section(s): Braces.' });
  const item = readLetters(text)[0]!.items[0]!;
  const cited = (known: typeof of): (string | null)[] =>
    citationsOf(text, item, known)
      .filter(({ field }) => field === 'reviewerGuideline')
      .map(({ guideline }) => guideline);
  assert.deepEqual(cited(of), ['acoem-2031-knee']);
  assert.deepEqual(cited(catalogue()), [null]);
  assert.equal(of.topicsIn('acoem-2031-knee')[0]?.pages?.last, 14);
});

test('guideline files: an entry with an id of ours takes its place', () => {
  const own = OWN.replaceAll('acoem-2031-knee', 'acoem-2004-knee');
  const { catalogue: of } = readGuidelineFiles([own]);
  assert.equal(of.guideline('acoem-2004-knee')?.edition, '2031');
  assert.equal(of.guidelines.filter(({ id }) => id === 'acoem-2004-knee').length, 1);
  assert.equal(catalogue().guideline('acoem-2004-knee')?.edition, '2004');
});

test('guideline files: our own data files have no problem', () => {
  const folder = 'server/src/guidelines/data';
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  assert.ok(names.length > 5);
  const { files } = readGuidelineFiles(names.map((name) => readFileSync(`${folder}/${name}`, 'utf8')));
  files.forEach(({ problems }, index) => assert.deepEqual(problems.map(({ message }) => message), [], names[index]));
});

/** Each slip in the file above: the words replaced, by what, and where it is told of. */
const SLIPS: readonly (readonly [string, string, string, RegExp])[] = [
  ['"name": "Knee Disorders"', '"nmae": "Knee Disorders"', '"nmae"', /“nmae” is not known here/],
  ['"name": "Knee Disorders",', '', '{', /“name” is missing/],
  ['"family": "acoem"', '"family": "acme"', '"acme"', /should be mtus, acoem/],
  ['"id": "acoem-2031-knee"', '"id": "ACOEM 2031"', '"ACOEM 2031"', /an id of small letters/],
  ['"2031-05-01"', '"May 2031"', '"May 2031"', /a date, YYYY-MM-DD/],
  ['"first": 12', '"first": "12"', '"12"', /a whole number/],
  ['"last": 14', '"last": 11', '{\n        "first": 12,\n        "last": 11\n      }', /last page lies before the first/],
  ['"guideline": "acoem-2031-knee"', '"guideline": "acoem-2032-knee"', '"acoem-2032-knee"', /No guideline has the id “acoem-2032-knee”/],
  ['"confidence": "seen"\n    }\n  ],\n  "topics"', '"confidence": "sure"\n    }\n  ],\n  "topics"', '"sure"', /should be seen, unverified/],
  [',\n      "confidence": "seen"\n    }\n  ],\n  "topics"', '\n    }\n  ],\n  "topics"', '"our copy"', /needs a “confidence”/],
  ['"topics": [', '"topics": 7, "rest": [', '7', /should be a list/],
  ['"edition": "2031"', '"edition": "2031" "', ' ', /No JSON from here on/],
];

for (const [from, to, about, message] of SLIPS) {
  test(`guideline files: ${from.split('\n')[0]} → ${to.split('\n')[0]}`, () => {
    assert.ok(OWN.includes(from), from);
    const text = OWN.replace(from, to);
    const { files } = readGuidelineFiles([text]);
    const found = files[0]!.problems.find((problem) => message.test(problem.message));
    assert.ok(found, files[0]!.problems.map((problem) => problem.message).join('\n'));
    if (about !== ' ') assert.equal(text.slice(found.span.start, found.span.end), about);
    // What is wrong is not used.
    assert.ok(readGuidelineFiles([text]).catalogue.guidelines.every(({ name }) => typeof name === 'string'));
  });
}

test('guideline files: anything may be in them', () => {
  for (const text of ['', 'null', '[]', '7', '"a"', '{', '{"a"', '{"a":}', '{"guidelines":[null,7,[]]}', '{"guidelines":{}}', '{"sources":null,"defaults":7}', '{"__proto__":{"x":1}}', '\ufeff{}', '['.repeat(100_000), '{"a":'.repeat(5000), '"\\', '{"topics":[{"guideline":7}]}', '{"periods":{"a":null}}', '{"guidelines":[{"id":"x","governed":7,"pages":[]}]}']) {
    const { catalogue: of, files } = readGuidelineFiles([text]);
    assert.equal(files.length, 1);
    for (const { span } of files[0]!.problems) assert.ok(0 <= span.start && span.start <= span.end, text.slice(0, 20));
    assert.ok(of.guidelines.length > 50 && of.topics.length > 50 && of.names('mtus') !== undefined);
  }
});

test('guideline files: JSON is read as JSON.parse reads it', () => {
  for (const text of ['{"a":[1,-2.5e3,true,false,null,"x\\"\\u00e9\\n"],"b":{}}', ' [ ] ', '"\\\\"', '0', '{"a":1,"a":2}']) {
    const node = readJson(text);
    assert.ok('value' in node, text);
    assert.deepEqual(node.value, JSON.parse(text));
  }
  for (const text of ['{"a":1,}', '[1,]', "{'a':1}", '01', 'tru', '"a\nb"', '{} {}', '// c\n{}', '{"a" 1}', 'NaN']) assert.ok('brokenAt' in readJson(text), text);
});

test('guideline files: the shapes are those of the schema', () => {
  const schema = JSON.parse(readFileSync('schema/guidelines.schema.json', 'utf8')) as { properties: object; definitions: Record<string, Definition> };
  const { pages, period, adoption, guideline, topic, procedure, regulation, abbreviation, category, bodyPart } = schema.definitions as Record<string, Definition & { properties: Record<string, Definition> }>;
  const common = (schema.properties as Record<string, Definition>)['defaults']!;
  const described: Record<string, Definition> = {
    file: schema as Definition,
    defaults: common,
    ofGuidelines: common.properties!['guidelines']!,
    ofTopics: common.properties!['topics']!,
    known: (schema.properties as { sources: { additionalProperties: Definition } }).sources.additionalProperties,
    pages: pages!, period: period!, adoption: adoption!, guideline: guideline!, topic: topic!, procedure: procedure!, regulation: regulation!, abbreviation: abbreviation!, category: category!, bodyPart: bodyPart!,
    outside: guideline!.properties['outside']!,
    content: topic!.properties['content']!,
  };
  assert.deepEqual(Object.keys(SHAPES).sort(), Object.keys(described).sort());
  // The defaults of a file may give these.
  const byDefault = new Set(['guideline family', 'procedure guideline']);
  for (const [name, { properties = {}, required = [] }] of Object.entries(described)) {
    const members = SHAPES[name]!.split(' ').map((each) => each.split(':')[0]!);
    assert.deepEqual(members.map((each) => each.replace('!', '')).sort(), Object.keys(properties).sort(), name);
    assert.deepEqual(members.filter((each) => each.endsWith('!')).map((each) => each.slice(0, -1)).filter((each) => !byDefault.has(`${name} ${each}`)).sort(), [...required].sort(), name);
  }
});

interface Definition {
  readonly properties?: Record<string, Definition>;
  readonly required?: readonly string[];
}
