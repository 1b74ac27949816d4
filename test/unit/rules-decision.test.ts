import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLetters } from '../../server/src/letter';
import { catalogue } from '../../server/src/guidelines';
import type { Fix, Observation } from '../../server/src/rules';
import { DECISION_RULES } from '../../server/src/rules/decision';
import { CA, letter, REVIEWER } from './rule-letters';

/** The findings of this group alone, each with its rule. */
function decisionFindings(text: string): (Observation & { readonly code: string; readonly fixes: () => Fix[] })[] {
  return readLetters(text).flatMap((each) => {
    const context = { text, letter: each, catalogue: catalogue() };
    return DECISION_RULES.flatMap((rule) =>
      rule.check(context).map((found) => ({
        ...found,
        code: rule.code,
        fixes: () => rule.fixes(context, { ...found, code: rule.code, level: 'warning' }),
      })),
    );
  });
}

const rationale = (words: string): string => `Decision rationale: ${words}`;
const item = (heading: string, words: string): string[] => [heading, CA, REVIEWER, rationale(words)];

/** Conclusions about an MRI of the left knee; the deciding words between « and ». */
const DENIALS: readonly string[] = [
  'Therefore, the request «is not medically necessary».',
  'The request «was not medically necessary».',
  'As such, this request «is determined to not be medically necessary».',
  'The requested MRI «is not-medically necessary».',
  'The requested MRI «is not\n\nmedically\n\nnecessary».',
  'The request «cannot be considered medically necessary».',
  'The request «is not supported as medically necessary».',
  'The request is not indicated as medically necessary.',
  'The request does not appear medically necessary.',
  'The request does not appear to be medically necessary.',
  'The requested MRI is not a medical necessity.',
  'The medical necessity of the requested MRI is not established.',
  'The request for an MRI fails to meet the criteria and medical necessity has not been shown.',
  'The original denial stands.',
  'Approval is not recommended.',
  'Medical necessity for an MRI of the left knee, on the notes sent in, has not been established.',
  'The medical necessity cannot be established due to insufficient information.',
  'As such, the MRI is not medically justifiable.',
  'The MRI is not medically reasonable.',
  'The documentation fails to establish the medical necessity of the request.',
  'The documentation does not establish medical necessity.',
  'There is no medical necessity for the requested MRI.',
  'Therefore, there is no medical necessity.',
  'The request is deemed medically unnecessary.',
  'The request is medically unnecessary.',
  'The request is denied.',
  'Therefore, the request is non-certified.',
  'The request is noncertified.',
  'The request is not certified.',
  'The request is not warranted.',
  'The requested MRI is not recommended.',
  'The documentation is insufficient to support medical necessity.',
  'The information is insufficient to support the medical necessity of this request.',
  'The request is neither appropriate nor medically necessary.',
  'The request is neither reasonable nor medically necessary.',
  'The requested MRI is therefore without medical necessity.',
  'The denial is upheld.',
  'The prior UR decision is upheld.',
  "The claims administrator's decision should be upheld.",
  'I recommend upholding the denial.',
  'Therefore, I agree with the denial.',
  'The denial of this request is appropriate.',
  "UR's denial is appropriate.",
  'The prior non-certification is supported.',
  'I do not find the request to be medically necessary.',
  'There is no evidence that the request is medically necessary.',
  'The records do not support that the request is medically necessary.',
  'I cannot conclude that the requested MRI is medically necessary.',
  'The request would not be supported as medically necessary.',
  'The request would not be medically necessary.',
  'The request is not, on these records, medically necessary.',
  'The request is not currently medically necessary.',
  'The request was not shown by the notes to be medically necessary.',
  'The request has not been shown to be medically necessary.',
  'The request is not medically necessary, medically appropriate, or indicated here.',
  'No, the request for an MRI was not medically necessary.',
  'An MRI of the knee is medically necessary for locking, by the guideline. This goes past it. The request «is denied».',
  'The 30 day rental of an IF unit «is not medically necessary».',
  'Request «denied».',
  'The request «cannot be consi-\ndered medically necessary».',
  'The request for an MRI of the knee, which was made in May, is not medically necessary.',
  'Given the above, MRI of the left knee is not medically necessary.',
  'Without further findings, the request for MRI at this time cannot be considered medically necessary per the guidelines.',
  'Medical necessity is lacking.',
  'The medical necessity of the request is not supported.',
  'Medical necessity is not met.',
  'Medical necessity has therefore not been demonstrated.',
  "The request isn't medically necessary.",
  'The request is not medically necessary and appropriate.',
  'The request is considered not medically necessary.',
  'All of this makes the request not medically necessary.',
  'Neither the MRI nor its reading is medically necessary.',
  'No further MRI is medically necessary.',
  'The request is not approved.',
  'The request cannot be certified.',
  'The request cannot be authorized.',
  'The MRI is not medically appropriate.',
  'The request is not medically warranted.',
  'The request is not medically indicated.',
  'The request is not reasonable and necessary.',
  'The MRI of the left knee is not necessary.',
  'Therefore, the MRI is not medically necessary. Weaning of the present drug is recommended.',
  'Therefore, the MRI is not medically necessary. Any opioid should be tapered and never stopped at once.',
  'As the requested surgery is not medically necessary, the requested MRI is not medically necessary.',
  'As the requested surgery is medically necessary but no finding calls for an image, the MRI is not medically necessary.',
  'The guideline states that an MRI is medically necessary when the knee locks. It does not lock. The request is not medically necessary.',
  'Although an MRI is medically necessary in many such cases, the request is not medically necessary.',
  'The treating doctor believes that the MRI is medically necessary. The request is not medically necessary.',
  'The request is "not medically necessary".',
  'The request is not medically necesary.',
  'The request is no longer medically necessary.',
  'The request is definitely not medically necessary.',
  'I am unable to recommend certification.',
  'Non-certification is recommended.',
  'I recommend non-certification.',
  "The claims administrator's determination is correct.",
  'The prior denial should be maintained.',
  'Without further documentation the request is not medically necessary.',
  'As the surgery is not medically necessary, neither is the MRI.',
  'The request is not medically necessary, and the denial is upheld.',
  'The request is not medically necessary. The knee bears weight. The request is therefore not medically necessary.',
];
const CARE: readonly string[] = [
  'Therefore, the request «is medically necessary».',
  'The request «was medically necessary».',
  'Therefore «is medically necessary» and appropriate.',
  'The request is medically necessary and appropriate.',
  'The requested MRI is deemed medically necessary.',
  'As such, I deem the request to be medically necessary.',
  'I find the request medically necessary.',
  'I would recommend overturning the denial.',
  'I recommend that the denial be overturned.',
  'The denial is overturned.',
  'The prior UR decision is overturned.',
  'The prior decision is reversed.',
  'As such, I am reversing the prior review decision.',
  'I disagree with the denial.',
  'The criteria are met. The request is certified.',
  'The request is approved.',
  'The request is authorized.',
  'Therefore, the request is supported.',
  'The request is recommended.',
  'This request is reasonable and necessary.',
  'Medical necessity has been established.',
  'The medical necessity of the request is established.',
  'The medical necessity of the MRI has been clearly demonstrated.',
  'The records establish the medical necessity of the request.',
  'The request meets medical necessity.',
  'There is medical necessity for the request.',
  'Yes, the request for an MRI was medically necessary, medically appropriate, and indicated here.',
  'MRI of the left knee is medically necessary.',
  'Given that there is no fracture and nothing has helped, the request is medically necessary.',
  'As conservative care has failed, the requested MRI is medically necessary.',
  'The request for an MRI of the left knee without contrast is medically necessary.',
  'Non-surgical care has failed; therefore, the request is medically necessary.',
  'The request is not medically unnecessary.',
  'The request cannot be denied.',
  'Guidelines have been met; therefore, MRI of the left knee is medically necessary.',
  'The request is medically appropriate.',
  'The request is medically reasonable and necessary.',
  'The request is medically indicated.',
  'The denial is not supported.',
  'As the requested surgery is medically necessary, the requested MRI is medically necessary.',
  'The request is indeed medically necessary.',
  'I recommend certification of the request.',
  'There is sufficient documentation to support the medical necessity of the request.',
  'There is no doubt that the request is medically necessary.',
  'The decision not to certify is overturned.',
  'The request is medically necessary. Weaning of the present drug should not begin at once.',
];
/** Nothing that decides all of the request for sure. */
const NEITHER: readonly string[] = [
  'An MRI would be medically necessary if the knee locked.',
  'If the knee locks, an MRI is medically necessary.',
  'The guideline states that an MRI is medically necessary when the knee locks.',
  'The guidelines indicate that an MRI of the knee is medically necessary.',
  'The treating doctor states that the request is medically necessary.',
  'Utilization review found that the request was not medically necessary.',
  'The request was denied by utilization review.',
  'Six sessions were approved in May.',
  'The IMR process decides on medically necessary treatment.',
  'Part of the request is medically necessary, the remaining is not.',
  'Nine sessions are medically necessary, the remaining are not.',
  'The request is partially medically necessary.',
  'The request is medically necessary in part.',
  'More information is needed to determine medical necessity.',
  'It must be asked whether the request is medically necessary.',
  'The request may be medically necessary.',
  'The denial was not medically explained.',
  'The request was previously certified.',
  'The MRI was found to be medically necessary in the prior review.',
  'Therefore, weaning is medically necessary.',
  'A trial of one visit is medically necessary.',
  'As the surgery is medically necessary, other things must be asked.',
  'An MRI of the knee is medically necessary in a fresh trauma. Two of them exceed that by far.',
  '"An image of the knee after trauma of this kind is medically necessary", as the guideline has it.',
];

/** Correct rationales, each in the manner of another reviewer, that a hasty reader could take for the reverse of their decision. */
const NO_CONTRADICTION: readonly (readonly ['Upheld' | 'Overturned', string])[] = [
  ['Overturned', 'The request is medically necessary. UR held that the study was not medically necessary, since no exercise was tried.'],
  ['Overturned', 'The request is medically necessary. The administrator had found that it was not medically necessary.'],
  ['Overturned', 'The request is medically necessary. UR had concluded: "An MRI is not medically necessary and exercise is advised."'],
  ['Overturned', 'I disagree with the first reviewer that the MRI is not medically necessary.'],
  ['Overturned', 'The view that the MRI is not medically necessary is mistaken, for the knee locks.'],
  ['Overturned', 'The contention that the request is not medically necessary is without merit.'],
  ['Overturned', 'Nothing suggests that the MRI is not medically necessary. It is certified.'],
  ['Overturned', 'A second MRI would not be medically necessary without a change; such a change is documented. The criteria are satisfied.'],
  ['Overturned', 'A sprain would ordinarily make an MRI not medically necessary. The locking takes precedence.'],
  ['Overturned', 'Surgery is not medically necessary at this time; the MRI is.'],
  ['Overturned', 'An MRI is, and x-rays are not, medically necessary.'],
  ['Overturned', 'The request is medically necessary. Future requests will not be medically necessary unless the knee changes.'],
  ['Overturned', 'The request is medically necessary. Concurrent bone scanning is not medically necessary and was not requested.'],
  ['Overturned', 'The request is medically necessary. No further images should be considered medically necessary after that.'],
  ['Overturned', 'No one could say that the MRI is not medically necessary.'],
  ['Upheld', 'The doctor insists that the MRI is medically necessary. I disagree.'],
  ['Upheld', 'According to the treating physician, the MRI is medically necessary. The guidelines do not support this.'],
  ['Upheld', 'The request was medically necessary in the first weeks. It is not now.'],
  ['Upheld', 'The request is not medically necessary. In the past, the study was medically necessary.'],
  ['Upheld', 'That the MRI is medically necessary has not been shown.'],
  ['Upheld', 'Were there locking, the request would be medically necessary. As there is none, it is not.'],
  ['Upheld', 'Had a block been recorded, the study would have been medically necessary; none was, and so it is not.'],
  ['Upheld', 'The documentation falls short of establishing medical necessity.'],
  ['Upheld', 'The notes stop short of showing that the MRI is medically necessary.'],
  ['Upheld', 'The notes are devoid of anything establishing medical necessity.'],
  ['Upheld', 'The assertion that the MRI is medically necessary is unfounded.'],
  ['Upheld', 'It is difficult to see why the MRI is medically necessary.'],
  ['Upheld', 'The evidence that the MRI is medically necessary is lacking.'],
  ['Upheld', 'It remains to be shown that the MRI is medically necessary.'],
  ['Upheld', 'The first MRI was medically necessary; a second one within five months is a duplicate and is not.'],
  ['Upheld', 'X-rays are medically necessary, an MRI is not.'],
  ['Upheld', 'Exercise at home is medically necessary and appropriate; the MRI is no longer so.'],
  ['Upheld', 'The MRI can scarcely be regarded as medically necessary.'],
  ['Upheld', 'The MRI is anything but medically necessary.'],
  ['Upheld', 'I decline to find the MRI medically necessary.'],
  ['Upheld', 'An arthrogram is medically necessary, but an MRI is not.'],
  ['Upheld', 'An arthrogram is medically necessary. The MRI is not.'],
  ['Upheld', 'An x-ray rather than an MRI would be medically necessary.'],
  ['Upheld', 'An x-ray is medically necessary, yet the request is for an MRI.'],
  ['Upheld', 'An x-ray is medically necessary, a scan isn’t, since nothing locks.'],
  ['Upheld', 'An x-ray is medically necessary at the knee; the same can’t be said of a scan.'],
  ['Upheld', 'An x-ray may well be found medically necessary, but a scan never.'],
  ['Upheld', 'An x-ray is medically necessary in place of a scan.'],
  ['Upheld', 'An MRI is not medically necessary. Exercise alone is medically necessary and may be asked for separately.'],
  ['Upheld', 'An MRI is not medically necessary. Giving up cigarettes is medically necessary prior to any new request.'],
  ['Upheld', 'I find no reason to overturn the decision of UR.'],
  ['Upheld', 'Nothing in the record would lead me to overturn the denial.'],
  ['Upheld', 'How the MRI is medically necessary was not explained.'],
  ['Upheld', 'A fracture must be ruled out before the request is medically necessary.'],
  ['Upheld', 'Too early to be medically necessary.'],
  ['Upheld', 'The request falls short of being medically necessary.'],
  ['Upheld', 'Medical necessity for the MRI has yet to be established.'],
  ['Overturned', 'No further injection is medically necessary; an MRI is.'],
  ['Overturned', 'X-rays are not medically necessary, an MRI is.'],
  ['Overturned', 'It is therefore my conclusion that the denial should not stand and that the MRI of the knee is medically necessary.'],
  ['Overturned', 'UR erred in finding the MRI not medically necessary.'],
  ['Overturned', 'UR was mistaken in its view that the MRI is not medically necessary.'],
  ['Overturned', 'The UR determination of not medically necessary is overturned.'],
  ['Overturned', 'The MRI is no less medically necessary than the visit.'],
  ['Overturned', 'It can no longer be denied that the MRI is medically necessary.'],
  ['Overturned', 'This is not a case in which an MRI is not medically necessary.'],
  ['Overturned', 'An MRI, not routinely medically necessary, is medically necessary for this worker.'],
  ['Overturned', 'The MRI is medically necessary. Use of more images will not be medically necessary in the absence of a change.'],
];

function unmark(marked: string): { words: string; mark: string | undefined } {
  return { words: marked.replace(/[«»]/g, ''), mark: /«([^»]*)»/.exec(marked)?.[1] };
}

test('a conclusion is set against the decision', () => {
  const cases = [
    ...DENIALS.map((marked) => ({ marked, wrongIn: 'Overturned' })),
    ...CARE.map((marked) => ({ marked, wrongIn: 'Upheld' })),
    ...NEITHER.map((marked) => ({ marked, wrongIn: '' })),
  ].map(({ marked, wrongIn }) => ({ ...unmark(marked), wrongIn }));
  const wrong: string[] = [];
  for (const decision of ['Upheld', 'Overturned']) {
    for (const before of ['', 'The knee is stiff. ']) {
      const text = letter(...cases.flatMap(({ words }) => item(`MRI of the left knee: ${decision}`, before + words)));
      const found = decisionFindings(text).filter(({ code }) => code === 'conclusion-contradicts-decision');
      cases.forEach(({ words, mark, wrongIn }, index) => {
        const own = found.filter((finding) => finding.item === index);
        const marked = own.map(({ span }) => text.slice(span.start, span.end));
        if (own.length !== (wrongIn === decision ? 1 : 0)) wrong.push(`${decision}: ${words}`);
        else if (own.length > 0 && mark !== undefined && marked[0] !== mark) wrong.push(`${decision}: ${words}: marked ${marked[0]}`);
      });
    }
  }
  assert.deepEqual([...new Set(wrong)], []);
});

test('what only seems to contradict the decision', () => {
  const text = letter(...NO_CONTRADICTION.flatMap(([decision, words]) => item(`MRI of the left knee: ${decision}`, `The knee is stiff. ${words}`)));
  const wrong = decisionFindings(text).filter(({ code }) => code === 'conclusion-contradicts-decision');
  assert.deepEqual(wrong.map((finding) => NO_CONTRADICTION[finding.item ?? -1]?.[1]), []);
});

/** Letters with the marked ranges between « and », and for each mark `code@item`, in text order. */
interface Case {
  readonly name: string;
  readonly text: string;
  readonly found: readonly string[];
}

function check({ name, text: marked, found }: Case): void {
  const marks = [...marked.matchAll(/«([^»]*)»/g)].map(([, words]) => words);
  const text = marked.replace(/[«»]/g, '');
  const findings = decisionFindings(text).sort((a, b) => a.span.start - b.span.start);
  assert.deepEqual(findings.map(({ code, item: index }) => `${code}@${index}`), found, name);
  assert.deepEqual(findings.map(({ span }) => text.slice(span.start, span.end)), marks, `${name}: marked ranges`);
  let starts = 0;
  findings.forEach(({ span }, index) => {
    // Each mark is where it stands, not only the same words.
    const start = marked.indexOf('«', starts) - 2 * index;
    starts = marked.indexOf('»', starts) + 1;
    assert.equal(span.start, start, `${name}: place of mark ${index}`);
  });
}

const MRI = 'MRI of the left knee: Upheld';
const NOT = 'Therefore, the request is not medically necessary.';

test('a rationale without a conclusion is marked in its last line', () => {
  const none = (name: string, words: string, heading = MRI): Case => ({ name, text: letter(...item(heading, words), ...item('Cane: Upheld', NOT)), found: [] });
  const one = (name: string, words: string, heading = MRI): Case => ({ name, text: letter(...item(heading, words), ...item('Cane: Upheld', NOT)), found: ['no-conclusion@0'] });
  const cases: Case[] = [
    one('reasons only', '«The knee bears weight again. Nothing has been tried yet.»'),
    one('the last line only', 'The knee bears weight again.\n«Nothing has been tried yet.»'),
    one('a guideline', '«The guideline states that an MRI is medically necessary when the knee locks.»'),
    one('a past approval', '«Six sessions were approved in May.»'),
    one('criteria alone', '«The criteria of the guideline are not met.»'),
    one('a condition', '«An MRI would be medically necessary if the knee locked.»'),
    one('a treatment that somebody recommended', '«The number of visits that is recommended was not given.»'),
    one('overturned too', '«Exercise has failed, and the knee locks.»', 'MRI of the left knee: Overturned'),
    one('no decision', '«Exercise has failed, and the knee locks.»', 'MRI of the left knee: ____'),
    none('the first sentence', 'The request is not medically necessary. The knee bears weight again.'),
    none('in other words', 'The knee bears weight again. The request is not supported.'),
    none('by measure', 'The request does not meet the guideline.'),
    none('it exceeds', 'This request exceeds the recommendation of the guideline.'),
    none('redundant', 'As such, the request is redundant.'),
    none('the treatment by name', 'The knee bears weight again. An MRI is not indicated.'),
    none('an item that goes with another', 'As the requested surgery is not medically necessary, this service is not needed.'),
    ...[
      'The knee bears weight. Denied.',
      'A first image is reasonable to plan the repair. Approve.',
      'No red flags. Request not medically necessary.',
      'Two splints allow one to be washed. Necessary and appropriate.',
      'The repair was found necessary above. The week of rental is within that.',
      'Retrospective authorization is therefore denied.',
      'The repair has to wait, and is premature.',
      'As the repair is medically necessary and the worker is ill, so is clearance.',
      'The worker will need both after the repair... The device is thus not medically necessary.',
      'They are customary after a repair, and are approved.',
      "It's medically necessary.",
      "The review's determination stands.",
      'I can not recommend more images.',
      'This item fails.',
      'The need for the image remains unproven.',
      'The answer to that is in the negative.',
      'At issue is whether a sling is of use. It is not.',
      'This is not a request that I can support.',
      'Utilization review was right.',
      'No gain is told of. At the moment, no.',
      'A sling could be of use. At present it is not.',
      'Nothing is met; ergo the decision of UR was correct.',
      'There is consequently no need for a sling.',
      'He has a sling. Duplicate.',
      "It doesn't qualify.",
      'Moot, as the repair was not approved.',
      'A sling is not essential to care.',
    ].map((words) => none(words, words, /Approve|Necessary|within|so is|approved|It's/.test(words) ? 'Sling: Overturned' : 'Sling: Upheld')),
    one('more papers are needed', '«The knee bears weight. More documentation is needed.»'),
    one('a past refusal', '«The knee bears weight. Six visits were denied in May.»'),
    none('see above', 'See above.'),
    none('empty', ''),
    { name: 'every conclusion above', text: letter(...DENIALS.flatMap((words) => item(MRI, words.replace(/[«»]/g, ''))), ...CARE.flatMap((words) => item('MRI of the left knee: Overturned', words.replace(/[«»]/g, '')))), found: [] },
    { name: 'the text breaks off', text: letter(...item(MRI, 'The knee bears weight again. Nothing has been')).trimEnd(), found: [] },
    { name: 'the text ends with a sentence', text: letter(...item(MRI, '«The knee bears weight again.»')).trimEnd(), found: ['no-conclusion@0'] },
  ];
  for (const example of cases) check(example);
});

test('a conclusion that names the request of another item', () => {
  check({ name: 'a look back', text: letter(...item(MRI, NOT), ...item('Acupuncture, 6 visits: Overturned', 'Acupuncture is medically necessary while the drug is tapered. An MRI of the left knee was found not medically necessary above.')), found: [] });
  const two = (words: string, own = 'Acupuncture, 6 visits: Upheld', other = MRI): string => letter(...item(other, NOT), ...item(own, words));
  const found = ['conclusion-about-another-request@1'];
  const cases: Case[] = [
    { name: 'by name', text: two('Therefore, the request for an «MRI» of the left knee is not medically necessary.'), found },
    { name: 'by a longer name', text: two('Therefore, the request for «magnetic resonance» imaging is not medically necessary.'), found },
    { name: 'without "request"', text: two('The knee is stiff. «MRI» of the left knee is not medically necessary.'), found },
    { name: 'medical necessity', text: two('The medical necessity of the «MRI» is not established.'), found },
    { name: 'behind the verdict', text: two('The records do not establish the medical necessity of the «MRI» of the left knee.'), found },
    { name: 'two words', text: two('Therefore, the request for «functional restoration» program is not medically necessary.', 'Cane: Upheld', 'Functional restoration program, 2 weeks: Upheld'), found },
    { name: 'a drug', text: two('Therefore, the request for «Norco» is not medically necessary.', 'Cane: Upheld', 'Norco 10/325mg #60: Upheld'), found },
    { name: 'the request', text: two(NOT), found: [] },
    { name: 'the requested treatment', text: two('The requested treatment is not medically necessary.'), found: [] },
    { name: 'its own', text: two('The request for acupuncture is not medically necessary.'), found: [] },
    { name: 'its own in another form', text: two('An acupuncturist is not medically necessary.'), found: [] },
    { name: 'its own by an abbreviation', text: two('The request for PT is not medically necessary.', 'Physical therapy, 6 visits: Upheld', 'Labs: PT and PTT: Upheld'), found: [] },
    { name: 'its own by its letters', text: two('The request for HEK is not medically necessary.', 'Home exercise kit: Upheld', 'HEK: Upheld'), found: [] },
    { name: 'its own by brand', text: two('The request for Norco is not medically necessary.', 'Hydrocodone 10mg: Upheld', 'Norco 10/325mg: Upheld'), found: [] },
    { name: 'both', text: two('Neither the MRI nor acupuncture is medically necessary.'), found: [] },
    { name: 'a treatment that nobody requests', text: two('The request for massage is not medically necessary.'), found: [] },
    { name: 'another part of the body', text: two('The MRI of the left knee is not medically necessary.', 'MRI of the right wrist: Upheld'), found: [] },
    { name: 'a reason', text: two('As the MRI is not medically necessary, this service is not medically necessary.'), found: [] },
    { name: 'an item that goes with a surgery', text: two('The arthroscopy is not medically necessary.', 'Assistant surgeon: Upheld', 'Arthroscopy of the left knee: Upheld'), found: [] },
    { name: 'an earlier sentence', text: two('The MRI is not medically necessary. The request for acupuncture is not medically necessary.'), found: [] },
    { name: 'a general word', text: two('The request for therapy is not medically necessary.', 'Cane: Upheld', 'Physical therapy: Upheld'), found: [] },
    { name: 'one word of many', text: two('The request for opioids is not medically necessary.', 'Norco: Upheld', 'Consultation on opioids with a pain specialist: Upheld'), found: [] },
  ];
  for (const example of cases) check(example);
});

test('fixes of a contradiction make one side agree with the other, and are never safe', () => {
  const fixed = (heading: string, words: string): string[] => {
    const text = letter(...item(heading, words));
    const [finding] = decisionFindings(text);
    assert.equal(finding?.code, 'conclusion-contradicts-decision', words);
    return finding.fixes().map(({ edits, safe, preferred }) => {
      assert.ok(!safe && !preferred);
      const [{ span, newText }] = edits as [(typeof edits)[0]];
      const after = text.slice(0, span.start) + newText + text.slice(span.end);
      assert.deepEqual(decisionFindings(after), [], 'it takes its finding away');
      return after.slice(after.indexOf('MRI of the left'), after.length - 1).replace(/\n[^]*rationale:/, ' |');
    });
  };
  assert.deepEqual(fixed(MRI, 'Therefore, the request is medically necessary.'), [
    'MRI of the left knee: Overturned | Therefore, the request is medically necessary.',
    'MRI of the left knee: Upheld | Therefore, the request is not medically necessary.',
  ]);
  assert.deepEqual(fixed('MRI of the left knee: OVERTURNED', 'Therefore, the request was not medically necessary.'), [
    'MRI of the left knee: UPHELD | Therefore, the request was not medically necessary.',
    'MRI of the left knee: OVERTURNED | Therefore, the request was medically necessary.',
  ]);
  assert.deepEqual(fixed('MRI of the left knee: Overturned', 'The denial is upheld.'), ['MRI of the left knee: Upheld | The denial is upheld.']);
});

test('a conclusion is added, or put about the request of its own item', () => {
  const fixed = (text: string): string[] => {
    const finding = decisionFindings(text)[0];
    assert.ok(finding);
    return finding.fixes().map(({ edits, safe, preferred }) => {
      assert.ok(!safe && !preferred);
      const { span, newText } = edits[0]!;
      const after = text.slice(0, span.start) + newText + text.slice(span.end);
      assert.deepEqual(decisionFindings(after), [], 'it takes its finding away');
      return after.slice(after.lastIndexOf('rationale:') + 11, -1);
    });
  };
  const two = (words: string): string => letter(...item(MRI, NOT), ...item('Acupuncture, 6 visits: Upheld', words));
  assert.deepEqual(fixed(letter(...item(MRI, 'The knee is stiff.'))), ['The knee is stiff. Therefore, the request is not medically necessary.']);
  assert.equal(fixed(letter(...item('MRI of the left knee: ____', 'The knee is stiff.'))).length, 2);
  assert.deepEqual(fixed(two('The request for an MRI of the left knee is not medically necessary.')), ['The request for Acupuncture, 6 visits is not medically necessary.']);
  assert.deepEqual(fixed(two('The MRI is not medically necessary.')), ['The request is not medically necessary.']);
});

test('the same in doubled newlines, with page breaks, soft hyphens and glued sentences', () => {
  const words = 'The\n\nknee is stiff.Therefore, the\n\nrequest is\n\f\nnot\u00ADmedically\r\nnecessary.';
  const text = letter(...item('MRI of the left knee: Overturned', words));
  assert.deepEqual(decisionFindings(text).map(({ code }) => code), ['conclusion-contradicts-decision']);
});
