import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLetters } from '../../server/src/letter';
import { checkLetters, fixesOf, PRIVACY_RULES, safeFixes } from '../../server/src/rules';
import type { Finding } from '../../server/src/rules';
import { maskedTexts } from '../../server/src/rules/privacy';
import { applied } from './rule-arrangements';
import { CA, letter, RATIONALE, REVIEWER } from './rule-letters';

const CODES = new Set(PRIVACY_RULES.map(({ code }) => code));

/** A letter with this sentence in its summary. */
function summary(sentence: string): string {
  return letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE).replace('A cook slipped', `${sentence}\nA cook slipped`);
}

function head(lines: string): string {
  return `${lines}\n\n${letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE)}`;
}

function findingsOf(text: string): Finding[] {
  return checkLetters(text, readLetters(text)).filter(({ code }) => CODES.has(code));
}

/** `marked` holds « and » around what is found; `codes` are those of the marks in order, one for all of them. */
function check(code: string | null, marked: string, name = marked): void {
  const text = marked.replace(/[«»]/g, '');
  const expected: string[] = [];
  let gone = 0;
  for (const { 0: mark, index } of marked.matchAll(/«([^»]*)»/g)) {
    expected.push(`${code} ${index - gone} ${mark.slice(1, -1)}`);
    gone += 2;
  }
  assert.deepEqual(findingsOf(text).map((each) => `${each.code} ${each.span.start} ${text.slice(each.span.start, each.span.end)}`), expected, name);
  for (const finding of findingsOf(text)) assert.equal(finding.level, 'warning');
}

const FOUND: Readonly<Record<string, readonly string[]>> = {
  'social-security-number': [
    'The number is «123-45-6789».',
    'SSN: «123456789» is on file.',
    'Social security number «123 45 6789» is on file.',
    'SSN «XXX-XX-6789» is on file.',
    'The SSN ending in «6789» is on file.',
    'The number «123-\n45-6789» is on file.',
    'Claim Number: «123-45-6789».',
  ],
  'phone-number': [
    'Call «(213) 555-0142» by day.',
    'Call «(213) 555 0142» by day.',
    'Call «213-555-0142 ext. 5» by day.',
    'Call «1-213-555-0142» by day.',
    'Call «+1 213-555-0142» by day.',
    'Call «213.555.0142».',
    'Call «213/555-0142».',
    'Cell phone: «555-0142».',
    'Telephone «2135550142».',
    'Fax no. «213 555 0142».',
    'MAXIMUS Federal Services read the file. Call «213-555-0142» by day.',
  ],
  'e-mail-address': ['Write to «jane.roe+1@mail.example.com».', '<«a@b.org»>'],
  'street-address': [
    'She lives at «120 Alder Street».',
    'She lives at «120 N. Alder Grove Ave»., and works.',
    'She lives at «120 West 4th Street, Apt 3, Fresno, CA 93700».',
    'She lives at «120 Alder Dr, Fresno, California 93700».',
    'She lives at «120 Alder Dr». The knee swelled.',
    'She lives at «12 St. Mary Lane».',
    'She lives at «9 Calle Real».',
    'She lives at «120 Alder Street, Fresno, CA», and works.',
    'ADDRESS «120 ALDER STREET».',
  ],
  'date-of-birth': [
    'DOB: «1/2/1960».',
    'D.O.B. «01-02-60».',
    'The date of birth is «January 2, 1960».',
    'Birthdate «1960-01-02».',
    'He was born on «2 January 1960».',
    'He (born «Jan. 2, 1960») fell.',
    'Date of\nbirth:\n«1.2.1960».',
  ],
  'record-or-claim-number': [
    'Claim Number: «06-123456».',
    'Claim No. «WC 123456» is open.',
    'The claim # is «06A1234567».',
    'Claim: «123456-01».',
    'Medical Record Number «00451278».',
    'MRN: «7781234».',
    'MR# «7781234».',
    'Chart No.: «A-7781».',
    'Policy Number «HX55123».',
    'Patient ID: «55123».',
    'WCAB No. «ADJ9876543».',
    'The case «ADJ9876543» is open.',
    'Case Number: «SDO0123456».',
    'Claim Number: «213-555-0142».',
  ],
  'name-of-a-person': [
    'Mr. «Roe» fell.',
    'Ms «Roe» fell.',
    'Mrs. «J. Roe»’s knee swelled.',
    'Miss «Anna-Marie O’Hara» fell.',
    'Mr. «John Q. Roe» fell.',
    'Mr.\n«Roe» fell.',
    'MR. «ROE» fell.',
    'Ms. «Maria de la Cruz» fell.',
    'Ms. «Roe» MRI showed a tear.',
    'Mr. and Mrs. «Roe» came.',
    "Ms. «O'Hara» fell.",
    'Ms. «O’Hara»’s knee swelled.',
    "Mr. «D'Alba» fell.",
    "MR. «O'HARA» fell.",
    'Mr. «St. Clair» fell.',
    'Mrs. «Anna St. Clair» fell.',
  ],
};

const HEADS: readonly string[] = [
  'Dear Ms. «Roe»:',
  'Dear «Jane Roe»,',
  'Dear «Jane»,',
  'Employee Name: «Jane Roe»',
  'Employee: «Jane Roe»',
  'Claimant: «Roe, Jane»',
  'Patient Name: «Roe»',
  'Name: «Jane Roe»',
  'RE: «Jane Roe», Claim',
  'Re: «Jane Roe» v. Example Stores',
  'RE: Mr. «John Roe»',
  'INJURED WORKER: «JANE ROE»',
  "RE: «Jane O'Hara»",
  'Name: «O’Hara»',
  'Claimant: «O’Hara, Jane»',
  'Patient: «Jane St. Clair»',
  'Date of Injury: 1/1/2016  Employee: «Jane Roe»',
];

const SILENT: readonly string[] = [
  // Figures of medicine and of letters.
  'CPT 72148 and HCPCS E0730 were billed with ICD-10 M54.5 and NDC 00093-0058-01.',
  'See pages 98-99, Section 9792.24.2 and 12-8.',
  'DOS: 11/11/2016. Pain was 7/10, and the dose 10/325 mg.',
  'Levels L4-5 and C5-C6, 100-200-3000 units.',
  'The case CM16-0219557 was decided. Case Number: CM17-0000001.',
  'The claim was filed on 1/2/2016. Claim Number:\nDate of Injury: 1/2/2016.',
  'He takes account of 500 steps and has no claim no one denies.',
  'License number is with the State of California.',
  // Organizations.
  'Call 1-800-555-0142 or (855) 555-0142.',
  'Appeals go to DWC, fax (916) 555-0142.',
  'The Division of Workers’ Compensation, 120 Alder Street, Oakland, CA 94600, keeps it.',
  'Mail to office@dir.ca.gov or imr@maximus.com.',
  'Mail to P.O. Box 138009.',
  // Streets that are none.
  'The nurse at 5 Way and 10 Drive said so.',
  'On 11/11/2016 Dr. Roe saw him; in 2016 Treating Dr. Roe did.',
  'In 2014 Superior Court found so.',
  'He had 3 Views St. Mary kept.',
  'One 2 Lumbar Spine Road Test.'.replace('Road ', ''),
  // Births that are no dates.
  'He was born in 1960 and is 56 years old; the date of birth is unknown.',
  'The plan was born of need on Monday.',
  // Names that are none.
  'Dr. Roe wrote it, and Spurling, Phalen and Waddell signs were negative.',
  'Mr.  was seen, and Mr. \nThe knee swelled.',
  'MS Contin 15 mg and Ms Contin were given, and MR of the knee was done for MS.',
  'Ms. [redacted] and Mr. XXX fell.',
  'Patient: Male',
  'Patient: The knee swelled.',
  'More or less: Roe Stent.',
];

const SILENT_HEADS: readonly string[] = [
  'Dear Sir or Madam:',
  'Dear Claims Administrator:',
  'Dear Dr. Roe:',
  'To whom it may concern',
  'RE: Lumbar MRI',
  'RE: St. Mary',
  'RE: Request for Authorization',
  'RE: Independent Medical Review',
  'Employee:\nClaim Number:\nDate of Injury: 1/2/2016',
  'Employee: Claim Number: Date of Injury: 1/2/2016',
  'Patient Name: [redacted]',
  'MAXIMUS FEDERAL SERVICES, INC.\nIndependent Medical Review\nP.O. Box 138009\nSacramento, CA 95813-8009\n(916) 555-0100 Fax: (916) 555-0101',
  'MAXIMUS Federal Services\n120 Harbor Drive, Suite 9\nFolsom, CA 95630\nFax: (916) 555-0101',
];

test('privacy: what tells who the worker is, is marked', () => {
  for (const [code, sentences] of Object.entries(FOUND)) for (const sentence of sentences) check(code, summary(sentence), sentence);
  for (const line of HEADS) check('name-of-a-person', head(line), line);
  check('street-address', head('Employee\n«120 Alder Street, Fresno, CA 93700»\nDear Sir'));
});

test('privacy: what tells nothing of a person is not marked', () => {
  for (const sentence of SILENT) check(null, summary(sentence), sentence);
  for (const lines of SILENT_HEADS) check(null, head(lines), lines);
  check(null, letter('2 Lumbar Way: Upheld', CA, REVIEWER, RATIONALE));
});

test('privacy: findings know their item, and never quote what they found', () => {
  const text = letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE, 'Cane: Upheld', CA, REVIEWER, RATIONALE.replace('The knee', 'Ms. Roe walks. The knee'));
  assert.deepEqual(findingsOf(text).map(({ item }) => item), [1]);
  assert.deepEqual(findingsOf(head('Claim Number: 123456')).map(({ item }) => item), [null]);
  for (const sentences of Object.values(FOUND)) {
    for (const sentence of sentences) {
      const found = summary(sentence.replace(/[«»]/g, ''));
      for (const { message, span } of findingsOf(found)) assert.ok(!message.includes(found.slice(span.start, span.end)), message);
    }
  }
});

test('privacy: a fix masks the text wherever it stands, and takes its finding away', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['Ms. Jane Roe fell. JANE  ROE and Jane\nRoe stood up; Jane Roemer did not.', 'Ms. [redacted] fell. [redacted] and [redacted] stood up; Jane Roemer did not.', ['JANE  ROE', 'Jane Roe', 'Jane\nRoe', 'JANE ROE']],
    ['Mr. Roe fell. Roe’s knee swelled, roentgen was done.', 'Mr. [redacted] fell. [redacted]’s knee swelled, roentgen was done.', ['Roe']],
    ['Mr. Calloway fell. CALLOWAY says so.', 'Mr. [redacted] fell. [redacted] says so.', ['Calloway', 'CALLOWAY']],
    // An ordinary word is masked only where it is a name.
    ['Mr. Hand hurt a hand. Hand Complaints is a chapter. Mr. Hand left.', 'Mr. [redacted] hurt a hand. Hand Complaints is a chapter. Mr. [redacted] left.', ['Mr. Hand']],
    ['SSN 123-45-6789, again 123-45-6789 and 9123-45-6789.', 'SSN [redacted], again [redacted] and 9123-45-6789.', ['123-45-6789']],
    ['Call (213) 555-0142.', 'Call [redacted].', ['(213) 555-0142']],
    ['DOB: 1/2/1960. On 1/2/1960 he was born, on 11/2/1960 he was not.', 'DOB: [redacted]. On [redacted] he was born, on 11/2/1960 he was not.', ['1/2/1960']],
  ];
  for (const [before, after, texts] of cases) {
    const text = summary(before);
    const letters = readLetters(text);
    const finding = findingsOf(text)[0]!;
    const [fix, ...others] = fixesOf(text, letters, finding);
    assert.ok(fix !== undefined && fix.title.startsWith('Mask “') && fix.preferred, before);
    assert.deepEqual(others, []);
    const fixed = applied(text, fix.edits);
    assert.equal(fixed, summary(after), before);
    assert.deepEqual([...maskedTexts(text, letters[0]!, finding)].sort(), [...texts].sort(), before);
  }
  for (const [code, sentences] of Object.entries(FOUND)) {
    for (const sentence of sentences) {
      const text = summary(sentence.replace(/[«»]/g, ''));
      for (const finding of findingsOf(text)) {
        const fixed = applied(text, fixesOf(text, readLetters(text), finding)[0]!.edits);
        const left = checkLetters(fixed, readLetters(fixed)).map((each) => each.code);
        assert.ok(!left.includes(code) && !left.includes('placeholder'), `${sentence}: ${left.join(', ')}`);
      }
    }
  }
});

test('privacy: masks are no part of a fix-all, and other findings have no masked texts', () => {
  const text = summary('Ms. Roe, DOB 1/2/1960, SSN 123-45-6789, fell.');
  const letters = readLetters(text);
  const findings = findingsOf(text);
  assert.equal(findings.length, 3);
  assert.deepEqual(safeFixes(text, letters, findings), []);
  assert.deepEqual(maskedTexts(text, letters[0]!, { ...findings[0]!, code: 'missing-rationale' }), []);
});

test('privacy: masking stays within its letter', () => {
  const one = letter('Knee brace: Upheld', CA, REVIEWER, RATIONALE.replace('The knee', 'Ms. Roe walks. The knee'));
  const text = one + one;
  const letters = readLetters(text);
  assert.equal(letters.length, 2);
  const first = findingsOf(text)[0]!;
  assert.deepEqual(fixesOf(text, letters, first)[0]!.edits.map(({ span }) => span.start), [first.span.start]);
});
