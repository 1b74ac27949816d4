import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLetters } from '../../server/src/letter';
import { checkLetters, fixesOf } from '../../server/src/rules';
import { evidenceIn } from '../../server/src/rules/evidence/mentions';
import { letter, CA, REVIEWER } from './rule-letters';

const CODE = 'documented-after-all';

/** A summary and a rationale; the marked ranges « » are the mention in the one and the claim in the other, and nothing else. */
interface Case {
  readonly name: string;
  readonly summary: string;
  readonly rationale: string;
  readonly request?: string;
  readonly manner?: (text: string) => string;
}

function unmark(marked: string): { readonly text: string; readonly marks: string[] } {
  let text = '';
  let start = 0;
  const marks: string[] = [];
  for (const piece of marked.split(/([«»])/)) {
    if (piece === '«') start = text.length;
    else if (piece === '»') marks.push(`${start}-${text.length} ${text.slice(start)}`);
    else text += piece;
  }
  return { text, marks };
}

function check({ name, summary, rationale, request = 'Six sessions of aquatic therapy', manner = (text) => text }: Case): void {
  test(`evidence: ${name}`, () => {
    const marked = letter(`${request}: Upheld`, CA, REVIEWER, `Decision rationale: ${rationale} Therefore, the request is not medically necessary.`).replace('A cook slipped on a wet floor and hurt the left knee.', summary);
    const { text, marks } = unmark(manner(marked));
    const letters = readLetters(text);
    assert.equal(letters.length, 1);
    const words = ({ start, end }: { start: number; end: number }): string => `${start}-${end} ${text.slice(start, end)}`;
    const findings = checkLetters(text, letters).filter(({ code }) => code === CODE);
    const seen = findings.flatMap(({ span, related = [] }) => [...related.map((each) => words(each.span)), words(span)]);
    assert.deepEqual([...new Set(seen)].sort(), [...marks].sort());
    for (const finding of findings) {
      assert.deepEqual([finding.level, finding.item], ['hint', 0]);
      assert.deepEqual(fixesOf(text, letters, finding), []);
    }
  });
}

const TOLD = '«She has completed six sessions of aquatic therapy in May.»';

/** Every way of saying it; the claim ends where what is missed ends. */
const CLAIMS = [
  'There is «no documentation of aquatic therapy».',
  'There is «no documentation regarding previous aquatic therapy».',
  'There is «no clear documentation that the patient had aquatic therapy».',
  'There is «no evidence of aquatic therapy».',
  'There is «no documented evidence of aquatic therapy».',
  'There was «no mention of aquatic therapy in the notes».',
  'There is «no record of aquatic therapy».',
  'There is «no indication that aquatic therapy was tried».',
  'There is «no documented aquatic therapy».',
  'There is a «lack of documentation as to whether aquatic therapy was tried».',
  'There is a «lack of objective documentation of aquatic therapy» although the knee is stable.',
  'The request was made «without documentation of aquatic therapy».',
  'The records «do not show any aquatic therapy».',
  'The records «do not mention aquatic therapy».',
  'The progress notes of the provider «did not document aquatic therapy».',
  'The documentation submitted «failed to mention aquatic therapy».',
  '«Aquatic therapy has not been documented».',
  'In this case, «aquatic therapy is not documented».',
  'However, «a trial of aquatic therapy was not clearly documented».',
  'There is «no documentation of aquatic therapy» to support the request.',
  'There is «no documentation of aquatic therapy» that would explain the gain.',
  'There is «no documentation of aquatic therapy»; the knee is stable.',
  'There is «no documentation\nof aquatic\ntherapy».',
  'There is «no documentation of pain scores, aquatic therapy, or acupuncture».',
];
for (const rationale of CLAIMS) check({ name: rationale, summary: TOLD, rationale });

check({ name: 'CR LF', summary: TOLD, rationale: 'There is «no documentation of aquatic therapy».', manner: (text) => text.replace(/\n/g, '\r\n') });
check({ name: 'a sentence over a page break', summary: '«She has completed six\n\f\nsessions of aquatic therapy.»', rationale: 'There is «no documentation of aquatic\n\ntherapy».' });
check({ name: 'two words of three', summary: '«Home exercises were done daily, with stretching of the hamstrings.»', rationale: 'There is «no documentation of hamstring stretching under supervision».' });
check({ name: 'short forms', summary: '«She had PT and tried NSAIDs.»', rationale: 'There is «no documentation of physical therapy with anti-inflammatories».' });
check({ name: 'a drug screen is one thing', summary: '«A urine drug screen in April was clean.»', rationale: 'The notes «do not show a urine drug screen».' });
check({ name: 'a home exercise program is one thing', summary: '«She kept up a home exercise program.»', rationale: 'There is a «lack of documentation of HEP».' });
check({ name: 'forms of a word', summary: '«Injections of cortisone failed.»', rationale: 'There is «no documentation of failure of an injection of cortisone».' });
check({ name: 'synonyms, and a request that says what “this” is', summary: '«Aquatic therapy helped her to walk further.»', rationale: 'There is «no documentation as to whether this was of any benefit».' });
check({ name: 'a functional improvement is one', summary: '«Functional improvement followed the visits.»', rationale: 'There is «no documentation of functional improvement».' });
check({ name: 'several mentions, the first three of them', summary: '«Aquatic therapy began in May.» «Aquatic therapy went on in June.» «Aquatic therapy ended in July.» Aquatic therapy was missed in August.', rationale: 'There is «no documentation of aquatic therapy».' });

/** Nothing is marked. */
const SILENT: readonly (readonly [name: string, summary: string, rationale: string])[] = [
  ['the summary does not speak of it', 'She walked with a cane.', 'There is no documentation of aquatic therapy.'],
  ['the summary says that it was not so', 'She has had no aquatic therapy.', 'There is no documentation of aquatic therapy.'],
  ['the summary says that she denies it', 'She denies numbness of the foot.', 'There is no mention of numbness.'],
  ['the summary says that it was without', 'She was treated without aquatic therapy.', 'There is no documentation of aquatic therapy.'],
  ['it is only asked for', 'Aquatic therapy was requested.', 'There is no documentation of aquatic therapy.'],
  ['it is only planned', 'The plan is aquatic therapy.', 'There is no documentation of aquatic therapy.'],
  ['it is only a diagnosis', 'Diagnoses are radiculopathy and a sprain.', 'There is no evidence of radiculopathy.'],
  ['it is only suspected', 'Radiculopathy was suspected.', 'There is no evidence of radiculopathy.'],
  ['it is only what a person tells', 'She complains of numbness.', 'There is no objective evidence of numbness.'],
  ['words of every letter only', 'The patient had pain of the left knee after treatment.', 'There is no documentation of previous treatment of the patient for pain.'],
  ['one part of the body only', 'The lumbar spine was tender.', 'There is no documentation of recent care of the lumbar spine.'],
  ['“functional” and “improved” apart', 'Sleep improved.', 'There is no documentation of functional improvement.'],
  ['an outcome without what had it', 'Sleep improved.', 'There is no documentation of improvement.'],
  ['a benefit of something else', 'A sling helped.', 'There is no documentation as to whether this was of any benefit.'],
  ['physical therapy alone', 'She had PT in May.', 'There is no documentation of physical therapy.'],
  ['one of three words', 'Hamstring cramps woke her.', 'There is no documentation of hamstring stretching under supervision.'],
  ['what the guidelines say', 'Acupuncture helped.', 'The guidelines state that there is no evidence of a benefit of acupuncture.'],
  ['what studies have not shown', 'Acupuncture helped.', 'Studies do not show a benefit of acupuncture.'],
  ['an image that does not show it', 'A meniscus tear was suspected.', 'The MRI does not show a meniscus tear.'],
  ['evidence for', 'Acupuncture helped.', 'There is no evidence for acupuncture.'],
  ['an explanation that is missed', 'Aquatic therapy ended in May.', 'There is no documentation of why aquatic therapy is to go on.'],
  ['what is documented', 'Aquatic therapy ended in May.', 'Aquatic therapy has been documented.'],
  ['the negation of another verb', 'Aquatic therapy ended in May.', 'Aquatic therapy has not been helpful.'],
];
for (const [name, summary, rationale] of SILENT) check({ name: `not marked: ${name}`, summary, rationale });

test('evidence: a rationale alone, without a summary, misses nothing', () => {
  const text = letter('Cane: Upheld', CA, REVIEWER, 'Decision rationale: There is no documentation of falls.').replace(/CLINICAL CASE SUMMARY[^]*?(?=IMR ISSUES)/, '');
  for (const each of readLetters(text)) assert.deepEqual(evidenceIn(text, each), []);
});

test('evidence: time grows with the letter, not with claims times sentences', () => {
  const claims = 'There is no documentation of aquatic therapy with acupuncture. '.repeat(150);
  const summary = 'Aquatic therapy with acupuncture went on. '.repeat(150);
  const text = letter('Cane: Upheld', CA, REVIEWER, `Decision rationale: ${claims}`).replace('A cook slipped on a wet floor and hurt the left knee.', summary);
  const [only] = readLetters(text);
  const found = evidenceIn(text, only!);
  assert.equal(found.length, 150);
  assert.ok(found.every(({ mentions }) => mentions.length === 3));
});

for (const [summary, rationale] of [
  ['Current drugs are meloxicam and gabapentin.', 'There is no mention of intolerance to meloxicam or gabapentin.'],
  ['He takes gabapentin with good effect.', 'There is no documentation of failure of gabapentin.'],
  ['A urine drug screen of 2-1-15 was as it should be.', 'There is no documentation of a recent urine drug screen.'],
  ['He reports that acupuncture improved his sleep.', 'There is no evidence of functional improvement with acupuncture.'],
  ['He has had chiropractic care.', 'There is no documentation of the number of chiropractic visits.'],
  ['There is a family history of depression.', 'There is no documentation of depression in the worker.'],
] as const) check({ name: `what is missed of it: ${rationale}`, summary, rationale });
check({ name: 'what is missed of it is told', summary: '«Gabapentin failed last year.»', rationale: 'There is «no documentation of failure of gabapentin».' });
