import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { completionsAt, type Completion } from '../../server/src/features/completion';
import { letterSkeleton } from '../../server/src/features/skeleton';
import { readLetters } from '../../server/src/letter';
import { filled } from './completion-snippets';
import { CA, INTRODUCTION, letter, letterIn, OPENING, RATIONALE, REVIEWER } from './rule-letters';
import { stride } from '../thorough';

interface Case {
  readonly name: string;
  /** The text with a mark (`|`) at the place. */
  readonly text: string;
  /** The labels offered, in order. */
  readonly labels: readonly string[];
  /** The one that is taken; the first where left out. */
  readonly take?: string;
  /** The text afterwards, placeholders at their defaults. */
  readonly after?: string;
  readonly colonTyped?: boolean;
}

function at(marked: string, options: { snippets?: boolean; colonTyped?: boolean } = {}): { text: string; offset: number; completions: Completion[] } {
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0, 'a place is marked');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return { text, offset, completions: completionsAt(text, readLetters(text), offset, { snippets: true, ...options }) };
}

/** As an editor orders them: by `sortText`, then by label. */
function ordered(completions: readonly Completion[]): Completion[] {
  return [...completions].sort((a, b) => (a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : a.label < b.label ? -1 : 1));
}

function accepted(text: string, { span, newText, snippet }: Completion): string {
  return text.slice(0, span.start) + (snippet ? filled(newText) : newText) + text.slice(span.end);
}

/** What every editor asks of an item. */
function checkForm(text: string, offset: number, { span, label, newText, detail, documentation, filterText }: Completion): void {
  assert.ok(span.start <= offset && offset <= span.end, `${label}: the place lies in what is replaced`);
  assert.doesNotMatch(text.slice(span.start, span.end), /[\r\n\f]/, `${label}: one line is replaced`);
  assert.ok(label !== '' && newText !== '' && detail !== '' && documentation !== '' && !/[\r\n]/.test(label), label);
  const typed = text.slice(span.start, offset).replace(/\s+/g, ' ').trim().toLowerCase();
  assert.ok((filterText ?? label).replace(/\s+/g, ' ').toLowerCase().startsWith(typed), `${label}: “${typed}” finds it`);
}

function check({ name, text: marked, labels, take, after, colonTyped }: Case): void {
  const { text, offset, completions } = at(marked, { colonTyped: colonTyped ?? false });
  completions.forEach((one) => checkForm(text, offset, one));
  const inOrder = ordered(completions);
  assert.deepEqual(inOrder.map(({ label }) => label), labels, name);
  if (after === undefined) return;
  const taken = inOrder.find(({ label }) => take === undefined || label === take);
  assert.ok(taken, `${name}: ${take}`);
  assert.equal(accepted(text, taken), after, name);
}

function all(cases: readonly Case[]): void {
  for (const each of cases) check(each);
}

const CANE = 'Cane: Upheld';
const BRACE = 'Knee brace: Overturned';
const CA_LABEL = 'Claims Administrator guideline';
const REVIEWER_LABEL = 'MAXIMUS guideline';
const RATIONALE_LABEL = 'Decision rationale';
const ITEM = 'Disputed item';
const NEW_ITEM =
  '[requested treatment]: ____\n\nClaims Administrator guideline: [guideline the claims administrator relied on]\n\nMAXIMUS guideline: [guideline the reviewer relied on]\n\nDecision rationale: [reasons for the decision]';

test('labels: those that the item lacks, then the others', () =>
  all([
    {
      name: 'below a heading',
      text: letter(CANE, '|'),
      labels: [CA_LABEL, REVIEWER_LABEL, RATIONALE_LABEL, ITEM],
      after: letter(CANE, `${CA_LABEL}: `),
    },
    {
      name: 'between two fields',
      text: letter(CANE, CA, '|', RATIONALE),
      labels: [REVIEWER_LABEL, CA_LABEL, RATIONALE_LABEL],
      after: letter(CANE, CA, `${REVIEWER_LABEL}: `, RATIONALE),
    },
    {
      name: 'what is typed of it is replaced',
      text: letter(CANE, CA, REVIEWER, 'decision ra|'),
      labels: [RATIONALE_LABEL],
      after: letter(CANE, CA, REVIEWER, `${RATIONALE_LABEL}: `),
    },
    {
      name: 'with the colon that is there already',
      text: letter(CANE, CA, REVIEWER, 'Dec|: The knee bears weight again.'),
      labels: [RATIONALE_LABEL],
      after: letter(CANE, CA, REVIEWER, `${RATIONALE_LABEL}: The knee bears weight again.`),
    },
    {
      name: 'before a text that has lost its label',
      text: letter(CANE, CA, REVIEWER, '|The knee bears weight again.'),
      labels: [RATIONALE_LABEL, CA_LABEL, REVIEWER_LABEL],
      after: letter(CANE, CA, REVIEWER, `${RATIONALE_LABEL}: The knee bears weight again.`),
    },
    { name: 'not before another label', text: letter(CANE, CA, `|${RATIONALE}`), labels: [] },
    { name: 'not before a heading', text: letter(CANE, CA, REVIEWER, RATIONALE, `|${BRACE}`, CA, REVIEWER, RATIONALE), labels: [] },
    {
      name: 'in the words of this letter',
      text: letter(CANE, CA, REVIEWER.replace('MAXIMUS', 'Expert Reviewer'), RATIONALE, BRACE, CA, 'Ex|', RATIONALE),
      labels: ['Expert Reviewer guideline'],
      after: letter(CANE, CA, REVIEWER.replace('MAXIMUS', 'Expert Reviewer'), RATIONALE, BRACE, CA, 'Expert Reviewer guideline: ', RATIONALE),
    },
    {
      name: 'under the heading of a new item that is not decided yet',
      text: letter(CANE, CA, REVIEWER, RATIONALE, 'Knee brace', 'Cla|'),
      labels: [CA_LABEL],
      after: letter(CANE, CA, REVIEWER, RATIONALE, 'Knee brace', `${CA_LABEL}: `),
    },
    { name: 'under the first heading, not decided yet', text: letter('Knee brace', '|'), labels: [CA_LABEL, REVIEWER_LABEL, RATIONALE_LABEL, ITEM] },
    {
      name: 'without blank lines',
      text: letterIn({ separator: '\n', lineEnd: '\n' }, CANE, CA, 'MA|', RATIONALE),
      labels: [REVIEWER_LABEL],
      after: letterIn({ separator: '\n', lineEnd: '\n' }, CANE, CA, `${REVIEWER_LABEL}: `, RATIONALE),
    },
    {
      name: 'with doubled line ends and CRLF',
      text: letterIn({ separator: '\n\n \n\n', lineEnd: '\r\n' }, CANE, CA, 'MA|', RATIONALE),
      labels: [REVIEWER_LABEL],
      after: letterIn({ separator: '\n\n \n\n', lineEnd: '\r\n' }, CANE, CA, `${REVIEWER_LABEL}: `, RATIONALE),
    },
    { name: 'by one letter, if it is lacking', text: letter(CANE, CA, 'D|'), labels: [RATIONALE_LABEL] },
    { name: 'not by one letter, if it is there', text: letter(CANE, CA, REVIEWER, RATIONALE, 'De|'), labels: [] },
    { name: 'by three letters, if it is there', text: letter(CANE, CA, REVIEWER, RATIONALE, 'Dec|'), labels: [RATIONALE_LABEL] },
    { name: 'not in the summary', text: letter(CANE).replace('A cook', 'De|\n\nA cook'), labels: [] },
  ]));

test('decisions: both, neither first, behind the colon of a heading', () => {
  const both = ['Overturned', 'Upheld'];
  all([
    { name: 'behind the colon', text: letter('MRI of the knee: |', CA, REVIEWER, RATIONALE), labels: both, take: 'Upheld', after: letter('MRI of the knee: Upheld', CA, REVIEWER, RATIONALE) },
    { name: 'with its blank', text: letter('MRI of the knee:|', CA), labels: both, take: 'Overturned', after: letter('MRI of the knee: Overturned', CA), colonTyped: true },
    { name: 'begun', text: letter('MRI of the knee: Up|', CA), labels: ['Upheld'], after: letter('MRI of the knee: Upheld', CA) },
    { name: 'begun in small letters', text: letter('MRI of the knee: ov|', CA), labels: ['Overturned'], after: letter('MRI of the knee: Overturned', CA) },
    { name: 'inside the word', text: letter('MRI of the knee: Up|held', CA), labels: ['Upheld'], after: letter('MRI of the knee: Upheld', CA) },
    { name: 'instead of the word', text: letter('MRI of the knee: |Upheld', CA), labels: both, take: 'Overturned', after: letter('MRI of the knee: Overturned', CA) },
    { name: 'before an open place', text: letter('MRI of the knee: |____', CA), labels: both, take: 'Upheld', after: letter('MRI of the knee: Upheld', CA) },
    { name: 'behind an open place', text: letter('MRI of the knee: ____|', CA), labels: both, take: 'Overturned', after: letter('MRI of the knee: Overturned', CA) },
    { name: 'in the last heading, with nothing below', text: letter(CANE, CA, REVIEWER, RATIONALE, 'MRI of the knee: |'), labels: both },
    { name: 'in the only heading', text: letter('MRI of the knee: |'), labels: both },
    { name: 'the last of several colons', text: letter('Associated service: Brace, DOS: 11/11/2016: |', CA), labels: both },
    { name: 'not before the rest of a request', text: letter('Associated service: |Brace: Upheld', CA), labels: [] },
    { name: 'a heading over two lines', text: letter('Physical therapy for the left knee, two visits each week for six\nweeks (12 visits): |', CA), labels: both },
    { name: 'on a line of its own', text: letter('Physical therapy for the left knee, 12 visits:\n|', CA, RATIONALE), labels: both },
    { name: 'the template of a partial decision', text: letter('Cane, two was the original request. Cane, one was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, cane, one is: |', CA), labels: both },
    { name: 'as this letter writes them', text: letter('Cane: UPHELD', CA, REVIEWER, RATIONALE, 'Brace: |', CA), labels: ['OVERTURNED', 'UPHELD'] },
    { name: 'with CRLF', text: letterIn({ separator: '\n\n', lineEnd: '\r\n' }, 'MRI of the knee: |', CA), labels: both, take: 'Upheld', after: letterIn({ separator: '\n\n', lineEnd: '\r\n' }, 'MRI of the knee: Upheld', CA) },
    { name: 'with doubled line ends', text: letterIn({ separator: '\n\n \n\n', lineEnd: '\n' }, CANE, CA, REVIEWER, RATIONALE, 'MRI of the knee: |', CA), labels: both },
    { name: 'not behind a colon of a rationale', text: letter(CANE, CA, REVIEWER, 'Decision rationale: The guideline asks for three things. The criteria include:|'), labels: [], colonTyped: true },
    { name: 'not in a rationale of one sentence', text: letter(CANE, CA, REVIEWER, 'Decision rationale: The guideline recommends the following:|'), labels: [], colonTyped: true },
    { name: 'not behind a colon of the summary', text: letter(CANE).replace('A cook slipped', 'Diagnosis:| A cook slipped'), labels: [], colonTyped: true },
    { name: 'not behind the introduction', text: `${OPENING}|\n`, labels: [], colonTyped: true },
  ]);
  const { completions } = at(letter('MRI of the knee: |', CA));
  assert.equal(new Set(completions.map(({ sortText }) => sortText)).size, 1);
});

test('disputed items: before the first, between two, after the last', () =>
  all([
    { name: 'the first', text: `${OPENING}\n\n|\n`, labels: [ITEM], after: `${OPENING}\n\n${NEW_ITEM}\n` },
    { name: 'right below the introduction', text: `${OPENING}\n|`, labels: [ITEM], after: `${OPENING}\n\n${NEW_ITEM}` },
    { name: 'after the last', text: letter(CANE, CA, REVIEWER, RATIONALE, '|'), labels: [ITEM, CA_LABEL, REVIEWER_LABEL, RATIONALE_LABEL], after: letter(CANE, CA, REVIEWER, RATIONALE, NEW_ITEM) },
    {
      name: 'between two',
      text: letter(CANE, CA, REVIEWER, `${RATIONALE}\n|`, BRACE, CA, REVIEWER, RATIONALE),
      labels: [ITEM, CA_LABEL, REVIEWER_LABEL, RATIONALE_LABEL],
      after: letter(CANE, CA, REVIEWER, RATIONALE, NEW_ITEM, BRACE, CA, REVIEWER, RATIONALE),
    },
    {
      name: 'right before the next heading',
      text: letter(CANE, CA, REVIEWER, RATIONALE, `|\n${BRACE}`, CA, REVIEWER, RATIONALE),
      labels: [ITEM, CA_LABEL, REVIEWER_LABEL, RATIONALE_LABEL],
      after: letter(CANE, CA, REVIEWER, RATIONALE, NEW_ITEM, BRACE, CA, REVIEWER, RATIONALE),
    },
    { name: 'by its name', text: letter(CANE, CA, REVIEWER, RATIONALE, 'dis|'), labels: [ITEM], after: letter(CANE, CA, REVIEWER, RATIONALE, NEW_ITEM) },
    {
      name: 'in the spacing of a letter with doubled line ends and CRLF',
      text: letterIn({ separator: '\n\n \n\n', lineEnd: '\r\n' }, CANE, CA, REVIEWER, RATIONALE, '|'),
      labels: [ITEM, CA_LABEL, REVIEWER_LABEL, RATIONALE_LABEL],
      after: letterIn({ separator: '\n\n \n\n', lineEnd: '\r\n' }, CANE, CA, REVIEWER, RATIONALE, ...NEW_ITEM.split('\n\n')),
    },
    {
      name: 'in the spacing of a letter without blank lines',
      text: letterIn({ separator: '\n', lineEnd: '\n' }, CANE, CA, REVIEWER, RATIONALE, '|'),
      labels: [ITEM, CA_LABEL, REVIEWER_LABEL, RATIONALE_LABEL],
      after: letterIn({ separator: '\n', lineEnd: '\n' }, CANE, CA, REVIEWER, RATIONALE, ...NEW_ITEM.split('\n\n')),
    },
  ]));

test('headings that the letter lacks, at their place', () => {
  const without = (heading: string, mark: string): string => letter(CANE, CA, REVIEWER, RATIONALE).replace(heading, mark);
  all([
    {
      name: 'the summary',
      text: without('CLINICAL CASE SUMMARY', '|'),
      labels: ['CLINICAL CASE SUMMARY', 'DOCUMENTS REVIEWED'],
      after: letter(CANE, CA, REVIEWER, RATIONALE),
    },
    { name: 'begun', text: without('CLINICAL CASE SUMMARY', 'clin|'), labels: ['CLINICAL CASE SUMMARY'], after: letter(CANE, CA, REVIEWER, RATIONALE) },
    { name: 'the issues section, with its introduction', text: without(`IMR ISSUES, DECISIONS AND RATIONALES\n\n${INTRODUCTION}`, 'IMR|'), labels: ['IMR ISSUES, DECISIONS AND RATIONALES'], after: letter(CANE, CA, REVIEWER, RATIONALE) },
    {
      name: 'the credentials, with their rows',
      text: without('The Expert Reviewer has the following credentials:\nState(s) of Licensure: California\nCertification(s)/Specialty: Orthopedic Surgery', 'The ex|'),
      labels: ['The Expert Reviewer has the following credentials:'],
      after: letter(CANE, CA, REVIEWER, RATIONALE).replace('Licensure: California', 'Licensure: [states]').replace('Specialty: Orthopedic Surgery', 'Specialty: [specialties]'),
    },
    { name: 'none that is there', text: without('A cook slipped', 'CLIN|\n\nA cook slipped'), labels: [] },
    { name: 'none out of order', text: letter(CANE, CA, REVIEWER, RATIONALE, 'DOC|'), labels: [] },
    { name: 'the introduction, below its heading', text: without(INTRODUCTION, 'The fi|'), labels: [INTRODUCTION], after: letter(CANE, CA, REVIEWER, RATIONALE) },
    { name: 'the introduction, unasked for', text: without(INTRODUCTION, '|'), labels: [INTRODUCTION, ITEM], after: letter(CANE, CA, REVIEWER, RATIONALE) },
  ]);
});

test('statements of a guideline field, with the right party', () => {
  const claims = [
    'Decision based on MTUS …',
    'The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation …',
    'The Claims Administrator did not cite any medical evidence for its decision.',
    'Decision based on Non-MTUS Citation …',
  ];
  all([
    {
      name: 'in an empty field',
      text: letter(CANE, 'Claims Administrator guideline: |', REVIEWER, RATIONALE),
      labels: claims,
      after: letter(CANE, 'Claims Administrator guideline: Decision based on MTUS [guideline and year], Section(s): [section].', REVIEWER, RATIONALE),
    },
    {
      name: 'right behind the colon',
      text: letter(CANE, 'Claims Administrator guideline:|', REVIEWER, RATIONALE),
      labels: claims,
      take: claims[2]!,
      after: letter(CANE, `Claims Administrator guideline: ${claims[2]!}`, REVIEWER, RATIONALE),
      colonTyped: true,
    },
    {
      name: 'begun, of the reviewer',
      text: letter(CANE, CA, 'MAXIMUS guideline: The exp|', RATIONALE),
      labels: [
        'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation …',
        'The Expert Reviewer did not cite any medical evidence for its decision.',
      ],
      take: 'The Expert Reviewer did not cite any medical evidence for its decision.',
      after: letter(CANE, CA, 'MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.', RATIONALE),
    },
    {
      name: 'a further one',
      text: letter(CANE, `${CA} Dec|`, REVIEWER, RATIONALE),
      labels: ['Decision based on MTUS …', 'Decision based on Non-MTUS Citation …'],
      take: 'Decision based on Non-MTUS Citation …',
      after: letter(CANE, `${CA} Decision based on Non-MTUS Citation [source, chapter and topic].`, REVIEWER, RATIONALE),
    },
    { name: 'a further one right behind a full stop', text: letter(CANE, `${CA}|`, REVIEWER, RATIONALE), labels: ['Decision based on MTUS …', 'Decision based on Non-MTUS Citation …'], after: letter(CANE, `${CA} Decision based on MTUS [guideline and year], Section(s): [section].`, REVIEWER, RATIONALE) },
    { name: 'none in the middle of one', text: letter(CANE, 'Claims Administrator guideline: Decision based on MTUS Kneecap |', REVIEWER, RATIONALE), labels: [] },
    { name: 'none behind a colon inside one', text: letter(CANE, 'Claims Administrator guideline: Decision based on MTUS Kneecap 2004, Section(s):|', REVIEWER, RATIONALE), labels: [], colonTyped: true },
    { name: 'none before others', text: letter(CANE, 'Claims Administrator guideline: |Decision based on MTUS Knee Complaints 2004.', REVIEWER, RATIONALE), labels: [] },
  ]);
  const early = letter(CANE, CA, 'MAXIMUS guideline: |', RATIONALE)
    .replace(/The Expert Reviewer has the following[^]*?Surgery/, 'The reviewer is Board Certified in Surgery and is licensed to practice in Nevada.');
  check({
    name: 'in the words of 2014',
    text: early,
    labels: [
      'Decision based on MTUS …',
      'The Expert Reviewer did not base their decision on the MTUS. Decision based on Non-MTUS Citation …',
      'The Expert Reviewer did not cite any medical evidence for its decision.',
      'Decision based on Non-MTUS Citation …',
    ],
    after: early.replace('|', 'Decision based on MTUS [guideline and year] Page(s): [pages].'),
  });
});

test('the conclusion for the decision at hand, with the request', () => {
  const upheld = 'Therefore, … is not medically necessary.';
  const overturned = 'Therefore, … is medically necessary.';
  const begun = 'Decision rationale: The knee bears weight again. ';
  all([
    { name: 'upheld', text: letter(CANE, CA, REVIEWER, `${begun}There|`), labels: [upheld], after: letter(CANE, CA, REVIEWER, `${begun}Therefore, the requested Cane is not medically necessary.`) },
    { name: 'overturned; the letter writes “knee” elsewhere', text: letter(BRACE, CA, REVIEWER, `${begun}|`), labels: [overturned], after: letter(BRACE, CA, REVIEWER, `${begun}Therefore, the requested knee brace is medically necessary.`) },
    { name: 'a word all in capitals stays so', text: letter('KNEE brace: Upheld', CA, REVIEWER, `${begun}|`), labels: [upheld], after: letter('KNEE brace: Upheld', CA, REVIEWER, `${begun}Therefore, the requested KNEE brace is not medically necessary.`) },
    { name: 'both, where nothing is decided', text: letter('Cane: ____', CA, REVIEWER, `${begun}|`), labels: [upheld, overturned] },
    { name: 'behind a full stop', text: letter(CANE, CA, REVIEWER, `${begun.trimEnd()}|`), labels: [upheld], after: letter(CANE, CA, REVIEWER, `${begun}Therefore, the requested Cane is not medically necessary.`) },
    { name: 'on a new line', text: letter(CANE, CA, REVIEWER, `${begun.trimEnd()}\nTher|`), labels: [upheld], after: letter(CANE, CA, REVIEWER, `${begun.trimEnd()}\nTherefore, the requested Cane is not medically necessary.`) },
    { name: 'in a new paragraph', text: letter(CANE, CA, REVIEWER, begun.trimEnd(), 'Ther|'), labels: [upheld] },
    {
      name: 'what is left of a request granted in part',
      text: letter('Cane, two was the original request. Cane, one was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, cane, one is: Upheld', CA, REVIEWER, `${begun}Ther|`),
      labels: [upheld],
      after: letter('Cane, two was the original request. Cane, one was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, cane, one is: Upheld', CA, REVIEWER, `${begun}Therefore, the requested cane, one is not medically necessary.`),
    },
    { name: 'not for a sentence that begins alike', text: letter(CANE, CA, REVIEWER, `${begun}The|`), labels: [] },
    { name: 'not in the middle of a sentence', text: letter(CANE, CA, REVIEWER, 'Decision rationale: The knee bears Ther|'), labels: [] },
    { name: 'not on a wrapped line', text: letter(CANE, CA, REVIEWER, 'Decision rationale: The knee bears weight and\nTher|'), labels: [] },
    { name: 'not a second time', text: letter(CANE, CA, REVIEWER, `${RATIONALE} |`), labels: [] },
    { name: 'not before more of the rationale', text: letter(CANE, CA, REVIEWER, 'Decision rationale: The knee is well. |\nIt bears weight again.'), labels: [] },
    { name: 'not by the colon of the label', text: letter(CANE, CA, REVIEWER, 'Decision rationale:|'), labels: [], colonTyped: true },
  ]);
});

test('nothing where nobody has asked', () =>
  all([
    { name: 'in a sentence of the summary', text: letter(CANE).replace('A cook slipped', 'A cook sl|ipped'), labels: [] },
    { name: 'at the end of a sentence of the summary', text: letter(CANE).replace('left knee.', 'left knee. The|'), labels: [] },
    { name: 'in a request', text: letter('MRI of the |knee: Upheld', CA), labels: [] },
    { name: 'on a wrapped line of the rationale', text: letter(CANE, CA, REVIEWER, 'Decision rationale: The guideline speaks of a decision and of\nDecision|'), labels: [] },
    { name: 'behind the colon of a row of the header', text: `Case Number:|\nDate Assigned: 01/02/2017\nDate of Injury: 02/03/2016\nPriority: Standard\n\n${letter(CANE)}`, labels: [], colonTyped: true },
  ]));

test('a text that is to become a letter', () => {
  const titles = ['New IMR letter, layout 2016-17', 'New IMR letter, layout 2018 and later', 'New IMR letter, layout 2014'];
  const headings = ['HOW THE IMR FINAL DETERMINATION WAS MADE', 'The Expert Reviewer has the following credentials:', 'CLINICAL CASE SUMMARY', 'IMR ISSUES, DECISIONS AND RATIONALES'];
  const others = ['INDEPENDENT MEDICAL REVIEW FINAL DETERMINATION LETTER', 'DOCUMENTS REVIEWED'];
  all([
    { name: 'empty', text: '|', labels: [...titles, ...headings, ...others], after: filled(letterSkeleton('2016').snippet) },
    { name: 'blank lines', text: '\n\n|\n', labels: [...titles, ...headings, ...others], take: titles[1]!, after: `\n\n${filled(letterSkeleton('2018').snippet)}\n` },
    { name: 'its name', text: 'imr|', labels: [...titles, headings[3]!], take: titles[2]!, after: filled(letterSkeleton('2014').snippet) },
    { name: 'a heading', text: 'how|', labels: [headings[0]!] },
    { name: 'the next heading', text: `${headings[0]!}\nThe file was sent.\n\n|`, labels: [...headings.slice(1), others[1]!] },
    { name: 'the introduction', text: `${headings[3]!}\n|`, labels: [INTRODUCTION, ITEM], after: `${headings[3]!}\n${INTRODUCTION}` },
    { name: 'a decision', text: `${headings[3]!}\n\nCane: |`, labels: ['Overturned', 'Upheld'] },
    { name: 'words that are no part of a letter', text: 'Dear colleague|', labels: [] },
  ]);
  assert.deepEqual(completionsAt('x '.repeat(1000), [], 2000, { snippets: true }), []);
});

test('without placeholders, what is to be filled in stands in brackets', () => {
  const { text, completions } = at(letter(CANE, CA, REVIEWER, RATIONALE, '|'), { snippets: false });
  const [item] = completions;
  assert.ok(item && !item.snippet);
  assert.equal(
    accepted(text, item),
    letter(CANE, CA, REVIEWER, RATIONALE, '[requested treatment]: ____', 'Claims Administrator guideline: [guideline the claims administrator relied on]', 'MAXIMUS guideline: [guideline the reviewer relied on]', 'Decision rationale: [reasons for the decision]'),
  );
});

test('words of the letter are no syntax of a snippet', () => {
  const { text, completions } = at(letter('Cane ${1:x} at $5 \\ each: Upheld', CA, REVIEWER, 'Decision rationale: Ther|'));
  assert.equal(accepted(text, completions[0]!), text.replace('Ther', 'Therefore, the requested Cane ${1:x} at $5 \\ each is not medically necessary.'));
});

test('offsets outside the text have nothing', () => {
  const text = letter(CANE);
  for (const offset of [-1, text.length + 1, 0.5, NaN, Infinity]) assert.deepEqual(completionsAt(text, readLetters(text), offset, { snippets: true }), []);
});

/** What is taken is read as what it was offered as. */
function checkReading(text: string, completion: Completion): void {
  const after = accepted(text, completion);
  const start = completion.span.start + /^\s*/.exec(after.slice(completion.span.start))![0].length;
  const letters = readLetters(after);
  const items = letters.flatMap((one) => one.items);
  const where = `${completion.kind} at ${start}: ${JSON.stringify(after.slice(Math.max(0, start - 80), start + 80))}`;
  switch (completion.kind) {
    case 'label':
      return assert.ok(items.some(({ fields }) => fields.some(({ label }) => label.start === start)), where);
    case 'item':
      return assert.ok(items.some((item) => item.span.start === start && item.decision?.value === null && item.fields.length === 3), where);
    case 'decision':
      return assert.ok(items.some(({ decision }) => decision?.span.start === start && decision.value === completion.label.toLowerCase()), where);
    case 'heading':
      return assert.ok(letters.some(({ sections }) => sections.some(({ heading }) => heading.start === start)), where);
    case 'introduction':
      return assert.ok(letters.some(({ introduction }) => introduction?.start === start), where);
    default:
      return assert.ok(items.some(({ fields }) => fields.some(({ body }) => body.start <= start && start < body.end)), where);
  }
}

for (const name of readdirSync('samples').filter((file) => file.endsWith('.txt'))) {
  const whole = readFileSync(path.join('samples', name), 'utf8');

  test(`${name}: what is offered is well formed, whole and cut anywhere`, () => {
    for (const text of [whole, whole.replace(/\n/g, '\r\n'), whole.slice(0, whole.length >> 1), whole.slice(whole.length >> 1)]) {
      const letters = readLetters(text);
      for (let offset = 0; offset <= text.length; offset += stride(7)) {
        for (const completion of completionsAt(text, letters, offset, { snippets: true })) checkForm(text, offset, completion);
      }
    }
  });

  test(`${name}: inside a sentence nothing is offered`, () => {
    const letters = readLetters(whole);
    for (const { index } of whole.matchAll(/[a-z]{2} (?=[a-z]{3})/g)) {
      assert.deepEqual(completionsAt(whole, letters, index + 4, { snippets: true }).map(({ label }) => label), [], whole.slice(index - 20, index + 20));
    }
  });

  test(`${name}: what is taken on an empty line, or behind a colon, is read as what it is`, () => {
    const letters = readLetters(whole);
    for (const { index } of whole.matchAll(/\n(?=[^\S\n]*\n|$)|: {0,2}/g)) {
      const offset = index + whole.slice(index).match(/^(?:\n|: {0,2})/)![0].length;
      for (const completion of completionsAt(whole, letters, offset, { snippets: true })) checkReading(whole, completion);
    }
  });
}
