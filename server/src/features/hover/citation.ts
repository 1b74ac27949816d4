import * as l10n from '@vscode/l10n';
import { within, type Catalogue, type Citation, type CitedPages, type Guideline, type LetterCitation, type Topic } from '../../guidelines';
import { foldedText, type Letter, type Span } from '../../letter';
import { letterDay } from '../letter-day';
import { range, topicNamed, topicsOn } from '../topics';
import { alsoCited } from './also-cited';
import { factLine, factLines } from './law';
import { escaped, page, type Line } from './markdown';
import { topicLine } from './topic-lines';

/** More would be a wall. */
const MOST_DETAILS = 7;
const MOST_TOPICS = 2;
const MOST_PERIODS = 2;
const MOST_FACTS = 4;

/** A place in a citation of a letter. */
export interface CitedPlace extends LetterCitation {
  readonly text: string;
  readonly letter: Letter;
  readonly offset: number;
  readonly of: Catalogue;
}

/** What a citation is; on one of its sections or pages that part alone. */
export function citationHover(place: CitedPlace): { readonly span: Span; readonly markdown: string } {
  const { text, citation, offset, of } = place;
  const entry = of.guideline(citation.guideline);
  const here = (span: Span): boolean => span.start <= offset && offset < span.end;
  if (entry !== undefined) {
    const section = citation.sections.find(here);
    if (section !== undefined) return { span: section, markdown: sectionHover(foldedText(text, section), entry, of) };
    const pages = citation.pages.find(({ span }) => here(span));
    if (pages !== undefined) return { span: pages.span, markdown: pagesHover(pages, entry, of) };
  }
  return { span: citation.span, markdown: wholeHover(place, entry) };
}

function wholeHover(place: CitedPlace, entry: Guideline | undefined): string {
  const { citation, of } = place;
  if (citation.kind === 'none') {
    return page(l10n.t('**No medical evidence cited.** A usual answer in these letters, and no field left out.'), factLines(['8-ccr-9792.21.1-b-d-documentation'], of));
  }
  if (entry !== undefined) return knownHover(place, entry);
  return of.section(citation.guideline ?? '').length > 0 ? lawHover(place) : unknownHover(citation, of);
}

function knownHover(place: CitedPlace, entry: Guideline): string {
  const { citation, of } = place;
  const details = [
    ...standing(citation, entry, of),
    ...periodLines(place, entry),
    ...topicLines(place, entry),
    ...(entry.pages === undefined || entry.general === true || citation.pages.length === 0 ? [] : [wholePages(entry)]),
    ...alsoCited(place),
    ...(entry.note === undefined || entry.general !== true ? [] : [escaped(entry.note)]),
    ...(entry.mtus != null || entry.outside !== undefined ? [] : factLines(['8-ccr-9792.21.1-a-2-a-search-sequence-step-2'], of)),
  ];
  return page([{ text: heading(entry), from: entry }], details.slice(0, MOST_DETAILS));
}

/** Name, work and edition. */
function heading(entry: Guideline): string {
  const { name, edition } = entry;
  const odg = entry.family === 'odg';
  const title = odg && entry.general !== true ? l10n.t('chapter of the Official Disability Guidelines (ODG)') : (entry.title ?? (odg ? l10n.t('Official Disability Guidelines (ODG)') : undefined));
  const year = edition === undefined || title?.includes(edition) === true ? '' : ` (${edition})`;
  return `**${escaped(name)}**${title === undefined || title === name ? '' : `: ${escaped(title)}`}${year}`;
}

/** Part of the MTUS by which section, or outside it and at which rank. */
function standing({ kind }: Citation, { mtus, outside }: Guideline, of: Catalogue): Line[] {
  if (mtus != null) {
    return [[{ text: l10n.t('MTUS: adopted by {0}', `**${escaped(mtus.section)}**`), from: mtus }, ...(kind === 'mtus' ? [] : [`. ${l10n.t('Named here as outside the MTUS, or without saying so.')}`])]];
  }
  if (outside !== undefined) return [[{ text: escaped(outside.fact), from: outside }], rank('guideline', of)];
  if (kind !== 'mtus') return [rank('guideline', of)];
  return [mtus === null ? l10n.t('Named here as MTUS, but not known as part of it.') : l10n.t('Named here as MTUS; which section adopted this edition is not known.')];
}

/**
 * Where a source outside the MTUS stands: its rank in Labor Code 4610.5(c)(2).
 * The law names the ranks and not the works; that a guideline is a standard of
 * rank (C) is our reading.
 */
function rank(family: 'guideline' | 'journal', of: Catalogue): Line {
  const law = '**Labor Code 4610.5(c)(2)**';
  const text =
    family === 'journal'
      ? l10n.t('Outside the MTUS. Rank in {0}: (B) peer-reviewed evidence, below the MTUS (A), if it is such.', law)
      : l10n.t('Outside the MTUS. Rank in {0}: (C) nationally recognized professional standards, below the MTUS (A) and peer-reviewed evidence (B).', law);
  const fact = of.fact(family === 'journal' ? 'lab-4610.5-c-2-b-hierarchy-rank-2' : 'lab-4610.5-c-2-c-hierarchy-rank-3');
  return [fact === undefined ? text : { text, from: fact }, ` ${l10n.t('That it has this rank is our reading.')}`];
}

/** The last times in which it governed, what they govern, and how the letter lies to them. */
function periodLines({ text, letter, of }: CitedPlace, { governed = [] }: Guideline): Line[] {
  const day = letterDay(text, letter, of);
  const shown = governed.slice(-MOST_PERIODS);
  const holding = day === null ? undefined : (shown.find((period) => ['within', 'open'].includes(within(period, day.day))) ?? shown.at(-1));
  return shown.map((period) => {
    const time = period.to === undefined ? l10n.t('Governed from {0}', period.from) : l10n.t('Governed from {0} to {1}', period.from, period.to);
    const applies = period.appliesTo === undefined || period.appliesTo === 'all' ? '' : ` ${l10n.t('for: {0}', escaped(period.appliesTo))}`;
    const told = { text: `${time}${applies}`, from: period };
    if (day === null || period !== holding) return [told];
    const lies = within(period, day.day);
    if (lies === 'before') return [told, `; ${l10n.t('{0} lies before', day.name)}`];
    if (lies === 'after') return [told, `; ${l10n.t('{0} lies after, but request or service may be older', day.name)}`];
    return [told, `; ${lies === 'open' ? l10n.t('{0} lies within, no end is known', day.name) : l10n.t('{0} lies within', day.name)}`];
  });
}

/** Topics that the citation names, and those that its pages hold. */
function topicLines({ text, citation, of }: CitedPlace, entry: Guideline): Line[] {
  const named = citation.sections.flatMap((span) => topicNamed(of, entry.id, foldedText(text, span)) ?? []);
  const paged = citation.pages.flatMap((pages) => topicsOn(of.topicsIn(entry.id), pages));
  return [...new Set<Topic>([...named, ...paged])].slice(0, MOST_TOPICS).flatMap((topic) => topicLine(topic));
}

function wholePages({ pages }: Guideline): Line {
  return pages === undefined ? '' : [{ text: l10n.t('The whole has pages {0}', range(pages)), from: pages }];
}

function sectionHover(name: string, entry: Guideline, of: Catalogue): string {
  const topic = topicNamed(of, entry.id, name);
  const title = `**${escaped(topic?.name ?? name)}**: ${l10n.t('in {0}', heading(entry))}`;
  if (topic === undefined) return page(title, [l10n.t('Not known to the catalogue as a section of it.')]);
  const details = topicLine(topic, true);
  return page([{ text: title, from: topic }], details);
}

function pagesHover(pages: CitedPages, entry: Guideline, of: Catalogue): string {
  const topics = topicsOn(of.topicsIn(entry.id), pages);
  const outside = entry.pages !== undefined && entry.general !== true && (pages.last < entry.pages.first || pages.first > entry.pages.last);
  const details = [
    ...(outside ? [l10n.t('The guideline has no such page.')] : []),
    ...topics.flatMap((topic) => topicLine(topic)),
    ...(topics.length > 0 || outside ? [] : [l10n.t('What stands there is not in the catalogue.')]),
    ...(entry.pages === undefined || entry.general === true ? [] : [wholePages(entry)]),
  ];
  return page(pages.first === pages.last ? l10n.t('**Page {0}** of {1}', pages.first, heading(entry)) : l10n.t('**Pages {0}** of {1}', range(pages), heading(entry)), details);
}

function lawHover(place: CitedPlace): string {
  const { text, citation, of } = place;
  const facts = of.section(citation.guideline ?? '');
  const subdivision = citation.sections.map((span) => foldedText(text, span).replaceAll(' ', '')).join('');
  const own = facts.filter((fact) => subdivision !== '' && fact.ref.includes(subdivision));
  const shown = (own.length > 0 ? own : facts).slice(0, MOST_FACTS);
  const first = shown[0];
  return page(`**${escaped(first === undefined ? '' : `${first.law} ${first.section}${subdivision}`)}**`, [...shown.map(factLine), ...alsoCited(place)]);
}

function unknownHover({ kind, family }: Citation, of: Catalogue): string {
  const first =
    family === 'acoem' || family === 'mtus' || family === 'odg'
      ? l10n.t('**Not in the catalogue**: the edition or chapter named here is not known to it, or it is not told which one is meant.')
      : l10n.t('**Not in the catalogue**: no guideline that it knows is named here.');
  if (kind === 'mtus') return page(first, [l10n.t('Named here as MTUS.')]);
  if (family === 'journal') return page(first, [rank('journal', of), ...factLines(['8-ccr-9792.21.1-a-2-c-search-sequence-step-4'], of)]);
  return page(first, family === 'regulation' ? [] : [l10n.t('Cited as outside the MTUS.')]);
}
