import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLetters, type Span } from '../../server/src/letter';
import { checkLetters, fixesOf, PERSON_RULES } from '../../server/src/rules';
import { CA, letter, RATIONALE, REVIEWER } from './rule-letters';

/** A letter with the marked ranges between « and »; for each mark `code@item level`, and the titles of the first one's fixes. */
interface Case {
  readonly name: string;
  readonly text: string;
  readonly found: readonly string[];
  readonly fixes?: readonly string[];
}

const CODES = new Set(PERSON_RULES.map(({ code }) => code));

/** A letter with this summary, this beginning of its rationale and this heading. */
function told(summary: string, rationale = '', heading = 'Knee brace'): string {
  const body = letter(`${heading}: Upheld`, CA, REVIEWER, RATIONALE.replace(': ', `: ${rationale} `));
  return body.replace('A cook slipped on a wet floor and hurt the left knee.', summary);
}

function check({ name, text: marked, found, fixes }: Case): void {
  const marks: Span[] = [];
  let text = '';
  for (const piece of marked.split(/([«»])/)) {
    if (piece === '«') marks.push({ start: text.length, end: text.length });
    else if (piece === '»') marks[marks.length - 1] = { start: marks.at(-1)!.start, end: text.length };
    else text += piece;
  }
  const letters = readLetters(text);
  assert.equal(letters.length, 1, `${name}: read as a letter`);
  const findings = checkLetters(text, letters).filter(({ code }) => CODES.has(code));
  assert.deepEqual(findings.map(({ code, item, level }) => `${code}@${item} ${level}`), found, name);
  assert.deepEqual(findings.map(({ span }) => span), marks, `${name}: marked ranges`);
  if (fixes !== undefined) assert.deepEqual(fixesOf(text, letters, findings[0]!).map(({ title }) => title), fixes, `${name}: fixes`);
  for (const finding of findings) {
    assert.ok(finding.related?.length === 1, `${name}: the other place is shown`);
    for (const { edits, safe } of fixesOf(text, letters, finding)) {
      assert.notEqual(safe, true, `${name}: who the worker is, is for a person to say`);
      const mended = [...edits].reverse().reduce((words, { span, newText }) => words.slice(0, span.start) + newText + words.slice(span.end), text);
      const left = checkLetters(mended, readLetters(mended)).filter(({ code, span }) => code === finding.code && span.start === finding.span.start);
      assert.deepEqual(left, [], `${name}: a fix takes its finding away`);
    }
  }
}

const silent = (text: string): Case => ({ name: text.slice(-400), text, found: [] });
const MAN = 'The patient is a 34-year-old male who fell.';
const WOMAN = 'The injured worker is a 56 year old female, who fell.';

const AGES: readonly Case[] = [
  { name: 'summary and rationale', text: told(MAN, 'This «43 year old» male fell.'), found: ['age-changes@0 warning'], fixes: ['Write the age 34 here', 'Write the age 43 in the other place'] },
  { name: 'the age that stands most often is right', text: told('The patient is a «43-year-old» male who fell.', 'This 34 year old male fell. The claimant is 34 years old.'), found: ['age-changes@null warning'], fixes: ['Write the age 34 here', 'Write the age 43 in all other places'] },
  ...[
    'The patient is a «43-year-old» with pain.',
    'The injured worker is a «32-year-old» that struck the knee.',
    'This is a «43-year-old» right-handed warehouse worker.',
    'This case involves a now «43-year-old» male with a history of a claim.',
    'She is «43 years old».',
    'A «43 y/o» female fell.',
    'A «43 yo» man fell.',
    'The claimant is a «43\n\nyear old» male who fell.',
  ].map((words): Case => ({ name: words, text: told(words.includes('female') || words.startsWith('She') ? MAN.replace('male', 'female') : MAN, words), found: ['age-changes@0 warning'] })),
  ...[
    'This 35-year-old male fell.',
    'The patient has a 12-year-old daughter.',
    'The patient was driven by a 61-year-old male coworker.',
    'The patient lives with a daughter who is 25 years old.',
    'The patient has a 22-year-old injury.',
    'This is a 22-year-old claim of the patient.',
    'The patient was a 22-year-old male at the time of an operation.',
    'In 2010 the patient was a 28-year-old male.',
    'The patient was 22 years old when first seen.',
    'He was hurt while lifting an 80-year-old male patient.',
    'He was struck by a 50 year old man on a bicycle.',
    'The plan came from a 60 year old male psychiatrist.',
    'He has a physician who is 60 years old.',
    'The dose in a 75 year old man is lower than in a 50 year old man.',
    'On 3/4/2010 the patient was a 28-year-old male.',
    'Imaging is advised for patients over 65 years old.',
    'A study of a 65-year-old male showed it.',
    'Migraine began at 13 years old.',
    'The patient has had pain for 20 years.',
    'The patient is a male of 61 years.',
    'He was lifting a 200-pound 58-year-old female patient.',
    'He is married to a 45 year old woman.',
    'The therapist, a 45 year old woman, left the clinic.',
    'The claims adjuster, a 45 year old man, was told.',
    'His employer, a 70-year-old woman, saw it.',
    'Her surgeon, a 62 year old male, has retired.',
    'A 45-year-old woman would be judged in another way.',
  ].map((words) => silent(told(MAN, words))),
];

const SEXES: readonly Case[] = [
  { name: 'another noun', text: told(WOMAN, 'The patient is a 56-year-old «man» with pain.'), found: ['sex-changes@0 warning'], fixes: ['Write “woman” here'] },
  { name: 'the noun that stands most often is right', text: told('The patient is a 56-year-old «male» who fell.', 'This female has pain. The patient is a woman.'), found: ['sex-changes@null warning'], fixes: ['Write “female” here'] },
  { name: 'pronouns decide between two', text: told('The patient is a 56-year-old «male» who fell. She has pain.', 'The patient is a woman.'), found: ['sex-changes@null warning'] },
  ...['This 56 year old right-handed «male» has pain.', 'This pleasant «gentleman» has pain.', 'The «male» patient has pain.', 'The applicant was a «man» with pain.'].map(
    (words): Case => ({ name: words, text: told(WOMAN, words), found: ['sex-changes@0 warning'] }),
  ),
  { name: 'a pronoun after the worker', text: told(WOMAN, 'The patient states that «he» has pain. His knee hurts.'), found: ['sex-changes@0 hint'], fixes: ['Write “she” here'] },
  { name: 'a pronoun that begins a sentence', text: told(`${WOMAN} «His» knee hurts. The patient said that she fell.`), found: ['sex-changes@null hint'], fixes: ['Write “Her” here', 'Write “Hers” here'] },
  { name: 'once in each passage', text: told(`${WOMAN} «He» fell. He hurts. She limps.`, 'The patient says «he» is well. The worker hurts his knee.'), found: ['sex-changes@null hint', 'sex-changes@0 hint'] },
  { name: 'one noun against all pronouns', text: told('The patient is a 56-year-old «male» who fell. She hurts.', 'The patient says she is well.'), found: ['sex-changes@null hint'], fixes: ['Write “female” here'] },
  { name: 'a title', text: told(WOMAN, 'The patient fell. «Mr». Example has pain.'), found: ['sex-changes@0 hint'], fixes: ['Write “Ms” here'] },
  ...[
    'The treating physician repeated his request.',
    'The patient saw the surgeon. He advised rest.',
    'The patient was driven by her husband. He was worried.',
    'The patient and his or her family may ask.',
    'The patient decides what he/she wants.',
    'Male patients are treated in the same way.',
    'The male patients of a study improved.',
    'The patient is a 56-year-old female with a 30-year-old male son.',
    'The patient is known to the lady at the desk.',
    "O'Brien's sign was positive.",
    'The provider gave his interpretation of the films.',
    'The patient was hurt by a heavy male patient as he was moved.',
    'A tall male patient grabbed the worker; he was restrained.',
    'The worker lifted a man. He was heavy.',
    'The worker was struck by a man who ran a red light; he left.',
  ].map((words) => silent(told(WOMAN, words))),
  silent(told('The patient fell. He hurts.', 'The patient says she is well.')),
];

const SIDES: readonly Case[] = [
  { name: 'the other knee', text: told('The right knee hurts. Right knee is stable.', '', 'Brace for the «left knee»'), found: ['injured-side-changes@0 hint'], fixes: ['Write “right” in the request'] },
  { name: 'words between, capitals', text: told('The right anterior shoulder hurts.', '', 'MRI of «LEFT SHOULDER»'), found: ['injured-side-changes@0 hint'], fixes: ['Write “RIGHT” in the request'] },
  { name: 'one of two parts', text: told('The right knee and the left wrist hurt.', '', 'Therapy for the right knee and the «right wrist»'), found: ['injured-side-changes@0 hint'] },
  silent(told('The right knee hurts, the left knee is stable.', '', 'Brace for the left knee')),
  silent(told('The right knee hurts after a fall on both knees.', '', 'Brace for the left knee')),
  silent(told('The right and left knees hurt, the right knee more.', '', 'Brace for the left knee')),
  silent(told('The right knee hurts, the other knee is stable.', '', 'Brace for the left knee')),
  silent(told('The right knee hurts.', '', 'Brace for the right and left knee')),
  silent(told('The right knee hurts.', '', 'Brace for the left ankle')),
  silent(told('The knee hurts.', '', 'Brace for the left knee')),
  silent(told('The right knee hurts.', '', 'Brace for the knee')),
];

test('ages', () => AGES.forEach(check));
test('sexes', () => SEXES.forEach(check));
test('sides', () => SIDES.forEach(check));
