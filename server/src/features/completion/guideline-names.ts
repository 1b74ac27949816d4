import * as l10n from '@vscode/l10n';
import { citationsOf, GUIDELINE_FIELDS, governedOn, within, type Catalogue, type Citation, type Guideline, type Topic } from '../../guidelines';
import type { DisputedItem, Field, Letter } from '../../letter';
import { replacement } from '../../rules/insertion';
import { letterDay } from '../letter-day';
import { range, topicNamed } from '../topics';
import type { Offer } from './offer';
import { begins, type Place } from './place';

/** A day of each layout's years, for letters that have lost their dates; other layouts write their fields otherwise. */
const DAY_OF_LAYOUT: Readonly<Record<string, string>> = { '2014': '2014-06-01', '2016': '2016-12-01', '2018': '2019-01-01' };

/** The last statement begun in a field, and whether it speaks of the schedule. */
const STATEMENT = /(?:Decision\s+based\s+on|based\s+their\s+decision\s+on)\s+(MTUS|Non\s?-?\s?MTUS\s+Citation)\s+/gi;
/** What parts the names of a statement, and its words for sections and pages. */
const JOIN = /,\s+and\s+/gi;
const SECTIONS = /Section\(s\):\s*/gi;
const PAGES = /Page\(s\):\s*/gi;
/** Longer statements hold no name that is still being typed. */
const LONGEST = 1000;

/**
 * Guidelines by name, and the sections, topics and pages of the guideline just
 * named, where one is being typed in a guideline field; empty elsewhere. Those
 * that governed at the letter's time come first, and all is written as
 * letters of the layout write it (observed in letters).
 */
export function guidelineNameOffers(place: Place): Offer[] {
  const { text, letter, offset, rest } = place;
  if (DAY_OF_LAYOUT[letter.layout] === undefined) return [];
  const found = fieldAt(letter, offset);
  // Inside a word, and before more words of the field, nobody has begun a name here.
  if (found === undefined || /^\w/.test(text.slice(offset, offset + 1)) || !/^(?:$|[.,;)]|Section|Page)/.test(rest)) return [];
  const from = Math.max(found.field.label.end, offset - LONGEST);
  const statement = last(STATEMENT, text.slice(from, offset));
  if (statement === undefined) return [];
  const begin = from + statement.index + statement[0].length;
  const tail = text.slice(begin, offset);
  // A full stop ends the statement; those of "3.3.9" have no blank behind them.
  if (/\.(?:\s|$)/.test(tail)) return [];
  const writing: Writing = { place, of: place.catalogue, item: found.item, field: found.field, begin, tail };
  return /^MTUS/i.test(statement[1] ?? '') ? scheduleOffers(writing) : chapterOffers(writing);
}

interface Writing {
  readonly place: Place;
  readonly of: Catalogue;
  readonly item: DisputedItem;
  readonly field: Field;
  /** Where the names of the statement begin; `tail` is what is typed from there on. */
  readonly begin: number;
  readonly tail: string;
}

function fieldAt(letter: Letter, offset: number): { item: DisputedItem; field: Field } | undefined {
  const item = letter.items.filter(({ span }) => span.start < offset).at(-1);
  const field = item?.fields.filter(({ label }) => label.end <= offset).at(-1);
  return item === undefined || field === undefined || !GUIDELINE_FIELDS.some((kind) => kind === field.kind) ? undefined : { item, field };
}

function last(pattern: RegExp, words: string): RegExpExecArray | undefined {
  return [...words.matchAll(pattern)].at(-1);
}

function end(match: RegExpExecArray | undefined): number {
  return match === undefined ? 0 : match.index + match[0].length;
}

function scheduleOffers(writing: Writing): Offer[] {
  const { tail, begin } = writing;
  const [join, section, pages] = [last(JOIN, tail), last(SECTIONS, tail), last(PAGES, tail)];
  const cited = citedBefore(writing);
  const named = cited === undefined ? [] : detailOffers(writing, cited, end(section), end(pages));
  if (end(pages) > 0 && end(pages) >= end(section)) return named;
  // Behind ", and" stands a further section as well as a further guideline.
  const names = end(section) > 0 && end(join) <= end(section) ? [] : nameOffers(writing, begin + end(join));
  return [...names, ...named];
}

/** The citation that is being written, if its guideline is known. */
function citedBefore({ place: { text, offset }, of, item, field }: Writing): { citation: Citation; entry: Guideline } | undefined {
  const citation = citationsOf(text, item, of).filter(({ field: kind, span }) => kind === field.kind && span.start < offset).at(-1);
  const entry = of.guideline(citation?.guideline ?? null);
  return citation === undefined || entry === undefined ? undefined : { citation, entry };
}

function nameOffers({ place }: Writing, start: number): Offer[] {
  const { text, offset } = place;
  const typed = text.slice(start, offset);
  return guidelinesOfSchedule(place).flatMap(({ entry, name, governed }) =>
    begins(typed, name) ? offer(place, start, name, governed ? 0 : 1, entry.title ?? entry.name, timeText(entry, governed)) : [],
  );
}

function timeText({ governed = [] }: Guideline, now: boolean): string {
  const period = governed.at(-1);
  if (now) return l10n.t("Governed at the letter's time.");
  if (period === undefined) return l10n.t('When it governed is not known.');
  return period.to === undefined ? l10n.t('Governed from {0}', period.from) : l10n.t('Governed from {0} to {1}', period.from, period.to);
}

interface NamedGuideline {
  readonly entry: Guideline;
  /** As letters of the layout write it. */
  readonly name: string;
  /** It governed at the letter's time. */
  readonly governed: boolean;
}

/** The guidelines of the schedule that a letter may name, those that governed at its time first; not those that came later. */
export function guidelinesOfSchedule({ text, letter, catalogue: of }: Place): NamedGuideline[] {
  const day = letterDay(text, letter, of)?.day ?? DAY_OF_LAYOUT[letter.layout] ?? '';
  const all = of.guidelines
    .filter(({ mtus, general, governed = [] }) => mtus != null && general !== true && (governed.length === 0 || governed.some((period) => within(period, day) !== 'before')))
    .map((entry) => ({ entry, name: nameIn(letter, entry), governed: governedOn(entry, day) === true }));
  const now = all.filter(({ governed }) => governed);
  // The form of 2014 names no edition: a name alone means the one that governed.
  return letter.layout === '2014' ? now : [...now, ...all.filter(({ governed }) => !governed)];
}

/** `ACOEM Chapter 12 Low Back Complaints` in 2014, `Low Back Complaints 2004` later (observed in letters). */
function nameIn({ layout }: Letter, { name, edition, chapter, family }: Guideline): string {
  if (layout === '2014') return family === 'acoem' && chapter !== undefined ? `ACOEM Chapter ${chapter} ${name}` : name;
  const bare = name.replace(/ Guidelines$/, '');
  return edition === undefined ? bare : `${bare} ${edition}`;
}

/** Sections and topics behind the guideline's name, pages behind these. */
function detailOffers({ place, of, begin, tail }: Writing, { citation, entry }: { citation: Citation; entry: Guideline }, sections: number, pages: number): Offer[] {
  const { text, letter, offset } = place;
  const early = letter.layout === '2014';
  const topics = of.topicsIn(entry.id).filter(({ notATopic }) => notATopic !== true);
  if (pages > 0) return pageOffers(place, begin + (tail.lastIndexOf(',') >= pages ? end(last(/,\s*/g, tail)) : pages), topics);
  const nameEnd = citation.head?.end ?? offset;
  if (sections === 0 && (nameEnd >= offset || (!early && citation.edition === null))) return [];
  const label = sections > 0 || early ? '' : ', Section(s): ';
  // Section names hold commas themselves: what is typed may begin behind each of them.
  const starts = sections > 0 ? [begin + sections, ...[...tail.matchAll(/,\s*(?:and\s+)?/g)].map((comma) => begin + end(comma)).filter((start) => start > begin + sections)] : [label === '' ? behindBlanks(text, nameEnd, offset) : nameEnd];
  const written = citation.sections.filter((span) => span.end < offset).map((span) => text.slice(span.start, span.end));
  return topics
    .filter((topic) => topic.citedPagesOnly !== true && !written.some((name) => topicNamed(of, entry.id, name) === topic))
    .flatMap((topic) => {
      const words = `${label}${topic.name}${early && topic.pages !== undefined ? ` Page(s): ${range(topic.pages)}` : ''}`;
      const start = starts.find((each) => each >= place.line.start && begins(text.slice(each, offset), words) && (each < offset || each === starts.at(-1)));
      return start === undefined ? [] : offer(place, start, words, 2, l10n.t('In {0}', entry.name), contentText(topic));
    })
    .concat(early ? pageLabelOffers(place, citation, topics) : []);
}

function behindBlanks(text: string, start: number, offset: number): number {
  return Math.min(offset, start + /^\s*/.exec(text.slice(start, offset))![0].length);
}

/** `Page(s): 98-99` behind the topic or chapter just named. */
function pageLabelOffers(place: Place, { head }: Citation, topics: readonly Topic[]): Offer[] {
  const { text, offset } = place;
  const words = text.slice(head?.end ?? offset, offset);
  const start = offset - /(?:P(?:age\(?s?\)?:?)?)?$/.exec(words)![0].length;
  const topic = words.slice(0, words.length - (offset - start)).trim();
  const named = topics.filter(({ name, aliases = [] }) => [name, ...aliases].some((each) => each.toLowerCase() === topic.toLowerCase()));
  return (topic === '' ? topics.filter(({ citedPagesOnly }) => citedPagesOnly === true) : named).flatMap((each) =>
    each.pages === undefined ? [] : offer(place, start, `Page(s): ${range(each.pages)}`, 3, each.name, contentText(each)),
  );
}

function pageOffers(place: Place, start: number, topics: readonly Topic[]): Offer[] {
  const typed = place.text.slice(start, place.offset);
  return topics.flatMap((topic) => (topic.pages !== undefined && begins(typed, range(topic.pages)) ? offer(place, start, range(topic.pages), 2, topic.name, contentText(topic)) : []));
}

/** How sure the pages are, and what stands there. */
function contentText({ pages, content, name }: Topic): string {
  const said = [content?.recommendation, content?.limits].filter((part) => part !== undefined).join('; ');
  const sure = (pages ?? content)?.confidence === 'seen' ? '' : l10n.t('Unverified: general knowledge, check before relying on it.');
  return [said, sure].filter((part) => part !== '').join('\n') || name;
}

/** Chapters of the ODG, the source that letters name most outside the schedule. */
function chapterOffers({ place, of, begin }: Writing): Offer[] {
  const typed = place.text.slice(begin, place.offset);
  return of.guidelines.flatMap((entry) => {
    if (entry.family !== 'odg') return [];
    const work = 'Official Disability Guidelines (ODG)';
    const name = entry.general === true ? work : `${work}, ${entry.name}`;
    const form = [name, name.replace(work, 'ODG')].find((each) => begins(typed, each));
    return form === undefined ? [] : offer(place, begin, name, 0, entry.title ?? entry.name, l10n.t('Outside the schedule.'), form);
  });
}

/** Replaces what is typed from `start` on, on the line of the place; nothing where that began on a line above. */
function offer(place: Place, start: number, words: string, rank: number, detail: string, documentation: string, filterText = words): Offer[] {
  const { offset, line, text } = place;
  if (start < line.start) return [];
  // The blank that is still missing behind the word before.
  const lead = start > line.start && /[\w.):]$/.test(text.slice(line.start, start)) && !words.startsWith(',') ? ' ' : '';
  return [{ kind: 'name', label: words, detail, documentation, rank, filterText, edit: replacement({ start, end: offset }, [lead + words]) }];
}
