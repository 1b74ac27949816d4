import type { DisputedItem, Span } from '../../../server/src/letter';
import type { Defect, Planting } from '../planting';
import type { Random } from '../random';
import { everySentence, hasHeadings, words, type Form, type Passage, type Source } from '../source';
import { behind, conclusionAbout, rationales } from './decision';

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'] as const;
const TREATMENTS = ['Physical therapy', 'Acupuncture', 'Chiropractic care', 'Aquatic therapy', 'Massage therapy'] as const;
const PARTS = ['left knee', 'right shoulder', 'low back', 'neck', 'left wrist'] as const;

/** A course that does not multiply: frequency, duration, and a number that is wrong and no multiple. */
function course(random: Random): { readonly often: string; readonly wrong: string } {
  const [times, weeks] = random.of([[2, 6], [3, 4], [2, 4], [1, 8], [2, 3], [3, 6], [2, 8]] as const);
  const product = times * weeks;
  let wrong = product;
  while (wrong < 2 || wrong % product === 0) wrong = product + random.of([-4, -2, -1, 1, 2, 3, 4]);
  const adverb = times === 1 ? 'once' : times === 2 ? 'twice' : `${WORDS[times]!} times`;
  const often = random.of([
    `${times} times a week for ${weeks} weeks`, `${adverb} a week for ${WORDS[weeks]!} weeks`, `${adverb} weekly for ${weeks} weeks`, `${times}x/week x ${weeks} weeks`, `${times} x week for ${weeks} weeks`,
    `${times} times per week for ${weeks} weeks`, `${times} visits per week for ${weeks} weeks`, `${WORDS[times]!} (${times}) times a week for ${WORDS[weeks]!} (${weeks}) weeks`, `for ${weeks} weeks, ${times} times a week`, `${times}x${weeks}`, `${times} times a week over ${weeks} weeks`,
  ]);
  const short = wrong <= 20 ? random.of([String(wrong), String(wrong), `${WORDS[wrong]!} (${wrong})`]) : String(wrong);
  return { often, wrong: short };
}

const UNITS = ['sessions', 'visits', 'treatments', 'appointments'] as const;

/** A new request in the place of a heading's; the old one is not read any more. */
function newRequest(source: Source, form: (item: DisputedItem) => { readonly name: string; readonly request: string; readonly conclusion?: string } | null): Planting[] {
  if (!hasHeadings(source)) return [];
  return source.letter.items.flatMap((item): Planting[] => {
    if (item.decision?.value == null || item.request.end === item.request.start) return [];
    const made = form(item);
    if (!made) return [];
    const passage = rationales(source).find((each) => each.item === item);
    if (made.conclusion !== undefined && !passage) return [];
    const edits = [{ span: item.request, newText: made.request }];
    // In place of the last sentence, so that the rationale has no other conclusion of its own.
    if (made.conclusion !== undefined) {
      const before = { start: passage!.span.start, end: passage!.sentences.at(-1)!.start };
      const alone = !/request|necess|therefore|thus/i.test(words(source, before));
      edits.push(alone ? { span: passage!.sentences.at(-1)!, newText: made.conclusion } : { span: passage!.span, newText: `The notes do not say what was gained so far. ${made.conclusion}` });
    }
    return [{ form: made.name, edits }];
  });
}

export const sessions: Defect = (source, random) => [
  ...newRequest(source, () => {
    const { often, wrong } = course(random);
    const [treatment, part, unit] = [random.of(TREATMENTS), random.of(PARTS), random.of(UNITS)];
    const request = random.of([
      `${treatment} for the ${part}, ${often} (⟦${wrong}⟧ ${unit})`, `${treatment} ${often} for the ${part}, ⟦${wrong}⟧ ${unit}`, `${treatment} for the ${part} ${often}, total ⟦${wrong}⟧`,
      `${treatment} ${often} (⟦${wrong}⟧)`, `⟦${wrong}⟧ ${unit} of ${treatment.toLowerCase()} for the ${part}, ${often}`, `${treatment} ${often} = ⟦${wrong}⟧ ${unit}`,
    ]);
    return { name: request, request };
  }),
  ...everySentence(source, source.passages, () => {
    const { often, wrong } = course(random);
    const unit = random.of(UNITS);
    return random.of<Form>([
      [`(n) ${often} ${wrong}`, `Exercise was given ${often} (⟦${wrong}⟧ ${unit}).`],
      [`total ${often} ${wrong}`, `Needling was to be given ${often}, for a total of ⟦${wrong}⟧ ${unit}.`],
      [`= ${often} ${wrong}`, `It was asked for ${often} = ⟦${wrong}⟧ ${unit} in May.`],
      [`comma ${often} ${wrong}`, `The request was for therapy ${often}, ⟦${wrong}⟧ ${unit}.`],
      [`part ${often} ${wrong}`, `The request is for physical therapy ${often} for the knee (⟦${wrong}⟧ ${unit}).`],
    ]);
  }, random),
];

function wordAndFigure(random: Random): string {
  const word = random.whole(1, 20);
  let figure = word;
  while (figure === word) figure = random.whole(1, 24);
  const big = random.of([['twenty-four', 12], ['thirty', 60], ['sixty', 90], ['ninety', 60], ['one hundred twenty', 90], ['a dozen', 10], ['twenty four', 20]] as const);
  return random.of([`${WORDS[word]!} (${figure})`, `${WORDS[word]!} (${figure})`, `${figure} (${WORDS[word]!})`, `${big[0]} (${big[1]})`, `${WORDS[word]!} (#${figure})`, `${big[0]} (${big[1]}.00)`]);
}

export const wordFigure: Defect = (source, random) => [
  ...newRequest(source, () => {
    const mark = wordAndFigure(random);
    const capital = mark[0]!.toUpperCase() + mark.slice(1);
    const request = random.of([`⟦${capital}⟧ physical therapy sessions for the left knee`, `Acupuncture for the neck, ⟦${mark}⟧ visits`, `Naproxen 550mg, ⟦${mark}⟧ tablets`, `Physical therapy, ⟦${mark}⟧ sessions for the low back`]);
    return { name: mark, request };
  }),
  ...everySentence(source, source.passages, () => {
    const mark = wordAndFigure(random);
    return random.of<Form>([
      [mark, `The doctor asked for ⟦${mark}⟧ sessions of therapy.`],
      [mark, `In May ⟦${mark}⟧ visits were given.`],
      [mark, `The worker took ⟦${mark}⟧ tablets of it.`],
      [mark, `A course of ⟦${mark}⟧ treatments was ended.`],
    ]);
  }, random),
];

/** Pairs of a request and what a conclusion makes of it. */
function differs(pairs: (random: Random) => readonly [request: string, conclusion: string]): Defect {
  return (source, random) => newRequest(source, (item) => {
    const [request, about] = pairs(random);
    return { name: `${request} | ${about}`, request, conclusion: conclusionAbout(random, item.decision!.value === 'upheld', about) };
  });
}

const newCount = differs((random) => {
  const n = random.of([6, 8, 12]);
  const other = random.of([4, 5, 9, 10]);
  const unit = random.of(UNITS);
  return random.of([
    [`Physical therapy for the left knee, ${n} ${unit}`, `⟦${other}⟧ ${unit} of physical therapy for the left knee`],
    [`Acupuncture, ${n} visits`, `acupuncture, ⟦${other}⟧ visits,`],
    [`${WORDS[n]!} (${n}) sessions of aquatic therapy`, `⟦${WORDS[other]!} (${other})⟧ sessions of aquatic therapy`],
    ['Naproxen 550mg #60', 'naproxen 550mg ⟦#90⟧'],
    ['Ibuprofen 800mg #60', 'ibuprofen 800mg, ⟦30⟧ tablets,'],
    ['Lidocaine patches, 30 patches', '⟦60⟧ patches of lidocaine'],
    ['Epidural steroid injections, 2 injections', '⟦3⟧ epidural steroid injections'],
    ['Physical therapy for the left knee, 2 times a week for 4 weeks', 'physical therapy ⟦3⟧ times a week for 4 weeks'],
    ['Norco 10/325mg #90 with 2 refills', 'Norco 10/325mg #90 with ⟦3⟧ refills'],
    ['Home health aide, 4 hours a day', 'a home health aide, ⟦6⟧ hours a day,'],
    ['Compound cream, 2 tubes', '⟦3⟧ tubes of compound cream'],
    ['Cold therapy unit rental, 7 days', 'a cold therapy unit for ⟦14⟧ days'],
    ['Two leg wraps', '⟦3⟧ leg wraps'],
    ['Massage therapy x 8', 'massage therapy, ⟦6⟧ sessions,'],
    ['X-ray of the left wrist, 2 views', 'an x-ray of the left wrist, ⟦3⟧ views,'],
  ] as const);
});

const newDose = differs((random) => random.of([
  ['Oxycodone 10mg #60', 'oxycodone ⟦20mg⟧ #60'],
  ['Gabapentin 300mg #90', 'gabapentin ⟦600 mg⟧'],
  ['Norco 10/325mg #120', 'Norco ⟦5/325mg⟧ #120'],
  ['Lidocaine 5% patches', 'lidocaine ⟦4%⟧ patches'],
  ['Naproxen sodium 550mg #60', 'naproxen ⟦500mg⟧ #60'],
  ['Cyclobenzaprine HCL 7.5mg', 'cyclobenzaprine ⟦10mg⟧'],
  ['Tramadol ER 150mg #30', 'tramadol ER ⟦100mg⟧ #30'],
  ['Fentanyl patch 25mcg', 'the fentanyl patch ⟦50mcg⟧'],
  ['Diclofenac gel 1% 100gm', 'diclofenac gel 1% ⟦200gm⟧'],
  ['Toradol injection 60mg', 'a Toradol injection ⟦30mg⟧'],
] as const));

const newSide = differs((random) => {
  const [side, other] = random.of([['left', 'right'], ['right', 'left']] as const);
  const part = random.of(['knee', 'shoulder', 'wrist', 'elbow', 'ankle', 'hip', 'lower extremity']);
  return random.of([
    [`MRI of the ${side} ${part}`, `an MRI of the ⟦${other}⟧ ${part}`],
    [`${side === 'left' ? 'Left' : 'Right'} ${part} injection`, `a ⟦${other}⟧ ${part} injection`],
    [`Physical therapy for the ${side} ${part}, 6 visits`, `physical therapy for the ⟦${other}⟧ ${part}`],
    [`Brace for the ${side} ${part}`, `a brace for the ⟦${other}⟧ ${part}`],
    [`X-ray of the ${side === 'left' ? 'lt' : 'rt'} ${part}`, `an x-ray of the ⟦${other}⟧ ${part}`],
    [`EMG of the ${side} ${part}`, `EMG of the ⟦${other}⟧ ${part}`],
    [`Injection, (${side === 'left' ? 'L' : 'R'}) ${part}`, `an injection of the ⟦${other}⟧ ${part}`],
  ] as const);
});

const newPart = differs((random) => random.of([
  ['MRI of the cervical spine', 'an MRI of the ⟦lumbar⟧ spine'],
  ['MRI of the lumbar spine', 'an MRI of the ⟦cervical⟧ spine'],
  ['Physical therapy for the neck, 6 visits', 'physical therapy for the ⟦knee⟧'],
  ['Epidural steroid injection at L4-5', 'an epidural steroid injection at ⟦L5-S1⟧'],
  ['Injection at C5-C6', 'the injection at ⟦C3-C4⟧'],
  ['Shoulder brace', 'a ⟦knee⟧ brace'],
  ['Acupuncture for the left knee, 6 sessions', 'acupuncture for the left ⟦shoulder⟧'],
  ['X-ray of the right ankle', 'an x-ray of the right ⟦wrist⟧'],
  ['CT scan of the head', 'a CT scan of the ⟦abdomen⟧'],
  ['Brace for the elbow', 'a brace for the ⟦hip⟧'],
  ['MRI of the thoracic spine', 'an MRI of the ⟦lumbar⟧ spine'],
] as const));

/** A conclusion that restates the real request with one thing changed. */
function restated(find: RegExp, change: (found: string, random: Random) => string | null): Defect {
  return (source, random) => {
    if (!hasHeadings(source)) return [];
    return rationales(source).flatMap((passage): Planting[] => {
      const item = passage.item!;
      const request = words(source, item.request).replace(/\s*\bis$/, '');
      if (item.partial || request.length > 110 || /[:.;]\s|\bboth\b|bilateral|\beach\b|\band\b|\bor\b|\d\s?-\s?\d+ (?:times|visits|sessions)/i.test(request)) return [];
      const found = [...request.matchAll(find)];
      const other = found.length === 1 ? change(found[0]![0], random) : null;
      if (other === null) return [];
      const about = request.slice(0, found[0]!.index) + other + request.slice(found[0]!.index + found[0]![0].length);
      const sentence = conclusionAbout(random, item.decision!.value === 'upheld', about);
      return [{ form: `restated: ${find.source.slice(0, 20)}`, edits: [behind(passage, sentence)] }, ...inPlace(source, passage, found[0]![0], other)];
    });
  };
}

/** What the real conclusion restates of the heading, changed where it stands. */
function inPlace(source: Source, passage: Passage, old: string, other: string): Planting[] {
  const last = passage.sentences.at(-1)!;
  const sentence = source.text.slice(last.start, last.end).replace(/\s/g, ' ');
  const subject = /^(?:(?:Therefore|As such|Thus|Consequently),? )?the request(?:ed)? (?:for )?(.*?) (?:is|are) (?:not )?medically necessary/i.exec(sentence);
  const all = subject ? [...subject[0].matchAll(new RegExp(`(?<![\\w.])${old.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w)`, 'gi'))] : [];
  if (all.length !== 1 || /\b(?:prior|completed|received|certified|initial|recommended|trial|if|unless|both|bilateral|which|that|as|because)\b/i.test(subject![0])) return [];
  const start = last.start + all[0]!.index;
  return [{ form: 'restated by the letter itself', edits: [{ span: { start, end: start + old.length }, newText: other }] }];
}

const restatedCount = restated(/#\s?\d+|\b\d+(?= (?:sessions|visits|tablets|capsules|patches|injections|units|refills|views|hours|days|weeks|months)\b)/gi, (found) => found.replace(/\d+/, (n) => `${Number(n) + (Number(n) % 2 === 0 ? 3 : 4)}`).replace(/^.*$/, '⟦$&⟧'));
const restatedDose = restated(/(?<![\d/.])\d+(?:\.\d+)?\s?(?:mg|mcg|ml|gm|%)/gi, (found) => `⟦${found.replace(/^\d+(?:\.\d+)?/, (n) => String(Number(n) * 3))}⟧`);
const restatedSide = restated(/\b(?:left|right)\b/gi, (found) => `⟦${/left/i.test(found) ? 'right' : 'left'}⟧`);
const restatedPart = restated(/\b(?:cervical|lumbar|shoulder|knee|elbow|ankle)\b/gi, (found) => `⟦${{ cervical: 'lumbar', lumbar: 'cervical', shoulder: 'knee', knee: 'shoulder', elbow: 'ankle', ankle: 'elbow' }[found.toLowerCase()]!}⟧`);

function both(one: Defect, other: Defect): Defect {
  return (source, random) => [...one(source, random), ...other(source, random)];
}

export const count = both(newCount, restatedCount);
export const dose = both(newDose, restatedDose);
export const side = both(newSide, restatedSide);
export const part = both(newPart, restatedPart);

export const remainder: Defect = (source, random) => [
  ...newRequest(source, () => {
    const [all, granted, wrong] = random.of([[12, 8, 5], [10, 6, 3], [12, 6, 8], [20, 10, 15], [8, 3, 4], [18, 12, 10]]) as [number, number, number];
    const form = random.of<(n: string) => string>([
      (n) => `Acupuncture for the left knee, ${n} visits`, (n) => `${n} sessions of physical therapy`, (n) => `Naproxen 550mg #${n}`, (n) => `Massage therapy x ${n}`, (n) => `Chiropractic visits for the neck, ${n}`, (n) => `Aquatic therapy (${n})`, (n) => `Cane, qty ${n}`,
    ]);
    const is = random.of([' is', ' is', '']);
    const remaining = form(`⟦${wrong}⟧`).replace('#⟦', '⟦#').replace('(⟦', '⟦(').replace('⟧)', ')⟧');
    const request = `${form(String(all))} was the original request. ${form(String(granted))} was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, ${remaining}${is}`;
    return { name: form('n') + is, request };
  }),
  ...source.letter.items.flatMap((item): Planting[] => {
    const partial = item.partial;
    if (!partial) return [];
    return [partial.original, partial.authorized, partial.remaining].flatMap((span) => changed(source, span, partial.remaining, partial.authorized));
  }),
];

/** One number of a part raised, where each part has one number only. */
function changed(source: Source, span: Span, remaining: Span, authorized: Span): Planting[] {
  const numbers = (each: Span): RegExpMatchArray[] => [...source.text.slice(each.start, each.end).matchAll(/\d+/g)];
  const [own, rest] = [numbers(span), numbers(remaining)];
  // "2 times a week …" in a part is a number of sessions too.
  if (/times|weekly|per week/i.test(words(source, span))) return [];
  if (own.length !== 1 || rest.length !== 1 || numbers(authorized).length !== 1) return [];
  const at = span.start + own[0]!.index!;
  const restAt = remaining.start + rest[0]!.index!;
  const edit = { span: { start: at, end: at + own[0]![0].length }, newText: String(Number(own[0]![0]) + 3) };
  if (span === remaining) return [{ form: 'remaining + 3', edits: [{ ...edit, newText: `⟦${edit.newText}⟧` }] }];
  return [{ form: 'another part + 3', edits: [edit], at: [{ start: restAt, end: restAt + rest[0]![0].length }] }];
}

export type { Passage };
