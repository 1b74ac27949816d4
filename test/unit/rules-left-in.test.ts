import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLetters } from '../../server/src/letter';
import { checkLetters, fixesOf, LEFT_IN_RULES, safeFixes } from '../../server/src/rules';
import type { Finding } from '../../server/src/rules';
import { applied } from './rule-arrangements';
import { CA, letter, RATIONALE, REVIEWER } from './rule-letters';

const CODES = new Set(LEFT_IN_RULES.map(({ code }) => code));
const BRACE = ['Knee brace: Upheld', CA, REVIEWER] as const;

function summary(sentence: string): string {
  return letter(...BRACE, RATIONALE).replace('A cook slipped', `${sentence}\nA cook slipped`);
}

function rationale(words: string): string {
  return letter(...BRACE, `Decision rationale: ${words}`);
}

function findingsOf(text: string): Finding[] {
  return checkLetters(text, readLetters(text)).filter(({ code }) => CODES.has(code));
}

/** `marked` holds « and » around what each finding of the code marks. */
function check(code: string | null, marked: string, name = marked): Finding[] {
  const text = marked.replace(/[«»]/g, '');
  let gone = 0;
  const expected = [...marked.matchAll(/«([^»]*)»/g)].map(({ index, 1: words }) => {
    gone += 2;
    return `${code} ${index + 2 - gone} ${words}`;
  });
  const found = findingsOf(text);
  assert.deepEqual(found.map((each) => `${each.code} ${each.span.start} ${text.slice(each.span.start, each.span.end)}`), expected, name);
  return found;
}

test('left in: placeholders', () => {
  const found = [
    'Neither is the case «XX» months after the injury.',
    'The exam «(add date)» was read.',
    'The dose is «[reviewer to confirm]».',
    'It was «*** add exam here ***» there.',
    'The dose is «[…]».',
    'The dose is «[...]» and «[ ]».',
    'The dose is «[insert dose]» by «[patient name]» on «[date]».',
    'The dose is «[TBD]», «[XXX]» and «[to be determined]».',
    'The dose is «XXX» mg, then «xxxx».',
    'The dose is «TBD».',
    'The dose is «TODO».',
    'The dose is «???» mg.',
    'Pain was 7«???» by day.',
    'The dose is «____» mg.',
    'The visit of «<<date>>» and of «<visit date>» was good.',
    'The visit of «{date}» and «{{visit date}}» was good.',
    '«Lorem ipsum» dolor sit amet.',
    'The reasons: «[reasons for the decision]».',
  ];
  for (const sentence of found) check('placeholder', summary(sentence), sentence);
  for (const { level } of check('placeholder', summary('The dose is «XXX».'))) assert.equal(level, 'warning');

  const silent = [
    'See [1], [6], [sic], [ODG], [MRI], [the patient], [the date] and [emphasis added].',
    'By [redacted], [name removed], [patient name redacted].',
    'See [page 80], [section 4] and [pages 3-4].',
    'Interpreter: [ ] yes [x] no.',
    'By Mr. XXX, Dr. XXX and SSN XXX-XX-6789 on XX/XX/2016; chapter XXX.',
    'What is that?? L5???S1 was meant.',
    'Below <5 mg and > 3 mg, x < y and a {1,2} set.',
    'Tbd is no word, nor is xx.',
    'Above\n__________________\nbelow',
    'Signature: ________ Date: ________',
  ];
  for (const sentence of silent) check(null, summary(sentence), sentence);
});

test('left in: placeholders in requests, fields and decisions', () => {
  check('placeholder', letter('Knee brace «[insert size]»: Upheld', CA, REVIEWER, RATIONALE));
  check('placeholder', letter('Knee brace: Upheld', CA.replace('Knee Complaints', '«XXX»'), REVIEWER, RATIONALE));
  // What the product itself leaves to be filled in, in either language.
  check('placeholder', letter('«[requested treatment]»: Upheld', CA, 'MAXIMUS guideline: «[guideline the reviewer relied on]»', 'Decision rationale: «[reasons for the decision]» Therefore, the request is not medically necessary.'));
  check('placeholder', letter('«[tratamiento solicitado]»: Upheld', CA, REVIEWER, RATIONALE));
  check('placeholder', summary('«[clinical case summary]»'));
  check('placeholder', letter('Knee brace: Upheld', CA, REVIEWER, 'Decision rationale: «____»'));
  check('placeholder', letter('Knee brace: Upheld', CA, REVIEWER, 'Decision rationale:\n«____»'));
  assert.deepEqual(check('placeholder', letter('Knee brace, size «TBD»: Upheld', CA, REVIEWER, RATIONALE)).map(({ level, item }) => [level, item]), [['hint', 0]]);
  for (const nothing of ['____', 'TBD', '[…]', '???']) {
    const text = letter(`Knee brace: ${nothing}`, CA, REVIEWER, RATIONALE);
    const place = text.indexOf(nothing);
    assert.equal(checkLetters(text, readLetters(text)).filter(({ span }) => span.start <= place && place < span.end).length, 1, nothing);
  }
});

test('left in: a sentence that breaks off', () => {
  const found = [
    'The knee bears weight again and the «notes,»',
    'The knee bears weight again «and»',
    'The knee bears weight again\nwithout help of «the»  \n',
    'The request is not medically «necessary,»',
    'The course was «post-»',
    'It is due «to»',
    'The knee «(»',
    'The request «is»',
  ];
  for (const words of found) {
    check('unfinished-sentence', rationale(words));
    check('unfinished-sentence', letter(...BRACE, RATIONALE).replace('A cook slipped on a wet floor and hurt the left knee.', words.trimEnd()));
  }
  const silent = [
    'The request is not medically necessary',
    'The knee bears weight again and.',
    'The level of Hemoglobin A',
    'The diagnosis: strain; sprain',
    'The course lasted 6-',
    'It is not medically necessary.\nSincerely,',
    'Brand',
    'See pages 98-99',
    'He said “and”',
  ];
  for (const words of silent) check(null, rationale(words), words);
  // The first line of a heading that follows without an empty line is none of the rationale.
  check(null, letter(...BRACE, `${RATIONALE}\nKetoprofen 10%, menthol 2% in\ncream base: Upheld`, ...BRACE.slice(1), RATIONALE));
  check(null, letter(...BRACE, `${RATIONALE}\nConsultation and visits with\nDental Surgery: Upheld`, ...BRACE.slice(1), RATIONALE));
  // A copy that ends before its fields was cut off.
  check(null, letter().replace('A cook slipped on a wet floor and hurt the left knee.', 'A cook slipped on').replace(/IMR ISSUES[^]*/, ''));
});

const LONG = 'The guideline reserves imaging for knees that lock.';
const OTHER = 'The notes of May and of June speak of neither, and no operation is planned.';

test('left in: lines and sentences twice in a row', () => {
  const cases: readonly [string, string][] = [
    [`${LONG} «${LONG}» It is not.`, `${LONG} It is not.`],
    [`${LONG}\n\n«${LONG.replace(' imaging', '\nimaging')}» It is not.`, `${LONG} It is not.`],
    [`${LONG} «${LONG}» «${LONG}» It is not.`, `${LONG} It is not.`],
    ['The knee was seen in May by a doctor who\nfound it swollen and warm after a day at work\n«found it swollen and warm after a day at work»\non ladders.', 'The knee was seen in May by a doctor who\nfound it swollen and warm after a day at work\non ladders.'],
    ['The knee was\n\nfound it swollen  and warm after a day at work\n\n«found it swollen and warm after a day at work»\n\non ladders.', 'The knee was\n\nfound it swollen  and warm after a day at work\n\non ladders.'],
  ];
  for (const lineEnd of ['\n', '\r\n']) {
    for (const [marked, after] of cases) {
      const text = rationale(marked.replace(/[«»]/g, '')).replace(/\n/g, lineEnd);
      const findings = check('repeated-line', rationale(marked).replace(/\n/g, lineEnd));
      assert.ok(findings.every(({ level, item, related }) => level === 'information' && item === 0 && related?.length === 1));
      assert.equal(applied(text, safeFixes(text, readLetters(text), findings)), rationale(after).replace(/\n/g, lineEnd));
    }
  }
  check('repeated-line', letter('Knee brace with straps, lined, for the left knee: Upheld', CA, REVIEWER, RATIONALE).replace('MAXIMUS Federal Services sent the complete case file to an expert reviewer.', '$&\n«$&»'));
});

test('left in: paragraphs twice in one text', () => {
  const twice = `${LONG} ${OTHER}`;
  const cases: readonly [string, string, boolean][] = [
    [`${twice} «${twice}» It is not.`, `${twice} It is not.`, true],
    [`${twice}\n\n«${twice}»`, twice, true],
    [`${twice} Ice was tried. «${twice}» It is not.`, `${twice} Ice was tried. It is not.`, false],
  ];
  for (const [marked, after, safe] of cases) {
    const text = rationale(marked.replace(/[«»]/g, ''));
    const [finding, ...others] = findingsOf(text);
    assert.ok(finding !== undefined && others.length === 0, marked);
    assert.equal(finding.code, 'repeated-paragraph');
    assert.equal(finding.span.start, rationale(marked).indexOf('«'));
    assert.ok(finding.span.end - finding.span.start <= 120);
    const [fix] = fixesOf(text, readLetters(text), finding);
    assert.ok(fix !== undefined);
    assert.equal(applied(text, fix.edits), rationale(after));
    assert.equal(fix.safe, safe);
  }
});

test('left in: what may stand twice', () => {
  const same = `Decision rationale: ${LONG} ${OTHER}`;
  const silent = [
    rationale('No change. No change. It is not.'),
    rationale(`${LONG} It is not. ${LONG}`),
    rationale(`${LONG}\n\f\nNo.`),
    letter(...BRACE, same, 'Cane: Upheld', CA, REVIEWER, same),
    letter('Knee brace: Upheld', CA, CA, REVIEWER, RATIONALE),
    rationale('found it swollen and warm after a day at work\n\f\nfound it swollen and warm after a day at work'),
    rationale('----------------------------------------------\n----------------------------------------------\nNo.'),
  ];
  for (const text of silent) check(null, text);
});

const MRI = 'Plain films were taken in May and showed no fracture. The guideline reserves an MRI for knees that lock or give way, and the notes speak of neither. The request is not medically necessary.';

function two(first: string, firstRationale: string, second: string, secondRationale: string): string {
  return letter(`${first}: Upheld`, CA, REVIEWER, `Decision rationale: ${firstRationale}`, `${second}: Upheld`, CA, REVIEWER, `Decision rationale: ${secondRationale}`);
}

test('left in: a rationale of another item', () => {
  const begin = MRI.slice(0, 60).replace(/\s+\S*$/, '');
  const marked = MRI.replace(begin, `«${begin}»`);
  const found = [
    two('MRI of the left knee', MRI, 'Cane with four feet', marked),
    two('Cane with four feet', marked, 'MRI of the left knee', MRI),
    two('MRI of the left knee', MRI, 'Acupuncture, 6 visits', `${marked} Ice was tried.`),
    two('MRI of the left knee', MRI, 'MRI of the lumbar spine', marked),
  ];
  for (const text of found) {
    const [finding] = check('rationale-of-another-item', text);
    assert.equal(finding?.level, 'hint');
    assert.equal(finding.related?.length, 1);
  }
  const surgery = 'As the requested surgical intervention is not medically necessary per the documentation that was sent in, the requested ancillary service and all that goes with it is not medically necessary.';
  const silent = [
    two('MRI of the left knee', MRI, 'Cane with four feet', `${MRI} A cane is of no use.`),
    two('MRI of the left knee', MRI, 'MRI of the right knee', MRI),
    two('Magnetic resonance imaging of the left knee', MRI, 'MRI arthrogram of the left knee', MRI),
    two('Knee arthroscopy', surgery, 'Cold unit', surgery),
    two('MRI of the left knee', MRI, 'Cane with four feet', MRI.replace('Plain films were', 'They were').replace('the notes speak', 'nothing speaks')),
    two('Hinged brace', MRI, 'Cane with four feet', MRI),
  ];
  for (const text of silent) check(null, text);
});

test('left in: a letter of three hundred items', () => {
  const many = letter(...Array.from({ length: 300 }, (_, at) => [`Cane number ${at}: Upheld`, CA, REVIEWER, `Decision rationale: ${MRI} ${LONG} ${LONG} ____ [`].join('\n\n')));
  assert.ok(findingsOf(many).length >= 600);
});
