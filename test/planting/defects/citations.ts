import { fieldOf } from '../../../server/src/letter';
import type { Defect } from '../planting';
import type { Random } from '../random';
import { headerDate, type Source } from '../source';
import { wholeItems } from './structure';

/** A new body of the reviewer's guideline in every item. */
function reviewerField(wording: (random: Random, source: Source) => string | null): Defect {
  return (source, random) => wholeItems(source).flatMap((item) => {
    const body = wording(random, source);
    return body === null ? [] : [{ form: body, edits: [{ span: fieldOf(item, 'reviewerGuideline')!.body, newText: body }] }];
  });
}

export const pagesOutside = reviewerField((random) => random.of([
  `Decision based on MTUS ACOEM Chapter 12 Low Back Complaints ⟦Page(s): ${random.of([343, 214, 20, 360])}⟧.`,
  `Decision based on MTUS Low Back Complaints 2004, ⟦Page(s): ${random.of([343, 402, 150])}⟧.`,
  `Decision based on MTUS Chronic Pain Treatment Guidelines Massage therapy ⟦Page(s): ${random.of([160, 188, 303])}⟧.`,
  `Decision based on MTUS Chronic Pain Medical Treatment Guidelines ⟦Page(s): ${random.of([160, 250])}⟧.`,
  `Decision based on MTUS ACOEM Chapter 12 Low Back Complaints ⟦Page(s): ${random.of(['343-345', '178-180'])}⟧.`,
]));

export const pagesOfAnotherTopic = reviewerField((random) => random.of([
  'Decision based on MTUS Chronic Pain Treatment Guidelines Physical Medicine ⟦Page(s): 58-60⟧.',
  'Decision based on MTUS Chronic Pain Treatment Guidelines Physical medicine ⟦Page(s): 22⟧.',
  'Decision based on MTUS Chronic Pain Medical Treatment Guidelines Physical Medicine ⟦Page(s): 60⟧.',
  'Decision based on MTUS Chronic Pain Treatment Guidelines Massage therapy ⟦Page(s): 98-99⟧.',
  'Decision based on MTUS Chronic Pain Treatment Guidelines Physical medicine ⟦Page(s): 113⟧.',
]));

export const notYetInForce = reviewerField((random, source) => {
  const decided = headerDate(source, 'decisionDate');
  if (!decided || decided.iso >= '2017-12-01') return null;
  const name = random.of(['Low Back Disorders 2016', 'Cervical and Thoracic Spine Disorders 2016', 'Shoulder Disorders 2016', 'Knee Disorders 2015', 'Hip and Groin Disorders 2011', 'Chronic Pain 2017', 'Opioids 2017']);
  return `Decision based on MTUS ⟦${name}${random.of(['', ', Section(s): Treatments', ', Section(s): Diagnostic Testing'])}⟧.`;
});

export const superseded = reviewerField((random, source) => {
  const [injury, denial, decided] = [headerDate(source, 'dateOfInjury'), headerDate(source, 'urDenialDate'), headerDate(source, 'decisionDate')];
  if (!injury || !denial || !decided || (denial.iso < '2016-12-01' && injury.iso < '2016-08-01')) return null;
  return `Decision based on MTUS ⟦Chronic Pain Medical Treatment 2009${random.of(['', ', Section(s): Physical Medicine', ', Section(s): Opioids', ', Section(s): Massage therapy', ', Section(s): NSAIDs'])}⟧.`;
});

export const notPart = reviewerField((random) => random.of([
  `Decision based on MTUS ACOEM Chapter 6 ⟦Pain, Suffering, and the Restoration of Function⟧ Page(s): ${random.of([114, 115])}.`,
  'Decision based on MTUS ACOEM Chapter 6 ⟦Pain, Suffering, and the Restoration of Function⟧.',
  'Decision based on MTUS ⟦Pain, Suffering, and the Restoration of Function⟧ 2004.',
  'Decision based on Non-MTUS Citation ⟦ACOEM, 2nd Edition, Chapter 6 (page 114)⟧.',
  'Decision based on MTUS ⟦ACOEM Chapter 6⟧.',
]));

export const withoutCitation = reviewerField((random) => random.of([
  '⟦The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines⟧.',
  '⟦The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines.⟧ Decision based on Non-MTUS Citation',
  '⟦The Expert Reviewer did not base their decision on the MTUS⟧.',
  '⟦The Expert Reviewer based their decision on\nrecommendation(s) outside of the MTUS Guidelines⟧.',
  '⟦The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines⟧',
]));

export const notBeside = reviewerField((random) => {
  const sentence = random.of(['The Expert Reviewer did not base their decision on the MTUS', 'The MTUS was not relied on'].slice(0, 1));
  const citation = random.of(['MTUS Knee Complaints 2004, Section(s): Special Studies', 'MTUS Low Back Complaints 2004', 'MTUS Chronic Pain Medical Treatment 2016', 'MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 303', 'MTUS Acupuncture Treatment 2007']);
  return random.of([`⟦${sentence}⟧. Decision based on ${citation}.`, `⟦${sentence}⟧.  Decision based on ${citation}.`]);
});

export const nothingToLookUp = reviewerField((random) => random.of([
  '⟦See the rationale below.⟧', 'Decision based on Non-MTUS Citation ⟦Official Disability Guidelines (ODG)⟧.', 'Decision based on Non-MTUS Citation ⟦ODG⟧.', 'Decision based on Non-MTUS Citation ⟦Official Disability Guidelines⟧.', '⟦Evidence-based guidelines⟧.', 'Decision based on Non-MTUS Citation ⟦evidence-based guidelines⟧.', 'Decision based on Non-MTUS Citation ⟦ACOEM⟧.', '⟦See above.⟧',
]));

export const notSoNamed = reviewerField((random) => random.of([
  'Decision based on MTUS Chronic Pain Treatment Guidelines ⟦Physical Therapy⟧ Page(s): 98-99.',
  'Decision based on MTUS Chronic Pain Medical Treatment Guidelines ⟦Physical Therapy⟧ Page(s): 98-99.',
  'Decision based on MTUS Chronic Pain Treatment Guidelines ⟦Physical Therapy⟧.',
  'Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): ⟦Physical Therapy⟧.',
  'Decision based on MTUS Chronic Pain Treatment Guidelines ⟦Physical therapy⟧ Page(s): 99.',
]));

export const misspeltGuideline = reviewerField((random) => random.of([
  'Decision based on MTUS ⟦Forewarm, Wrist, and Hand Complaints⟧ 2004.', 'Decision based on MTUS ⟦Accupuncture Treatment⟧ 2007.', 'Decision based on MTUS Knee Complaints 2004, Section(s): ⟦Specail Studies⟧.', 'Decision based on MTUS ⟦Shouder Complaints⟧ 2004.',
  'Decision based on MTUS ⟦Low Back Complants⟧ 2004.', 'Decision based on MTUS ⟦Neck and Uper Back Complaints⟧ 2004, Section(s): Special Studies.', 'Decision based on MTUS ⟦Chronic Pain Medcal Treatment⟧ 2016.', 'Decision based on MTUS ⟦Ankle and Foot Complaimts⟧ 2004.', 'Decision based on MTUS ⟦Knee Complaits⟧ 2004.',
]));

/** The rationale names a chapter, and the field a part of the body that is another. */
export const fieldAndRationale: Defect = (source, random) => wholeItems(source).flatMap((item) => {
  const rationale = source.passages.find((passage) => passage.item === item);
  if (!rationale) return [];
  const sentence = random.of([
    'The MTUS Guideline in ⟦ACOEM Chapter 9⟧, Table 9-6, page 214 advises against it.', '⟦ACOEM Chapter 9⟧, page 214 advises against it.', 'MTUS ⟦ACOEM Chapter 14⟧ speaks of it.', 'The ⟦ACOEM Chapter 9 Shoulder Complaints⟧ was read for it.', 'The MTUS ⟦Shoulder Complaints⟧ 2004 chapter advises against it.', 'According to ⟦MTUS Ankle and Foot Complaints 2004⟧ it is of no use.',
  ]);
  return [{ form: sentence, edits: [{ span: fieldOf(item, 'reviewerGuideline')!.body, newText: 'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.' }, { span: rationale.span, newText: `${sentence} Therefore, the request is not medically necessary.` }] }];
});

export const bodyPart: Defect = (source, random) => wholeItems(source).map((item) => {
  const [request, chapter] = random.of([
    ['MRI of the left knee', 'Low Back Complaints'], ['MRI of the lumbar spine', 'Knee Complaints'], ['X-ray of the right shoulder', 'Neck and Upper Back Complaints'], ['Brace for the left ankle', 'Knee Complaints'], ['MRI of the cervical spine', 'Low Back Complaints'], ['MRI of the left knee and the right shoulder', 'Knee Complaints'], ['Splint for the right wrist', 'Shoulder Complaints'],
  ] as const);
  return { form: `${request} | ${chapter}`, edits: [{ span: item.request, newText: request }, { span: fieldOf(item, 'claimsAdministratorGuideline')!.body, newText: 'The Claims Administrator did not cite any medical evidence for its decision.' }, { span: fieldOf(item, 'reviewerGuideline')!.body, newText: `Decision based on MTUS ⟦${chapter}⟧ 2004${random.of(['', ', Section(s): Special Studies'])}.` }] };
});
