import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { foldsOf } from '../../server/src/features/folding-ranges';
import { readLetters } from '../../server/src/letter';
import { letterText } from '../protocol/letter-text';
import { stride } from '../thorough';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Each fold as `kind = what stays visible … the last words that do not`. */
function check(text: string, expected: string[]): void {
  const folds = foldsOf(text, readLetters(text)).map(({ kind, span, head }) => `${kind} = ${oneLine(text.slice(span.start, head))} … ${oneLine(text.slice(head, span.end)).split(' ').slice(-2).join(' ')}`);
  assert.deepEqual(folds, expected);
}

test('folding: sections, the items in them, and the fields in these', () =>
  check(letterText({ rationale: 'No trial is told of.' }), [
    'section = HOW THE IMR FINAL DETERMINATION WAS MADE … in Nevada.',
    'section = CLINICAL CASE SUMMARY … a little.',
    'section = IMR ISSUES, DECISIONS AND RATIONALES … told of.',
    'item = Wrist splint: Upheld … told of.',
    'field = Claims Administrator guideline: … Hand Complaints.',
    'field = MAXIMUS guideline: … Page(s): 264.',
    'field = Decision rationale: … told of.',
  ]));

test('folding: a field without text has nothing to fold', () =>
  check(letterText({ claimsAdministrator: '', reviewer: null, rationale: 'None was given.' }), [
    'section = HOW THE IMR FINAL DETERMINATION WAS MADE … in Nevada.',
    'section = CLINICAL CASE SUMMARY … a little.',
    'section = IMR ISSUES, DECISIONS AND RATIONALES … was given.',
    'item = Wrist splint: Upheld … was given.',
    'field = Decision rationale: … was given.',
  ]));

test('folding: the table at the head is one part', () => {
  const header = 'Case Number: CM16-0000009\nDate Assigned: 12/12/2016 Date of Injury: 09/22/2016\nDecision Date: 01/09/2017 UR Denial Date: 11/23/2016\n\n';
  const [first] = foldsOf(header + letterText({}), readLetters(header + letterText({})));
  assert.deepEqual([first?.kind, first?.span.start, first?.head], ['header', 0, header.indexOf('\n')]);
  assert.equal(first?.span.end, header.trimEnd().length);
});

test('folding: of several letters each is a part', () => {
  const text = `${letterText({})}\n\n${letterText({})}`;
  assert.equal(foldsOf(text, readLetters(text)).filter(({ kind }) => kind === 'letter').length, 2);
});

for (const name of readdirSync('samples').filter((file) => file.endsWith('.txt'))) {
  test(`folding of ${name}: parts lie in each other or apart, whole and cut anywhere`, () => {
    const text = readFileSync(path.join('samples', name), 'utf8');
    for (let end = text.length; end > 0; end -= stride(97)) {
      const part = text.slice(text.length - end);
      const open: number[] = [];
      for (const { span, head, kind } of foldsOf(part, readLetters(part))) {
        assert.ok(0 <= span.start && span.start <= head && head < span.end && span.end <= part.length, kind);
        while (open.length > 0 && open.at(-1)! <= span.start) open.pop();
        assert.ok(open.length === 0 || span.end <= open.at(-1)!, `${kind} at ${span.start} reaches out of its parent`);
        open.push(span.end);
      }
    }
  });
}
