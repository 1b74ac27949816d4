import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { foldedText, readLetters } from '../../server/src/letter';
import { check } from './reader-letters';

/** What letters of 2013 do with their sentences and headings, as changes of samples. */
const NOTICE = readFileSync('samples/2013-notice.txt', 'utf8');
const NUMBERED = readFileSync('samples/2013-numbered-reconstructed.txt', 'utf8');

const FIRST = readFileSync('samples/2013-first-reconstructed.txt', 'utf8');

const AQUATIC = 'eight (8) sessions of aquatic therapy for the low back | upheld | CMR';
const TRAMADOL = 'tramadol 50mg, sixty (60) tablets | overturned | CMR';
const THERAPY = 'Eight additional visits of physical therapy for the left knee | upheld | CMR';
const BRACE = 'A hinged brace for the left knee | overturned | CMR';

type Change = readonly [from: string | RegExp, to: string];
const changed = (text: string, changes: readonly Change[]): string =>
  changes.reduce((words, [from, to]) => {
    const next = words.replaceAll(typeof from === 'string' ? from : new RegExp(from.source, 'g'), to);
    assert.notEqual(next, words, `the sample holds ${String(from)}`);
    return next;
  }, text);

const ITEMS: readonly { name: string; text: string; changes: readonly Change[]; items: readonly string[] }[] = [
  { name: 'glued words of the decision', text: NOTICE, changes: [['is not medically', 'is notmedically'], ['tablets is medically', 'tablets ismedically']], items: [AQUATIC, TRAMADOL] },
  { name: 'glued words of a decision in a numbered sentence', text: NUMBERED, changes: [['is not medically', 'isnot medically'], ['is medically', 'ismedically']], items: [THERAPY, BRACE] },
  { name: 'the decision glued to the request', text: NOTICE, changes: [['low back is not', 'low backis not']], items: [AQUATIC, TRAMADOL] },
  { name: 'a retrospective request', text: NOTICE, changes: [['request for tramadol', 'retrospective request for tramadol']], items: [AQUATIC, `retrospective request for ${TRAMADOL}`] },
  { name: 'a retrospective request among those explained only', text: NOTICE, changes: [['Regarding the request for tramadol', 'Regarding the retrospective request for tramadol']], items: [AQUATIC, `retrospective request for ${TRAMADOL}`] },
  { name: 'the request of', text: NOTICE, changes: [['request for tramadol', 'request of tramadol']], items: [AQUATIC, TRAMADOL] },
  { name: 'the requested', text: NOTICE, changes: [['request for tramadol', 'requested tramadol']], items: [AQUATIC, TRAMADOL] },
  { name: 'Regarding without the words of a request', text: NOTICE, changes: [['Regarding the request for tramadol', 'Regarding tramadol']], items: [AQUATIC, TRAMADOL] },
  { name: 'a sentence of a rationale that begins with Regarding', text: NOTICE, changes: [['The guideline offers', 'Regarding water, see below.\nRegarding the requested pool, none is near. The guideline offers']], items: [AQUATIC, TRAMADOL] },
  { name: 'an item number on a line of its own', text: NOTICE, changes: [['2) Regarding', '2)\nRegarding']], items: [AQUATIC, TRAMADOL] },
  { name: 'the guideline heading with the name in short', text: NOTICE, changes: [['Section of the Medical Treatment Utilization Schedule', 'Section(s) of the Medical Treatment Utilization Schedule (MTUS)']], items: [AQUATIC, TRAMADOL] },
  { name: 'the guideline heading without its first words', text: NOTICE, changes: [['Section of the Medical', 'Medical']], items: [AQUATIC, TRAMADOL] },
  { name: 'numbered sentences under the heading of 2014', text: NUMBERED, changes: [['IMR DECISION(S) AND RATIONALE(S)', 'IMR ISSUES, DECISIONS AND RATIONALES']], items: [THERAPY, BRACE] },
  { name: 'the same with a curly apostrophe', text: NUMBERED, changes: [['IMR DECISION(S) AND RATIONALE(S)', 'IMR ISSUES, DECISIONS AND RATIONALES'], ["Reviewer's", 'Reviewer’s']], items: [THERAPY, BRACE] },
  { name: 'sentences without numbers', text: NUMBERED, changes: [[/\n\d\. /, '\n']], items: [THERAPY, BRACE] },
  { name: 'decisions behind a colon', text: NUMBERED, changes: [[/ is not medically necessary and\s+appropriate\.(?=\s+The Claims)/, ': Upheld'], [/ is medically necessary and appropriate\.(?=\s+The Claims)/, ': Overturned']], items: [THERAPY, BRACE] },
  { name: 'decisions behind a colon, without numbers', text: NUMBERED, changes: [[/\n\d\. /, '\n'], [/ is not medically necessary and\s+appropriate\.(?=\s+The Claims)/, ': Upheld'], [/ is medically necessary and appropriate\.(?=\s+The Claims)/, ': Overturned']], items: [THERAPY, BRACE] },
  { name: 'the organization in the place of its reviewer', text: NUMBERED, changes: [['The Physician Reviewer based', 'MAXIMUS based']], items: [THERAPY, BRACE] },
  { name: 'a list in a rationale', text: NUMBERED, changes: [['The postsurgical period', '1. Pain is less.\n2. Motion is more.\nThe postsurgical period']], items: [THERAPY, BRACE] },
];

test('items of 2014 under the heading of late 2013', () => {
  const text = changed(readFileSync('samples/2014-three-items-mixed.txt', 'utf8'), [['IMR ISSUES, DECISIONS AND RATIONALES', 'IMR DECISION(S) AND RATIONALE(S)']]);
  check(text, ['Naproxen sodium 550mg #60 | overturned | CMR', 'Lumbar support brace | upheld | CMR', 'Sleep study (polysomnogram) | upheld | CMR']);
});

for (const { name, text, changes, items } of ITEMS) {
  test(`2013: ${name}`, () => check(changed(text, changes), items));
  test(`2013, newlines doubled: ${name}`, () => check(changed(text, changes).replace(/\n/g, '\n\n'), items));
}

/** The last words of the rationales. */
const ENDS: readonly { name: string; text: string; changes: readonly Change[]; ends: readonly string[] }[] = [
  { name: 'a letter that ends in a page', text: NUMBERED, changes: [[/\nThe request for a hinged[^]*/, ' See page 303.\n']], ends: ['and appropriate.', 'See page 303.'] },
  { name: 'a letter that ends in a year', text: NUMBERED, changes: [[/\nThe request for a hinged[^]*/, ' It was so (in 2013)\n']], ends: ['and appropriate.', 'so (in 2013)'] },
  { name: 'the number of the next item', text: NUMBERED, changes: [['necessary and appropriate.\n\n2.', 'necessary, see page 98.\n\n2.']], ends: ['see page 98.', 'and appropriate.'] },
  { name: 'a number on its own line', text: NOTICE, changes: [['2) Regarding', '2)\nRegarding']], ends: ['and appropriate.', 'and appropriate.'] },
];
for (const { name, text, changes, ends } of ENDS) {
  test(`2013, end of a rationale: ${name}`, () => {
    const words = changed(text, changes);
    const read = readLetters(words).flatMap((letter) => letter.items.map((item) => foldedText(words, item.fields.at(-1)!.body)));
    assert.deepEqual(read.map((body, index) => body.slice(-ends[index]!.length)), ends);
  });
}

test('sections of a notice end before its items', () => {
  for (const text of [NOTICE, changed(NOTICE, [['1) Regarding', '1)\nRegarding'], ['Case Summary:', 'Expert Reviewer Case Summary:']])]) {
    const sections = readLetters(text)[0]!.sections;
    assert.deepEqual(sections.map((section) => section.kind), ['notice', 'issues', 'credentials', 'summary', 'documents']);
    assert.equal(text.slice(0, sections.at(-1)!.span.end).slice(-41), '- Medical Treatment Utilization Schedule (MTUS)'.slice(-41));
  }
});

/** Headings of the first letters: as titles, and with their text behind the colon. */
const TITLES: readonly Change[] = [
  ['ISSUE AT DISPUTE', 'Issue at Dispute'],
  ['CASE SUMMARY', 'Case Summary'],
  ['DOCUMENTS REVIEWED FOR DETERMINATION', 'Documents Reviewed for Determination'],
  ['MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY', 'Medical Treatment Guideline(s) Relied Upon by Professional Reviewer and Why'],
  ['RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT MEDICALLY NECESSARY', 'Rationale for Why the Requested Treatment/Service Is/Was Not Medically Necessary'],
  ['MEDICAL REVIEWER QUALIFICATIONS', 'Medical Reviewer Qualifications'],
];
const BEHIND_COLON: Change = [/:\n\n(?=[A-Z])/, ': '];
for (const [name, changes] of Object.entries({ 'as titles': TITLES, 'behind the colon': [BEHIND_COLON], 'as titles, behind the colon': [...TITLES, BEHIND_COLON] })) {
  test(`first letters of 2013, headings ${name}`, () => {
    const text = changed(FIRST, changes);
    check(text, ['Twelve visits of acupuncture for the right wrist | upheld | MR']);
    const [letter] = readLetters(text);
    assert.deepEqual([letter!.layout, ...letter!.sections.map((section) => section.kind)], ['2013-first', 'notice', 'issues', 'summary', 'documents', 'credentials']);
  });
}
