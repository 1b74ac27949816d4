import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLetters } from '../../server/src/letter';
import { checkLetter, checkLetters, FORM_RULES, RULES } from '../../server/src/rules';
import type { RuleLevels } from '../../server/src/rules';
import { CA, INTRODUCTION, letter, OPENING, RATIONALE, REVIEWER } from './rule-letters';

/** Documents with the marked ranges between « and », and for each mark `code@item`, in text order. */
interface Case {
  readonly name: string;
  readonly text: string;
  readonly found: readonly string[];
  readonly levels?: RuleLevels;
}

function check({ name, text: marked, found, levels }: Case): void {
  const { text, marks } = unmark(marked);
  const letters = readLetters(text);
  assert.ok(letters.length > 0, `${name}: read as a letter`);
  const findings = checkLetters(text, letters, levels);
  assert.deepEqual(
    findings.map(({ code, item }) => `${code}@${item}`),
    found,
    name,
  );
  assert.deepEqual(
    [...new Set(findings.map(({ span }) => `${span.start}-${span.end} ${text.slice(span.start, span.end)}`))],
    marks.map(([start, end]) => `${start}-${end} ${text.slice(start, end)}`),
    `${name}: marked ranges`,
  );
}

function unmark(marked: string): { text: string; marks: [number, number][] } {
  const marks: [number, number][] = [];
  let text = '';
  let start = 0;
  for (const piece of marked.split(/([«»])/)) {
    if (piece === '«') start = text.length;
    else if (piece === '»') marks.push([start, text.length]);
    else text += piece;
  }
  return { text, marks };
}

const CASES: readonly Case[] = [
  { name: 'a whole letter', text: letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE), found: [] },
  {
    name: 'no decision',
    text: letter('«Knee brace»', CA, REVIEWER, RATIONALE),
    found: ['missing-decision@0'],
  },
  {
    name: 'a colon and no decision, in the second item',
    text: letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE, '«Cane»:', CA, REVIEWER, RATIONALE),
    found: ['missing-decision@1'],
  },
  {
    name: 'only the last line of a long request is marked',
    text: letter('Twelve sessions of physical therapy with a home exercise program, two sessions each week for\n«the left knee»', CA, REVIEWER, RATIONALE),
    found: ['missing-decision@0'],
  },
  {
    name: 'a line in place of the decision',
    text: letter('Knee brace: «____»', CA, REVIEWER, RATIONALE),
    found: ['empty-decision@0'],
  },
  {
    name: 'a note in place of the decision',
    text: letter('Knee brace: «TBD»', CA, REVIEWER, RATIONALE),
    found: ['empty-decision@0'],
  },
  {
    name: 'a line on a line of its own in place of the decision',
    text: letter('Knee brace with straps:\n«____»', CA, REVIEWER, RATIONALE, 'Cane:\n\n«[decision]»', CA, REVIEWER, RATIONALE),
    found: ['empty-decision@0', 'empty-decision@1'],
  },
  {
    name: 'question marks or dots in place of a later decision',
    text: letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE, 'Cane: «???»', CA, REVIEWER, RATIONALE, 'Crutches:\n«???»', CA, REVIEWER, RATIONALE, 'Splint: «....»', CA, REVIEWER, RATIONALE),
    found: ['empty-decision@1', 'empty-decision@2', 'empty-decision@3'],
  },
  {
    name: 'a misspelt decision on a line of its own',
    text: letter('Knee brace with straps:\n«Uphled»', CA, REVIEWER, RATIONALE, 'Cane:\n\n«Uheld»', CA, REVIEWER, RATIONALE),
    found: ['misspelt-decision@0', 'misspelt-decision@1'],
  },
  {
    name: 'a rationale that ends with a question has no decision in it',
    text: letter('Knee brace: Upheld', CA, REVIEWER, `${RATIONALE}\nIs it right?`, 'Cane: Upheld', CA, REVIEWER, RATIONALE),
    found: [],
  },
  {
    name: 'no claims administrator guideline',
    text: letter('«Knee brace»: Upheld', REVIEWER, RATIONALE),
    found: ['missing-claims-administrator-guideline@0'],
  },
  {
    name: 'no reviewer guideline',
    text: letter('«Knee brace»: Upheld', CA, RATIONALE),
    found: ['missing-reviewer-guideline@0'],
  },
  {
    name: 'no rationale',
    text: letter('«Knee brace»: Upheld', CA, REVIEWER),
    found: ['missing-rationale@0'],
  },
  {
    name: 'two items lack different fields',
    text: letter('«Knee brace»: Upheld', REVIEWER, RATIONALE, '«Cane»: Overturned', CA, REVIEWER),
    found: ['missing-claims-administrator-guideline@0', 'missing-rationale@1'],
  },
  {
    name: 'the same field is lacking in two items',
    text: letter('«Knee brace»: Upheld', CA, RATIONALE, '«Cane»: Upheld', CA, RATIONALE),
    found: ['missing-reviewer-guideline@0', 'missing-reviewer-guideline@1'],
  },
  {
    name: 'a mark is the first line of a request, not all of it',
    text: letter('«Twelve sessions of physical therapy with a home exercise program, two sessions each week for»\nthe left knee: Upheld', CA, REVIEWER),
    found: ['missing-rationale@0'],
  },
  {
    name: 'a mark ends after 120 characters of a long line',
    text: letter(`«${'Knee brace, straps, '.repeat(6).trim()}» lining: Upheld`, CA, REVIEWER),
    found: ['missing-rationale@0'],
  },
  {
    name: 'labels without text',
    text: letter('Knee brace: Upheld', '«Claims Administrator guideline:»', '«MAXIMUS guideline:»', '«Decision rationale:»'),
    found: ['empty-claims-administrator-guideline@0', 'empty-reviewer-guideline@0', 'empty-rationale@0'],
  },
  {
    name: 'the sentence that nothing was cited is an answer',
    text: letter(
      'Knee brace: Upheld',
      'Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.',
      'MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.',
      RATIONALE,
    ),
    found: [],
  },
  {
    name: 'cut off after the label of the rationale',
    text: letter('Knee brace: Upheld', CA, REVIEWER, '«Decision rationale:»').trimEnd(),
    found: ['empty-rationale@0'],
  },
  {
    name: 'cut off before the rationale',
    text: letter('«Knee brace»: Upheld', CA, REVIEWER).trimEnd(),
    found: ['missing-rationale@0'],
  },
  {
    name: 'cut off after the decision',
    text: letter('«Knee brace»: Upheld').trimEnd(),
    found: ['missing-claims-administrator-guideline@0', 'missing-reviewer-guideline@0', 'missing-rationale@0'],
  },
  {
    name: 'no issues heading',
    text: letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE)
      .replace('IMR ISSUES, DECISIONS AND RATIONALES\n\n', '')
      .replace(INTRODUCTION, `«${INTRODUCTION}»`),
    found: ['missing-section@null'],
  },
  {
    name: 'no summary heading',
    text: letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE)
      .replace('CLINICAL CASE SUMMARY\n\n', '')
      .replace('IMR ISSUES, DECISIONS AND RATIONALES', '«IMR ISSUES, DECISIONS AND RATIONALES»'),
    found: ['missing-section@null'],
  },
  {
    name: 'no credentials',
    text: letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE)
      .replace('The Expert Reviewer has the following credentials:\n', '')
      .replace('CLINICAL CASE SUMMARY', '«CLINICAL CASE SUMMARY»'),
    found: ['missing-section@null'],
  },
  {
    name: 'a copy that ends in the summary lacks the issues, shown on its last line',
    text: `${OPENING.slice(0, OPENING.indexOf('\n\nIMR ISSUES')).replace('A cook slipped', '«A cook slipped').trimEnd()}»\n \n`,
    found: ['missing-section@null'],
  },
  {
    name: 'a field twice',
    text: letter('Knee brace: Upheld', CA, REVIEWER, '«MAXIMUS guideline:» Decision based on the same.', RATIONALE),
    found: ['duplicate-field@0'],
  },
  {
    name: 'a field three times',
    text: letter('Knee brace: Upheld', CA, `«MAXIMUS guideline:» A.`.replace(/[«»]/g, ''), '«MAXIMUS guideline:» B.', '«MAXIMUS guideline:» C.', RATIONALE),
    found: ['duplicate-field@0', 'duplicate-field@0'],
  },
  {
    name: 'the guidelines in the wrong order',
    text: letter('Knee brace: Upheld', REVIEWER.replace('MAXIMUS guideline:', '«MAXIMUS guideline:»'), CA, RATIONALE),
    found: ['field-out-of-order@0'],
  },
  {
    name: 'a repetition after the rationale is out of no order',
    text: letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE, CA.replace('Claims Administrator guideline:', '«Claims Administrator guideline:»')),
    found: ['duplicate-field@0'],
  },
  {
    name: 'a misspelt label and a misspelt heading',
    text: letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE.replace('Decision rationale', '«Decison rationale»')).replace('CLINICAL CASE SUMMARY', '«CLINCAL CASE SUMMARY»'),
    found: ['misspelt-label@null', 'misspelt-label@0'],
  },
  {
    name: 'blanks in a label are the extraction’s doing',
    text: letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE.replace('Decision rationale:', 'DEC ISION Rationale :')),
    found: [],
  },
  {
    name: 'a misspelt decision',
    text: letter('Knee brace: «Uphled»', CA, REVIEWER, RATIONALE),
    found: ['misspelt-decision@0'],
  },
  {
    name: 'an introduction and no item',
    text: letter().replace(INTRODUCTION, `«${INTRODUCTION}»`),
    found: ['issues-without-items@null'],
  },
  {
    name: 'an issues heading and nothing more',
    text: `${OPENING.slice(0, OPENING.indexOf('IMR ISSUES'))}«IMR ISSUES, DECISIONS AND RATIONALES»\n`,
    found: ['issues-without-items@null'],
  },
  {
    name: 'items count from zero in each letter of a file',
    text: letter('«Knee brace»: Upheld', REVIEWER, RATIONALE) + letter('Cane: Upheld', CA, REVIEWER, RATIONALE, '«Walker»', CA, REVIEWER, RATIONALE),
    found: ['missing-claims-administrator-guideline@0', 'missing-decision@1'],
  },
  {
    name: 'off silences a rule',
    text: letter('«Knee brace»: Upheld', CA),
    levels: { 'missing-rationale': 'off' },
    found: ['missing-reviewer-guideline@0'],
  },
];

test('findings and where they stand', () => {
  for (const example of CASES) check(example);
});

test('every rule on the form is seen in the table above', () => {
  const codes = new Set(CASES.flatMap(({ found }) => found.map((name) => name.split('@')[0])));
  assert.deepEqual(
    FORM_RULES.map(({ code }) => code).filter((code) => !codes.has(code)),
    [],
  );
});

test('levels are taken from the settings, and what is no level is ignored', () => {
  const text = letter('Knee brace', CA, REVIEWER, RATIONALE);
  const level = (levels: unknown): string | undefined =>
    checkLetters(text, readLetters(text), levels as RuleLevels)[0]?.level;
  assert.equal(level({}), 'warning');
  assert.equal(level({ 'missing-decision': 'error' }), 'error');
  assert.equal(level({ 'missing-decision': 'off' }), undefined);
  assert.equal(level({ 'missing-decision': 'loud' }), 'warning');
  assert.equal(level({ 'missing-decision': 7 }), 'warning');
  assert.equal(level({ 'no-such-rule': 'error', constructor: 'off' }), 'warning');
});

test('a 2014 letter names the credentials in its prose', () => {
  const text = letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE).replace(
    /The Expert Reviewer has[^]*?Surgery\n/,
    'The expert reviewer is Board Certified in Orthopedic Surgery and is licensed to practice in California.\n',
  );
  const [read] = readLetters(text);
  assert.equal(read?.layout, '2014');
  assert.deepEqual(checkLetter(text, read), []);
});

test('a notice that ends before its fields lacks none', () => {
  const text = `MAXIMUS FEDERAL SERVICES, INC.
Notice of Independent Medical Review Determination
Dated: 10/2/2013

1) MAXIMUS Federal Services, Inc. has determined the request for a knee brace is not medically necessary and appropriate.

INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE
An application for Independent Medical Review was filed on 8/1/2013 disputing the Utilization Review Denial dated 7/22/2013.

1) MAXIMUS Federal Services, Inc. has determined the request for a knee brace is not medically necessary and appropriate.

Medical Qualifications of the Expert Reviewer:
The reviewer is licensed in California.

Case Summary:
A cook slipped on a wet floor.
`;
  const letters = readLetters(text);
  assert.equal(letters[0]?.items.length, 1);
  assert.deepEqual(checkLetters(text, letters), []);
});

test('related information leads to the neighbours', () => {
  const text = letter('Knee brace: Upheld', CA, RATIONALE);
  const [finding] = checkLetters(text, readLetters(text));
  assert.deepEqual(
    finding?.related?.map(({ span }) => text.slice(span.start, span.end)),
    ['Claims Administrator guideline:', 'Decision rationale:'],
  );
  const headless = letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE).replace('IMR ISSUES, DECISIONS AND RATIONALES\n\n', '');
  const [section] = checkLetters(headless, readLetters(headless));
  assert.deepEqual(section?.related?.map(({ span }) => headless.slice(span.start, span.end)), ['CLINICAL CASE SUMMARY']);
});

test('each wrong example of a rule shows that rule alone, and no right one shows anything', () => {
  for (const { code, examples } of RULES) {
    for (const { title, text } of examples.wrong) {
      assert.deepEqual(new Set(checkLetters(text, readLetters(text)).map((finding) => finding.code)), new Set([code]), title);
    }
    for (const { title, text } of examples.right) {
      const letters = readLetters(text);
      assert.equal(letters.length, 1, title);
      assert.deepEqual(checkLetters(text, letters), [], `${code}: ${title}`);
    }
    assert.ok(examples.wrong.length > 0 && examples.right.length > 0, code);
  }
});
