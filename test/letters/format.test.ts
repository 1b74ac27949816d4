import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { formatLetters, formatRange, type FormatOptions, type TextEdit } from '../../server/src/features/format';
import { readLetters, type Letter, type Span } from '../../server/src/letter';
import { checkLetters, NOISE_RULES } from '../../server/src/rules';
import { corpus, noLetters, originals, type CorpusLetter } from './corpus';
import { EXTRACTIONS } from './extractions';

const WIDTHS: readonly FormatOptions['width'][] = ['one-line', 80, 100];

const samples = (): CorpusLetter[] =>
  readdirSync('samples')
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ file: `samples/${name}`, text: readFileSync(path.join('samples', name), 'utf8') }));

const HYPHEN = '[-\u2010\u00ad\ufffe]';
const SPACE = /[\s\u0085\u200b\ufeff]/;
const visible = (text: string): string => text.replace(/[\s\u0085\u200b\ufeff]+/g, '');
const seen = (text: string, span: Span | null): string => (span ? visible(text.slice(span.start, span.end)).replace(new RegExp(HYPHEN, 'g'), '') : '-');

function apply(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  const parts = edits.map(({ span, newText }) => {
    const part = text.slice(at, span.start) + newText;
    at = span.end;
    return part;
  });
  return parts.join('') + text.slice(at);
}

/** All that a reading says, in visible characters. */
function reading(text: string, letters: readonly Letter[]): unknown {
  return letters.map((letter) => ({
    layout: letter.layout,
    header: letter.header.map((row) => [row.kind, seen(text, row.label), seen(text, row.value)]),
    sections: letter.sections.map((section) => [section.kind, seen(text, section.heading), seen(text, section.span)]),
    reviewer: [letter.reviewer.licensure.map((span) => seen(text, span)), letter.reviewer.specialties.map((span) => seen(text, span))],
    items: letter.items.map((item) => ({
      request: seen(text, item.request),
      decision: [item.decision?.value, seen(text, item.decision?.span ?? null)],
      partial: item.partial && [item.partial.original, item.partial.authorized, item.partial.remaining].map((span) => seen(text, span)),
      fields: item.fields.map((field) => [field.kind, seen(text, field.label), seen(text, field.body)]),
    })),
  }));
}

/** What text extraction did with blanks and line ends is what Format mends or moves. */
const NOISE: ReadonlySet<string> = new Set(NOISE_RULES.map(({ code }) => code));
const findings = (text: string, letters: readonly Letter[]): string[] =>
  checkLetters(text, letters).filter(({ code }) => !NOISE.has(code)).map((finding) => `${finding.code} ${finding.item}`).sort();

/** The whole word stands elsewhere in the text on one line, the hyphened one nowhere. */
function isProven(text: string, left: string, right: string): boolean {
  return new RegExp(`(?<![\\p{L}])${left}${right}(?![\\p{L}])`, 'iu').test(text) && !new RegExp(`(?<![\\p{L}])${left}${HYPHEN}${right}(?![\\p{L}])`, 'iu').test(text);
}

/** Every edit covers white space alone, or a hyphen at a line's end whose word the text proves; in order, without overlap. */
function checkEdits(text: string, edits: readonly TextEdit[]): number {
  let end = 0;
  let dropped = 0;
  for (const { span, newText } of edits) {
    assert.ok(end <= span.start && span.start <= span.end && span.end <= text.length, 'in order, without overlap');
    end = span.end;
    const old = text.slice(span.start, span.end);
    assert.notEqual(old, newText, 'an edit that changes nothing');
    assert.equal(visible(newText), '', 'nothing visible is written');
    if (visible(old) === '') {
      assert.ok(newText !== '' || span.end === text.length || span.start === 0 || /[-\u2010\u00ad\ufffe]$/.test(text.slice(0, span.start)) || /^[:：]/.test(text.slice(span.end)), `white space goes between words: ${JSON.stringify(text.slice(span.start - 20, span.end + 20))}`);
      continue;
    }
    dropped++;
    assert.match(old, new RegExp(`^${HYPHEN}\\s*[\\n\\r\\f]\\s*$`), 'a hyphen at a line end');
    const left = /\p{L}+$/u.exec(text.slice(0, span.start))?.[0] ?? '';
    const right = /^\p{L}+/u.exec(text.slice(span.end))?.[0] ?? '';
    assert.ok(left !== '' && right !== '' && isProven(text, left, right), `${left}-${right} is not proven`);
  }
  return dropped;
}

/** What makes a text pleasant to read, whatever it says. */
function checkForm(text: string, letters: readonly Letter[], width: FormatOptions['width'], lineEnd: string): void {
  const lines = text.split(/\r\n|\n|\r/);
  assert.ok(text.endsWith(lineEnd) && !text.endsWith(lineEnd + lineEnd), 'one line end at the end');
  assert.doesNotMatch(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), /^\s|[ \t]\n|\f| {2}|\n{3}/, 'no blanks at line ends, no page breaks, one empty line at most');
  assert.equal(text.split(lineEnd).length, lines.length, 'one kind of line end');
  const startsLine = (offset: number): boolean => offset === 0 || /[\n\r\ufeff]/.test(text[offset - 1]!);
  for (const letter of letters) {
    for (const section of letter.sections) {
      assert.ok(startsLine(section.heading.start), 'a heading starts a line');
      assert.match(text.slice(section.heading.end).slice(0, 4), /^[:.]?(?:[\n\r]|$)/, 'and ends it');
    }
    for (const item of letter.items) {
      for (const field of item.fields) {
        if (field.label.end === field.label.start) continue;
        assert.ok(startsLine(field.label.start) && (field.label.start < 3 || startsLine(field.label.start - lineEnd.length)), 'a label has an empty line above');
      }
      if (item.decision && letter.layout >= '2014' && item.request.end > item.request.start) assert.match(text.slice(item.request.end, item.decision.span.start), /^(?::?\s|\s(?:is\s)?|)$/);
    }
  }
  if (width === 'one-line') return;
  for (const line of lines) assert.ok(line.length <= width || !line.includes(' '), `too long: ${line.length}`);
}

interface Tally {
  texts: number;
  edits: number;
  dropped: number;
}

/** Everything that must hold of a formatted text (see the names of the assertions). */
function check(text: string, tally: Tally, widths = WIDTHS, ranges = false): void {
  const letters = readLetters(text);
  assert.ok(letters.length > 0, 'a letter');
  const before = reading(text, letters);
  const found = findings(text, letters);
  for (const width of widths) {
    const edits = formatLetters(text, letters, { width });
    tally.texts++;
    tally.edits += edits.length;
    const dropped = checkEdits(text, edits);
    tally.dropped += dropped;
    const formatted = apply(text, edits);
    if (dropped === 0) assert.equal(visible(formatted), visible(text), 'visible characters');
    const again = readLetters(formatted);
    assert.deepEqual(reading(formatted, again), before, 'reads the same');
    assert.deepEqual(findings(formatted, again), found, 'same findings');
    assert.deepEqual(formatLetters(formatted, again, { width }), [], 'a second run changes nothing');
    const lineEnd = /\r\n/.test(text) ? '\r\n' : /\r/.test(text) && !/\n/.test(text) ? '\r' : '\n';
    checkForm(formatted, again, width, lineEnd);
    if (ranges) for (const item of letters.flatMap((letter) => letter.items)) checkRange(text, letters, item.span, width, edits);
  }
}

function checkRange(text: string, letters: readonly Letter[], span: Span, width: FormatOptions['width'], all: readonly TextEdit[]): void {
  const edits = formatRange(text, letters, span, { width });
  assert.deepEqual(edits, all.filter((edit) => (edit.span.start < span.end && edit.span.end > span.start) || (span.end === text.length && edit.span.start === text.length)), 'a range is formatted like the whole');
  assert.ok(edits.every((edit) => edit.span.start >= span.start && edit.span.end <= span.end), 'nothing outside of the range');
  const made = apply(text, edits);
  assert.ok(made.startsWith(text.slice(0, span.start)) && made.endsWith(text.slice(span.end)));
}

function checkAll(texts: readonly CorpusLetter[], name: string, make = (text: string): string => text, ranges = false): void {
  const tally: Tally = { texts: 0, edits: 0, dropped: 0 };
  const faults: string[] = [];
  for (const { file, text } of texts) {
    try {
      check(make(text), tally, WIDTHS, ranges);
    } catch (fault) {
      faults.push(`${file}: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
  }
  console.log(`${name}: ${texts.length} texts formatted ${tally.texts} times, ${tally.edits} edits, ${tally.dropped} hyphens dropped`);
  assert.ok(tally.edits > 0);
  assert.equal(faults.length, 0, `${faults.length} of ${texts.length}\n${faults.slice(0, 5).join('\n')}`);
}

test('every sample is formatted, and so is every item alone', () => checkAll(samples(), 'samples', undefined, true));

test('every real letter is formatted, and so is every item alone', { skip: noLetters }, () => checkAll(corpus(), 'real letters', undefined, true));

for (const { name, make } of EXTRACTIONS) {
  // What an extraction leaves of a sample that was extracted in another manner already may read differently; see extractions.test.ts.
  const sameText = ({ text }: CorpusLetter): boolean => isDeepStrictEqual(reading(make(text), readLetters(make(text))), reading(text, readLetters(text)));
  test(`formatted out of ${name}`, () => checkAll([...samples().filter(sameText), ...originals()], name, make));
}

/** In every rationale, what `pattern` finds becomes what `broken` makes of it. */
function inRationales(text: string, pattern: RegExp, broken: (found: string, rest: string) => string): string {
  const spans = readLetters(text).flatMap((letter) => letter.items.flatMap((item) => item.fields.filter((field) => field.kind === 'rationale').map((field) => field.body)));
  return apply(text, spans.map((span) => {
    const body = text.slice(span.start, span.end);
    return { span, newText: body.replace(pattern, (found: string, at: number) => broken(found, text.slice(0, span.start) + body.slice(0, at) + text.slice(span.start + at + found.length))) };
  }));
}

test('words that an extractor breaks are whole again where the letter proves them', { skip: noLetters }, () => {
  let dropped = 0;
  let left = 0;
  for (const { file, text } of originals()) {
    let first = true;
    // One long word of each letter, which stands elsewhere in it as well.
    const word = /(?<![\p{L}-])\p{Ll}{9,}(?![\p{L}-])/gu;
    const broken = inRationales(text, word, (found, rest) => {
      if (!first || !new RegExp(`(?<![\\p{L}-])${found}(?![\\p{L}-])`, 'u').test(rest)) return found;
      first = false;
      return `${found.slice(0, 4)}-\n${found.slice(4)}`;
    });
    if (first) continue;
    const letters = readLetters(broken);
    const edits = formatLetters(broken, letters, { width: 'one-line' });
    dropped += checkEdits(broken, edits);
    assert.equal(apply(broken, edits), apply(text, formatLetters(text, readLetters(text), { width: 'one-line' })), file);
    left++;
  }
  console.log(`${left} letters with a broken word, ${dropped} hyphens dropped`);
  assert.ok(left > 0 && dropped === left);
});

test('what is written with a hyphen keeps it when it is broken there', { skip: noLetters }, () => {
  const tally: Tally = { texts: 0, edits: 0, dropped: 0 };
  for (const { text } of originals()) check(inRationales(text, /(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, () => '-\n'), tally, ['one-line', 80]);
  console.log(`${tally.texts} texts, ${tally.dropped} hyphens dropped`);
  assert.ok(tally.edits > 0);
});

/** Where line ends stand among the visible characters, and how many. */
function lineEnds(text: string): Map<number, number> {
  const places = new Map<number, number>();
  let shown = 0;
  for (const character of text.replace(/\r\n?/g, '\n')) {
    if (character === '\n') places.set(shown, (places.get(shown) ?? 0) + 1);
    else if (!SPACE.test(character)) shown++;
  }
  return places;
}

test('a letter is set in the same blocks, whatever the extraction', { skip: noLetters }, () => {
  for (const { name, make } of EXTRACTIONS) {
    let blocks = 0;
    let other = 0;
    for (const { text } of originals()) {
      const formatted = (one: string): Map<number, number> => lineEnds(apply(one, formatLetters(one, readLetters(one), { width: 'one-line' })));
      const expected = formatted(text);
      const found = formatted(make(text));
      blocks += expected.size;
      for (const place of new Set([...expected.keys(), ...found.keys()])) if (expected.get(place) !== found.get(place)) other++;
    }
    if (other > 0) console.log(`${name}: ${other} of ${blocks} blocks begin elsewhere`);
    assert.ok(blocks > 0);
    // Without blanks at line ends (or with blanks everywhere) the empty line of a page break looks like that of a paragraph.
    assert.ok(other <= (['blanks trimmed', 'indented'].includes(name) ? 1 : 0), `${name}: ${other}`);
  }
});

test('a letter of which one item was formatted becomes the same as one of which nothing was', { skip: noLetters }, () => {
  for (const { file, text } of corpus()) {
    const letters = readLetters(text);
    const whole = apply(text, formatLetters(text, letters, { width: 80 }));
    for (const { span } of letters.flatMap((letter) => letter.items)) {
      const part = apply(text, formatRange(text, letters, span, { width: 80 }));
      assert.equal(apply(part, formatLetters(part, readLetters(part), { width: 80 })), whole, file);
    }
  }
});

test('one file of all letters is formatted like each alone', { skip: noLetters }, () => {
  const letters = originals();
  const joint = letters.map((letter) => letter.text).join('\f');
  const tally: Tally = { texts: 0, edits: 0, dropped: 0 };
  check(joint, tally, [80]);
  assert.ok(SPACE.test(joint));
});
