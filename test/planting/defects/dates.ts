import { datesIn, HEADER_KINDS, isoDate, type HeaderKind, type Span } from '../../../server/src/letter';
import { anyWriting, daysAfter, FORMS, isoAfter, LONG_FORMS, written } from '../dates';
import { type Defect, type Planting } from '../planting';
import type { Random } from '../random';
import { everySentence, headerDate, words, type Form, type Passage, type Source } from '../source';

/** Dates that no calendar has, with a year in four digits. */
function impossible(random: Random): Form {
  const year = random.whole(2012, 2017);
  const day = random.whole(1, 28);
  const separator = random.of(['/', '-']);
  const forms: Form[] = [
    ['February 30', `${random.of(['2', '02'])}${separator}${random.of([30, 31])}${separator}${year}`],
    ['month 13 to 19', `${random.whole(13, 19)}${separator}${random.of(['05', '5', '11'])}${separator}${year}`],
    ['leap day', `02${separator}29${separator}${random.of([2013, 2014, 2015, 2017])}`],
    ['31 of a short month', `${random.of([4, 6, 9, 11])}${separator}31${separator}${year}`],
    ['named month, 31', `${random.of(['September', 'November', 'June', 'April'])} 31, ${year}`],
    ['named month, 42', `${random.of(['Nov.', 'Oct.', 'Jan', 'March'])} ${random.whole(32, 49)}, ${year}`],
    ['year 0216', `11${separator}${String(day).padStart(2, '0')}${separator}0${random.of([215, 216])}`],
    ['month 0', `0${separator}${day}${separator}${year}`],
  ];
  return random.of(forms);
}

const SEEN_ON = ['The patient was seen on ⟦…⟧.', 'The notes of ⟦…⟧ were read.', 'An x-ray dated ⟦…⟧ was normal.', 'On ⟦…⟧ the knee was stable.', 'The report (⟦…⟧) was read.', 'By ⟦…⟧, swelling was gone.'] as const;

export const impossibleDate: Defect = (source, random) => {
  const inserted = everySentence(source, source.passages, () => {
    const [name, date] = impossible(random);
    return [name, random.of(SEEN_ON).replace('…', date)];
  });
  const changed = dates(source, true).map(({ span }): Planting => {
    const [name, date] = impossible(random);
    return { form: `changed: ${name}`, edits: [{ span, newText: `⟦${date}⟧` }] };
  });
  const header = dated(source).map(({ span, kind }): Planting => {
    const [name, date] = random.of([impossible(random), ['two figures', `${random.of(['13/45', '02/30', '24/10'])}/16`] as const]);
    return { form: `${kind}: ${name}`, edits: [{ span, newText: `⟦${date}⟧` }] };
  });
  return [...inserted, ...changed, ...random.some(header, 5)];
};

/** Whole dates of the passages; only those with a year in four digits, if asked for. */
function dates(source: Source, fourDigits: boolean): { readonly span: Span; readonly iso: string; readonly passage: Passage }[] {
  return source.passages.flatMap((passage) =>
    datesIn(source.text, passage.span).flatMap((span) => {
      const iso = isoDate(words(source, span).replace(/([-/]) /g, '$1'));
      return iso && (!fourDigits || /\d{4}$/.test(words(source, span))) ? [{ span, iso, passage }] : [];
    }),
  );
}

const ORDER: readonly HeaderKind[] = ['dateOfInjury', 'urDenialDate', 'applicationReceived', 'dateAssigned', 'decisionDate'];

function dated(source: Source): { readonly kind: HeaderKind; readonly span: Span; readonly iso: string }[] {
  return HEADER_KINDS.flatMap((kind) => {
    const date = headerDate(source, kind);
    return date && ORDER.includes(kind) ? [{ kind, ...date }] : [];
  }).sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

export const outOfOrder: Defect = (source, random) => {
  const rows = dated(source);
  if (rows.length < 2 || !inOrder(rows)) return [];
  return rows.flatMap((row) =>
    [-400, -365, -90, -31, 31, 90, 365, 366, 3650].flatMap((days): Planting[] => {
      const changed = { ...row, iso: isoAfter(row.iso, days) };
      const all = rows.map((each) => (each === row ? changed : each));
      if (inOrder(all)) return [];
      const wrong = all.filter((each) => inOrder(all.filter((other) => other !== each))).at(-1);
      if (!wrong) return [];
      const date = anyWriting(random, ['M/D/YYYY', 'MM/DD/YYYY'], daysAfter(row.iso, days));
      const edit = { span: row.span, newText: wrong === changed ? `⟦${date}⟧` : date };
      return [{ form: `${row.kind} ${days} days`, edits: [edit], at: wrong === changed ? [] : [wrong.span] }];
    }),
  );
};

function inOrder(rows: readonly { readonly iso: string }[]): boolean {
  return rows.every((row, i) => i === 0 || rows[i - 1]!.iso <= row.iso);
}

/** Words beside which a late date is none (the page of the rule). */
const AHEAD = /schedul|appoint|follow|will|next|upcoming|future|effective|expire|until|till|through|due|return|plan|anticipat|expect|estimat|tentativ|deadline|valid|renew|publish|updat|revis|access|retriev|edition|version|guideline|mtus|odg|acoem|born|birth|www|http|certif|authoriz|approv|work|duty|disab|restrict/i;

export const afterDecision: Defect = (source, random) => {
  const decided = headerDate(source, 'decisionDate');
  if (!decided || !inOrder(dated(source))) return [];
  const inserted = everySentence(source, source.passages, (passage, at) => {
    const near = source.text.slice(Math.max(passage.span.start, at - 62), at + 32);
    if (AHEAD.test(near)) return null;
    const days = random.of([1, 3, 20, 60, 200, 365, 366, 900]);
    const date = anyWriting(random, FORMS, daysAfter(decided.iso, days));
    return [`${days} days`, random.of(SEEN_ON).replace('…', date)];
  }, random);
  const changed = dates(source, false).flatMap(({ span, iso }): Planting[] => {
    const near = source.text.slice(Math.max(0, span.start - 62), span.end + 32);
    const [year, month, day] = daysAfter(iso, 0);
    const later = Number(decided.iso.slice(0, 4)) + (iso.slice(5) > decided.iso.slice(5) ? 0 : 1);
    if (AHEAD.test(near) || later === year || /\b(?:and|to|-|–)\s*$/.test(source.text.slice(span.start - 5, span.start))) return [];
    const date = anyWriting(random, ['M/D/YYYY', 'MM-DD-YYYY', 'Month D, YYYY', 'M/D/YY'], [later, month, day === 29 && month === 2 ? 28 : day]);
    return [{ form: 'year changed', edits: [{ span, newText: `⟦${date}⟧` }] }];
  });
  return [...inserted, ...changed];
};

const INJURY = [
  'The date of injury is ⟦…⟧.', 'The injury date was ⟦…⟧.', 'DOI: ⟦…⟧.', 'The industrial injury of ⟦…⟧ was reported.', 'The patient has a work-related accident dated ⟦…⟧.',
  'The applicant filed an occupational claim from ⟦…⟧.', 'The patient was injured on ⟦…⟧.', 'The applicant injured his left knee on ⟦…⟧.', 'The worker sustained an injury on ⟦…⟧.', 'The patient has a ⟦…⟧ date of injury.',
] as const;
const DENIAL = [
  'The utilization review dated ⟦…⟧ was read.', 'In a UR report of ⟦…⟧ the request was denied.', 'The UR denial from ⟦…⟧ was read.', 'Utilization Review (⟦…⟧) denied the request.', 'The request was denied by Utilization Review on ⟦…⟧.',
  'The request was non-certified by the claims administrator on ⟦…⟧.', 'It was denied on ⟦…⟧ by Utilization Review.', 'On ⟦…⟧, the Utilization Review denied the request.', 'On ⟦…⟧, Utilization Review non-certified the request.', 'On ⟦…⟧, the claims administrator failed to approve it.', 'UR denied certification on ⟦…⟧.',
] as const;

export const headerDisagrees: Defect = (source, random) =>
  ([['dateOfInjury', INJURY], ['urDenialDate', DENIAL]] as const).flatMap(([kind, forms]): Planting[] => {
    const row = headerDate(source, kind);
    if (!row) return [];
    const silent = source.passages.filter((passage) => !gives(source, passage, row.iso));
    const inserted = everySentence(source, silent, () => {
      const days = random.of([-3650, -365, -31, -10, -1, 1, 9, 30]);
      const form = random.of(forms);
      const writing = random.of(form.includes('(⟦') ? LONG_FORMS : FORMS);
      return [`${form} (${days})`, form.replace('…', written(writing, ...daysAfter(row.iso, days)))];
    }, random);
    return [...random.some(inserted, 14), ...source.passages.flatMap((passage) => changedBeside(source, random, passage, kind, row.iso))];
  });

/** What stands right before a date that is that of the injury or the denial, in real letters. */
const BEFORE = {
  dateOfInjury: /(?:date of injury|injury date|\bDOI|(?:industrial|work|work-related|occupational) (?:injury|accident|incident)|(?:industrial|occupational) claim|injured|sustained an (?:\w+ )?injury)(?: of| on| is| was| dated| from|:)?\s*$/i,
  urDenialDate: /\b(?:utilization review|UR)(?: report| decision| determination| denial| form| letter)?(?: dated| of| from| on| \(|\()?\s*$/i,
} as const;
const SEVERAL = /prior|previous|past|another|second|third|subsequent|earlier|older|separate|different|non-?industrial|new|additional|re-?injur|multiple|several|both|first|initial|former|remote|later|motor|auto|amended|cumulative|continuous|repetitive|\bCT\b|appeal|reconsider|revised|also|received|submitted|reviewed by|sent to/i;

/** The real date of the injury or the denial changed, wherever the passage has it. */
function changedBeside(source: Source, random: Random, passage: Passage, kind: keyof typeof BEFORE, iso: string): Planting[] {
  const same = datesIn(source.text, passage.span).filter((span) => isoDate(words(source, span)) === iso);
  const beside = same.filter(({ start, end }) => {
    const before = source.text.slice(Math.max(passage.span.start, start - 90), start).replace(/\s+/g, ' ');
    return BEFORE[kind].test(before) && !SEVERAL.test(before) && !/^\W*(?:and|to|through|-|granted|approved|certified|authorized)/.test(source.text.slice(end, end + 16));
  });
  const days = random.of([-365, -31, -1, 1, 2, 10]);
  const date = anyWriting(random, ['MM/DD/YYYY', 'MM-DD-YYYY'], daysAfter(iso, days));
  return beside.length === 0 ? [] : [{ form: `changed beside its words: ${kind} ${days}`, edits: same.map((span) => ({ span, newText: date })), at: beside }];
}

/** The passage gives this day, so that it may speak of several. */
function gives(source: Source, passage: Passage, iso: string): boolean {
  const [year, month, day] = daysAfter(iso, 0);
  const figures = new RegExp(`(?<!\\d)0?${month}\\s?[-/]\\s?0?${day}\\s?[-/]\\s?(?:20)?${year % 100}(?!\\d)`);
  return figures.test(words(source, passage.span)) || datesIn(source.text, passage.span).some((span) => isoDate(words(source, span)) === iso);
}
