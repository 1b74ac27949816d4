import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLetters, type Span } from '../../server/src/letter';
import { writtenDatesIn } from '../../server/src/letter/dates-in-text';
import { checkLetters, DATE_RULES, fixesOf } from '../../server/src/rules';
import { writtenLike } from '../../server/src/rules/dates/written-like';
import { CA, letter, RATIONALE, REVIEWER } from './rule-letters';

/** A letter with the marked ranges between « and »; for each mark `code@item`, and the titles of the first one's fixes. */
interface Case {
  readonly name: string;
  readonly text: string;
  readonly found: readonly string[];
  readonly fixes?: readonly string[];
}

const CODES = new Set(DATE_RULES.map(({ code }) => code));

const HEADER = {
  'Date Assigned': '11/18/2016',
  'Date of Injury': '10/10/2016',
  'Decision Date': '12/19/2016',
  'UR Denial Date': '11/09/2016',
  'Application Received': '11/14/2016',
};

/** A letter with a case header, this summary and this beginning of its rationale. */
function dated(header: Partial<Record<keyof typeof HEADER, string>>, summary = 'A cook slipped.', rationale = ''): string {
  const rows = Object.entries({ ...HEADER, ...header }).map(([label, value]) => (value === '' ? '' : `${label}: ${value}\n`));
  const body = letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE.replace(': ', `: ${rationale} `));
  return `Case Number: CM16-0000009\n${rows.join('')}\n${body.replace('A cook slipped on a wet floor and hurt the left knee.', summary)}`;
}

function unmark(marked: string): { text: string; marks: Span[] } {
  const marks: Span[] = [];
  let text = '';
  for (const piece of marked.split(/([«»])/)) {
    if (piece === '«') marks.push({ start: text.length, end: text.length });
    else if (piece === '»') marks[marks.length - 1] = { start: marks.at(-1)!.start, end: text.length };
    else text += piece;
  }
  return { text, marks };
}

function check({ name, text: marked, found, fixes }: Case): void {
  const { text, marks } = unmark(marked);
  const letters = readLetters(text);
  assert.equal(letters.length, 1, `${name}: read as a letter`);
  const findings = checkLetters(text, letters).filter(({ code }) => CODES.has(code));
  assert.deepEqual(findings.map(({ code, item }) => `${code}@${item}`), found, name);
  assert.deepEqual(findings.map(({ span }) => span), marks, `${name}: marked ranges`);
  if (fixes !== undefined) assert.deepEqual(fixesOf(text, letters, findings[0]!).map(({ title }) => title), fixes, `${name}: fixes`);
  for (const finding of findings) {
    for (const { edits, safe } of fixesOf(text, letters, finding)) {
      assert.notEqual(safe, true, `${name}: which date is right is for a person to say`);
      const mended = [...edits].reverse().reduce((words, { span, newText }) => words.slice(0, span.start) + newText + words.slice(span.end), text);
      const left = checkLetters(mended, readLetters(mended)).filter(({ code, span }) => code === finding.code && span.start === finding.span.start);
      assert.deepEqual(left, [], `${name}: a fix takes its finding away`);
    }
  }
}

const silent = (name: string, text: string): Case => ({ name, text, found: [] });
const inSummary = (summary: string, header: Partial<Record<keyof typeof HEADER, string>> = {}): string => dated(header, summary);

const IMPOSSIBLE: readonly Case[] = [
  { name: 'a day too many', text: inSummary('Seen on «9/31/2016» with pain.'), found: ['impossible-date@null'], fixes: [] },
  { name: 'day and month exchanged', text: inSummary('Seen on «13/05/2016» with pain.'), found: ['impossible-date@null'], fixes: ['Exchange day and month: “05/13/2016”'] },
  { name: 'a year without that day', text: inSummary('Seen on «02-29-2015» with pain.'), found: ['impossible-date@null'] },
  { name: 'a year of long ago', text: inSummary('Seen on «11/01/0216» with pain.'), found: ['impossible-date@null'] },
  { name: 'a named month', text: inSummary('Seen on «September 31, 2016» and «Nov. 42nd, 2016».'), found: ['impossible-date@null', 'impossible-date@null'] },
  { name: 'broken over a line', text: inSummary('Seen on «02-30-\n\n2016» with pain.'), found: ['impossible-date@null'] },
  { name: 'a blank before a hyphen', text: inSummary('Seen on «02 -30-2016» with pain.'), found: ['impossible-date@null'] },
  { name: 'glued to the sentence before', text: inSummary('Pain in the knee.«2/30/2016» notes were read.'), found: ['impossible-date@null'] },
  { name: 'in a rationale', text: dated({}, 'A cook slipped.', 'The note of «2/30/2016» is short.'), found: ['impossible-date@0'] },
  { name: 'in a request', text: letter('X-ray, DOS: «13/12/2016»: Upheld', CA, REVIEWER, RATIONALE), found: ['impossible-date@0'] },
  { name: 'in the header, with two digits too', text: dated({ 'Date Assigned': '«13/18/16»' }), found: ['impossible-date@null'] },
  silent('a leap year', inSummary('Seen on 02/29/2016 with pain.')),
  silent('two digits of a year may be anything', inSummary('Seen for 20/20/20 and 13/05/16 and 5/5/5 and 120/80.')),
  silent('vertebrae and ratios', inSummary('Discs at L4/5/2016 and C5-6-2016; 4/5 strength; 1/2 tablet.')),
  silent('longer numbers', inSummary('Records 12/34/56/2016, 1.13/45/2016, 912-34-5678 and 45-67-8901.')),
  silent('no day', inSummary('Seen in September 2016 and on 13/2016.')),
  silent('an address', inSummary('See www.example.org/notes/13/45/2016 for more.')),
  silent('a citation', letter('Knee brace: Upheld', CA, REVIEWER.replace('Summary.', 'Summary (13/45/2004).'), RATIONALE)),
];

const ORDER: readonly Case[] = [
  silent('in order', dated({})),
  silent('all on one day', dated({ 'Date of Injury': '11/09/2016', 'Application Received': '11/09/2016', 'Date Assigned': '11/09/2016', 'Decision Date': '11/09/2016' })),
  { name: 'the year of the decision', text: dated({ 'Decision Date': '«12/19/2015»' }), found: ['dates-out-of-order@null'], fixes: ['Change the year: “12/19/2016”'] },
  { name: 'the year of the injury', text: dated({ 'Date of Injury': '«10/10/2017»' }), found: ['dates-out-of-order@null'], fixes: ['Change the year: “10/10/2016”'] },
  { name: 'of two that may be wrong the later', text: dated({ 'Application Received': '«11/07/2016»' }), found: ['dates-out-of-order@null'], fixes: [] },
  { name: 'one wrong date, one finding', text: dated({ 'Date Assigned': '«01/18/2016»' }), found: ['dates-out-of-order@null'], fixes: [] },
  { name: 'two wrong dates', text: dated({ 'Date of Injury': '«10/10/2018»', 'Decision Date': '«12/19/2014»' }), found: ['dates-out-of-order@null', 'dates-out-of-order@null'] },
  { name: 'a date that is none counts as unknown', text: dated({ 'UR Denial Date': '«13/09/2016»' }), found: ['impossible-date@null'] },
  silent('a value that is missing', dated({ 'UR Denial Date': '', 'Application Received': '' })),
  silent('a letter without a header', letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE)),
];

const NOTICE = (dated: string, filed: string, denied: string): string => `MAXIMUS FEDERAL SERVICES, INC.
Notice of Independent Medical Review Determination
Dated: ${dated}

1) MAXIMUS Federal Services, Inc. has determined the request for a knee brace is not medically necessary and appropriate.

INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE
An application for Independent Medical Review was filed on ${filed} disputing the Utilization
Review Denial dated ${denied}.

1) MAXIMUS Federal Services, Inc. has determined the request for a knee brace is not medically necessary and appropriate.

Medical Qualifications of the Expert Reviewer:
The reviewer is licensed in California.

Case Summary:
A cook slipped on a wet floor.
`;
const NOTICES: readonly Case[] = [
  silent('a notice in order', NOTICE('10/2/2013', '8/1/2013', '7/22/2013')),
  { name: 'filed before the denial', text: NOTICE('10/2/2013', '«7/1/2013»', '7/22/2013'), found: ['dates-out-of-order@null'] },
  { name: 'decided before it was filed', text: NOTICE('«10/2/2012»', '8/1/2013', '7/22/2013'), found: ['dates-out-of-order@null'], fixes: ['Change the year: “10/2/2013”'] },
];

const AFTER: readonly Case[] = [
  { name: 'in the summary', text: inSummary('The note of «October 14, 2017» is short.'), found: ['date-after-decision@null'], fixes: ['Change the year: “October 14, 2016”'] },
  { name: 'in a rationale', text: dated({}, 'A cook slipped.', 'Seen on «12-20-16» with pain.'), found: ['date-after-decision@0'] },
  { name: 'each of them', text: inSummary('Seen on «10/14/2017» and on «11-1-\n2017».'), found: ['date-after-decision@null', 'date-after-decision@null'] },
  silent('the day of the decision', inSummary('Seen on 12/19/2016.')),
  silent('no decision', dated({ 'Decision Date': '' }, 'Seen on 10/14/2017.')),
  { name: 'the decision is out of order itself', text: inSummary('Seen on 10/14/2016.', { 'Decision Date': '«12/19/2015»' }), found: ['dates-out-of-order@null'] },
  ...[
    'An appointment was made for 1/12/2017.',
    'The next visit is on 1/12/2017.',
    'The examination by the QME is set for 1/12/2017.',
    'Surgery is 1/12/2017.',
    'Surgery is scheduled for January 12, 2017.',
    'A follow-up on 1/12/2017 was arranged.',
    'She is off work until 1/12/2017.',
    'Twelve visits were certified from 12/1/2016 to 2/1/2017.',
    'The schedule is effective 1/1/2018.',
    'The MTUS (December 1, 2017) says so.',
    'Her date of birth is 3/17/56.',
    'She was seen on 3/17/45.',
    'She returns on 1/12/2017.',
    'RTC 1/12/2017.',
    'Recheck on 1/12/2017.',
    'She sees the surgeon again 1/12/2017.',
    'The period after surgery ends on 1/12/2017, as surgery took place on 7/12/2016.',
    'The six months, ending 1/12/2017, have not elapsed.',
    'Her visits may be used by 1/12/2017.',
    'She remains totally disabled to 1/12/2017.',
    'The hearing takes place on 1/12/2017.',
    'She hopes to be back at work on 1/12/2017.',
    'She would like to have surgery on 1/12/2017.',
    'Surgery was to take place on 1/12/2017.',
    'The lease of the unit runs out on 1/12/2017.',
    'The prescription is to be filled on or after 1/12/2017.',
    'Seen in October 2017 and on 10/14.',
    'Seen on 13/14/17.',
  ].map((words) => silent(words, inSummary(words))),
];

const DISAGREE: readonly Case[] = [
  {
    name: 'another day of injury',
    text: inSummary('The applicant reports an industrial injury of «October 10, 2015». She hurts.'),
    found: ['header-and-summary-disagree@null'],
    fixes: ['Write “October 10, 2016” here, as in the case header', 'Write “10/10/2015” in the case header, as here'],
  },
  {
    name: 'another day of denial',
    text: inSummary('In a utilization review report\ndated «November 15, 2016», the claims administrator denied it.'),
    found: ['header-and-summary-disagree@null'],
    fixes: ['Write “November 9, 2016” here, as in the case header', 'Write “11/15/2016” in the case header, as here'],
  },
  ...[
    'The worker sustained an industrial injury on «10-11-16».',
    'The worker sustained an industrial-work injury on «10-11-16».',
    'This is a cook with a date of injury on «10-11-2016».',
    'Date of injury is «October 11, 2016».',
    'This is a cook with a «10/11/2016» date of injury.',
    'A cook has an industrial injury date of «10-11-2016».',
    'DOI: «10/11/2016».',
    'A cook with an occupational claim from «10/11/2016».',
    'A cook with a work injury dated «10/11/16» after a fall.',
    'She was injured on «10 -11-2016» in a fall.',
    'A baker hurt the right wrist on «10/11/2016».',
    'The Utilization Review dated «11-16-16», denied the request.',
    'The original utilization review («11 -16-2016») non-certified it.',
    'The original Utilization Review (UR) («11-16-2016») denied it.',
    'The original utilization review «11-16-2016» non-certified it.',
    'On «11-16-2016» Utilization Review non-certified a request.',
    'On «11-16-2016», the Utilization Review modified the request.',
    'The UR (utilization review board) denied certification on «November 16, 2016»; for a brace.',
    'A brace that was non-certified by Utilization Review on «November 16, 2016».',
    'On «November 16, 2016», the claims administrator failed to approve a brace.',
    'It was denied on «11/16/2016» by utilization review.',
    'Utilization review of «11/16/2016» denied both.',
  ].map((words): Case => ({ name: words, text: inSummary(words), found: ['header-and-summary-disagree@null'] })),
  { name: 'in a rationale, though the summary agrees', text: dated({}, 'She was injured on 10/10/2016.', 'She was injured on «10/1/2016».'), found: ['header-and-summary-disagree@0'] },
  ...[
    'She sustained an industrial injury on 10-10-16. Utilization Review (11/9/16) denied it.',
    'She had a prior industrial injury on 3/4/2009.',
    'She had another injury; she was re-injured on 3/4/2009.',
    'A cumulative trauma with a date of injury of 3/4/2009.',
    'Date of injury: CT 3/4/2009.',
    'Date of injury: 3/4/2009 to 3/4/2010.',
    'Date of injury: 3/4/2009 - 3/4/2010.',
    'She was injured on 10/10/2016 and has a date of injury of 3/4/2009 for the neck.',
    'Utilization review on 11/7/2016 (sent on 11/9/2016) denied it.',
    'Utilization review of 11/9/2016 denied it. Utilization review of 11/15/2016 denied the rest.',
    'A Utilization Review decision dated 10/14/2016 approved six sessions.',
    'The previous utilization review of 10/14/2016 denied it.',
    'The note reviewed by Utilization Review (UR) was dated 11-01-2016.',
    'The form was received by utilization review on 11/2/2016.',
    'She filed an industrial claim on 10/14/2016.',
    'She was injured in October 2015.',
    'She was seen on 11/1/2016 for an injury.',
  ].map((words) => silent(words, inSummary(words))),
  silent('the header lacks the row', dated({ 'Date of Injury': '' }, 'She was injured on 3/4/2009.')),
];

test('impossible dates', () => IMPOSSIBLE.forEach(check));
test('the order of a case', () => [...ORDER, ...NOTICES].forEach(check));
test('dates after the decision', () => AFTER.forEach(check));
test('header and summary', () => DISAGREE.forEach(check));

test('the value beside it is shown', () => {
  const text = dated({}, 'She was injured on 10/10/2015.');
  const [finding] = checkLetters(text, readLetters(text)).filter(({ code }) => CODES.has(code));
  assert.match(finding!.message, /“10\/10\/2015”.*“10\/10\/2016”/);
  assert.deepEqual(finding?.related?.map(({ span }) => text.slice(span.start, span.end)), ['10/10/2016']);
});

test('a day in the form of another', () => {
  for (const [example, iso, expected] of [
    ['10-27-16', '2017-01-05', '01-05-17'],
    ['1/5/2016', '2017-02-03', '2/3/2017'],
    ['10/9/2016', '2017-02-03', '2/3/2017'],
    ['01/05/2016', '2017-02-03', '02/03/2017'],
    ['October 9, 2016', '2017-01-05', 'January 5, 2017'],
    ['October 09, 2016', '2017-01-05', 'January 05, 2017'],
    ['Oct. 9 2016', '2017-01-05', 'January 5 2017'],
    ['11 -21-\n2016', '2017-01-05', '01-05-2017'],
  ] as const) {
    assert.equal(writtenLike(example, iso), expected, example);
  }
});

test('the days that a text has, with those that are none', () => {
  const daysIn = (text: string): (string | null)[] => writtenDatesIn(text, { start: 0, end: text.length }).map(({ iso }) => iso);
  assert.deepEqual(daysIn('On 5/5/14, 10- 25-16 and October 24,\r\n\r\n2016 and 2/30/2016.'), ['2014-05-05', '2016-10-25', '2016-10-24', null]);
  assert.deepEqual(daysIn('L4-5-12, 120/80, 1/2, 9789.10-9789.111, 3.3.9, 4 / 5 / 12, May 2016'), []);
});
