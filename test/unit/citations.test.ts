import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationsOf, citedIn } from '../../server/src/guidelines';
import { itemOf, linesOf } from './citation-items';
import { THOROUGH } from '../thorough';

function check(field: string, ...expected: string[]): void {
  assert.deepEqual(linesOf({ reviewerGuideline: field }), expected, field);
}

test('citations: the example of the export', () => {
  const { text, item } = itemOf({ reviewerGuideline: 'Decision based on MTUS Shoulder Complaints 2004, Section(s): Summary.' });
  const [citation, ...more] = citationsOf(text, item);
  assert.equal(more.length, 0);
  const start = text.indexOf('MTUS');
  assert.deepEqual(citation, {
    field: 'reviewerGuideline',
    kind: 'mtus',
    guideline: 'acoem-2004-shoulder',
    family: 'acoem',
    edition: '2004',
    chapter: null,
    head: { start, end: text.indexOf('2004') + 4 },
    sections: [{ start: text.indexOf('Summary'), end: text.indexOf('Summary.') + 7 }],
    pages: [],
    span: { start, end: text.indexOf('Summary.') + 7 },
  });
});

test('citations: MTUS chapters, sections, joins', () => {
  check('Decision based on MTUS Knee Complaints 2004.', 'mtus acoem-2004-knee ed 2004 «MTUS Knee Complaints 2004»');
  check(
    'Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004, Section(s): Special Studies, and Low Back Complaints 2004.',
    'mtus acoem-2004-forearm-wrist-and-hand ed 2004 [Special Studies] «MTUS Forearm, Wrist, and Hand Complaints 2004, Section(s): Special Studies»',
    'mtus acoem-2004-low-back ed 2004 «Low Back Complaints 2004»',
  );
  check(
    'Decision based on MTUS Postsurgical Treatment 2009, Section(s): Forearm, Wrist, & Hand, and Chronic Pain Medical Treatment 2016, Section(s): TENS, chronic pain (transcutaneous electrical nerve stimulation), Office visits.',
    'mtus mtus-2009-postsurgical ed 2009 [Forearm, Wrist, & Hand] «Postsurgical Treatment 2009, Section(s): Forearm, Wrist, & Hand»'.replace('«', '«MTUS '),
    'mtus mtus-2016-chronic-pain ed 2016 [TENS, chronic pain (transcutaneous electrical nerve stimulation)] [Office visits] «Chronic Pain Medical Treatment 2016, Section(s): TENS, chronic pain (transcutaneous electrical nerve stimulation), Office visits»',
  );
  check(
    'Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment, 3.4 A section, with a comma.',
    'mtus mtus-2016-opioids ed 2016 [3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment] [3.4 A section, with a comma] «MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment, 3.4 A section, with a comma»',
  );
  // An unknown name with a comma is left whole.
  check(
    'Decision based on MTUS Knee Complaints 2004, Section(s): Rest, ice and time.',
    'mtus acoem-2004-knee ed 2004 [Rest, ice and time] «MTUS Knee Complaints 2004, Section(s): Rest, ice and time»',
  );
});

test('citations: the grammar of 2014', () => {
  check(
    'Decision based on MTUS Chronic Pain Treatment Guidelines Massage therapy Page(s): 60.',
    'mtus mtus-2009-chronic-pain [Massage therapy] {60-60} «MTUS Chronic Pain Treatment Guidelines Massage therapy Page(s): 60»',
  );
  check(
    'Decision based on MTUS Chronic Pain Treatment Guidelines Chronic Pain Medical Treatment Guidelines yoga p.126 Page(s): 126.',
    'mtus mtus-2009-chronic-pain [yoga] {126-126} «MTUS Chronic Pain Treatment Guidelines Chronic Pain Medical Treatment Guidelines yoga p.126 Page(s): 126»',
  );
  check(
    'Decision based on MTUS ACOEM Chapter 9 Shoulder Complaints Page(s): 207-209, 214.',
    'mtus acoem-2004-shoulder ch 9 {207-209} {214-214} «MTUS ACOEM Chapter 9 Shoulder Complaints Page(s): 207-209, 214»',
  );
  // A number before a word is no page, nor are the digits of the next one.
  check(
    'Decision based on MTUS Chronic Pain Treatment Guidelines pages 22, 46-7 and 99, 12 visits.',
    'mtus mtus-2009-chronic-pain [12 visits] {22-22} {46-47} {99-99} «MTUS Chronic Pain Treatment Guidelines pages 22, 46-7 and 99, 12 visits»',
  );
  check('Decision based on MTUS ACOEM Chapter 12 page 30 3 visits.', 'mtus acoem-2004-low-back ch 12 [3 visits] {30-30} «MTUS ACOEM Chapter 12 page 30 3 visits»');
  check('Decision based on MTUS Acupuncture Treatment Guidelines.', 'mtus mtus-2007-acupuncture «MTUS Acupuncture Treatment Guidelines»');
  check(
    'Decision based on MTUS ACOEM. Decision based on Non-MTUS Citation American College of Occupational and Environmental Medicine (ACOEM), 2nd Edition, (2004) , Pain, Suffering, and the Restoration of Function Chapter 6 (page 114).',
    'mtus acoem «MTUS ACOEM»',
    'non-mtus acoem-2004-pain-suffering-and-the-restoration-of-function ed 2004 ch 6 {114-114} «American College of Occupational and Environmental Medicine (ACOEM), 2nd Edition, (2004) , Pain, Suffering, and the Restoration of Function Chapter 6 (page 114)»',
  );
});

test('citations: several chapters of one work', () => {
  check(
    'Decision based on MTUS ACOEM Chapter 8 Neck and Upper Back Complaints, ACOEM Chapter 9 Shoulder Complaints and Chapter 12 Low Back Complaints Page(s): 303, 308-310.',
    'mtus acoem-2004-neck-and-upper-back ch 8 «MTUS ACOEM Chapter 8 Neck and Upper Back Complaints»',
    'mtus acoem-2004-shoulder ch 9 «ACOEM Chapter 9 Shoulder Complaints»',
    'mtus acoem-2004-low-back ch 12 {303-303} {308-310} «Chapter 12 Low Back Complaints Page(s): 303, 308-310»',
  );
  check(
    'Decision based on MTUS Neck and Upper Back Complaints, Shoulder Complaints, and Low Back Complaints.',
    'mtus acoem-2004-neck-and-upper-back «MTUS Neck and Upper Back Complaints»',
    'mtus acoem-2004-shoulder «Shoulder Complaints»',
    'mtus acoem-2004-low-back «Low Back Complaints»',
  );
  check(
    'Decision based on MTUS ACOEM Chapters 8, 9 and 12.',
    'mtus acoem-2004-neck-and-upper-back ch 8 «MTUS ACOEM Chapters 8»',
    'mtus acoem-2004-shoulder ch 9 «9»',
    'mtus acoem-2004-low-back ch 12 «12»',
  );
  check(
    'Decision based on Non-MTUS Citation ACOEM Chapter 5 page 92, Ch. 7 pg. 137-138 and Chapter 12, Table 12-8, p. 309.',
    'non-mtus acoem-2004-cornerstones-of-disability-prevention-and-management ch 5 {92-92} «ACOEM Chapter 5 page 92»',
    'non-mtus acoem-2004-independent-medical-examinations-and-consultations ch 7 {137-138} «Ch. 7 pg. 137-138»',
    'non-mtus acoem-2004-low-back ch 12 {309-309} «Chapter 12, Table 12-8, p. 309»',
  );
  // A section may bear a chapter's name.
  check(
    'Decision based on MTUS General Approaches 2004, Section(s): Initial Approaches to Treatment, Prevention and Work-Relatedness.',
    'mtus acoem-2004-general-approaches ed 2004 [Initial Approaches to Treatment] [Prevention and Work-Relatedness] «MTUS General Approaches 2004, Section(s): Initial Approaches to Treatment, Prevention and Work-Relatedness»',
  );
});

test('citations: topics before and after pages', () => {
  check(
    'Decision based on MTUS Chronic Pain Treatment Guidelines Opioids, criteria for use, Page(s): 76-80; Weaning of Medications, Page(s): 124.',
    'mtus mtus-2009-chronic-pain [Opioids, criteria for use] [Weaning of Medications] {76-80} {124-124} «MTUS Chronic Pain Treatment Guidelines Opioids, criteria for use, Page(s): 76-80; Weaning of Medications, Page(s): 124»',
  );
});

test('citations: names with a letter or two wrong', () => {
  check('Decision based on MTUS Shoulder Complants 2004, Section(s): Summary.', 'mtus acoem-2004-shoulder ed 2004 [Summary] «MTUS Shoulder Complants 2004, Section(s): Summary»');
  check('Decision based on MTUS Chornic Pain Medical Treatment 2016.', 'mtus mtus-2016-chronic-pain ed 2016 «MTUS Chornic Pain Medical Treatment 2016»');
  // Three letters are another name, and another number is another edition.
  check('Decision based on MTUS Shouder Complns 2004.', 'mtus acoem-2004-shoulder'.replace('acoem-2004-shoulder', 'null:null') + ' ed 2004 «MTUS Shouder Complns 2004»');
  check('Decision based on MTUS Shoulder Complants 2031.', 'mtus null:acoem ed 2031 «MTUS Shoulder Complants 2031»');
});

test('citations: the schedule of December 2017', () => {
  check('Decision based on MTUS Low Back Disorders 2019, Section(s): Treatments.', 'mtus acoem-2019-low-back ed 2019 [Treatments] «MTUS Low Back Disorders 2019, Section(s): Treatments»');
  check('Decision based on MTUS Chronic Pain 2017.', 'mtus acoem-2017-chronic-pain ed 2017 «MTUS Chronic Pain 2017»');
  check('Occupational/Work-Related Asthma 2020, Section(s): Overview.', 'mtus acoem-2020-work-related-asthma ed 2020 [Overview] «Occupational/Work-Related Asthma 2020, Section(s): Overview»');
});

test('citations: what is not known stays null', () => {
  check('Decision based on MTUS Knee Complaints 2031.', 'mtus null:acoem ed 2031 «MTUS Knee Complaints 2031»');
  check(
    'Decision based on MTUS Unheard Complaints 2011, Section(s): One, and Knee Complaints 2004.',
    'mtus null:null ed 2011 [One] «MTUS Unheard Complaints 2011, Section(s): One»',
    'mtus acoem-2004-knee ed 2004 «Knee Complaints 2004»',
  );
  check('Decision based on Non-MTUS Citation A book on backs.', 'non-mtus null:other «A book on backs»');
  check('Decision based on Non-MTUS Citation Doe J, et al. Knees. J Made Up 2010.', 'non-mtus null:journal «Doe J, et al. Knees. J Made Up 2010»');
  check(
    'Decision based on Non-MTUS Citation ODG Pain and Other Medical Treatment Guidelines http://example.org/knees.',
    'non-mtus odg-pain ch Pain «ODG Pain»',
    'non-mtus null:other «Other Medical Treatment Guidelines http://example.org/knees»',
  );
});

test('citations: sentences that cite nothing', () => {
  check('The Expert Reviewer did not cite any medical evidence for its decision.', 'none null:null «The Expert Reviewer did not cite any medical evidence for its decision»');
  check('The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines.');
  check('The Claims Administrator did not base their decision on the MTUS.');
  check('');
  check('____');
  check('Decision based on Non-MTUS Citation .');
});

test('citations: chapters of the ODG', () => {
  const outside = 'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation ';
  const odg = (free: string, ...expected: string[]): void => check(outside + free, ...expected);
  odg('ODG (Official Disability Guidelines); Neck & Upper Back Procedure Summary', 'non-mtus odg-neck-and-upper-back ch Neck & Upper Back «ODG (Official Disability Guidelines); Neck & Upper Back Procedure Summary»');
  odg(
    'Official Disability Guidelines (ODG) Shoulder Chapter, Slings; Knee & Leg Chapter, Canes and crutches',
    'non-mtus odg-shoulder ch Shoulder [Slings] «Official Disability Guidelines (ODG) Shoulder Chapter, Slings»',
    'non-mtus odg-knee-and-leg ch Knee & Leg [Canes and crutches] «Knee & Leg Chapter, Canes and crutches»',
  );
  odg(
    'Official Disability Guidelines, Shoulder (updated 12/12/16); ODG, Low Back (updated 12/20/16).',
    'non-mtus odg-shoulder ch Shoulder «Official Disability Guidelines, Shoulder (updated 12/12/16)»',
    'non-mtus odg-low-back ch Low Back - Lumbar & Thoracic «ODG, Low Back (updated 12/20/16)»',
  );
  odg('ODG Guidelines, 14th Edition, 2016, Knee Chapter.', 'non-mtus odg-knee-and-leg ed 2016 ch Knee & Leg «ODG Guidelines, 14th Edition, 2016, Knee Chapter»');
  odg('ODG, Low Back, Lumbar and Thoracic (Acute and Chronic): Corsets.', 'non-mtus odg-low-back ch Low Back - Lumbar & Thoracic [Corsets] «ODG, Low Back, Lumbar and Thoracic (Acute and Chronic): Corsets»');
  odg('ODG, Neck and Upper Back, Low Back.', 'non-mtus odg-neck-and-upper-back ch Neck & Upper Back «ODG, Neck and Upper Back»', 'non-mtus odg-low-back ch Low Back - Lumbar & Thoracic «Low Back»');
  odg('Official Disability Guidelines (ODG).', 'non-mtus odg «Official Disability Guidelines (ODG)»');
  // No chapter stands where a chapter's name would.
  odg('ODG, MRI shoulder.', 'non-mtus odg [MRI shoulder] «ODG, MRI shoulder»');
  odg('ODG, pain management.', 'non-mtus odg [pain management] «ODG, pain management»');
});

test('citations: noise of extraction', () => {
  check('Decision based on MTUS Acupuncture Treatment 200 7.', 'mtus mtus-2007-acupuncture ed 2007 «MTUS Acupuncture Treatment 200 7»');
  check('Decision based on Non -MTUS Citation ODG, Knee.', 'non-mtus odg-knee-and-leg ch Knee & Leg «ODG, Knee»');
  check('Decision based on Non-MTUS Official Disability Guidelines (ODG), Knee.', 'non-mtus odg-knee-and-leg ch Knee & Leg «Official Disability Guidelines (ODG), Knee»');
  check('Decision based on Non\ufffeMTUS Citation ODG, Knee.', 'non-mtus odg-knee-and-leg ch Knee & Leg «ODG, Knee»');
  check(
    'Decision\r\n\r\nbased on MTUS Low\f\nBack Comp laints\n\n2004,\nSection(s):\n\nPhysical\nMethods.',
    'mtus acoem-2004-low-back ed 2004 [Physical Methods] «MTUS Low Back Comp laints 2004, Section(s): Physical Methods»',
  );
  check('Decision based on MTUS Forewarm, Wrist, and Hand Complaints 2004.', 'mtus acoem-2004-forearm-wrist-and-hand ed 2004 «MTUS Forewarm, Wrist, and Hand Complaints 2004»');
  check('Decision based on MTUS Accupuncture Treatment 2007.', 'mtus mtus-2007-acupuncture ed 2007 «MTUS Accupuncture Treatment 2007»');
});

test('citations: sections of law', () => {
  check('Decision based on Non-MTUS Citation 8 CCR 9792.21.1(a)(2)(A).', 'mtus 8-ccr-9792.21.1 [(a)(2)(A)] «8 CCR 9792.21.1(a)(2)(A)»');
  check('Decision based on Non-MTUS Citation Labor Code section 4610.5(c)(2).', 'non-mtus lab-4610.5 [(c)(2)] «Labor Code section 4610.5(c)(2)»');
  check('Decision based on Non-MTUS Citation 8 C.C.R. § 9792.24.3.', 'mtus 8-ccr-9792.24.3 «8 C.C.R. § 9792.24.3»');
  check(
    'Decision based on Non-MTUS Citation California Code of Regulations, Title 8, section 9792.21(d)(1); Cal. Labor Code § 4600.',
    'mtus 8-ccr-9792.21 [(d)(1)] «California Code of Regulations, Title 8, section 9792.21(d)(1)»',
    'non-mtus lab-4600 «Labor Code § 4600»',
  );
  check('Decision based on Non-MTUS Citation Labor Code 9999.', 'non-mtus null:regulation «Labor Code 9999»');
});

function checkRationale(rationale: string, fields: { claimsAdministratorGuideline?: string; reviewerGuideline?: string }, ...expected: string[]): void {
  const all = linesOf({ ...fields, rationale });
  assert.deepEqual(all.slice(linesOf(fields).length), expected, rationale);
}

test('citations: what a rationale names', () => {
  checkRationale(
    'As pages 98-99 of the California MTUS Chronic Pain Medical Treatment Guidelines have it, enough is enough.',
    { reviewerGuideline: 'Decision based on MTUS Chronic Pain Medical Treatment 2009.' },
    'mtus mtus-2009-chronic-pain {98-99} «pages 98-99 of the California MTUS Chronic Pain Medical Treatment Guidelines»',
  );
  checkRationale(
    'The MTUS Guideline in ACOEM Chapter 9, Table 9-6, page 214 says so, and the Third Edition ACOEM Guidelines Low Back Disorders Chapter notes on page 607 the same. The ODG Shoulder Chapter disagrees.',
    {},
    'mtus acoem-2004-shoulder ch 9 {214-214} «MTUS Guideline in ACOEM Chapter 9, Table 9-6, page 214»',
    'non-mtus acoem-3rd-low-back ed 3rd {607-607} «Third Edition ACOEM Guidelines Low Back Disorders Chapter notes on page 607»',
    'non-mtus odg-shoulder ch Shoulder «ODG Shoulder Chapter»',
  );
  // A year in the text decides; without one the item's fields do, the reviewer's first.
  const both = { claimsAdministratorGuideline: 'Decision based on MTUS Chronic Pain Medical Treatment 2009.', reviewerGuideline: 'Decision based on MTUS Chronic Pain Medical Treatment 2016.' };
  checkRationale('Per the MTUS 2009 Chronic Pain Guidelines.', both, 'mtus mtus-2009-chronic-pain ed 2009 «MTUS 2009 Chronic Pain Guidelines»');
  checkRationale('Per the MTUS Chronic Pain Guidelines.', both, 'mtus mtus-2016-chronic-pain «MTUS Chronic Pain Guidelines»');
  checkRationale('Per the MTUS Chronic Pain Guidelines.', {}, 'mtus null:mtus «MTUS Chronic Pain Guidelines»');
  // The schedule as a whole, guidelines without a name, and chapters' words in prose name nothing.
  checkRationale('The MTUS is silent, the guidelines are not met. The low back and knee complaints of 2004 are gone. FDA approved.', {});
  checkRationale('ODG pain scores were high.', {}, 'non-mtus odg «ODG»');
  // A chapter without the word MTUS is MTUS where the item's field cites it so.
  checkRationale(
    'The ACOEM chapter on knee complaints asks for more.',
    { reviewerGuideline: 'Decision based on MTUS Knee Complaints 2004.' },
    'mtus acoem-2004-knee «ACOEM chapter on knee complaints»',
  );
  checkRationale('The ACOEM chapter on knee complaints asks for more.', {}, 'non-mtus acoem-2004-knee «ACOEM chapter on knee complaints»');
});

test('citations: several chapters and sections of law in a rationale', () => {
  checkRationale(
    'According to ACOEM, Chapter 9, page 214, Table 9-6, and Chapter 12, page 303, imaging is out; ACOEM Chapters 8 and 13 agree.',
    {},
    'non-mtus acoem-2004-shoulder ch 9 {214-214} «ACOEM, Chapter 9, page 214, Table 9-6»',
    'non-mtus acoem-2004-low-back ch 12 {303-303} «Chapter 12, page 303»',
    'non-mtus acoem-2004-neck-and-upper-back ch 8 «ACOEM Chapters 8»',
    'non-mtus acoem-2004-knee ch 13 «13»',
  );
  checkRationale(
    'Under 8 CCR §9792.21(d) and Labor Code Section 4610.5(c)(2), and MTUS 9792.24.2, and the ODG (Low Back Chapter), it is not.',
    {},
    'mtus 8-ccr-9792.21 [(d)] «8 CCR §9792.21(d)»',
    'non-mtus lab-4610.5 [(c)(2)] «Labor Code Section 4610.5(c)(2)»',
    'mtus 8-ccr-9792.24.2 «MTUS 9792.24.2»',
    'non-mtus odg-low-back ch Low Back - Lumbar & Thoracic «ODG (Low Back Chapter»',
  );
});

test('citations: an address is one, whatever stands in it', () => {
  check('Decision based on Non-MTUS Citation www.odg-twc.example; ODG, Knee.', 'non-mtus null:other «www.odg-twc.example»', 'non-mtus odg-knee-and-leg ch Knee & Leg «ODG, Knee»');
});

test('citations: fixed sentences of the fields are told', () => {
  const { text, item } = itemOf({
    claimsAdministratorGuideline: 'The Claims Administrator did not cite any medical evidence for its decision.',
    reviewerGuideline: 'The Expert Reviewer did not base their decision on the MTUS. Decision based on Non-MTUS Citation ODG. Decision based on MTUS Knee Complaints 2004.',
  });
  const { statements } = citedIn(text, item);
  assert.deepEqual(statements.claimsAdministratorGuideline.map(({ kind }) => kind), ['none']);
  assert.deepEqual(
    statements.reviewerGuideline.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`),
    ['outside The Expert Reviewer did not base their decision on the MTUS', 'non-mtus Decision based on Non-MTUS Citation', 'mtus Decision based on'],
  );
  assert.equal(citedIn(text, item), citedIn(text, item), 'read once');
  assert.deepEqual(citationsOf(`${text} `, item), citationsOf(text, item), 'another text is read again');
});

test('citations: lie inside their fields, in order, whatever the text', () => {
  const words = ['MTUS ', 'ACOEM ', 'Chapter 9 ', 'Section(s): ', 'Decision based on ', 'Non-MTUS Citation ', ', and ', 'Knee Complaints 2004', 'page 9-', '(', ')', 'ODG ', 'Low Back', ';', '\u0000', '\ud83d', '&', '2nd ed. ', 'Labor Code 4610', 'İ', '\n\n'];
  let seed = 7;
  const next = (): number => (seed = (seed * 1103515245 + 12345) % 2147483648);
  let found = 0;
  const rounds = THOROUGH ? 3000 : 150;
  for (let round = 0; round < rounds; round++) {
    const field = Array.from({ length: next() % 30 }, () => words[(next() >> 8) % words.length]).join('');
    const { text, item } = itemOf({ claimsAdministratorGuideline: field, reviewerGuideline: field, rationale: field });
    let last = 0;
    for (const { field: kind, span, sections, pages } of citationsOf(text, item)) {
      found++;
      const body = item.fields.find((candidate) => candidate.kind === kind)!.body;
      assert.ok(span.start >= body.start && span.end <= body.end && span.start < span.end, JSON.stringify(field));
      assert.ok(span.start >= last, JSON.stringify(field));
      last = span.start;
      for (const part of [...sections, ...pages.map((page) => page.span)]) {
        assert.ok(part.start >= span.start && part.end <= span.end && part.start < part.end, JSON.stringify(field));
      }
    }
  }
  assert.ok(found > rounds * 1.5, `only ${found} citations`);
});

test('citations: spans outside the text are clamped', () => {
  const { item } = itemOf({ reviewerGuideline: 'Decision based on MTUS Knee Complaints 2004.' });
  assert.deepEqual(citationsOf('', item), []);
});
