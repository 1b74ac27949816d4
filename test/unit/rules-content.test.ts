import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLetters } from '../../server/src/letter';
import { checkLetters, CONTENT_RULES, RULES } from '../../server/src/rules';
import { CA, letter, RATIONALE, REVIEWER } from './rule-letters';

const OTHERS_OFF = Object.fromEntries(RULES.filter((rule) => !CONTENT_RULES.includes(rule)).map(({ code }) => [code, 'off' as const]));
const WHOLE = letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE);
const SUMMARY = 'The expert reviewer developed the following clinical case summary based on the case file:\n\nA cook slipped on a wet floor and hurt the left knee.';

const NOTICE = `MAXIMUS FEDERAL SERVICES, INC.
Notice of Independent Medical Review Determination
Dated: 10/2/2013

1) MAXIMUS Federal Services, Inc. has determined the request for a knee brace is not medically necessary and appropriate.

INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE
An application for Independent Medical Review was filed on 8/1/2013 disputing the Utilization Review Denial dated 7/22/2013.

1) MAXIMUS Federal Services, Inc. has determined the request for a knee brace is not medically necessary and appropriate.

Medical Qualifications of the Expert Reviewer:
The doctor is Board Certified in Family Practice and is licensed to practice in California.

Case Summary:
A cook slipped on a wet floor and hurt the left knee.

Documents Reviewed for Determination:
The reviewer read the papers that the parties sent in:
- Application for Independent Medical Review

1) Regarding the request for a knee brace:

Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her Decision
The Claims Administrator based its decision on the MTUS, 2009, Chronic Pain.

Rationale for the Decision:
The knee bears weight again.
`;

const PROSE = WHOLE.replace(/The Expert Reviewer has[^]*?Surgery\n/, 'The expert reviewer is Board Certified in Orthopedic Surgery, has a subspecialty in Sports Medicine and is licensed to practice in California.\n');

/** A whole letter, what becomes of it, and `code level «marked»` of each finding. */
type Case = readonly [name: string, text: string, from: string | RegExp, to: string, ...found: string[]];

function check([name, whole, from, to, ...found]: Case): void {
  const text = whole.replace(from, to);
  assert.ok(from === '' || text !== whole, `${name}: the letter has changed`);
  const letters = readLetters(text);
  assert.equal(letters.length, 1, name);
  const findings = checkLetters(text, letters, OTHERS_OFF);
  assert.deepEqual(findings.map(({ code, level, span }) => `${code} ${level} «${text.slice(span.start, span.end)}»`), found, name);
  assert.ok(findings.every(({ item }) => item === null), name);
}

const EMPTY = 'no-medical-condition warning «CLINICAL CASE SUMMARY»';
const VAGUE = 'no-medical-condition information «CLINICAL CASE SUMMARY»';

const CASES: readonly Case[] = [
  ['a whole letter', WHOLE, '', ''],
  ['a notice', NOTICE, '', ''],
  ['credentials in prose', PROSE, '', ''],

  ['no summary below its heading', WHOLE, SUMMARY, '', EMPTY],
  ['nothing but the form’s sentence', WHOLE, SUMMARY.slice(SUMMARY.indexOf('\n\n')), '', EMPTY],
  ['nothing but marks', WHOLE, SUMMARY, '____ ---', EMPTY],
  ['a summary of no condition', WHOLE, 'A cook slipped on a wet floor and hurt the left knee.', 'The records were sent in late and were read in full.', VAGUE],
  ['the same in doubled lines', WHOLE, 'A cook slipped on a wet floor and hurt the left knee.', 'The records were sent\r\n\r\nin late and were\r\n\r\nread in full.', VAGUE],
  ['a place to be filled in', WHOLE, 'A cook slipped on a wet floor and hurt the left knee.', '[clinical case summary]'],
  ['a diagnosis', WHOLE, 'A cook slipped on a wet floor and hurt the left knee.', 'The records speak of epicondylitis on one side only.'],
  ['a part of the body', WHOLE, 'A cook slipped on a wet floor and hurt the left knee.', 'The records that were sent speak of the wrist.'],
  ['a letter cut off in its summary', WHOLE, /A cook[^]*$/, ''],
  ['a letter cut off at the heading of its summary', NOTICE, /A cook slipped[^]*$/, ''],
  ['an empty summary of a notice', NOTICE, 'A cook slipped on a wet floor and hurt the left knee.', '', 'no-medical-condition warning «Case Summary»'],
  ['no heading is another rule’s', WHOLE, 'CLINICAL CASE SUMMARY\n\n', ''],

  ['a list without documents', WHOLE, 'CLINICAL CASE SUMMARY', 'DOCUMENTS REVIEWED\n\nCLINICAL CASE SUMMARY', 'no-documents-listed warning «DOCUMENTS REVIEWED»'],
  ['a list of one sentence that ends in a colon', WHOLE, 'CLINICAL CASE SUMMARY', 'DOCUMENTS REVIEWED\n\nThe reviewer read:\n\nCLINICAL CASE SUMMARY', 'no-documents-listed warning «DOCUMENTS REVIEWED»'],
  ['a sentence for a list', WHOLE, 'CLINICAL CASE SUMMARY', 'DOCUMENTS REVIEWED\n\nThe papers that were sent in.\n\nCLINICAL CASE SUMMARY'],
  ['an empty list of a notice', NOTICE, '- Application for Independent Medical Review\n', '', 'no-documents-listed warning «Documents Reviewed for Determination»'],
  ['nothing below the heading in a notice', NOTICE, /The reviewer read[^]*Review\n\n(?=1\) Reg)/, '', 'no-documents-listed warning «Documents Reviewed for Determination»'],
  ['a notice cut off at the heading', NOTICE, /The reviewer read[^]*$/, ''],

  ['no state', WHOLE, 'Licensure: California', 'Licensure:', 'credentials-incomplete warning «State(s) of Licensure:»'],
  ['no specialty', WHOLE, 'Specialty: Orthopedic Surgery', 'Specialty: ', 'credentials-incomplete warning «Certification(s)/Specialty:»'],
  ['neither', WHOLE, /Licensure: California\nCertification\(s\)\/Specialty: Orthopedic Surgery/, 'Licensure:\n\nCertification(s)/Specialty:\n', 'credentials-incomplete warning «State(s) of Licensure:»', 'credentials-incomplete warning «Certification(s)/Specialty:»'],
  ['no row for the state', WHOLE, 'State(s) of Licensure: California\n', '', 'credentials-incomplete warning «The Expert Reviewer has the following credentials»'],
  ['no row for the specialty', WHOLE, 'Certification(s)/Specialty: Orthopedic Surgery\n', '', 'credentials-incomplete warning «The Expert Reviewer has the following credentials»'],
  [
    'nothing below the heading',
    WHOLE,
    /State\(s\)[^]*Surgery\n/,
    '',
    'credentials-incomplete warning «The Expert Reviewer has the following credentials»',
    'credentials-incomplete warning «The Expert Reviewer has the following credentials»',
  ],
  ['labels with noise in them', WHOLE, /State\(s\) of Licensure(.*\n)Certification/, 'State(s) of Licen\u00adsure$1Certiﬁcation'],
  ['a table torn apart', WHOLE, 'Licensure: California\nCertification(s)/Specialty: Orthopedic Surgery', 'Licensure:\nCertification(s)/Specialty:\nCalifornia\nOrthopedic Surgery'],
  ['a specialty over two lines is no torn table', WHOLE, /California\n(.*)Surgery/, '\n$1Surgery,\nSports Medicine', 'credentials-incomplete warning «State(s) of Licensure:»'],
  ['credentials in a sentence below the heading', WHOLE, /State\(s\)[^]*Surgery\n/, 'The reviewer is an orthopedic surgeon in California.\n'],
  ['a notice cut off in its credentials', NOTICE, / Family Practice[^]*$/, ''],
  ['no state in prose', PROSE, 'in California.', 'in .', 'credentials-incomplete warning «is licensed to practice in»'],
  ['no specialty in prose', PROSE, 'in Orthopedic Surgery, has', 'in , has', 'credentials-incomplete warning «is Board Certified in»'],
  ['no specialty in the prose of a notice', NOTICE, 'in Family Practice and', 'in and', 'credentials-incomplete warning «is Board Certified in»'],
];

test('what the law asks for', () => {
  for (const example of CASES) check(example);
});

test('each rule of the group is seen above', () => {
  for (const { code } of CONTENT_RULES) assert.ok(CASES.some(([, , , , ...found]) => found.some((each) => each.startsWith(`${code} `))), code);
});
