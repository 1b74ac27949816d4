import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatLetters, formatRange, type FormatOptions, type TextEdit } from '../../server/src/features/format';
import { readLetters } from '../../server/src/letter';

function apply(text: string, edits: readonly TextEdit[]): string {
  return [...edits].reverse().reduce((made, { span, newText }) => made.slice(0, span.start) + newText + made.slice(span.end), text);
}

function format(text: string, options: FormatOptions): string {
  return apply(text, formatLetters(text, readLetters(text), options));
}

/** A formatted text is as expected, and stays so. */
function check(text: string, expected: string, options: FormatOptions = { width: 'one-line' }): void {
  const formatted = format(text, options);
  assert.equal(formatted, expected);
  assert.equal(format(formatted, options), expected, 'a second run changes nothing');
}

interface Parts {
  readonly header?: string;
  readonly summary?: string;
  readonly heading?: string;
  readonly rationale?: string;
}

const METHOD = 'HOW THE IMR FINAL DETERMINATION WAS MADE\n\nMAXIMUS Federal Services sent the complete case file to an expert reviewer.';
const INTRODUCTION = 'IMR ISSUES, DECISIONS AND RATIONALES\n\nThe Final Determination was based on decisions for the disputed items/services set forth below:';
const GUIDELINES = 'Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.\n\nMAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Summary.';
const USUAL: Required<Parts> = {
  header: '',
  summary: 'A cook slipped on a wet floor and hurt the left knee.',
  heading: 'MRI of the left knee: Upheld',
  rationale: 'The knee bears weight again. Therefore, the request is not medically necessary.',
};

/** A formatted letter, in which one part is as given. */
function letterOf(parts: Parts): string {
  const { header, summary, heading, rationale } = { ...USUAL, ...parts };
  const blocks = [METHOD, `CLINICAL CASE SUMMARY\n\n${summary}`, INTRODUCTION, heading, GUIDELINES, `Decision rationale: ${rationale}`];
  return `${[...(header === '' ? [] : [header]), ...blocks].join('\n\n')}\n`;
}

interface Case {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** One part in another form; the rest of the letter is formatted already. */
function checkPart(part: keyof Parts, cases: readonly Case[]): void {
  for (const { name, before, after } of cases) test(`${part}: ${name}`, () => check(letterOf({ [part]: before }), letterOf({ [part]: after })));
}

/** The same with lines of 40 characters; `after` is the block as it comes out. */
function checkWrapped(part: keyof Parts, cases: readonly Case[]): void {
  for (const { name, before, after } of cases) {
    test(`${part}, wrapped: ${name}`, () => {
      const formatted = format(letterOf({ [part]: before }), { width: 40 });
      assert.ok(`${formatted}\n`.includes(`\n\n${after}\n\n`), formatted);
      check(formatted, formatted, { width: 40 });
      check(formatted, letterOf({ [part]: before }));
    });
  }
}

checkPart('rationale', [
  { name: 'wrapped lines are joined', before: 'The knee bears\nweight again. It\nis not swollen.', after: 'The knee bears weight again. It is not swollen.' },
  { name: 'runs of blanks become one', before: 'The knee  bears \t weight again.  It is not swollen.  ', after: 'The knee bears weight again. It is not swollen.' },
  { name: 'paragraphs are parted by one empty line', before: 'The knee bears weight again.\n\n\n\nIt is not swollen.', after: 'The knee bears weight again.\n\nIt is not swollen.' },
  { name: 'a page break inside a sentence', before: 'The knee bears weight again, and the leg is as strong as the\n\n\fother one. It is not swollen.', after: 'The knee bears weight again, and the leg is as strong as the other one. It is not swollen.' },
  { name: 'an empty line inside a sentence, where a page ended', before: 'The knee bears weight again, and the leg is as strong as the\n\nother one. It is not swollen.', after: 'The knee bears weight again, and the leg is as strong as the other one. It is not swollen.' },
  { name: 'a page break between paragraphs', before: 'The knee bears weight.\n\fIt is not swollen, it is not warm, and it bends to 130 degrees as it did before.', after: 'The knee bears weight.\n\nIt is not swollen, it is not warm, and it bends to 130 degrees as it did before.' },
  { name: 'a footer inside a sentence keeps its line', before: 'The knee bears weight again, and the leg is as\nPage 3 of 7\n\fstrong as the other one. It is\nnot swollen.', after: 'The knee bears weight again, and the leg is as\nPage 3 of 7\nstrong as the other one. It is not swollen.' },
  { name: 'the close of the letter', before: 'The knee bears weight\nagain.\nSincerely,\nA. Person, MD', after: 'The knee bears weight again.\n\nSincerely,\nA. Person, MD' },
  { name: 'lists with hyphens keep their lines', before: 'The guideline asks for:\n- a locked knee\n- swelling that stays\nfor weeks.', after: 'The guideline asks for:\n- a locked knee\n- swelling that stays for weeks.' },
  { name: 'lists with bullets keep their lines', before: 'The guideline asks for:\n• a locked knee;\n•  swelling.', after: 'The guideline asks for:\n• a locked knee;\n• swelling.' },
  { name: 'numbered lists keep their lines', before: 'The guideline asks for:\n1) a locked knee;\n2) swelling.', after: 'The guideline asks for:\n1) a locked knee;\n2) swelling.' },
  { name: 'numbers in brackets keep their lines', before: 'The guideline asks for:\n(1) a locked knee;\n(2) swelling.', after: 'The guideline asks for:\n(1) a locked knee;\n(2) swelling.' },
  { name: 'a number that opens a line by chance is no list', before: 'The knee was seen on page\n2. It is not swollen.', after: 'The knee was seen on page 2. It is not swollen.' },
  { name: 'a dash that opens a line by chance is no list', before: 'The knee bears weight\n- it did not before - and is not swollen.', after: 'The knee bears weight - it did not before - and is not swollen.' },
  { name: 'a hyphen stays where the word is written with it', before: 'An anti-inflammatory helped. The anti-\ninflammatory was stopped.', after: 'An anti-inflammatory helped. The anti-inflammatory was stopped.' },
  { name: 'a hyphen goes where the word stands without it', before: 'The medication helped. The medi-\ncation was stopped.', after: 'The medication helped. The medication was stopped.' },
  { name: 'a hyphen stays where both are written', before: 'The re-form and the reform. The re-\nform was late.', after: 'The re-form and the reform. The re-form was late.' },
  { name: 'a hyphen stays where nothing is proven', before: 'The medi-\ncation was stopped.', after: 'The medi-cation was stopped.' },
  { name: 'a fragment of another broken word proves nothing', before: 'The post-\nmedication day. The medi-\ncation was stopped.', after: 'The post-medication day. The medi-cation was stopped.' },
  { name: 'a part of a longer word proves nothing', before: 'The medications helped. The medi-\ncation was stopped.', after: 'The medications helped. The medi-cation was stopped.' },
  { name: 'a soft hyphen', before: 'The medication helped. The medi\u00ad\ncation was stopped.', after: 'The medication helped. The medication was stopped.' },
  { name: 'a date over two lines', before: 'Seen on 11-30-\n2016 and on 11-\n28-2016.', after: 'Seen on 11-30-2016 and on 11-28-2016.' },
  { name: 'a level of the spine over two lines', before: 'Bulging at C6-\n7 only.', after: 'Bulging at C6-7 only.' },
  { name: 'a hanging hyphen stays apart', before: 'A two-\nto three-week course.', after: 'A two- to three-week course.' },
  { name: 'a dash at a line end stays apart', before: 'The knee -\nthe left one.', after: 'The knee - the left one.' },
  { name: 'glued sentences are left as they are', before: 'It began in 2006.Medical records  were read.', after: 'It began in 2006.Medical records were read.' },
  { name: 'zero-width blanks are left as they are', before: 'The med\u200bication helped.', after: 'The med\u200bication helped.' },
]);

checkPart('heading', [
  { name: 'colon attached, one blank behind it', before: 'MRI of the left knee  :   Upheld', after: 'MRI of the left knee: Upheld' },
  { name: 'a blank comes behind the colon', before: 'MRI of the left knee:Upheld', after: 'MRI of the left knee: Upheld' },
  { name: 'decision on a line of its own', before: 'MRI of the left knee:\nOverturned', after: 'MRI of the left knee: Overturned' },
  { name: 'decision on a line of its own, no colon', before: 'MRI of the left knee\nUpheld', after: 'MRI of the left knee Upheld' },
  {
    name: 'a partial decision across a page break',
    before: 'Therapy, twelve visits was the original request. Six visits was authorized by the Claims\n\n\fAdministrator. The remaining IMR eligible portion of the original request, six visits is: Upheld',
    after: 'Therapy, twelve visits was the original request. Six visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, six visits is: Upheld',
  },
]);

checkWrapped('rationale', [
  { name: 'no line begins like a list', before: 'The knee bears weight as it did - in May not - and is not swollen.', after: 'Decision rationale: The knee bears\nweight as it did - in May not - and is\nnot swollen.' },
  { name: 'a dash goes to the next line with the word before it', before: 'The knee bears weight as well as it has done since May - and is not swollen.', after: 'Decision rationale: The knee bears\nweight as well as it has done since\nMay - and is not swollen.' },
  { name: 'no line begins with a label', before: 'The knee is spoken of in the MAXIMUS guideline: column of it.', after: 'Decision rationale: The knee is spoken\nof in the MAXIMUS guideline: column of\nit.' },
  { name: 'a label goes to the next line with the word before it', before: 'The knee is spoken of there under what is set out in the MAXIMUS guideline: column.', after: 'Decision rationale: The knee is spoken\nof there under what is set out in\nthe MAXIMUS guideline: column.' },
  { name: 'no line ends with a decision', before: 'The knee bears weight, and the denial of it was Upheld by nobody.', after: 'Decision rationale: The knee bears\nweight, and the denial of it\nwas Upheld by nobody.' },
  { name: 'a word longer than the line stands alone', before: 'See https://example.org/knee/guideline/of/the/year for more.', after: 'Decision rationale: See\nhttps://example.org/knee/guideline/of/the/year\nfor more.' },
]);

checkWrapped('heading', [
  { name: 'longer than the width', before: 'Physical therapy for the left knee, two times a week for six weeks: Upheld', after: 'Physical therapy for the left knee, two\ntimes a week for six weeks: Upheld' },
  { name: 'the decision is not left alone on a line', before: 'Physical therapy twice in a week, weeks: Upheld', after: 'Physical therapy twice in a week,\nweeks: Upheld' },
]);

const TABLE = 'Case Number: CM16-0000001\nDate Assigned: 12/15/2016\nDate of Injury: 10/14/2016\nDecision Date: 01/13/2017\nUR Denial Date: 11/17/2016\nPriority: Standard\nApplication Received: 12/12/2016';
checkPart('header', [
  { name: 'two rows on a line are two lines', before: 'Case Number: CM16-0000001 \nDate Assigned: 12/15/2016 Date of Injury:  10/14/2016\nDecision Date: 01/13/2017 UR Denial Date:  11/17/2016\nPriority:  Standard Application\nReceived:\n12/12/2016', after: TABLE },
  {
    name: 'a value between the lines of its label stays there',
    before: 'Case Number:      CM16-0000001\nDate Assigned:    12/15/2016       Date of Injury:   10/14/2016\nDecision Date:    01/13/2017       UR Denial Date:   11/17/2016\nPriority:         Standard         Application       12/12/2016\n                                   Received:',
    after: TABLE.replace('Application Received: 12/12/2016', 'Application 12/12/2016 Received:'),
  },
  {
    name: 'a torn table stays torn',
    before: 'Case Number:\nDate Assigned:\nDecision Date:\nPriority:\nCM16-0000001 \n12/15/2016\n01/13/2017\nStandard\nDate of Injury: \nUR Denial Date:\nApplication\nReceived:\n10/14/2016\n11/17/2016\n12/12/2016',
    after: 'Case Number:\nDate Assigned:\nDecision Date:\nPriority:\nCM16-0000001\n12/15/2016\n01/13/2017\nStandard\nDate of Injury:\nUR Denial Date:\nApplication Received:\n10/14/2016\n11/17/2016\n12/12/2016',
  },
]);

const PLAIN = letterOf({
  summary: 'The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:\n\nA cook slipped on a wet floor and hurt the left knee. Films showed no break, and the swelling was gone in a month. A brace was worn for three more weeks.',
  rationale: 'The knee bears weight again, and the file holds no sign of a torn meniscus. The guideline wants to see locking or swelling that stays. Therefore, the request is not medically necessary.',
});
const wrapAt = (text: string, width: number): string => text.split('\n').map((line) => line.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trimEnd()).join('\n');

test('a heading over three lines is joined', () => {
  const formatted = PLAIN.replace('MRI of the left knee', 'Associated surgical service: Continuous passive motion device for the left knee, rental for seven days, with its pads and straps, delivered to the home');
  check(wrapAt(formatted, 60), formatted);
});

test('a paragraph ends at an empty line, though its last line is full', () => {
  const formatted = PLAIN.replace(/A cook.*/, 'A cook slipped on a wet floor and hurt the left knee in May.\n\nFilms showed no break, and the swelling was gone in a month. A brace was worn for three more weeks.');
  check(wrapAt(formatted, 60), formatted);
});

const MANNERS: readonly { readonly name: string; readonly make: (text: string) => string }[] = [
  { name: 'already formatted', make: (text) => text },
  { name: 'wrapped', make: (text) => wrapAt(text, 60) },
  { name: 'line ends doubled, paragraphs parted by a blank', make: (text) => wrapAt(text, 60).replace(/\n\n/g, '\u0000').replace(/\n/g, ' \n\n').replace(/\0/g, ' \n\n \n\n') },
  { name: 'no empty lines', make: (text) => wrapAt(text, 60).replace(/\n\n/g, '\n') },
  { name: 'paragraphs on one line, no empty lines', make: (text) => text.replace(/\n\n/g, '\n') },
  { name: 'page breaks', make: (text) => wrapAt(text, 60).replace(/(hurt the|weight again,|MADE)(\s)/g, '$1$2\f') },
  { name: 'indented, blanks at line ends', make: (text) => wrapAt(text, 60).replace(/^(?=\S)/gm, '   ').replace(/(\S)$/gm, '$1  ') },
  { name: 'glued labels', make: (text) => text.replace(/\n\n(?=MAXIMUS guideline|Decision rationale)/g, ' ') },
  { name: 'no line end at the end', make: (text) => text.trimEnd() },
  { name: 'empty lines at both ends', make: (text) => `\n \n${text}\n\n` },
];

for (const { name, make } of MANNERS) {
  test(`a letter is the same whatever it was: ${name}`, () => check(make(PLAIN), PLAIN));
}

for (const [name, lineEnd] of [['CRLF', '\r\n'], ['CR', '\r'], ['LF', '\n']] as const) {
  const formatted = PLAIN.replace(/\n/g, lineEnd);
  test(`line ends are those of the text: ${name}`, () => {
    check(wrapAt(PLAIN, 60).replace(/\n/g, lineEnd), formatted);
    check(`${wrapAt(PLAIN, 60).replace(/\n/g, lineEnd)}\n\r\n\r`, formatted);
  });
  test(`line ends are those asked for: ${name}`, () => check(wrapAt(PLAIN, 60), formatted, { width: 'one-line', lineEnd }));
}

test('a byte order mark stays', () => check(`\ufeff\n${PLAIN}`, `\ufeff${PLAIN}`));

test('no line is longer than the width', () => {
  for (const width of [40, 60, 80, 100]) {
    const lines = format(PLAIN, { width }).split('\n').filter((line) => line.length > width);
    assert.deepEqual(lines.filter((line) => !line.startsWith('The Final Determination') && line !== line.toUpperCase()), []);
  }
});

test('a formatted letter takes no edits', () => assert.deepEqual(formatLetters(PLAIN, readLetters(PLAIN), { width: 'one-line' }), []));

test('an edit is no longer than the white space it changes', () => {
  const text = PLAIN.replace('left knee. Films', 'left knee.  Films').replace('the swelling', 'the\nswelling');
  const at = [text.indexOf('  Films'), text.indexOf('\nswelling')];
  assert.deepEqual(formatLetters(text, readLetters(text), { width: 'one-line' }), [
    { span: { start: at[0], end: at[0]! + 2 }, newText: ' ' },
    { span: { start: at[1], end: at[1]! + 1 }, newText: ' ' },
  ]);
});

for (const [name, text] of [['nothing', ''], ['blanks', ' \n\n '], ['notes', 'Decision rationale:  a\nb  c\n'], ['noise', '\u0000\ufffe-\n\ud83d']] as const) {
  test(`a text that is no letter is left alone: ${name}`, () => {
    assert.deepEqual(formatLetters(text, readLetters(text), { width: 80 }), []);
    assert.deepEqual(formatRange(text, readLetters(text), { start: 0, end: text.length }, { width: 80 }), []);
  });
}

test('two letters in one file are parted by an empty line; a word of one proves nothing in the other', () => {
  const first = letterOf({ rationale: 'The medication helped.' });
  const second = letterOf({ rationale: 'The medi-\ncation was stopped.' });
  check(`${first.trimEnd()}\f${second}`, `${first}\n${second.replace('-\n', '-')}`);
});

test('a range is formatted like the whole, and nothing else is', () => {
  const text = wrapAt(PLAIN, 60).replace(/(\S)$/gm, '$1 ');
  const letters = readLetters(text);
  const { span } = letters[0]!.items[0]!;
  const formatted = apply(text, formatRange(text, letters, span, { width: 'one-line' }));
  assert.equal(formatted, text.slice(0, span.start) + PLAIN.slice(PLAIN.indexOf('MRI')).trimEnd() + text.slice(span.end));
  const inside = { start: text.indexOf('Films'), end: text.indexOf('month') };
  assert.equal(apply(text, formatRange(text, letters, inside, { width: 'one-line' })), text.slice(0, inside.start) + text.slice(inside.start, inside.end).replace(/\s+/g, ' ') + text.slice(inside.end));
  assert.deepEqual(formatRange(text, letters, { start: inside.start, end: inside.start + 3 }, { width: 'one-line' }), []);
  assert.equal(apply(text, formatRange(text, letters, { start: 0, end: text.length }, { width: 'one-line' })), PLAIN);
});

test('widths that make no sense do no harm', () => {
  for (const width of [0, -5, 1, 20]) assert.equal(format(PLAIN, { width }), format(PLAIN, { width: 20 }));
  for (const width of [NaN, Infinity, 1e9]) assert.equal(format(wrapAt(PLAIN, 60), { width }), PLAIN);
});
