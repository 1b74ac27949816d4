import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fieldOf, foldedText, readLetters } from '../../server/src/letter';
import type { DisputedItem, FieldKind, Letter, Section, Span } from '../../server/src/letter';
import { layoutOf } from '../../server/src/letter/layouts';
import { checkLetters, fixesOf, FORM_RULES } from '../../server/src/rules';
import type { Edit, Fix } from '../../server/src/rules';

/**
 * Real letters with one part cut out: exactly the finding of that part is new,
 * and its fix takes it away again without touching another byte. Of the rules
 * on the form only: what real letters cite has true findings of its own
 * (citation-findings.test.ts), which come and go with the field that is cut.
 */
test('what is cut out of a real letter is found, and its fix gives it back', (t) => {
  const folder = process.env.IMR_LETTERS;
  if (!folder) {
    t.skip('IMR_LETTERS is not set: no real letters to read');
    return;
  }
  const files = textFiles(folder);
  assert.ok(files.length > 0, `IMR_LETTERS is set, and there is no .txt file in ${folder}`);
  const counts = new Map<string, number>();
  const failures: string[] = [];
  let items = 0;
  for (const file of files) {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    const letters = readLetters(text);
    items += letters.reduce((sum, letter) => sum + letter.items.length, 0);
    if (letters.length === 0) failures.push(`${file}: not read as a letter`);
    const untouched = findings(text);
    if (untouched.length > 0) failures.push(`${file}: has findings as it is: ${untouched.join(' ')}`);
    for (const cut of letters.flatMap((letter) => cutsOf(text, letter))) {
      counts.set(cut.what, (counts.get(cut.what) ?? 0) + 1);
      const wrong = problem(text, cut);
      if (wrong) failures.push(`${file}: ${cut.what} of ${cut.item ?? 'letter'}: ${wrong}`);
    }
  }
  let cases = 0;
  for (const [what, count] of [...counts].sort()) {
    cases += count;
    t.diagnostic(`${what}: ${count}`);
  }
  t.diagnostic(`${files.length} letters read, ${items} disputed items, ${cases} cases, ${failures.length} failed`);
  assert.ok(cases > 0, 'no case was made of the letters');
  assert.deepEqual(failures.slice(0, 20), [], `${failures.length} of ${cases} cases failed`);
});

interface Cut {
  readonly what: string;
  readonly span: Span;
  /** The finding that must be new. */
  readonly code: string;
  readonly item: number | null;
  /** The finding that the fix may leave behind. */
  readonly rest?: string;
  /** The part of the letter that the fix does not give back. */
  readonly field?: FieldKind;
}

const CODES: Readonly<Record<FieldKind, string>> = {
  claimsAdministratorGuideline: 'claims-administrator-guideline',
  reviewerGuideline: 'reviewer-guideline',
  rationale: 'rationale',
};

function cutsOf(text: string, letter: Letter): Cut[] {
  return [
    ...letter.items.flatMap((item, index) => [
      ...fieldCuts(letter, item, index),
      ...(item.decision
        ? [
            {
              what: 'decision with its colon',
              span: { start: item.request.end, end: item.decision.span.end },
              code: 'missing-decision',
              item: index,
            },
            { what: 'decision alone', span: item.decision.span, code: 'missing-decision', item: index },
          ]
        : []),
    ]),
    ...layoutOf(letter.layout).requiredSections.flatMap((kind) =>
      letter.sections.filter((section) => section.kind === kind).flatMap((section) => headingCuts(text, letter, section)),
    ),
  ];
}

function fieldCuts(letter: Letter, item: DisputedItem, index: number): Cut[] {
  return item.fields.flatMap((field, at): Cut[] => {
    if (field !== fieldOf(item, field.kind)) return [];
    const code = CODES[field.kind];
    const before = item.fields[at - 1]?.body.end ?? item.decision?.span.end ?? item.request.end;
    const after = item.fields[at + 1]?.label.start ?? letter.items[index + 1]?.span.start ?? letter.span.end;
    const missing = { code: `missing-${code}`, rest: `empty-${code}`, item: index, field: field.kind };
    return [
      { ...missing, what: `${field.kind} with the white space before it`, span: { start: before, end: field.body.end } },
      { ...missing, what: `${field.kind} with the white space after it`, span: { start: field.label.start, end: after } },
      {
        what: `text of ${field.kind}`,
        span: field.body,
        code: `empty-${code}`,
        item: index,
        field: field.kind,
      },
    ];
  });
}

function headingCuts(text: string, letter: Letter, section: Section): Cut[] {
  const cut = { code: 'missing-section', item: null };
  const colon = text[section.heading.end] === ':' ? 1 : 0;
  let next = section.heading.end + colon;
  while (next < letter.span.end && /\s/.test(text.charAt(next))) next += 1;
  return [
    { ...cut, what: `heading of ${section.kind} with the white space after it`, span: { start: section.heading.start, end: next } },
    { ...cut, what: `heading of ${section.kind} alone`, span: { start: section.heading.start, end: section.heading.end + colon } },
  ];
}

/** What is wrong with a case, or nothing. */
function problem(text: string, cut: Cut): string | undefined {
  const original = findings(text);
  const mutated = text.slice(0, cut.span.start) + text.slice(cut.span.end);
  const name = `${cut.code}@${cut.item}`;
  const expected = [...original, name].sort();
  const actual = findings(mutated);
  if (!same(actual, expected)) return `found ${difference(actual, original)}, expected ${name}`;

  const letters = readLetters(mutated);
  const finding = checkLetters(mutated, letters).find(({ code, item }) => `${code}@${item}` === name);
  if (!finding) return 'the finding is gone';
  const fixes = fixesOf(mutated, letters, finding);
  if (fixes.length === 0) return 'no fix is offered';
  for (const fix of fixes) {
    const wrong = fixProblem(text, mutated, cut, original, fix);
    if (wrong) return `fix “${fix.title}”: ${wrong}`;
  }
  return undefined;
}

function fixProblem(text: string, mutated: string, cut: Cut, original: string[], fix: Fix): string | undefined {
  const edit = fix.edits[0];
  if (fix.edits.length !== 1 || !edit || edit.span.start !== edit.span.end) return 'it is not one insertion';
  const { start } = edit.span;
  const rest = cut.rest ? [...original, `${cut.rest}@${cut.item}`].sort() : original;
  for (const inserted of [edit.newText, ...(edit.snippet === undefined ? [] : [filledIn(edit)])]) {
    const fixed = mutated.slice(0, start) + inserted + mutated.slice(start);
    if (fixed.slice(0, start) + fixed.slice(start + inserted.length) !== mutated) return 'other bytes changed';
    const after = findings(fixed);
    if (!same(after, original) && !same(after, rest)) return `left ${difference(after, original)}`;
    const changed = firstDifference(contents(text, cut), contents(fixed, cut));
    if (changed) return `read differently: ${changed}`;
  }
  return undefined;
}

/** A snippet as it stands when every placeholder is taken as offered. */
function filledIn(edit: Edit): string {
  return (edit.snippet ?? '')
    .replace(/\$\{\d+\|([^|,]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1')
    .replace(/\\(.)/g, '$1');
}

const FORM_CODES: ReadonlySet<string> = new Set(FORM_RULES.map(({ code }) => code));

function findings(text: string): string[] {
  return checkLetters(text, readLetters(text))
    .filter(({ code }) => FORM_CODES.has(code))
    .map(({ code, item }) => `${code}@${item}`)
    .sort();
}

/** All that a letter says, one line per part, without what the case has cut out. */
function contents(text: string, cut: Cut): string[] {
  return readLetters(text).flatMap((letter) => [
    letter.layout,
    ...letter.items.flatMap((item, index) => [
      `${index} request ${foldedText(text, item.request)}`,
      ...(cut.item === index && cut.code === 'missing-decision' ? [] : [`${index} ${item.decision?.value}`]),
      ...item.fields
        .filter((field) => cut.item !== index || field.kind !== cut.field)
        .map((field) => `${index} ${field.kind} ${foldedText(text, field.body)}`),
    ]),
  ]);
}

function firstDifference(before: string[], after: string[]): string | undefined {
  const at = before.findIndex((line, i) => line !== after[i]);
  if (at < 0 && before.length === after.length) return undefined;
  const i = at < 0 ? before.length : at;
  return `${before[i]?.slice(0, 80)} → ${after[i]?.slice(0, 160)}`;
}

function same(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function difference(after: string[], before: string[]): string {
  const rest = [...before];
  const added = after.filter((name) => {
    const at = rest.indexOf(name);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return `+[${added.join(' ')}] -[${rest.join(' ')}]`;
}

function textFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.txt'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
