import { datesIn, type Span } from '../../../server/src/letter';
import { insertion, type Defect, type Planting } from '../planting';
import { everySentence, type Form, type Source } from '../source';

/** Every match in the passages. */
function inPassages(source: Source, pattern: RegExp, make: (found: RegExpMatchArray, at: number) => Planting | null): Planting[] {
  return source.passages.flatMap(({ span }) => [...source.text.slice(span.start, span.end).matchAll(pattern)].flatMap((found) => make(found, span.start + found.index) ?? []));
}

const ABBREVIATED = /\b(?:Dr|Mr|Mrs|Ms|vs|No|Nos|St|al|etc|approx|Inc|Fig|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]\.?[A-Z])\.$/;

export const gluedSentences: Defect = (source) =>
  inPassages(source, /(?<![\w.@/-])([A-Za-z]*[a-z]{2}|\d{4}|[LCT]\d-[LSCT]?\d|\d{1,2}\/10|\d+%|[a-z]\))\.(\s+)(?=[A-Z][a-z]+\s)/g, (found, at) => {
    const stop = at + found[1]!.length + 1;
    if (ABBREVIATED.test(source.text.slice(at, stop))) return null;
    return { form: 'glued', edits: [{ span: { start: stop, end: stop + found[2]!.length }, newText: '' }], at: [{ start: at, end: stop }] };
  });

const BEHIND = ['and', 'with', 'without', 'was', 'were', 'which', 'that', 'the', 'from', 'for', 'has', 'had', 'are'] as const;
export const gluedWords: Defect = (source, random) => [
  ...inPassages(source, /(?<![\w/-])((?:[LCTS]\d{1,2}(?:[-/][LCTS]?\d{1,2})?|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|20[01]\d|19\d\d)) (?:and|or|with|without|was|were|which|that|the|from|for|has|had|is|are|showed|shows|revealed|in|on|at|to|of|by)\b/g, (found, at) => ({
    form: `glued ${found[0].replace(/\d/g, '9')}`, edits: [{ span: { start: at + found[1]!.length, end: at + found[1]!.length + 1 }, newText: '' }], at: [{ start: at, end: at + found[0].length }],
  })),
  ...inPassages(source, /(?<![\w-])(in|on|of|since|from|until|to|and|through|dated) (?=(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|20[01]\d|19\d\d)(?![\w/-]))/g, (found, at) => ({
    form: `glued ${found[1]!} before`, edits: [{ span: { start: at + found[1]!.length, end: at + found[0].length }, newText: '' }], at: [{ start: at, end: at + found[0].length }],
  })),
  ...everySentence(source, source.passages, () => {
    const word = random.of(BEHIND);
    return random.of<Form>([
      [`level ${word}`, `A bulge was seen at ⟦L4-L5${word}⟧ not again.`],
      [`one level ${word}`, `The nerve at ⟦C6${word}⟧ below was looked at.`],
      [`date ${word}`, `The visit of ⟦03/04/2015${word}⟧ this one were read.`],
      [`year ${word}`, `The fall of ⟦2012${word}⟧ the other was told.`],
      [`number ${random.of(BEHIND)}`, `A list of ⟦12${random.of(['and', 'with', 'was', 'which', 'for', 'had', 'of'])}⟧ more was read.`],
      ['before a date', `The visit ⟦${random.of(['on', 'of', 'dated', 'since', 'from', 'until'])}03/04/2015⟧ was read.`],
      ['before a year', `The fall ⟦${random.of(['in', 'of', 'since', 'from'])}2012⟧ was told.`],
    ]);
  }),
];

const SPLITS: Readonly<Record<string, readonly string[]>> = {
  for: ['f or', 'fo r'], of: ['o f'], the: ['t he', 'th e'], and: ['a nd', 'an d'], with: ['w ith', 'wi th', 'wit h'], was: ['w as', 'wa s'], were: ['w ere', 'wer e'], that: ['t hat', 'th at', 'tha t'], this: ['t his', 'th is', 'thi s'],
  from: ['f rom', 'fr om', 'fro m'], which: ['w hich', 'wh ich', 'whi ch', 'whic h'], have: ['ha ve', 'hav e'], has: ['ha s'], had: ['ha d'], been: ['b een', 'bee n'], not: ['n ot'], over: ['ov er', 'ove r', 'o ver'],
};
const ENDINGS = 'es ed ly ing ings ion ions tion tions sion sions ation ations ment ments ent ents ence ance ity ities ive ial ical ically ible ous ness osis itis ies ied ain apy ology tient tients'.split(' ');
const KNOWN = new Set('days weeks months years pain patient patients injured injury worker applicant treatment treatments medical medically necessary necessity therapy physical request requested review diagnosis diagnoses lumbar cervical spine strain sprain surgery medication medications physician guideline guidelines recommended decision'.split(' '));

export const brokenWord: Defect = (source, random) => {
  const counts = new Map<string, number>();
  for (const [word] of source.text.slice(source.letter.span.start, source.letter.span.end).toLowerCase().matchAll(/(?<![\w-])[a-z]+(?![\w-])/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const small = inPassages(source, /(?<![\d\w-]\s)(?<=[a-z]{2},? )[a-z]{2,5}(?=[ ,.])/g, (found, at) => {
    const splits = SPLITS[found[0]];
    return splits ? whole(at, found[0], random.of(splits), 'small word') : null;
  });
  const long = inPassages(source, /(?<=[\s(])[A-Z]?[a-z]{3,}(?=[\s,.;)])/g, (found, at) => {
    const word = found[0].toLowerCase();
    if ((counts.get(word) ?? 0) < 2 && !KNOWN.has(word)) return null;
    const ending = ENDINGS.filter((end) => word.endsWith(end) && word.length - end.length >= 3 && !counts.has(word.slice(0, -end.length) + ' ')).at(0);
    if (!ending) return null;
    const cut = found[0].length - ending.length;
    return whole(at, found[0], `${found[0].slice(0, cut)} ${ending}`, `long word, ${ending}`);
  });
  const hyphen = inPassages(source, /(?<=[a-z] )[a-z]{6,}(?= [a-z])/g, (found, at) => {
    if ((counts.get(found[0]) ?? 0) < 2) return null;
    const cut = random.whole(3, found[0].length - 3);
    return whole(at, found[0], `${found[0].slice(0, cut)}${random.of(['-', '-', '\u00ad', '\ufffe'])}${source.lineEnd}${found[0].slice(cut)}`, 'hyphen and line end');
  });
  const levels = inPassages(source, /\b([LCT]\d-[LSCT])(\d)(?=[ ,.])/g, (found, at) => whole(at, found[0], `${found[1]!} ${found[2]!}`, 'spine level'));
  const fields = source.letter.items.flatMap(({ fields: all }) => all.filter(({ kind }) => kind !== 'rationale').flatMap(({ body }) => {
    const text = source.text.slice(body.start, body.end);
    const non = [...text.matchAll(/Non-MTUS/g)].map(({ index }) => whole(body.start + index, 'Non-MTUS', random.of(['Non -MTUS', 'Non- MTUS']), 'Non-MTUS'));
    const years = [...text.matchAll(/(?<=[a-z] )20\d\d(?=[.,;])/g)].map((found) => whole(body.start + found.index, found[0], `${found[0].slice(0, 3)} ${found[0].slice(3)}`, 'year'));
    return [...non, ...years];
  }));
  return [...random.some(small, 6), ...random.some(long, 7), ...random.some(hyphen, 5), ...random.some([...levels, ...fields], 4)];
};

function whole(at: number, old: string, newText: string, form: string): Planting {
  return { form: `${form}: ${newText.replace(/\s+/g, ' ')}`, edits: [{ span: { start: at, end: at + old.length }, newText: `⟦${newText}⟧` }] };
}

export const brokenDate: Defect = (source, random) => {
  const breaks = (date: string): string | null => {
    if (!/^\d{1,2}([-/])\d{1,2}\1(\d{4}|\d{2})$/.test(date)) return null;
    const at = random.of([...date.matchAll(/[-/]/g)]).index;
    const [before, mark, after] = [date.slice(0, at), date[at]!, date.slice(at + 1)];
    const line = `${before}${mark}${source.lineEnd}${after}`;
    return /\d{4}$/.test(date) ? random.of([line, `${before} ${mark}${after}`, `${before}${mark} ${after}`]) : line;
  };
  const old = source.passages.flatMap(({ span }) => datesIn(source.text, span)).flatMap((span): Planting[] => {
    const date = source.text.slice(span.start, span.end);
    const broken = breaks(date);
    return broken ? [whole(span.start, date, broken, 'broken')] : [];
  });
  const added = everySentence(source, source.passages, () => {
    const broken = breaks(random.of(['11-16-2016', '11/16/16', '3-4-2015', '10/02/2014', '1-8-16']))!;
    return [broken.replace(/\s+/g, '␤'), random.of([`The x-ray dated ⟦${broken}⟧ was normal.`, `On ⟦${broken}⟧ the gait was even.`, `The notes (⟦${broken}⟧) were read.`])];
  });
  return [...old, ...random.some(added, 8)];
};

const CYRILLIC: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', y: 'у' };

export const lookAlike: Defect = (source, random) => {
  const words = inPassages(source, /(?<=\s)[a-z]{4,}(?=[\s,.])/g, (found, at) => {
    const places = [...found[0]].flatMap((letter, i) => (letter in CYRILLIC ? [i] : []));
    if (places.length === 0) return null;
    const i = random.of(places);
    return whole(at, found[0], found[0].slice(0, i) + CYRILLIC[found[0][i]!]! + found[0].slice(i + 1), 'Cyrillic');
  });
  const old = [
    ...inPassages(source, /\bL5-S1\b(?! joint)/g, (found, at) => whole(at, found[0], random.of(['L5-Sl', 'L5-SI', 'LS-S1', 'L5-S|']), 'levels')),
    ...inPassages(source, /(?<![\d/-])(1[0-2]|[1-9])\/(\d0|0\d|1\d)\/20(1\d)(?![\d/-])/g, (found, at) => whole(at, found[0], found[0].replace(/0/, random.of(['O', 'o'])), 'date')),
    ...inPassages(source, /(?<=[a-z] )20(?=1\d[., ])/g, (_found, at) => ({ form: 'year', edits: [{ span: { start: at, end: at + 2 }, newText: '2O' }], at: [{ start: at, end: at + 4 }] })),
    ...inPassages(source, /(?<=[a-z] )[1-9]0(?= ?(?:mg|weeks|days|tablets|sessions|visits|%|cm)\b)/g, (found, at) => whole(at, found[0], `${found[0][0]!}O`, 'number')),
  ];
  const added = everySentence(source, source.passages, () => random.of<Form>([
    ['levels', `Narrowing was seen at ⟦${random.of(['L5-Sl', 'L5-SI', 'Ll-L2', 'T1O-T11', 'LS-S1', 'L4/LS'])}⟧ in May.`],
    ['date', `It was seen on ⟦${random.of(['1O/12/2016', 'l0/12/2016', '10/l2/2016', '10-1O-2015', '1I/08/2016'])}⟧ too.`],
    ['year', `A fall in ⟦${random.of(['2O16', '2Ol6', '201l', '20I4'])}⟧ was told.`],
    ['#', `The worker had tablets ⟦${random.of(['#6O', '#l20', '#9O'])}⟧ in May.`],
    ['mg', `Ibuprofen ⟦${random.of(['6OO', '80O', '1O', 'l0'])}⟧ mg was given.`],
    ['weeks', `It took ⟦${random.of(['l2', '1O', 'I2', '2O'])}⟧ ${random.of(['weeks', 'days', 'sessions', 'visits', 'months'])} to heal.`],
    ['C5-C6', 'Narrowing was seen at ⟦С5-С6⟧ in May.'],
  ]));
  return [...random.some(old, 6), ...random.some(words, 6), ...random.some(added, 8)];
};

const STRAY = ['\u00ad', '\ufffe', '\ufffd', '\u200b', '\u200e', '\u2060', '\ufeff', '\u0002', '\u0007', '\ue001', '\uf0b7', '\u202c', '\ufb01', '\ufb02'] as const;

export const stray: Defect = (source, random) => [
  ...inPassages(source, /(?<=[A-Za-z]{2})(?=[a-z]{2})/g, (_found, at) => {
    const mark = random.of(STRAY);
    return { form: `U+${mark.codePointAt(0)!.toString(16)} in a word`, edits: [insertion(at, `⟦${mark}⟧`)] };
  }),
  ...inPassages(source, /(?<=[a-z] )(?=[a-z])/g, (_found, at) => {
    const mark = random.of(STRAY);
    return { form: `U+${mark.codePointAt(0)!.toString(16)} alone`, edits: [insertion(at, `⟦${mark}⟧ `)] };
  }),
  ...source.letter.items.map(({ request }): Planting => ({ form: 'in a request', edits: [insertion(Math.min(request.start + 3, request.end), '⟦\ufffe⟧')] })),
];

const HOLES = /\b(?:Dr|Mr|Mrs|Ms|MD|a|an|and|at|by|for|from|in|is|name|named|of|on|or|the|to|was|with)$/i;

export const spaceBefore: Defect = (source) => inPassages(source, /(?<=[a-z]{2}|\d{2}|[)%])[.,;](?=[ \r\n])/g, (found, at) =>
  HOLES.test(source.text.slice(at - 8, at)) || !/[ \t]/.test(' ') ? null : { form: `before ${found[0]}`, edits: [{ span: { start: at, end: at + 1 }, newText: `⟦ ${found[0]}⟧` }] });

export type { Span };
