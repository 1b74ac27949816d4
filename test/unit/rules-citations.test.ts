import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue, Catalogue, type CatalogueFile } from '../../server/src/guidelines';
import { BUNDLED_FILES } from '../../server/src/guidelines/catalogue';
import { readLetters } from '../../server/src/letter';
import { checkLetters, CITATION_RULES, fixesOf, safeFixes, type Edit, type RuleLevels } from '../../server/src/rules';
import { letter } from './rule-letters';

const NOTHING = 'The Claims Administrator did not cite any medical evidence for its decision.';
const OUTSIDE = 'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines.';

interface Case {
  readonly name: string;
  readonly reviewer: string;
  readonly claimsAdministrator?: string;
  readonly rationale?: string;
  readonly request?: string;
  /** Dates of injury, denial and decision; no case header without. */
  readonly dates?: readonly [string, string, string];
  /** `code level «marked words»`, in text order. */
  readonly found: readonly string[];
  /** For each fix of the first finding its title's beginning, and the reviewer's field after it. */
  readonly fixed?: readonly (readonly [string, string])[];
}

function textOf({ reviewer, claimsAdministrator = NOTHING, rationale = 'The knee bears weight again.', request = 'Twelve visits', dates }: Case): string {
  const header = dates === undefined ? '' : `Case Number: CM17-0000009\nDate of Injury: ${dates[0]}\nUR Denial Date: ${dates[1]}\nDecision Date: ${dates[2]}\n\n`;
  return (
    header +
    letter(
      `${request}: Upheld`,
      `Claims Administrator guideline: ${claimsAdministrator}`,
      `MAXIMUS guideline: ${reviewer}`,
      `Decision rationale: ${rationale} Therefore, the request is not medically necessary.`,
    )
  );
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits].sort((a, b) => b.span.start - a.span.start).reduce((result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end), text);
}

function reviewerField(text: string): string {
  return /MAXIMUS guideline: ([^]*?)\n\nDecision rationale/.exec(text)?.[1] ?? '';
}

const CODES: ReadonlySet<string> = new Set(CITATION_RULES.map(({ code }) => code));

function check(example: Case): void {
  const text = textOf(example);
  const letters = readLetters(text);
  assert.equal(letters.length, 1, example.name);
  const findings = checkLetters(text, letters).filter(({ code }) => CODES.has(code));
  assert.deepEqual(
    findings.map(({ code, level, span }) => `${code} ${level} «${text.slice(span.start, span.end)}»`),
    example.found,
    example.name,
  );
  if (example.fixed === undefined) return;
  const fixes = fixesOf(text, letters, findings[0]!);
  assert.deepEqual(
    fixes.map(({ title, edits }) => [title, reviewerField(applied(text, edits))]),
    example.fixed.map(([title, after]) => [fixes.find((fix) => fix.title.startsWith(title))?.title ?? `no fix “${title}”`, after]),
    `${example.name}: fixes`,
  );
}

const CHRONIC = 'Decision based on MTUS Chronic Pain Treatment Guidelines';
const BACK = { request: 'MRI of the lumbar spine' };

test('rules on citations: pages outside the guideline', () => {
  check({
    ...BACK,
    name: 'page of another chapter, whose range is unverified',
    reviewer: 'Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 343.',
    found: ['pages-outside-guideline warning «Page(s): 343»'],
    fixed: [['Name “Knee Complaints”, which has page 343 (unverified)', 'Decision based on MTUS ACOEM Chapter 13 Knee Complaints Page(s): 343.']],
  });
  check({
    name: 'the chapter’s own range is unverified',
    reviewer: 'Decision based on MTUS ACOEM Chapter 9 Shoulder Complaints Page(s): 303.',
    found: ['pages-outside-guideline hint «Page(s): 303»'],
    fixed: [['Name “Low Back Complaints”, which has page 303 (seen in a source)', 'Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 303.']],
  });
  check({
    name: 'after the last page, with a topic that has pages',
    reviewer: `${CHRONIC} Massage therapy Page(s): 160.`,
    found: ['pages-outside-guideline warning «Page(s): 160»'],
    fixed: [['Cite page 60, where “Massage therapy” stands (seen in a source)', `${CHRONIC} Massage therapy Page(s): 60.`]],
  });
  check({ name: 'the last page', reviewer: `${CHRONIC} Page(s): 127.`, found: [] });
  check({ name: 'a range that reaches in', reviewer: 'Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 320-330.', found: [] });
  check({
    name: 'in a rationale',
    reviewer: 'Decision based on MTUS Low Back Complaints 2004.',
    rationale: 'ACOEM Chapter 12, Table 12-8, page 409 asks for more.',
    found: ['pages-outside-guideline warning «page 409»'],
  });
  check({ name: 'no range is known', reviewer: 'Decision based on MTUS Shoulder Disorders 2016 Page(s): 9999.', found: [] });
});

test('rules on citations: pages of another topic', () => {
  check({
    name: 'seen pages: a warning, with both repairs',
    reviewer: `${CHRONIC} Physical Medicine Page(s): 58-60.`,
    found: ['pages-of-another-topic warning «Page(s): 58-60»'],
    fixed: [
      ['Cite pages 98-99, where “Physical medicine” stands (seen in a source)', `${CHRONIC} Physical Medicine Page(s): 98-99.`],
      ['Name the topic of pages 58-60, “Manual therapy and manipulation” (unverified)', `${CHRONIC} Manual therapy and manipulation Page(s): 58-60.`],
    ],
  });
  check({
    name: 'unverified pages: a hint that says so',
    reviewer: `${CHRONIC} Yoga Page(s): 60.`,
    found: ['pages-of-another-topic hint «Page(s): 60»'],
    fixed: [
      ['Cite page 126, where “Yoga” stands (unverified)', `${CHRONIC} Yoga Page(s): 126.`],
      ['Name the topic of page 60, “Massage therapy” (seen in a source)', `${CHRONIC} Massage therapy Page(s): 60.`],
      ['Name the topic of page 60, “Medications for chronic pain” (unverified)', `${CHRONIC} Medications for chronic pain Page(s): 60.`],
    ],
  });
  check({ name: 'one page of room where pages are unverified', reviewer: `${CHRONIC} Yoga Page(s): 125.`, found: [] });
  for (const cited of ['NSAIDs Page(s): 67-72.', 'NSAIDs Page(s): 67.', 'Antiepilepsy drugs (AEDs) Page(s): 16-22.']) check({ name: cited, reviewer: `${CHRONIC} ${cited}`, found: [] });
  check({ name: 'no room where they were seen', reviewer: `${CHRONIC} Massage therapy Page(s): 61.`, found: ['pages-of-another-topic warning «Page(s): 61»'] });
  check({ name: 'two topics with their pages', reviewer: `${CHRONIC} Massage therapy, Page(s): 60; Yoga, Page(s): 126.`, found: [] });
  check({ name: 'a topic that is not known beside it', reviewer: `${CHRONIC} Massage therapy, Dancing Page(s): 101.`, found: [] });
  check({ name: 'pages alone', reviewer: `${CHRONIC} Page(s): 60.`, found: [] });
});

test('rules on citations: editions and their time', () => {
  const dates = ['10/10/2016', '11/14/2016', '12/22/2016'] as const;
  check({
    ...BACK,
    name: 'not part of the MTUS yet',
    reviewer: 'Decision based on MTUS Low Back Disorders 2016, Section(s): Treatments.',
    dates,
    found: ['edition-not-yet-in-force warning «MTUS Low Back Disorders 2016, Section(s): Treatments»'],
    fixed: [['Name “Low Back Complaints” 2004, which governed then (seen in a source)', 'Decision based on MTUS Low Back Complaints 2004, Section(s): Treatments.']],
  });
  check({
    name: 'of a later year',
    reviewer: 'Decision based on Non-MTUS Citation ODG, 2018, Shoulder Chapter.',
    dates,
    found: ['edition-not-yet-in-force warning «ODG, 2018, Shoulder Chapter»'],
    fixed: [],
  });
  check({ name: 'a yearly edition of the next year', reviewer: 'Decision based on Non-MTUS Citation ODG, 2017, Shoulder Chapter.', dates, found: [] });
  check({ name: 'no date', reviewer: 'Decision based on MTUS Low Back Disorders 2016.', ...BACK, found: [] });
  check({ name: 'the first day', reviewer: 'Decision based on MTUS Low Back Disorders 2016.', ...BACK, dates: ['01/02/2017', '11/14/2017', '12/01/2017'], found: [] });

  const old = 'Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Yoga.';
  const marked = 'edition-superseded hint «MTUS Chronic Pain Medical Treatment 2009, Section(s): Yoga»';
  check({
    name: 'superseded before the injury',
    reviewer: old,
    dates: ['08/10/2016', '09/14/2016', '10/22/2016'],
    found: [marked],
    fixed: [['Name “Chronic Pain Medical Treatment Guidelines” 2016', old.replace('2009', '2016')]],
  });
  check({ name: 'superseded well before the denial', reviewer: old, dates: ['08/10/2014', '11/14/2016', '12/22/2016'], found: [marked] });
  check({ name: 'superseded shortly before the denial', reviewer: old, dates: ['08/10/2014', '10/14/2016', '12/22/2016'], found: [] });
  check({ name: 'superseded, no date', reviewer: old, found: [] });
  check({
    ...BACK,
    name: 'a chapter of 2004 in 2019',
    reviewer: 'Decision based on MTUS Low Back Complaints 2004.',
    dates: ['08/10/2018', '01/14/2019', '02/22/2019'],
    found: ['edition-superseded hint «MTUS Low Back Complaints 2004»'],
    fixed: [['Name “Low Back Disorders” 2016', 'Decision based on MTUS Low Back Disorders 2016.']],
  });
  check({ name: 'an end that is not known', reviewer: 'Decision based on MTUS Acupuncture Treatment 2007.', dates: ['08/10/2018', '01/14/2019', '02/22/2019'], found: [] });
});

test('rules on citations: inside and outside of the MTUS', () => {
  const six = 'ACOEM Chapter 6 Pain, Suffering, and the Restoration of Function';
  check({
    name: 'replaced, and named as MTUS',
    reviewer: `Decision based on MTUS ${six} Page(s): 114.`,
    found: ['not-part-of-the-mtus warning «Pain, Suffering, and the Restoration of Function»'],
    fixed: [['Cite it as outside of the MTUS', `Decision based on Non-MTUS Citation ${six} Page(s): 114.`]],
  });
  check({
    name: 'replaced, and named as outside',
    reviewer: `Decision based on Non-MTUS Citation ${six} (page 114).`,
    found: ['not-part-of-the-mtus hint «Pain, Suffering, and the Restoration of Function»'],
    fixed: [],
  });
  check({
    name: 'never adopted, from memory',
    reviewer: 'Decision based on MTUS ACOEM Chapter 7 Independent Medical Examinations and Consultations.',
    found: ['not-part-of-the-mtus hint «Independent Medical Examinations and Consultations»'],
  });
  check({
    name: 'outside, and nothing after it',
    reviewer: OUTSIDE,
    found: [`outside-mtus-without-citation warning «${OUTSIDE.slice(0, -1)}»`],
    fixed: [['Add the citation', `${OUTSIDE} Decision based on Non-MTUS Citation .`]],
  });
  check({
    name: 'outside, and a citation begun',
    reviewer: 'The Expert Reviewer did not base their decision on the MTUS.  Decision based on Non-MTUS Citation',
    found: ['outside-mtus-without-citation warning «The Expert Reviewer did not base their decision on the MTUS»'],
    fixed: [['Add the citation', 'The Expert Reviewer did not base their decision on the MTUS.  Decision based on Non-MTUS Citation ']],
  });
  check({ name: 'outside, with a book', reviewer: `${OUTSIDE} Decision based on Non-MTUS Citation A book on backs.`, found: [] });
  const both = 'The Expert Reviewer did not base their decision on the MTUS. Decision based on MTUS Knee Complaints 2004.';
  check({
    name: 'both',
    reviewer: both,
    found: ['not-mtus-beside-mtus-citation hint «The Expert Reviewer did not base their decision on the MTUS»'],
    fixed: [
      ['Remove the sentence', 'Decision based on MTUS Knee Complaints 2004.'],
      ['Cite it as outside of the MTUS', both.replace('on MTUS Knee', 'on Non-MTUS Citation Knee')],
    ],
  });
  check({ name: 'a section of law is no guideline', reviewer: `${OUTSIDE} Decision based on Non-MTUS Citation 8 CCR 9792.21(d)(1).`, found: [] });
});

test('rules on citations: nothing to look up', () => {
  const say = 'The Expert Reviewer did not cite any medical evidence for its decision.';
  const nothing = (field: string, marked = field): void =>
    check({ name: field, reviewer: field, found: [`nothing-to-look-up information «${marked}»`], fixed: [['Say that no medical evidence was cited', say]] });
  nothing('See the rationale below.');
  nothing('Decision based on MTUS.');
  nothing('Decision based on Non-MTUS Citation Evidence-based medical treatment guidelines.', 'Evidence-based medical treatment guidelines');
  for (const work of ['Official Disability Guidelines (ODG)', 'ACOEM Practice Guidelines']) {
    check({ name: work, reviewer: `Decision based on Non-MTUS Citation ${work}.`, found: [`nothing-to-look-up information «${work}»`], fixed: [] });
  }
  for (const field of [
    say,
    'Decision based on Non-MTUS Citation ODG, MRI shoulder.',
    'Decision based on Non-MTUS Citation Other Medical Treatment Guidelines http://example.org/knees.',
    'Decision based on Non-MTUS Citation A book on backs.',
    'Decision based on MTUS Unheard Complaints 2011.',
    '[guideline, chapter, topic]',
  ]) {
    check({ name: field, reviewer: field, found: [] });
  }
});

test('rules on citations: names', () => {
  check({
    name: 'the usual word for a topic',
    reviewer: `${CHRONIC} Physical Therapy Page(s): 98-99.`,
    found: ['topic-not-so-named information «Physical Therapy»'],
    fixed: [['Name it “Physical medicine”', `${CHRONIC} Physical medicine Page(s): 98-99.`]],
  });
  check({ name: 'no topic of it, as far as is known', reviewer: `${CHRONIC} Sleep study.`, found: ['topic-not-so-named hint «Sleep study»'], fixed: [] });
  check({
    name: 'a slip that letters hold',
    reviewer: `${CHRONIC} Physical Therpay Page(s): 98-99.`,
    found: ['misspelt-guideline information «Physical Therpay»'],
    fixed: [['Change the spelling to “Physical medicine”', `${CHRONIC} Physical medicine Page(s): 98-99.`]],
  });
  check({
    name: 'a section with a wrong letter',
    reviewer: 'Decision based on MTUS Knee Complaints 2004, Section(s): Surgical Consideratons.',
    found: ['misspelt-guideline information «Surgical Consideratons»'],
    fixed: [['Change the spelling to “Surgical Considerations”', 'Decision based on MTUS Knee Complaints 2004, Section(s): Surgical Considerations.']],
  });
  check({
    name: 'a chapter with a wrong letter',
    reviewer: 'Decision based on MTUS Shoulder Complants 2004.',
    found: ['misspelt-guideline information «Shoulder Complants»'],
    fixed: [['Change the spelling to “Shoulder Complaints”', 'Decision based on MTUS Shoulder Complaints 2004.']],
  });
  for (const [slip, right] of [['Medcal Treatment', 'Medical Treatment'], ['Medicl Treatment', 'Medical Treatment'], ['Medical Treatmnt', 'Medical Treatment'], ['Medcal Treatment Guidelines', 'Medical Treatment Guidelines']]) {
    check({
      name: `a slip behind the first words of a name: ${slip}`,
      reviewer: `Decision based on MTUS Chronic Pain ${slip} 2016.`,
      found: [`misspelt-guideline information «Chronic Pain ${slip}»`],
      fixed: [[`Change the spelling to “Chronic Pain ${right}”`, `Decision based on MTUS Chronic Pain ${right} 2016.`]],
    });
  }
  check({
    name: 'a chapter’s slip that letters hold, and another case',
    reviewer: 'Decision based on MTUS FOREWARM, WRIST, AND HAND COMPLAINTS 2004.',
    found: ['misspelt-guideline information «FOREWARM, WRIST, AND HAND COMPLAINTS»'],
  });
  check({ name: 'case, blanks and signs are no slips', reviewer: 'Decision based on MTUS forearm , wrist, & hand Comp laints 200 4.', found: [] });
  const text = textOf({ name: '', reviewer: 'Decision based on MTUS Accupuncture Treatment 2007.', claimsAdministrator: `${CHRONIC} Physical Therpay.`, found: [] });
  const letters = readLetters(text);
  assert.deepEqual(
    safeFixes(text, letters, checkLetters(text, letters)).map(({ newText }) => newText),
    ['Acupuncture Treatment'],
    'fix all mends letters, and changes no word',
  );
});

test('rules on citations: field and rationale', () => {
  check({
    name: 'another chapter',
    reviewer: 'Decision based on MTUS Knee Complaints 2004.',
    rationale: 'ACOEM Chapter 9, Table 9-6, page 214 asks for more.',
    found: ['field-and-rationale-differ hint «ACOEM Chapter 9, Table 9-6, page 214»'],
    fixed: [['Add it to the reviewer’s field', 'Decision based on MTUS Knee Complaints 2004. Decision based on MTUS Shoulder Complaints 2004.']],
  });
  check({ name: 'the same', reviewer: 'Decision based on MTUS Knee Complaints 2004.', rationale: 'The MTUS Knee Complaints chapter asks for more.', found: [] });
  check({ name: 'a chapter that the field’s covers', reviewer: 'Decision based on MTUS General Approaches 2004.', rationale: 'ACOEM Chapter 3 asks for more.', found: [] });
  check({ name: 'whole works are not asked for', reviewer: 'Decision based on MTUS Knee Complaints 2004.', rationale: 'ODG is silent.', found: [] });
  check({ name: 'a field that cites nothing', reviewer: 'The Expert Reviewer did not cite any medical evidence for its decision.', rationale: 'The ODG Shoulder Chapter is silent.', found: [] });
});

test('rules on citations: parts of the body', () => {
  check({
    name: 'another part',
    request: 'MRI of the right knee',
    reviewer: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
    found: ['body-part-differs hint «Low Back Complaints»'],
    fixed: [['Name “Knee Complaints”', 'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.']],
  });
  check({
    name: 'two parts, one chapter',
    request: 'X-rays of the cervical and lumbar spine',
    reviewer: 'Decision based on MTUS Low Back Complaints 2004.',
    found: ['body-part-differs hint «Low Back Complaints»'],
    fixed: [],
  });
  for (const [request, reviewer] of [
    ['Consultation with an orthopedic hand surgeon', 'Decision based on MTUS Elbow Complaints 2007.'],
    ['Right sacroiliac joint injection', 'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Hip & Pelvis Chapter, Sacroiliac joint injections.'],
    ['Transportation to visits for the shoulder', 'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg Chapter, Transportation.'],
    ['Facet injection T12-L1', 'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back Chapter, Facet joint injections.'],
    ['Knee scooter, rental', 'Decision based on MTUS Ankle and Foot Complaints 2004.'],
    ['Injection at L4-5', 'Decision based on MTUS Low Back Complaints 2004.'],
    ['X-rays of the cervical and lumbar spine', 'Decision based on MTUS Low Back Complaints 2004, and Neck and Upper Back Complaints 2004.'],
    ['MRI of the right knee', 'Decision based on MTUS Low Back Complaints 2004, and Chronic Pain Medical Treatment 2016.'],
    ['MRI of the hip and lumbar spine', 'Decision based on MTUS Low Back Complaints 2004.'],
    ['Ibuprofen', 'Decision based on MTUS Low Back Complaints 2004.'],
    ['Shortwave diathermy, hands-on', 'Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004.'],
  ] as const) {
    check({ name: `${request}: ${reviewer}`, request, reviewer, found: [] });
  }
});

test('rules on citations: a setting stands above the level of a finding', () => {
  const text = textOf({ name: '', reviewer: `${CHRONIC} Yoga Page(s): 60.`, found: [] });
  const levelOf = (levels: RuleLevels): string | undefined => checkLetters(text, readLetters(text), levels)[0]?.level;
  assert.equal(levelOf({}), 'hint');
  assert.equal(levelOf({ 'pages-of-another-topic': 'error' }), 'error');
  assert.equal(levelOf({ 'pages-of-another-topic': 'off' }), undefined);
});

test('rules on citations: a catalogue of one’s own is what they go by', () => {
  const text = textOf({ name: '', reviewer: `${CHRONIC} Yoga Page(s): 60.`, found: [] });
  const letters = readLetters(text);
  const own: CatalogueFile = {
    topics: [{ guideline: 'mtus-2009-chronic-pain', name: 'Yoga', pages: { first: 60 }, source: 'our shelf', confidence: 'seen' }],
  };
  const joined = new Catalogue([...(Object.values(BUNDLED_FILES) as unknown as CatalogueFile[]), own]);
  assert.equal(checkLetters(text, letters).length, 1);
  assert.equal(checkLetters(text, letters, {}, joined).length, 0);
  assert.equal(checkLetters(text, letters, {}, catalogue()).length, 1);
});

test('rules on citations: above hint level only on seen facts', () => {
  const unverified = new Catalogue([
    ...(Object.values(BUNDLED_FILES) as unknown as CatalogueFile[]).map((file) => JSON.parse(JSON.stringify(file).replaceAll('"confidence":"seen"', '"confidence":"unverified"')) as CatalogueFile),
  ]);
  // What a letter says against itself rests on no fact of the catalogue; nor does spelling, nor a year after the decision's.
  const ofTheLetter = new Set(['outside-mtus-without-citation', 'not-mtus-beside-mtus-citation', 'nothing-to-look-up', 'misspelt-guideline']);
  let looked = 0;
  for (const { code, examples } of CITATION_RULES) {
    for (const { text, title } of examples.wrong) {
      for (const finding of checkLetters(text, readLetters(text), {}, unverified)) {
        looked++;
        assert.ok(finding.level === 'hint' || ofTheLetter.has(finding.code), `${code}: ${title}: ${finding.level}`);
      }
    }
  }
  assert.ok(looked >= CITATION_RULES.length, `${looked} findings`);
});
