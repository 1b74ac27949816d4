import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLetters } from '../../server/src/letter';
import { checkLetters, fixesOf, safeFixes } from '../../server/src/rules';
import type { Edit, Finding } from '../../server/src/rules';
import { insertion, replacement, snippetText } from '../../server/src/rules/insertion';
import { applied, checkArrangements, findingsOf, namesOf } from './rule-arrangements';
import { CA, INTRODUCTION, letter, letterIn, OPENING, RATIONALE, REVIEWER } from './rule-letters';
import { stride } from '../thorough';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly code: string;
  readonly item?: number | null;
  /** Which fix, by a part of its title; the first when left out. */
  readonly title?: string;
  readonly after: string;
  /** What the placeholders of the edits ask for, in order. */
  readonly hints?: readonly string[];
}

function check({ name, text, code, item, title, after, hints }: Case): void {
  const finding = findingsOf(text).find((each) => each.code === code && (item === undefined || each.item === item));
  assert.ok(finding, `${name}: ${code} is found`);
  const fixes = fixesOf(text, readLetters(text), finding);
  const fix = fixes.find((each) => title === undefined || each.title.includes(title));
  assert.ok(fix, `${name}: a fix “${title}” among ${fixes.map((each) => each.title).join(', ')}`);
  assert.equal(applied(text, fix.edits), after, name);
  if (hints) assert.deepEqual(fix.edits.flatMap(hintsOf), hints, `${name}: placeholders`);
}

function hintsOf({ snippet = '' }: Edit): string[] {
  return [...snippet.matchAll(/\$\{\d+(?::([^}]*)|\|([^|]*)\|)\}/g)].map(([, hint, choices]) => hint ?? choices ?? '');
}

const BRACE = 'Knee brace: Upheld';

test('a missing field is added at its place', () => {
  const cases: Case[] = [
    {
      name: 'first',
      text: letter(BRACE, REVIEWER, RATIONALE),
      code: 'missing-claims-administrator-guideline',
      after: letter(BRACE, 'Claims Administrator guideline: ', REVIEWER, RATIONALE),
      hints: ['[guideline the claims administrator relied on]'],
    },
    {
      name: 'between',
      text: letter(BRACE, CA, RATIONALE),
      code: 'missing-reviewer-guideline',
      after: letter(BRACE, CA, 'MAXIMUS guideline: ', RATIONALE),
      hints: ['[guideline the reviewer relied on]'],
    },
    {
      name: 'last, before the next item',
      text: letter(BRACE, CA, REVIEWER, 'Cane: Upheld', CA, REVIEWER, RATIONALE),
      code: 'missing-rationale',
      after: letter(BRACE, CA, REVIEWER, 'Decision rationale: ', 'Cane: Upheld', CA, REVIEWER, RATIONALE),
      hints: ['[reasons for the decision]'],
    },
    {
      name: 'last, at the end of a text without line end',
      text: letter(BRACE, CA, REVIEWER).trimEnd(),
      code: 'missing-rationale',
      after: `${letter(BRACE, CA, REVIEWER).trimEnd()}\n\nDecision rationale: `,
    },
    {
      name: 'after a heading with nothing behind it',
      text: letter(BRACE).trimEnd(),
      code: 'missing-reviewer-guideline',
      after: `${letter(BRACE).trimEnd()}\n\nMAXIMUS guideline: `,
    },
    {
      name: 'after a field out of order',
      text: letter(BRACE, REVIEWER, CA),
      code: 'missing-rationale',
      after: letter(BRACE, REVIEWER, CA, 'Decision rationale: '),
    },
    {
      name: 'the second of two items that lack the same field',
      text: letter(BRACE, CA, RATIONALE, 'Cane: Upheld', CA, RATIONALE),
      code: 'missing-reviewer-guideline',
      item: 1,
      after: letter(BRACE, CA, RATIONALE, 'Cane: Upheld', CA, 'MAXIMUS guideline: ', RATIONALE),
    },
    {
      name: 'the label as the letter writes it elsewhere',
      text: letter(BRACE, CA, REVIEWER.replace('MAXIMUS guideline:', 'Expert Reviewer guideline:'), RATIONALE, 'Cane: Upheld', CA, RATIONALE),
      code: 'missing-reviewer-guideline',
      after: letter(
        BRACE,
        CA,
        REVIEWER.replace('MAXIMUS guideline:', 'Expert Reviewer guideline:'),
        RATIONALE,
        'Cane: Upheld',
        CA,
        'Expert Reviewer guideline: ',
        RATIONALE,
      ),
    },
    {
      name: 'the colon as the letter writes it elsewhere',
      text: letter(BRACE, CA.replace(':', ' :'), RATIONALE.replace(':', ' :')),
      code: 'missing-reviewer-guideline',
      after: letter(BRACE, CA.replace(':', ' :'), 'MAXIMUS guideline : ', RATIONALE.replace(':', ' :')),
    },
    {
      name: 'labels on lines of their own',
      text: letter(BRACE, CA.replace(': ', ':\n'), RATIONALE.replace(': ', ':\n')),
      code: 'missing-reviewer-guideline',
      after: letter(BRACE, CA.replace(': ', ':\n'), 'MAXIMUS guideline:\n', RATIONALE.replace(': ', ':\n')),
    },
    {
      name: 'page breaks are not repeated',
      text: letter(BRACE, `${CA}\n\f\n${RATIONALE}`, 'Cane: Upheld', `${CA}\n\f\n${REVIEWER}\n\f\n${RATIONALE}`),
      code: 'missing-reviewer-guideline',
      after: letter(BRACE, `${CA}\n\f\nMAXIMUS guideline: \n\n${RATIONALE}`, 'Cane: Upheld', `${CA}\n\f\n${REVIEWER}\n\f\n${RATIONALE}`),
    },
    {
      name: 'a label in the middle of a line gets a line of its own',
      text: letter(BRACE, `${CA} ${RATIONALE}`, 'Cane: Upheld', CA, REVIEWER, RATIONALE),
      code: 'missing-reviewer-guideline',
      after: letter(BRACE, `${CA} \n\nMAXIMUS guideline: `, RATIONALE, 'Cane: Upheld', CA, REVIEWER, RATIONALE),
    },
  ];
  for (const example of cases) check(example);
});

test('every field comes back in every manner of line ends and spacing', () => {
  const fields = [CA, REVIEWER, RATIONALE];
  const codes = ['missing-claims-administrator-guideline', 'missing-reviewer-guideline', 'missing-rationale'];
  let cases = 0;
  for (const lineEnd of ['\n', '\r\n', '\r']) {
    for (const separator of ['\n\n', '\n', ' \n \n', ' \n\n \n\n']) {
      for (const item of [0, 1]) {
        fields.forEach((field, at) => {
          const blocks = (own: (string | null)[]): string =>
            letterIn({ separator, lineEnd }, ...(item === 0 ? [...heads(own, 0), ...heads(fields, 1)] : [...heads(fields, 0), ...heads(own, 1)]));
          const label = field.slice(0, field.indexOf(':') + 2);
          check({
            name: `${codes[at]} of ${item}, ${JSON.stringify(separator)}, ${JSON.stringify(lineEnd)}`,
            text: blocks(fields.map((each) => (each === field ? null : each))),
            code: codes[at]!,
            item,
            after: blocks(fields.map((each) => (each === field ? label : each))),
          });
          cases += 1;
        });
      }
    }
  }
  assert.equal(cases, 72);

  function heads(own: (string | null)[], index: number): string[] {
    return [`${index === 0 ? 'Knee brace' : 'Cane'}: Upheld`, ...own.filter((each) => each !== null)];
  }
});

test('an empty field is filled in the words of the form', () => {
  const empty = (block: string): string => letter(BRACE, ...[CA, REVIEWER, RATIONALE].map((each) => (each.startsWith(block) ? block : each)));
  const full = (block: string, text: string): string => empty(block).replace(block, block + text);
  const noEvidence = 'did not cite any medical evidence for its decision.';
  const cases: Case[] = [
    {
      name: 'claims administrator, nothing cited',
      text: empty('Claims Administrator guideline:'),
      code: 'empty-claims-administrator-guideline',
      after: full('Claims Administrator guideline:', ` The Claims Administrator ${noEvidence}`),
      hints: [],
    },
    {
      name: 'reviewer, nothing cited',
      text: empty('MAXIMUS guideline:'),
      code: 'empty-reviewer-guideline',
      after: full('MAXIMUS guideline:', ` The Expert Reviewer ${noEvidence}`),
    },
    {
      name: 'a blank after the label is used',
      text: empty('MAXIMUS guideline:').replace('MAXIMUS guideline:', 'MAXIMUS guideline:  '),
      code: 'empty-reviewer-guideline',
      after: full('MAXIMUS guideline:', ` The Expert Reviewer ${noEvidence} `),
    },
    {
      name: 'a citation to fill in',
      text: empty('MAXIMUS guideline:'),
      code: 'empty-reviewer-guideline',
      title: 'MTUS',
      after: full('MAXIMUS guideline:', ' Decision based on MTUS [guideline and year], Section(s): [section].'),
      hints: ['[guideline and year]', '[section]'],
    },
    {
      name: 'a citation in a 2014 letter names pages',
      text: in2014(empty('MAXIMUS guideline:')),
      code: 'empty-reviewer-guideline',
      title: 'MTUS',
      after: in2014(full('MAXIMUS guideline:', ' Decision based on MTUS [guideline and year] Page(s): [pages].')),
      hints: ['[guideline and year]', '[pages]'],
    },
    {
      name: 'the reasons of an upheld denial',
      text: empty('Decision rationale:'),
      code: 'empty-rationale',
      after: full('Decision rationale:', ' [reasons for the decision] Therefore, the request is not medically necessary.'),
      hints: ['[reasons for the decision]'],
    },
    {
      name: 'the reasons of an overturned denial',
      text: empty('Decision rationale:').replace('Upheld', 'Overturned'),
      code: 'empty-rationale',
      after: full('Decision rationale:', ' [reasons for the decision] Therefore, the request is medically necessary.').replace('Upheld', 'Overturned'),
    },
    {
      name: 'no conclusion where the decision is not known',
      text: empty('Decision rationale:').replace(': Upheld', ''),
      code: 'empty-rationale',
      after: full('Decision rationale:', ' [reasons for the decision]').replace(': Upheld', ''),
    },
    {
      name: 'at the end of a text cut off after the label',
      text: empty('Decision rationale:').trimEnd(),
      code: 'empty-rationale',
      after: full('Decision rationale:', ' [reasons for the decision] Therefore, the request is not medically necessary.').trimEnd(),
    },
  ];
  for (const example of cases) check(example);
});

function in2014(text: string): string {
  return text.replace(
    /The Expert Reviewer has the following[^]*?Surgery\n/,
    'The expert reviewer is Board Certified in Orthopedic Surgery and is licensed to practice in California.\n',
  );
}

test('a decision is added as the other headings have theirs', () => {
  const other = (heading: string): string[] => [heading, CA, REVIEWER, RATIONALE];
  const cases = [
    { name: 'no other heading', head: 'Cane', after: 'Cane: Upheld' },
    { name: 'two blanks', first: 'Knee brace:  Upheld', head: 'Cane', after: 'Cane:  Upheld' },
    { name: 'a blank before the colon', first: 'Knee brace : Upheld', head: 'Cane', after: 'Cane : Upheld' },
    { name: 'capitals', first: 'Knee brace: OVERTURNED', head: 'Cane', after: 'Cane: UPHELD' },
    { name: 'the colon is there', head: 'Cane:', after: 'Cane: Upheld' },
    { name: 'colon and blank are there', head: 'Cane: ', after: 'Cane: Upheld' },
    { name: 'blanks after it stay', first: 'Knee brace:  Upheld', head: 'Cane:   ', after: 'Cane:  Upheld ' },
    { name: 'on a line of its own', first: 'Knee brace:\nUpheld', head: 'Cane:', after: 'Cane:\nUpheld' },
    { name: 'on a line of its own that is empty', first: 'Knee brace:\nUpheld', head: 'Cane:\n', after: 'Cane:\nUpheld\n' },
    { name: 'a colon inside the request', head: 'Associated service: Cane', after: 'Associated service: Cane: Upheld' },
  ];
  for (const { name, first, head, after } of cases) {
    const before = first ? other(first) : [];
    check({
      name,
      text: letter(...before, ...other(head)),
      code: 'missing-decision',
      title: after.includes('UPHELD') ? 'UPHELD' : 'Upheld',
      after: letter(...before, ...other(after)),
    });
  }
});

test('both decisions are offered, neither is preferred or safe', () => {
  for (const [head, code] of [
    ['Cane', 'missing-decision'],
    ['Cane: ____', 'empty-decision'],
    ['Cane: TBD', 'empty-decision'],
  ] as const) {
    const text = letter(head, CA, REVIEWER, RATIONALE);
    const findings = findingsOf(text);
    assert.deepEqual(findings.map((each) => each.code), [code]);
    const fixes = fixesOf(text, readLetters(text), findings[0]!);
    assert.deepEqual(
      fixes.map((fix) => applied(text, fix.edits)),
      ['Upheld', 'Overturned'].map((word) => letter(`Cane: ${word}`, CA, REVIEWER, RATIONALE)),
    );
    assert.ok(fixes.every((fix) => !fix.preferred && !fix.safe));
    assert.deepEqual(safeFixes(text, readLetters(text), findings), []);
  }
});

test('a heading that is gone altogether is asked for', () => {
  const text = letter(CA, REVIEWER, RATIONALE);
  check({
    name: 'before the first label',
    text,
    code: 'missing-decision',
    after: letter('[requested treatment]: Upheld', CA, REVIEWER, RATIONALE),
    hints: ['[requested treatment]'],
  });
});

test('a missing section gets its heading', () => {
  const text = letter(BRACE, CA, REVIEWER, RATIONALE);
  const without = (heading: string): string => text.replace(heading, '');
  const cases: Case[] = [
    {
      name: 'issues, before the introduction',
      text: without('IMR ISSUES, DECISIONS AND RATIONALES\n\n'),
      code: 'missing-section',
      after: text,
      hints: [],
    },
    {
      name: 'issues in a CRLF text',
      text: without('IMR ISSUES, DECISIONS AND RATIONALES\n\n').replace(/\n/g, '\r\n'),
      code: 'missing-section',
      after: text.replace(/\n/g, '\r\n'),
    },
    {
      name: 'issues, before the first item',
      text: without(`IMR ISSUES, DECISIONS AND RATIONALES\n\n${INTRODUCTION}\n\n`),
      code: 'missing-section',
      after: without(`${INTRODUCTION}\n\n`),
    },
    {
      name: 'summary, before the issues',
      text: without('CLINICAL CASE SUMMARY\n\n'),
      code: 'missing-section',
      after: without('CLINICAL CASE SUMMARY\n\n').replace('IMR ISSUES', 'CLINICAL CASE SUMMARY\n\n\n\nIMR ISSUES'),
      hints: ['text of the section'],
    },
    {
      name: 'credentials close with a colon',
      text: without('The Expert Reviewer has the following credentials:\n'),
      code: 'missing-section',
      after: without('The Expert Reviewer has the following credentials:\n').replace(
        'CLINICAL CASE',
        'The Expert Reviewer has the following credentials:\n\n\n\nCLINICAL CASE',
      ),
    },
    {
      name: 'a heading set in from the margin is not torn apart',
      text: without('CLINICAL CASE SUMMARY\n\n').replace('IMR ISSUES', '      IMR ISSUES'),
      code: 'missing-section',
      after: without('CLINICAL CASE SUMMARY\n\n').replace('IMR ISSUES', 'CLINICAL CASE SUMMARY\n\n\n\n      IMR ISSUES'),
    },
    {
      name: 'issues of a letter that ends before them',
      text: OPENING.slice(0, OPENING.indexOf('\n\nIMR ISSUES')),
      code: 'missing-section',
      after: `${OPENING.slice(0, OPENING.indexOf('\n\nIMR ISSUES'))}\n\nIMR ISSUES, DECISIONS AND RATIONALES\n\n`,
      hints: ['text of the section'],
    },
  ];
  for (const example of cases) check(example);
});

test('two sections missing at one place are each given their own heading', () => {
  const text = letter(BRACE, CA, REVIEWER, RATIONALE)
    .replace('The Expert Reviewer has the following credentials:\n', '')
    .replace('CLINICAL CASE SUMMARY\n\n', '');
  const findings = findingsOf(text);
  assert.deepEqual(
    findings.map((finding) => fixesOf(text, readLetters(text), finding).map((fix) => fix.title)),
    [['Add the heading “The Expert Reviewer has the following credentials:”'], ['Add the heading “CLINICAL CASE SUMMARY”']],
  );
});

test('of two fields one is kept', () => {
  const other = 'MAXIMUS guideline: Decision based on Non-MTUS Citation an atlas.';
  const cases: Case[] = [
    {
      name: 'the same words in other lines',
      text: letter(BRACE, CA, REVIEWER, REVIEWER.replace('2004, ', '2004,\n'), RATIONALE),
      code: 'duplicate-field',
      after: letter(BRACE, CA, REVIEWER, RATIONALE),
    },
    {
      name: 'the later one, after the rationale',
      text: letter(BRACE, CA, REVIEWER, RATIONALE, CA),
      code: 'duplicate-field',
      after: letter(BRACE, CA, REVIEWER, RATIONALE),
    },
    { name: 'the first', text: letter(BRACE, CA, REVIEWER, other, RATIONALE), code: 'duplicate-field', after: letter(BRACE, CA, REVIEWER, RATIONALE) },
    {
      name: 'the other',
      text: letter(BRACE, CA, REVIEWER, other, RATIONALE),
      code: 'duplicate-field',
      title: 'Keep this one',
      after: letter(BRACE, CA, other, RATIONALE),
    },
    {
      name: 'an empty one goes first',
      text: letter(BRACE, CA, 'MAXIMUS guideline:', REVIEWER, RATIONALE),
      code: 'duplicate-field',
      after: letter(BRACE, CA, REVIEWER, RATIONALE),
    },
    {
      name: 'in a CRLF text without blank lines',
      text: letterIn({ separator: '\n', lineEnd: '\r\n' }, BRACE, CA, CA, REVIEWER, RATIONALE),
      code: 'duplicate-field',
      after: letterIn({ separator: '\n', lineEnd: '\r\n' }, BRACE, CA, REVIEWER, RATIONALE),
    },
  ];
  for (const example of cases) check(example);
});

test('the issues section gets an item to fill in', () => {
  check({
    name: 'after the introduction',
    text: letter(),
    code: 'issues-without-items',
    after: letter(
      '[requested treatment]: ____',
      'Claims Administrator guideline: ',
      'MAXIMUS guideline: ',
      'Decision rationale: ',
    ),
    hints: [
      '[requested treatment]',
      'Upheld,Overturned',
      '[guideline the claims administrator relied on]',
      '[guideline the reviewer relied on]',
      '[reasons for the decision]',
    ],
  });
  check({
    name: 'at the end of a text without line end',
    text: letter().trimEnd(),
    code: 'issues-without-items',
    after: letter('[requested treatment]: ____', 'Claims Administrator guideline: ', 'MAXIMUS guideline: ', 'Decision rationale:').trimEnd() + ' ',
  });
  for (const lineEnd of ['\n', '\r\n', '\r']) {
    const text = OPENING.replace(/\n\n(?=The Expert Reviewer|CLINICAL|IMR)/g, '\f').replace(/\n/g, lineEnd);
    check({
      name: 'where nothing but line ends shows the manner of the letter',
      text,
      code: 'issues-without-items',
      after: [text, '[requested treatment]: ____', 'Claims Administrator guideline: ', 'MAXIMUS guideline: ', 'Decision rationale: '].join(
        lineEnd + lineEnd,
      ),
    });
  }
});

test('a notice is repaired in its own words', () => {
  const sentence = (request: string, end: string): string => `MAXIMUS Federal Services, Inc. has determined the request for a ${request}${end}.`;
  const guideline = 'Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her Decision';
  const rationale = 'Rationale for the Decision';
  const notice = (caneEnd: string, ...caneFields: string[]): string =>
    [
      'MAXIMUS FEDERAL SERVICES, INC.\nNotice of Independent Medical Review Determination\nDated: 10/2/2013',
      'INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE\nAn application was filed on 8/1/2013 disputing the Utilization Review Denial dated 7/22/2013.',
      `1) ${sentence('knee brace', ' is not medically necessary and appropriate')}`,
      `2) ${sentence('cane', caneEnd)}`,
      'Medical Qualifications of the Expert Reviewer:\nThe reviewer is licensed in California.',
      `Regarding the request for a knee brace:`,
      `${guideline}\nMTUS, 2009, Chronic Pain.`,
      `${rationale}\nThe knee bears weight again.`,
      `Regarding the request for a cane:`,
      ...caneFields,
    ].join('\n\n') + '\n';
  const needed = ' is medically necessary and appropriate';
  const fields = [`${guideline}\nMTUS, 2009, Chronic Pain.`, `${rationale}\nThe leg gives way.`];
  assert.deepEqual(namesOf(notice(needed, ...fields)), []);
  const cases: Case[] = [
    { name: 'rationale', text: notice(needed, fields[0]!), code: 'missing-rationale', item: 1, after: notice(needed, fields[0]!, `${rationale}\n`) },
    {
      name: 'guideline',
      text: notice(needed, fields[1]!),
      code: 'missing-reviewer-guideline',
      item: 1,
      after: notice(needed, `${guideline}\n`, fields[1]!),
    },
    {
      name: 'decision, in the sentence and not in the heading',
      text: notice('', ...fields),
      code: 'missing-decision',
      item: 1,
      title: 'is medically',
      after: notice(needed, ...fields),
    },
    {
      name: 'order',
      text: notice(needed, fields[1]!, fields[0]!),
      code: 'field-out-of-order',
      after: notice(needed, ...fields),
    },
  ];
  for (const example of cases) check(example);

  const shared = `${guideline}\nThe Claims Administrator based its decision on a guideline. The Expert Reviewer relied on MTUS, 2009.`;
  for (const order of [[fields[1]!, shared], [shared, shared, fields[1]!]]) {
    const text = notice(needed, ...order);
    const findings = findingsOf(text);
    assert.ok(findings.length > 0);
    for (const finding of findings) {
      assert.deepEqual(fixesOf(text, readLetters(text), finding), [], 'two fields under one label are not moved or cut apart');
    }
  }

  const bare = notice(needed, rationale)
    .replace(`${guideline}\nMTUS, 2009, Chronic Pain.\n\n`, '')
    .replace(`${rationale}\nThe knee bears weight again.\n\n`, '');
  check({
    name: 'the text of a field goes on the line after its label',
    text: bare,
    code: 'missing-reviewer-guideline',
    item: 1,
    after: bare.replace(rationale, `${guideline}\n\n\n${rationale}`),
  });
});

test('fix-all takes what cannot change meaning, and nothing that overlaps', () => {
  const text = letter(
    BRACE,
    REVIEWER,
    CA,
    RATIONALE,
    'Cane',
    CA,
    CA,
    REVIEWER,
    REVIEWER.replace('Summary', 'Imaging'),
    RATIONALE,
    'Walker: Upheld',
    CA,
    CA,
    CA,
    REVIEWER,
  );
  const letters = readLetters(text);
  const edits = safeFixes(text, letters, checkLetters(text, letters));
  const after = letter(
    BRACE,
    CA,
    REVIEWER,
    RATIONALE,
    'Cane',
    CA,
    REVIEWER,
    REVIEWER.replace('Summary', 'Imaging'),
    RATIONALE,
    'Walker: Upheld',
    CA,
    REVIEWER,
  );
  assert.equal(applied(text, edits), after);
  assert.deepEqual(safeFixes(after, readLetters(after), findingsOf(after)), [], 'once is enough');

  let both = letter(BRACE, REVIEWER, CA, CA, RATIONALE);
  for (let run = 0; run < 2; run += 1) both = applied(both, safeFixes(both, readLetters(both), findingsOf(both)));
  assert.equal(both, letter(BRACE, CA, REVIEWER, RATIONALE), 'order first, the repetition in the next run');
});

test('every arrangement of up to two fields: a fix takes its finding away and brings no other', () => {
  assert.ok(checkArrangements(2) > 50);
});

test('a finding of an earlier text, or of nobody, has no fixes', () => {
  const text = letter('Cane', CA, REVIEWER, RATIONALE);
  const letters = readLetters(text);
  const [finding] = checkLetters(text, letters);
  assert.ok(finding);
  const repaired = letter('Cane: Upheld', CA, REVIEWER, RATIONALE);
  assert.deepEqual(fixesOf(repaired, readLetters(repaired), finding), []);
  const strangers: Finding[] = [
    { ...finding, code: 'no-such-rule' },
    { ...finding, item: 99 },
    { ...finding, item: null },
    { ...finding, span: { start: -5, end: -1 } },
    { ...finding, span: { start: NaN, end: NaN } },
    { ...finding, span: { start: text.length + 5, end: text.length + 9 } },
  ];
  for (const stranger of strangers) assert.deepEqual(fixesOf(text, letters, stranger), []);
  assert.deepEqual(fixesOf('', [], finding), []);
  assert.equal(fixesOf(text, letters, { ...finding, data: { at: 'nonsense' } }).length, 2, 'data of a client is not trusted');
});

test('a letter cut off anywhere has findings and fixes inside the text', () => {
  const whole = letterIn({ separator: '\n\n', lineEnd: '\r\n' }, BRACE, CA, REVIEWER, RATIONALE, 'Cane: ____', CA, CA, RATIONALE);
  let fixes = 0;
  for (let length = 0; length <= whole.length; length += stride(1)) {
    const text = whole.slice(0, length);
    const letters = readLetters(text);
    const findings = checkLetters(text, letters);
    findings.reduce((previous, { span }) => {
      assert.ok(previous <= span.start && span.start < span.end && span.end <= length, `a mark at ${span.start}-${span.end} of ${length}`);
      assert.ok(span.end - span.start <= 200, 'a mark is short');
      return span.start;
    }, 0);
    for (const finding of findings) {
      for (const fix of fixesOf(text, letters, finding)) {
        applied(text, fix.edits);
        fixes += 1;
      }
    }
  }
  assert.ok(fixes > 500 / stride(1), `${fixes} fixes were tried`);
});

test('literal text of a snippet stands for itself', () => {
  assert.equal(snippetText('a $1 {b} \\ c'), 'a \\$1 {b\\} \\\\ c');
  assert.deepEqual(insertion(3, ['$}', { hint: 'a}b' }, { hint: '', choices: ['x,y', 'z|$'], plain: '?' }]), {
    span: { start: 3, end: 3 },
    newText: '$}?',
    snippet: '\\$\\}${1:a\\}b}${2|x\\,y,z\\|\\$|}',
  });
  assert.deepEqual(replacement({ start: 1, end: 2 }, ['only text $']), { span: { start: 1, end: 2 }, newText: 'only text $' });
});

test('misspelt words: the label is mended by fix-all, the decision only by a person', () => {
  const text = letter('Knee brace: Uphled', CA, REVIEWER, RATIONALE.replace('Decision', 'Decison'));
  const letters = readLetters(text);
  const findings = checkLetters(text, letters);
  assert.deepEqual(findings.map(({ code }) => code), ['misspelt-decision', 'misspelt-label']);
  assert.deepEqual(findings.map((finding) => fixesOf(text, letters, finding).map((fix) => fix.edits.map((edit) => edit.newText))), [[['Upheld']], [['Decision rationale']]]);
  assert.equal(applied(text, safeFixes(text, letters, findings)), text.replace('Decison', 'Decision'));
});
