import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import schema from '../../schema/annotation.schema.json';
import { annotationLine } from '../../server/src/annotations/annotation-line';
import { hasConflict, parseAnnotationFile, serialize, withoutConflict } from '../../server/src/annotations/annotation-file';
import { annotationFileName, personOf } from '../../server/src/annotations/annotation-file-name';
import { newAnnotation, newReply, newReview } from '../../server/src/annotations/compose';
import { renameLabel, withAnnotation, withoutOwn, withOwnChanged, withTargets } from '../../server/src/annotations/edits';
import { commentOf, labelsOf, type Annotation, type TextTarget } from '../../server/src/annotations/model';
import { letter2016 } from '../cli/made-up-letters';
import { THOROUGH } from '../thorough';
import { author, plain, targetOf } from './annotations-made-up';

const lineOf = (id: string, changes: Partial<Annotation> = {}): string => annotationLine(plain(id, changes));
const fileOf = (...lines: string[]): string => lines.map((line) => `${line}\n`).join('');
const clock = { now: () => new Date('2026-04-01T12:00:00.000Z') };
const placed = (time: string): Partial<Annotation> => ({ target: { ...(plain('a').target as TextTarget), 'imr:placed': time } });
const LATER = { modified: '2026-03-02T09:00:00.000Z', motivation: 'commenting' as const };

describe('an annotation file', () => {
  const [a, b, c] = [lineOf('a'), lineOf('b'), lineOf('c')];

  function check(name: string, text: string, entries: readonly string[], problems: readonly (readonly [number, RegExp])[], written: string): void {
    it(name, () => {
      const file = parseAnnotationFile(text);
      assert.deepEqual(file.entries.map(({ id }) => id), entries);
      assert.deepEqual(file.problems.map(({ line }) => line), problems.map(([line]) => line));
      file.problems.forEach(({ message }, index) => assert.match(message, problems[index]![1]));
      assert.equal(serialize(file), written);
      // What is written is read again as the same.
      const again = parseAnnotationFile(written);
      assert.deepEqual([again.entries, again.kept], [file.entries, file.kept]);
    });
  }

  check('is empty', '', [], [], '');
  check('is sorted by id', fileOf(b, c, a), ['a', 'b', 'c'], [], fileOf(a, b, c));
  check('may have a byte order mark, CRLF, empty lines and no last line end', `\uFEFF${b}\r\n\r\n  \n${a}`, ['a', 'b'], [], fileOf(a, b));
  check('keeps a broken line', fileOf(b, '{"id": "half', a), ['a', 'b'], [[2, /not valid JSON/]], fileOf(a, b, '{"id": "half'));
  check('keeps what is no annotation', fileOf('[1]', a, '{"type":"Note"}'), ['a'], [[1, /no object/], [3, /“@context”/]], fileOf(a, '[1]', '{"type":"Note"}'));
  check('keeps an annotation without a place', fileOf(a.replace('"start":2', '"start":"2"')), [], [[1, /target\.selector\.1\.start/]], fileOf(a.replace('"start":2', '"start":"2"')));
  check('keeps an annotation whose end comes first', fileOf(a.replace('"start":2', '"start":9')), [], [[1, /ends before/]], fileOf(a.replace('"start":2', '"start":9')));
  check('says the same thing once', fileOf(a, a), ['a'], [], fileOf(a));
  check('takes the newer of two versions and keeps the older', fileOf(lineOf('a', LATER), a), ['a'], [[2, /newer version/]], fileOf(lineOf('a', LATER), a));
  check('whichever stands first', fileOf(a, b, lineOf('a', LATER)), ['a', 'b'], [[1, /newer version/]], fileOf(lineOf('a', LATER), b, a));
  check('takes the place that a person gave it last', fileOf(lineOf('a', placed('2026-03-05T00:00:00.000Z')), lineOf('a', placed('2026-03-04T00:00:00.000Z')), a), ['a'], [[2, /newer version/], [3, /newer version/]], fileOf(lineOf('a', placed('2026-03-05T00:00:00.000Z')), lineOf('a', placed('2026-03-04T00:00:00.000Z')), a));
  check(
    'keeps unknown fields behind the known ones',
    fileOf(a.replace('{"@context"', '{"x":{"z":1,"y":[null]},"__proto__":{"k":1},"@context"').replace('"type":"Person",', '"email":"e","type":"Person",')),
    ['a'],
    [],
    fileOf(a.replace(/\}$/, ',"x":{"z":1,"y":[null]},"__proto__":{"k":1}}').replace('"name":"Ada"', '"name":"Ada","email":"e"')),
  );
  check('takes any order of keys', fileOf(JSON.stringify(Object.fromEntries(Object.entries(plain('a')).reverse()))), ['a'], [], fileOf(a));
  check('keeps what is nested too deeply', fileOf(a.replace(/\}$/, `,"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)), [], [[1, /not valid/]], fileOf(a.replace(/\}$/, `,"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)));

  it('is read on both sides of a conflict of git, which is reported', () => {
    const file = parseAnnotationFile(fileOf(a, '<<<<<<< HEAD', b, '||||||| 1234567', lineOf('old'), '=======', c, '>>>>>>> other'));
    assert.deepEqual(file.entries.map(({ id }) => id), ['a', 'b', 'c']);
    assert.deepEqual(file.problems.map(({ line }) => line), [2, 4, 6, 8]);
    for (const { message } of file.problems) assert.match(message, /conflict marker of git/);
    assert.ok(hasConflict(file));
    assert.ok(serialize(file).includes('<<<<<<< HEAD\n'));
    assert.equal(serialize(withoutConflict(file)), fileOf(a, b, c));
  });

  it('without a conflict keeps an older version that says something else, and none that stood elsewhere alone', () => {
    const moved = lineOf('a', { target: { ...(plain('a').target as TextTarget), 'imr:contentHash': 'fedcba9876543210' } });
    const reworded = lineOf('b', { body: [{ type: 'TextualBody', purpose: 'commenting', value: 'Older' }], motivation: 'commenting' });
    const file = parseAnnotationFile(fileOf('<<<<<<< HEAD', a, reworded, '=======', moved, lineOf('b', LATER), '>>>>>>> other'));
    const lines = serialize(withoutConflict(file)).split('\n').slice(0, -1);
    assert.deepEqual(lines, [parseAnnotationFile(fileOf(a, moved)).entries.map(annotationLine)[0], lineOf('b', LATER), reworded]);
  });

  it('survives any text: nothing throws, no line is lost, and what is written stays as it is', () => {
    const line = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('<<<<<<< x', '=======', '||||||| y', '>>>>>>> z', '', a, b),
      fc.record({ id: fc.constantFrom('a', 'b', 'c'), modified: fc.constantFrom('2026-03-01', '2026-03-02', 'no time'), extra: fc.jsonValue() }).map(({ id, modified, extra }) => lineOf(id, { modified, extra } as Partial<Annotation>)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const file = parseAnnotationFile(lines.join(end));
        const written = serialize(file);
        const again = parseAnnotationFile(written);
        assert.equal(serialize(again), written);
        const there = new Set(written.split('\n').map(stable));
        for (const each of lines.flatMap((text) => text.split('\n'))) if (each.trim() !== '' && !each.startsWith('\uFEFF')) assert.ok(there.has(stable(each.replace(/\r$/, ''))), each);
      }),
      { numRuns: THOROUGH ? 2_000 : 60 },
    );
  });

  it('gives back what unknown fields hold, wherever they stand', () => {
    const name = fc.string({ minLength: 1 }).map((text) => `x-${text}`);
    const extra = fc.dictionary(name, fc.jsonValue(), { maxKeys: 3 });
    fc.assert(
      fc.property(extra, extra, extra, (outer, inBody, inTarget) => {
        const { target, body, ...rest } = plain('a');
        const whole = { ...rest, ...outer, body: [{ ...body[0], ...inBody }], target: { ...(target as object), ...inTarget } };
        const text = `${JSON.stringify(whole)}\n`;
        const { entries, problems } = parseAnnotationFile(text);
        assert.deepEqual(problems, []);
        assert.deepEqual(JSON.parse(annotationLine(entries[0]!)), JSON.parse(text));
        const shuffled = { ...Object.fromEntries(Object.entries(outer)), ...Object.fromEntries(Object.entries(whole).reverse()) };
        assert.equal(Object.keys(JSON.parse(serialize(parseAnnotationFile(JSON.stringify(shuffled)))) as object).slice(0, 9).join(), Object.keys(plain('a')).join());
      }),
      { numRuns: THOROUGH ? 1_000 : 40 },
    );
  });

  /** A line in a form that does not depend on the order of its keys. */
  function stable(line: string): string {
    try {
      return JSON.stringify(JSON.parse(line), (_, value: unknown) => (value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1))) : value));
    } catch {
      return line;
    }
  }
});

describe('the schema of an annotation', () => {
  const validate = new Ajv2020({ strict: true, strictTuples: false, strictRequired: false, allowUnionTypes: true }).compile(schema);
  const letter = letter2016();
  const ada = author('Ada');
  const target = targetOf(letter, 'No red flag');
  const label = newAnnotation(ada, target, { labels: ['conclusion'], comment: 'So short?' });
  const proposal = { id: 'urn:imr:0123456789abcdef', 'imr:kind': 'decision' as const, ...target };

  for (const annotation of [label, newReply(ada, label.id, 'Yes.'), newReview(ada, label.id, 'accepted'), newReview(ada, proposal, 'rejected', { comment: 'No.', correction: 'Overturned' })]) {
    it(`agrees with the reader on ${annotation.motivation} ${typeof annotation.target}`, () => {
      assert.ok(validate(annotation), JSON.stringify(validate.errors));
      const [read] = parseAnnotationFile(annotationLine(annotation)).entries;
      assert.deepEqual(read, annotation);
    });
  }

  it('agrees with the reader on what is missing or of another type', () => {
    const sound = newReview(ada, proposal, 'rejected');
    let refused = 0;
    for (const path of pathsOf(sound)) {
      for (const change of [undefined, null, 7, -1, '', 'x', [], {}] as const) {
        const changed = structuredClone(sound) as unknown as Record<string, unknown>;
        replace(changed, path, change);
        // No schema can say that an end comes after its start.
        if (path.at(-1) === 'end' && change === 7) continue;
        // JSON has no `undefined`: what is left out is left out.
        const text = JSON.stringify(changed);
        const isFine = parseAnnotationFile(text).entries.length === 1;
        assert.equal(validate(JSON.parse(text)), isFine, `${path.join('.')} = ${JSON.stringify(change)}`);
        if (!isFine) refused++;
      }
    }
    assert.ok(refused > 100, String(refused));
  });

  function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...pathsOf(inner, [...path, key])]);
  }

  function replace(value: Record<string, unknown>, path: readonly string[], change: unknown): void {
    const holder = path.slice(0, -1).reduce((inner, key) => inner[key] as Record<string, unknown>, value);
    const key = path.at(-1)!;
    if (change === undefined && !Array.isArray(holder)) delete holder[key];
    else holder[key] = change;
  }
});

describe('changing an annotation file', () => {
  const ada = author('Ada');
  const one = newAnnotation(ada, targetOf(letter2016(), 'ladder'), { labels: ['diagnosis'] });
  const other = newReply(author('Ben', 50), one.id, 'Why?');
  const file = withAnnotation(withAnnotation(parseAnnotationFile('?\n'), other), one);

  it('adds, sorted, and only once', () => {
    assert.deepEqual(file.entries.map(({ id }) => id), [one.id, other.id]);
    assert.equal(withAnnotation(file, { ...one, body: [] }), file);
    assert.equal(serialize(file), fileOf(annotationLine(one), annotationLine(other), '?'));
  });

  it('changes labels and comment of one’s own', () => {
    const commented = withOwnChanged(file, 'Ada', one.id, { comment: 'Not sure.' }, clock);
    const [changed] = commented.entries;
    assert.deepEqual([labelsOf(changed!), commentOf(changed!), changed!.modified, changed!.created], [['diagnosis'], 'Not sure.', clock.now().toISOString(), one.created]);
    const [unlabelled] = withOwnChanged(commented, 'Ada', one.id, { labels: [] }, clock).entries;
    assert.deepEqual([labelsOf(unlabelled!), commentOf(unlabelled!), unlabelled!.motivation], [[], 'Not sure.', 'commenting']);
    // The clock stands still, and yet the later change is the newer version.
    assert.ok(unlabelled!.modified > changed!.modified);
  });

  it('keeps unknown fields of what it changes', () => {
    const strange = plain('a', { body: [{ type: 'TextualBody', purpose: 'commenting', value: 'x', format: 'text/plain' } as never], motivation: 'commenting' });
    const [changed] = withOwnChanged(withAnnotation(file, strange), 'Ada', 'a', { comment: 'y' }, clock).entries;
    assert.deepEqual(changed!.body, [{ type: 'TextualBody', purpose: 'commenting', value: 'y', format: 'text/plain' }]);
  });

  it('leaves a review’s verdict, and its motivation', () => {
    const review = newReview(ada, one.id, 'rejected', { comment: 'No.' });
    const changed = withOwnChanged(withAnnotation(file, review), 'Ada', review.id, { comment: 'No!' }, clock).entries.find(({ id }) => id === review.id)!;
    assert.deepEqual([changed.motivation, changed.body.map(({ value }) => value)], ['assessing', ['rejected', 'No!']]);
  });

  for (const [name, same] of Object.entries({
    'somebody else’s': withOwnChanged(file, 'Ada', other.id, { comment: 'Because.' }, clock),
    'somebody else’s away': withoutOwn(file, 'Ada', other.id),
    'nothing without a change': withOwnChanged(file, 'Ada', one.id, { labels: ['diagnosis'], comment: ' ' }, clock),
    'what is not there': withoutOwn(file, 'Ada', 'urn:uuid:0'),
    'a label that nobody uses': renameLabel([file], 'quantity', 'amount')[0],
    'a label into itself': renameLabel([file], 'diagnosis', 'diagnosis')[0],
    'no place': withTargets(file, new Map()),
  })) {
    it(`does not change ${name}`, () => assert.equal(same, file));
  }

  it('removes one’s own with its older versions', () => {
    const twice = parseAnnotationFile(fileOf(lineOf('a'), lineOf('a', LATER), 'broken'));
    assert.equal(serialize(withoutOwn(twice, 'Ada', 'a')), 'broken\n');
  });

  it('moves places without touching what is said', () => {
    const target = targetOf(`New first line\n${letter2016()}`, 'ladder');
    const [moved] = withTargets(file, new Map([[one.id, target], [other.id, target]])).entries;
    assert.deepEqual(moved, { ...one, target });
  });

  it('renames a label, and merges it into one that is there', () => {
    const both = withAnnotation(file, plain('a', { body: ['x', 'y', 'x2'].map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })) }));
    const [renamed] = renameLabel([both], 'x', 'y');
    const merged = renamed!.entries.find(({ id }) => id === 'a')!;
    assert.deepEqual(labelsOf(merged), ['y', 'x2']);
    assert.equal(merged.modified, plain('a').modified, 'a comment that was changed elsewhere meanwhile is newer');
    assert.equal(renamed!.entries.find(({ id }) => id === one.id), one);
  });
});

describe('the name of an annotation file', () => {
  function check(person: string, name: string, back = person): void {
    it(`of “${person}”`, () => {
      assert.equal(annotationFileName('001 a.txt', person), `001 a.txt.${name}.anno.jsonl`);
      assert.deepEqual(personOf(`001 a.txt.${name}.anno.jsonl`), { letterFileName: '001 a.txt', person: back });
    });
  }

  check('Ada', 'Ada');
  check('Mary Ann', 'Mary_Ann');
  check('  Mary \t Ann ', 'Mary_Ann', 'Mary Ann');
  check("O'Neil, M.D.", 'O%27Neil%2C_M%2ED%2E');
  check('a_b', 'a%5Fb');
  check('../etc/passwd', '%2E%2E%2Fetc%2Fpasswd');
  check('José', 'José');
  check('Jose\u0301', 'José', 'José');
  check('李明', '李明');
  check('100%', '100%25');
  check('😀', '%F0%9F%98%80');
  check('', 'unnamed', 'unnamed');

  for (const name of ['letter.txt', 'letter.txt.anno.jsonl.bak', '.anno.jsonl', 'x.anno.jsonl', '.x.anno.jsonl', 'letter..anno.jsonl']) {
    it(`${name} is nobody’s`, () => assert.equal(personOf(name), null));
  }

  it('gives every name back, or its beginning, and is safe on every file system', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (person) => {
        const name = annotationFileName('letter.txt', person);
        const slug = name.slice('letter.txt.'.length, -'.anno.jsonl'.length);
        assert.doesNotMatch(slug, /[<>:"/\\|?*.\s]/);
        assert.ok(new TextEncoder().encode(slug).length <= 96);
        const wanted = person.normalize('NFC').replace(/\s+/g, ' ').trim() || 'unnamed';
        assert.ok(wanted.startsWith(personOf(name)!.person));
        if (wanted.length < 8) assert.equal(personOf(name)!.person, wanted);
      }),
    );
  });
});
