import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldedText, readLetters } from '../../server/src/letter';
import { check, CREDENTIALS, FIELDS, letterOf, show } from './reader-letters';

/** Footers, page numbers, stamps and remarks: what stands between the lines of a letter and is none of its words. */

const FOOTER = 'Final Determination Letter for IMR Case Number CM16-0300001 3\n\f';
const DENSE = FIELDS.replace(/\n\n/g, '\n');

/** The same letter with paragraphs apart, with newlines doubled, and without blank lines. */
const EXTRACTIONS: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  doubled: (text) => text.replace(/\n\n/g, '\n \n').replace(/\n/g, '\n\n'),
  dense: (text) => text.replace(/\n\n+/g, '\n'),
};

const BETWEEN = [FOOTER, '- 3 -\n\f', 'CM16-0300001\n\f', 'Case Number: CM16-0300001\n\f', 'CONFIDENTIAL\n', '(modified by UR)\n', 'Received Jan 3 2017\n', 'Page 3 of 7\n\f', '3\n\f', '\fFinal Determination Letter for IMR Case Number CM16-0300001\n3\n', 'This item was previously reviewed.\n'];
for (const between of BETWEEN) for (const [name, extracted] of Object.entries(EXTRACTIONS)) {
  test(`between a decision and its first label, ${name}: ${JSON.stringify(between)}`, () => {
    check(extracted(letterOf(`A cane: Upheld\n${between}\n${FIELDS}\nA brace for the left\nwrist: Overturned\n${between}\n${FIELDS}`)), ['A cane | upheld | CMR', 'A brace for the left wrist | overturned | CMR']);
  });
}

const AROUND: readonly { name: string; issues: string; items: readonly string[] }[] = [
  { name: 'before a heading', issues: `A cane: Upheld\n\n${FIELDS}\n${FOOTER}Urine test: Upheld\n\n${FIELDS}`, items: ['A cane | upheld | CMR', 'Urine test | upheld | CMR'] },
  { name: 'before the first heading', issues: `${FOOTER}Urine test: Upheld\n\n${FIELDS}`, items: ['Urine test | upheld | CMR'] },
  { name: 'before a heading without blank lines', issues: `A cane: Upheld\n${DENSE}Page 3 of 7\n\fUrine test: Upheld\n${DENSE}`, items: ['A cane | upheld | CMR', 'Urine test | upheld | CMR'] },
  { name: 'between a request and its decision', issues: `MRI:\nPage 3 of 7\n\fUpheld\n\n${FIELDS}`, items: ['MRI | upheld | CMR'] },
  { name: 'between a request and its decision, the long footer', issues: `MRI:\n${FOOTER}Upheld\n\n${FIELDS}`, items: ['MRI | upheld | CMR'] },
  { name: 'inside a label', issues: `MRI: Upheld\n\n${FIELDS.replace('Claims Administrator guideline', 'Claims Administrator\nPage 3 of 7\n\fguideline').replace('Decision rationale', `Decision\n${FOOTER}rationale`)}`, items: ['MRI | upheld | CMR'] },
  { name: 'a quoted outcome in a rationale is no heading', issues: `A cane: Upheld\n\n${FIELDS.replace('The joint moves freely.', 'There were these outcomes:\nTherapy: Upheld\nand nothing is new.')}\nA brace\n\n${FIELDS}`, items: ['A cane | upheld | CMR', 'A brace | - | CMR'] },
  { name: 'a heading without decision behind a quoted outcome', issues: `A cane: Upheld\n\n${FIELDS.replace('The joint moves freely. Therefore, the request is not medically necessary.', 'It is as it was.\nTherapy: Upheld')}\nA brace\n\n${FIELDS}`, items: ['A cane | upheld | CMR', 'A brace | - | CMR'] },
  { name: 'a number that wraps is part of its request', issues: `Norco 10/325 mg, by mouth every six hours as needed for pain, number of tablets:\n90\nRefills: 2: Upheld\n\n${FIELDS}`, items: ['Norco 10/325 mg, by mouth every six hours as needed for pain, number of tablets: 90 Refills: 2 | upheld | CMR'] },
];
for (const { name, issues, items } of AROUND) test(`running lines: ${name}`, () => check(letterOf(issues), items));

test('fields end before a running line and go on behind it', () => {
  const text = letterOf(`MRI: Upheld\n\n${FIELDS.replace('\n\nMAXIMUS', `\n${FOOTER}MAXIMUS`).replace('moves freely', `moves\n${FOOTER}freely`)}`);
  const [item] = readLetters(text)[0]!.items;
  assert.deepEqual(item!.fields.map((field) => foldedText(text, field.body)), [
    'Decision based on MTUS Shoulder Complaints 2004.',
    'The Expert Reviewer did not cite any medical evidence for its decision.',
    'The joint moves Final Determination Letter for IMR Case Number CM16-0300001 3 freely. Therefore, the request is not medically necessary.',
  ]);
});

test('the parts of a partial decision with a footer between them', () => {
  const text = letterOf(`Drug X #30 was the original\n${FOOTER}request. Drug X #27 was authorized by the Claims Administrator.\n${FOOTER}The remaining IMR eligible portion of the original request, Drug X #3 is: Upheld\n\n${FIELDS}`);
  const [item] = readLetters(text)[0]!.items;
  const { original, authorized, remaining } = item!.partial!;
  assert.deepEqual([original, authorized, remaining].map((span) => foldedText(text, span)), ['Drug X #30', 'Drug X #27', 'Drug X #3']);
  assert.equal(show(text, item!).endsWith('| upheld | CMR'), true);
});

test('credentials with a footer between them', () => {
  const text = letterOf(`MRI: Upheld\n\n${FIELDS}`).replace(CREDENTIALS, CREDENTIALS.replace('Certification', `${FOOTER}Certification`));
  const { licensure, specialties } = readLetters(text)[0]!.reviewer;
  assert.deepEqual([...licensure, ...specialties].map((span) => foldedText(text, span)), ['Texas', 'New York', 'Preventive Medicine', 'Occupational Medicine']);
});

test('a case number behind a form feed is a header\'s where its rows follow', () => {
  const header = '\fCase Number:\nCM16-0000001\nDate Assigned: 12/01/2016\nDate of Injury: 10/14/2016\nDecision Date: 01/13/2017\n\n';
  const text = header + letterOf(`MRI: Upheld\n\n${FIELDS}`);
  assert.deepEqual(readLetters(text)[0]!.header.map((row) => row.value && foldedText(text, row.value)), ['CM16-0000001', '12/01/2016', '10/14/2016', '01/13/2017']);
});
