import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../../server/src/guidelines';
import { readLetters } from '../../server/src/letter';
import type { Finding, Rule, RuleContext } from '../../server/src/rules/rule';
import { QUANTITY_RULES } from '../../server/src/rules/quantities';
import { inStyleOf, inWords, valueOf } from '../../server/src/rules/quantities/numerals';
import { CA, letter, REVIEWER } from './rule-letters';

const MULTIPLY = 'sessions-do-not-multiply';
const FIGURE = 'number-word-and-figure-differ';
const COUNT = 'count-in-conclusion-differs';
const DOSE = 'dose-in-conclusion-differs';
const SIDE = 'side-in-conclusion-differs';
const PART = 'body-part-in-conclusion-differs';
const SUM = 'authorized-and-remaining-do-not-add-up';

/** A heading and a rationale with the marked ranges between « and », and the codes of the marks. */
type Case = readonly [heading: string, rationale: string, ...codes: string[]];

const NEUTRAL = 'The aim of the treatment is not given. Therefore, the request is not medically necessary.';

function marked(heading: string, rationale: string): { text: string; marks: string[] } {
  const marks: string[] = [];
  let text = '';
  let start = 0;
  for (const piece of letter(`${heading}: Upheld`, CA, REVIEWER, `Decision rationale: ${rationale || NEUTRAL}`).split(/([«»])/)) {
    if (piece === '«') start = text.length;
    else if (piece === '»') marks.push(`${start}-${text.length} ${text.slice(start)}`);
    else text += piece;
  }
  return { text, marks };
}

function seen(text: string): { rule: Rule; context: RuleContext; finding: Finding }[] {
  return readLetters(text)
    .flatMap((read) => QUANTITY_RULES.flatMap((rule) => {
      const context: RuleContext = { text, letter: read, catalogue: catalogue() };
      return rule.check(context).map((observation) => ({ rule, context, finding: { ...observation, code: rule.code, level: 'warning' as const } }));
    }))
    .sort((a, b) => a.finding.span.start - b.finding.span.start);
}

function check([heading, rationale, ...codes]: Case): void {
  const { text, marks } = marked(heading, rationale);
  const found = seen(text);
  const name = `${heading} | ${rationale}`;
  assert.equal(readLetters(text)[0]?.items.length, 1, `${name}: one item`);
  assert.deepEqual(found.map(({ finding }) => finding.code), codes, name);
  assert.deepEqual(found.map(({ finding: { span } }) => `${span.start}-${span.end} ${text.slice(span.start, span.end)}`), marks, `${name}: marks`);
}

const FOUND: readonly Case[] = [
  ['Acupuncture 2 times a week for 3 weeks (6 sessions)', 'Therefore, the request for acupuncture, «12» sessions, is not medically necessary.', COUNT],
  ['Radiofrequency ablation L4-5 and L5-S1', 'Therefore, the request for ablation at «L3-4» and L4-5 is not medically necessary.', PART],
  ['PT 2 times a week for 6 weeks («10» sessions)', '', MULTIPLY],
  ['«12» sessions of PT, 2x5', '', MULTIPLY],
  ['PT two times a week for three weeks, «8» visits, left knee', '', MULTIPLY],
  ['PT 2x/week x 6 weeks = «14»', '', MULTIPLY],
  ['PT 3 x week for 4 weeks, total «16»', '', MULTIPLY],
  ['PT two (2) times per week for six (6) weeks, «ten (10)» visits', '', MULTIPLY],
  ['PT 2 times a week for 6 weeks for the lumbar spine, «10» sessions', '', MULTIPLY],
  ['«Fourteen (14)» sessions of physical therapy for the neck, two times a week for 6 weeks', '', MULTIPLY],
  ['Acupuncture 1 time a week for 8 weeks («#6»)', '', MULTIPLY],
  ['Acupuncture 2 x 4 («10»)', '', MULTIPLY],
  ['PT 2 times per week for 6 weeks, «10» total', '', MULTIPLY],
  ['PT 2 times per week for 6 weeks, «#10»', '', MULTIPLY],
  ['PT for 6 weeks, 2 times a week («10» visits)', '', MULTIPLY],
  ['PT twice\n\nweekly for four\n\nweeks («ten»\n\nvisits)', '', MULTIPLY],
  ['PT', 'Therapy was asked for 3 times a week for 4 weeks, for a total of «14» visits.', MULTIPLY],
  ['PT', 'The current request is for «12» sessions of physical therapy, two times a week for 5 weeks.', MULTIPLY],
  ['PT', 'The request is for physical therapy 2x6 for the knee («10» visits).', MULTIPLY],
  ['PT', 'Therapy was given three\n\n(3) times a week for four\n\n(4) weeks («10» sessions).', MULTIPLY],

  ['«Twelve (6)» PT sessions', '', FIGURE],
  ['PT, «8 (six)» visits', '', FIGURE],
  ['«Twenty-four (42)» sessions', '', FIGURE],
  ['«one hundred twenty (20)» tablets', '', FIGURE],
  ['PT', 'He attended «six (8)» sessions.', FIGURE],
  ['PT', 'A trial of «three (8)» to six visits is usual.', FIGURE],

  ['PT, left knee, 12 sessions', 'Therefore, the request for «8» sessions of PT for the left knee is not medically necessary.', COUNT],
  ['Naproxen 550mg #60', 'Therefore, naproxen 550mg, «ninety» tablets, is not medically necessary.', COUNT],
  ['Naproxen 550mg #60', 'The request for naproxen 550mg «#90» is not\n\nmedically necessary.', COUNT],
  ['PT two times a week for four weeks', 'As such, the request for PT «three» times a week for four weeks is not medically necessary.', COUNT],
  ['PT two times a week for four weeks', 'As such, PT two times a week for «six» weeks is not medically necessary.', COUNT],
  ['PT 2x4', 'Based on the records, eight visits, or rather none, would do. Medical necessity for the requested «10» visits is not established.', COUNT],
  ['PT 8 sessions', 'The request for PT «3 times a week for 4 weeks» is not medically necessary.', COUNT],
  ['Omeprazole 20mg #60 refills: 3', 'The request for omeprazole 20mg #60 with «two» refills is not medically necessary.', COUNT],
  ['Associated surgical service: 2 leg wraps', 'As such, «4» leg wraps are not medically necessary.', COUNT],
  ['PT 2x4', 'As the patient completed 12 sessions, the request for «10» sessions is not medically necessary.', COUNT],

  ['Oxycodone 10mg #60', 'The request for oxycodone «20mg» #60 is not medically necessary.', DOSE],
  ['Flurbiprofen 20%, Baclofen 5% cream', 'The request for flurbiprofen «5%», baclofen 5% cream is not medically necessary.', DOSE],
  ['Norco 10/325mg #60', 'The request for Norco «5/325mg» #60 is not medically necessary.', DOSE],

  ['MRI of the left knee', 'The request for MRI of the «right» knee is not medically necessary.', SIDE],
  ['MRI of the right shoulder', 'No, the request for imaging of the «left» shoulder was not medically necessary or indicated here.', SIDE],
  ['PT right elbow and left knee', 'PT of the right elbow and «right» knee is not medically necessary.', SIDE],
  ['NCS/EMG RUE', 'The request for EMG of the «left» upper extremity is not medically necessary.', SIDE],

  ['MRI of the cervical spine', 'The request for MRI of the «lumbar» spine is not medically necessary.', PART],
  ['MRI of neck and right hand', 'The request for MRI of «lumbar» spine and right hand is not medically necessary.', PART],
  ['ESI L4-5, L5-S1', 'The request for ESI at «L3-4» and L5-Sl is not medically necessary.', PART],
  ['ESI C5-6', 'The request for «lumbar» ESI is not medically necessary.', PART],

  ['Acupuncture x 8 was the original request. Acupuncture x 6 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Acupuncture x «3» is', '', SUM],
  ['PT 2 times a week for 4 weeks was the original request. Six visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, «four» visits is', '', SUM],
];

test('what is marked', () => {
  for (const example of FOUND) check(example);
});

const SILENT: readonly (readonly [heading: string, rationale?: string])[] = [
  // Frequency and number
  ['PT 2 times a week for 6 weeks (12 sessions)'],
  ['PT', 'The request is for physical therapy 2x6 for the knee (12 visits).'],
  ['PT', 'The request is for physical therapy 2x6 for the knee and acupuncture, 6 visits.'],
  ['PT', 'The wound of 2x6 was dressed in 10 visits.'],
  ['12 sessions of PT, 2x6'],
  ['PT 2-3 times a week for 6 weeks (10 sessions)'],
  ['PT 1-2 times a week for 4-6 weeks, 8 visits'],
  ['PT two to three times a week for 6 weeks (10 sessions)'],
  ['PT for knee and back 2x6 (24 sessions)'],
  ['PT 2 times a week for 6 weeks, 6 sessions authorized'],
  ['PT twice weekly for 4 weeks; initial 6 sessions'],
  ['PT 2 times a week for 6 weeks, up to 10 visits'],
  ['PT 2 times a week for 3 months (10 sessions)'],
  ['Gauze 4x4 #30'],
  ['Chiropractic 2 times 4', 'The request for 8 more chiropractic visits is not medically necessary.'],
  ['18 chiropractic visits, 3 x 4 then 2 x 3'],
  ['PT 2 times a week for 3 weeks; total of 12 with prior 6'],
  ['Naproxen 550mg #60 with 0 refills', 'The request for naproxen 550mg #60 with zero (0) refills is not medically necessary.'],
  ['Diclofenac gel 1%, 3 tubes (100g each)', 'Three 100 gram tubes of diclofenac gel are not medically necessary.'],
  ['Removal of a 2x3 cm lump, 8 visits'],
  ['Physical therapy 2 times a week for 6 weeks, 6 sessions of acupuncture'],
  ['6 sessions of acupuncture, physical therapy 2 times a week for 6 weeks'],
  ['Physical therapy 10 sessions, acupuncture 2 times a week for 6 weeks'],
  ['PT', 'He attended 4 sessions of PT 2 times a week for 3 weeks, 8 visits completed.'],
  ['PT', 'The guideline allows 8-10 visits over 4 weeks, and one visit per week for 4 weeks, 18 visits over 6 weeks.'],
  // Word and figure
  ['Twelve (12) PT sessions', 'A phase two (3) trial. Aids of three (1) heat (2) ice. One hundred twenty (120) were given; see this one (3).'],
  // Conclusion and heading: numbers
  ['PT two times a week for four weeks (8 sessions)', 'The request for PT 2 X 4 is not medically necessary. Eight (8) visits of PT are not medically necessary.'],
  ['PT 12 visits', 'The request exceeds 10 visits and is not medically necessary if 6 visits help.'],
  ['PT 12 visits', 'More PT was asked for. The 24 prior visits make the request not medically necessary. 6 visits would be medically necessary.'],
  ['PT 12-18 visits', 'The request for 10 visits is not medically necessary.'],
  ['PT 12 visits', 'As the requested 8 visits of massage are not medically necessary, this service is not medically necessary.'],
  ['PT 12 visits', 'A request for more than 10 visits is not medically necessary. The request for the remaining 6 visits is not medically necessary.'],
  ['PT 12 visits', 'He has had acupuncture, 6 visits. PT is not medically necessary.'],
  ['PT for knee and back 2x4', 'The request for 16 sessions is not medically necessary.'],
  [
    'Acupuncture for 8 sessions was the original request. Acupuncture for 6 sessions was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Acupuncture for 2 sessions is',
    'The two remaining sessions are not medically necessary. The request for 8 visits is not medically necessary.',
  ],
  ['Home health 4 hours a day 5 days a week for 6 weeks', 'The request for home health 4 hours a day, 5 days a week for 6 weeks is not medically necessary.'],
  // Doses
  ['Norco 10/325mg #60', 'The request for hydrocodone 10 mg, sixty tablets, is not medically necessary.'],
  ['Gabapentin 0.5 g', 'The request for gabapentin 500 mg is not medically necessary. The request for gabapentin 1000 mg daily is not medically necessary.'],
  // Sides
  ['MRI of both knees', 'The request for MRI of the right knee is not medically necessary.'],
  ['Bilateral knee MRI', 'The request for MRI of the right knee is not medically necessary.'],
  ['MRI left knee', 'The request for MRI of the left knee with the right hip for comparison is not medically necessary right now.'],
  ['MRI left knee', 'A choice that was left to the physician, the request is not medically necessary.'],
  // Parts of the body
  ['MRI of the neck and right hand', 'The request for MRI of the cervical spine and right wrist is not medically necessary.'],
  ['EMG BUE', 'The request for cervical EMG is not medically necessary.'],
  ['Right L5 TFESI', 'The request for right L5-S1 TFESI is not medically necessary.'],
  ['Fusion L3-S1', 'The request for fusion at L3-4, L4-5 and L5-S1 is not medically necessary.'],
  ['Lumbar ESI', 'The request for lumbar ESI for knee pain is not medically necessary.'],
  ['Hand-held shower, neck', 'The request for a hand-held shower is not medically necessary.'],
  // Partial requests
  ['PT 8 visits was the original request. The Claims Administrator authorized PT 6 visits, leaving the original request IMR eligible. The original request, PT 8 visits is'],
  [
    'Eight PT sessions for neck and wrist was the original request. Six PT sessions for the neck was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, two PT sessions for the neck and eight PT sessions for the wrist is',
  ],
  ['Baclofen 100mg #30 was the original request. Baclofen 100mg #27 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Baclofen 100mg #3 is'],
  // How a drug is taken, and what its number comes to.
  ['Norco 10/325mg #120', 'Therefore, Norco 10/325mg one tablet every 6 hours, #120, is not medically necessary.'],
  ['Norco 10/325mg #120', 'Therefore, Norco 10/325mg #120 (4 tablets per day) is not medically necessary.'],
  ['Norco 10/325mg #120, 1 by mouth every 6 hours', 'Therefore, four tablets a day for 30 days, 120 in all, are not medically necessary.'],
  ['Tramadol 50mg #90', 'Therefore, the request for three tablets of 50 mg, i.e. 150 mg/day, is not medically necessary.'],
  ['Naproxen 550mg #60', 'Therefore, the request for naproxen 550mg #60, one tablet twice daily with food, is not medically necessary.'],
  ['Lidocaine patches #60', 'Therefore, the request for two patches a day for 12 hours is not medically necessary.'],
  ['Butrans patch #4', 'Therefore, the request for one patch a week for four weeks is not medically necessary.'],
  ['Medrol dose pack #21', 'Therefore, six tablets on day one and so on (21 in all) are not medically necessary.'],
  ['Gabapentin 300mg #60 with 2 refills', 'Therefore, the request for gabapentin 300mg #60 with 2 refills (180 tablets) is not medically necessary.'],
  ['Norco 10/325mg #120', 'Therefore, Norco 10/325mg #120 (40 mg MED/day) is not medically necessary.'],
  ['Norco 10/325mg #120', 'Therefore, the request for Norco 10/325mg #120, for a total of 40 mg MED, is not medically necessary.'],
  ['Voltaren gel, 3 tubes (100 gm each)', 'Therefore, three tubes of 100 gm, or 300 gm in total, are not medically necessary.'],
  ['PT 2x4', 'Ten visits have been given, and eight more are not medically necessary.'],
  ['Medial branch blocks at L4-5', 'Therefore, medial branch blocks at L3 and L4 are not medically necessary.'],
  // Products, sums and parts.
  ['Home health aide 4 hours a day, 5 days a week, for 6 weeks', 'Therefore, the request for 20 hours a week of an aide is not medically necessary.'],
  ['Home health aide 4 hours a day, 5 days a week, for 6 weeks', 'Therefore, the request for 120 hours of an aide is not medically necessary.'],
  ['Botox 400 units', 'Therefore, the request for four vials of 100 units is not medically necessary.'],
  ['Botox 200 units', 'Therefore, the request for two 100 unit vials is not medically necessary.'],
  ['X-rays of both knees, 3 views', 'Therefore, the request for six views of the knees is not medically necessary.'],
  ['Electrodes for two months, 8 pairs per month', 'Therefore, the request for 16 pairs of electrodes is not medically necessary.'],
  ['Massage, 1 hour x 6', 'Therefore, the request for six hours of massage is not medically necessary.'],
  ['PT, 8 visits each for neck and low back', 'Therefore, the request for 16 visits of PT is not medically necessary.'],
  ['PT evaluation and 8 sessions', 'Therefore, the request for 9 visits of PT is not medically necessary.'],
  ['PT 2x6 for the left knee', 'Twenty-four visits were completed. Therefore, a total of 36 visits of PT is not medically necessary.'],
  ['PT evaluation with treatment 2x6 for the left knee (13 visits)', ''],
  ['PT, initial evaluation plus 2 times a week for 6 weeks, 13 visits', ''],
  ['PT 2x6 (visits 25 through 36), left knee', ''],
  ['PT 2x6, of which 6 visits are in dispute', ''],
  ['PT 2 times a week for 6 weeks for the low back and 6 visits for the left knee', ''],
  ['PT, left knee', 'PT was given twice a week for 6 weeks, 10 visits in all because of two holidays. Therefore, the request is not medically necessary.'],
  ['Left stellate block, series of three was the original request. The Claims Administrator authorized one left stellate block, leaving the original request IMR eligible. The original request, left stellate block, series of three is', 'No, a series of three left stellate blocks was not medically necessary.'],
  ['Ultram 50mg #90 with 2 refills was the original request. Ultram 50mg #90 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, 2 refills of Ultram 50mg #90 is', ''],
  // Levels and sides beside the heading's own.
  ['Fusion L4-5', 'Therefore, extension of the L5-S1 fusion to L4-5 is not medically necessary.'],
  ['Right knee arthroscopy', 'Therefore, contrary to the left knee arthroscopy of 2014, the right one is not medically necessary.'],
];

test('what is not marked', () => {
  for (const [heading, rationale = ''] of SILENT) check([heading, rationale]);
});

test('a fix takes its finding away', () => {
  for (const [heading, rationale] of FOUND) {
    const { text } = marked(heading, rationale);
    for (const { rule, context, finding } of seen(text)) {
      const fixes = rule.fixes(context, finding);
      assert.ok(fixes.length > 0 || /RUE/.test(heading), `${heading}: ${rule.code}`);
      for (const { title, edits, safe } of fixes) {
        assert.notEqual(safe, true, title);
        const after = [...edits].sort((a, b) => b.span.start - a.span.start).reduce((all, { span, newText }) => all.slice(0, span.start) + newText + all.slice(span.end), text);
        assert.deepEqual(seen(after).filter((each) => each.finding.code === rule.code).map((each) => each.finding.message), [], `${heading} | ${rationale}: ${title}`);
      }
    }
  }
});

test('what the fixes write', () => {
  const written = (heading: string, rationale = ''): string[] => seen(marked(heading, rationale).text).flatMap(({ rule, context, finding }) => rule.fixes(context, finding).flatMap(({ edits }) => edits.map(({ newText }) => newText)));
  assert.deepEqual(written('PT 2 times a week for 6 weeks (Ten (10) sessions)'), ['Twelve (12)']);
  assert.deepEqual(written('Twelve (6) PT sessions'), ['Twelve (12)', 'Six (6)']);
  assert.deepEqual(written('Naproxen #60', 'Naproxen, ninety tablets, is not medically necessary.'), ['sixty', '#90']);
  assert.deepEqual(written('PT once a week for 4 weeks', 'PT twice a week for 4 weeks is not medically necessary.'), ['once', 'twice']);
  assert.deepEqual(written('LEFT KNEE MRI', 'The request for right knee MRI is not medically necessary.'), ['left', 'RIGHT']);
  assert.deepEqual(written('PT #8 was the original request. PT #6 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, PT #3 is'), ['#2', '#5', '#9']);
});

test('numbers in words and back', () => {
  for (let value = 1; value <= 999; value += 1) assert.equal(valueOf(inWords(value)), value);
  assert.equal(valueOf('a dozen'), 12);
  assert.equal(valueOf('several'), NaN);
  assert.equal(inStyleOf('TWELVE (12)', 21), 'TWENTY-ONE (21)');
});

test('time grows with the letter, not faster', () => {
  const long = `${'PT 2 times a week for 6 weeks, twelve (12) of left L4-5 knee 10mg #60, '.repeat(2000)}\n`;
  const text = letter(`${long.slice(0, 3000)}: Upheld`, CA, REVIEWER, `Decision rationale: ${long} The request for ${long} is not medically necessary.`);
  assert.ok(seen(text).length < 5000);
});

test('the examples of each rule', () => {
  for (const { code, examples } of QUANTITY_RULES) {
    for (const { text, title } of examples.wrong) assert.deepEqual([...new Set(seen(text).map(({ finding }) => finding.code))], [code], title);
    for (const { text, title } of examples.right) assert.deepEqual(seen(text), [], title);
  }
});
