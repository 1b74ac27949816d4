import * as l10n from '@vscode/l10n';
import { catalogue, type Citation, type CitedPages, type Guideline, type Period, type Topic } from '../../guidelines';
import { foldedText, type Span } from '../../letter';
import { factLine, factLines } from './law';
import { escaped, mark, page } from './markdown';

/** More would be a wall. */
const MOST_TOPICS = 3;
const MOST_PERIODS = 2;
const MOST_FACTS = 4;

/** What a citation is: name, edition, standing in law, when it governed, topics and pages. `text` is the document. */
export function citationHover(text: string, citation: Citation): string {
  if (citation.kind === 'none') {
    return page(
      [l10n.t('**No medical evidence cited.** A usual answer in these letters, and no field left out.')],
      factLines(['8-ccr-9792.21.1-b-d-documentation']),
    );
  }
  const entry = catalogue().guideline(citation.guideline);
  if (entry !== undefined) return knownHover(text, citation, entry);
  const facts = citation.family === 'regulation' && citation.guideline !== null ? catalogue().section(citation.guideline) : [];
  if (facts.length > 0) return lawHover(text, citation);
  return unknownHover(citation);
}

function knownHover(text: string, citation: Citation, entry: Guideline): string {
  const title = entry.title ?? (entry.family === 'odg' ? l10n.t('Official Disability Guidelines (ODG)') : entry.edition);
  const heading = `**${escaped(entry.name)}**${title === undefined || title === entry.name ? '' : `: ${escaped(work(entry, title))}`} ${mark(entry)}`;
  const details = [
    ...standing(citation, entry),
    ...(entry.governed ?? []).slice(-MOST_PERIODS).map(periodLine),
    ...topicLines(text, citation, entry),
    ...(entry.pages === undefined || entry.general === true || citation.pages.length === 0
      ? []
      : [`${l10n.t('The whole has pages {0}', range(entry.pages))} ${mark(entry.pages)}`]),
    ...(entry.note === undefined || entry.general !== true ? [] : [escaped(entry.note)]),
  ];
  return page([heading], details);
}

function work(entry: Guideline, title: string): string {
  return entry.family === 'odg' && entry.general !== true ? l10n.t('chapter of the Official Disability Guidelines (ODG)') : title;
}

/** Part of the MTUS by which section, or outside it and at which rank. */
function standing(citation: Citation, entry: Guideline): string[] {
  const adopted = entry.mtus;
  if (adopted != null) {
    const line = `${l10n.t('MTUS: adopted by {0}', `**${escaped(adopted.section)}**`)} ${mark(adopted)}`;
    return citation.kind === 'mtus' ? [line] : [`${line}. ${l10n.t('Named here as outside the MTUS, or without saying so.')}`];
  }
  if (entry.outside !== undefined) return [`${escaped(entry.outside.fact)} ${mark(entry.outside)}`, ...rank('guideline')];
  if (citation.kind === 'mtus') {
    return [entry.mtus === null ? l10n.t('Named here as MTUS, but not known as part of it.') : l10n.t('Named here as MTUS; which section adopted this edition is not known.')];
  }
  return rank('guideline');
}

/**
 * Where a source outside the MTUS stands: its rank in Labor Code 4610.5(c)(2),
 * and its step in the search of 8 CCR 9792.21.1. The law names the ranks and
 * not the works; that a guideline is a standard of rank (C) is our reading.
 */
function rank(family: 'guideline' | 'journal'): string[] {
  const placed =
    family === 'journal'
      ? l10n.t('Outside the MTUS. Rank in {0}: (B) peer-reviewed evidence, below the MTUS (A), if it is such.', '**Labor Code 4610.5(c)(2)**')
      : l10n.t('Outside the MTUS. Rank in {0}: (C) nationally recognized professional standards, below the MTUS (A) and peer-reviewed evidence (B).', '**Labor Code 4610.5(c)(2)**');
  const ranks = catalogue().fact(family === 'journal' ? 'lab-4610.5-c-2-b-hierarchy-rank-2' : 'lab-4610.5-c-2-c-hierarchy-rank-3');
  const step = family === 'journal' ? '8-ccr-9792.21.1-a-2-c-search-sequence-step-4' : '8-ccr-9792.21.1-a-2-a-search-sequence-step-2';
  return [
    `${placed} ${l10n.t('The ranks:')} ${ranks === undefined ? '' : mark(ranks)}; ${l10n.t('this placing:')} (${l10n.t('unverified')})`,
    ...factLines([step]),
  ];
}

function periodLine(period: Period): string {
  const applies = period.appliesTo === undefined || period.appliesTo === 'all' ? '' : ` ${l10n.t('for: {0}', escaped(period.appliesTo))}`;
  const time = period.to === undefined ? l10n.t('Governed from {0}', period.from) : l10n.t('Governed from {0} to {1}', period.from, period.to);
  return `${time}${applies} ${mark(period)}`;
}

/** Topics that the citation names, and those that its pages hold. */
function topicLines(text: string, citation: Citation, entry: Guideline): string[] {
  const topics = catalogue().topicsIn(entry.id);
  const named = citation.sections.map((span) => topicOf(topics, foldedText(text, span))).filter((topic) => topic !== undefined);
  const paged = citation.pages.flatMap((pages) => narrowest(topics, pages).filter((topic) => !named.includes(topic)));
  return [...new Set([...named, ...paged])].slice(0, MOST_TOPICS).flatMap((topic) => topicLine(topic) ?? []);
}

function topicOf(topics: readonly Topic[], name: string): Topic | undefined {
  const same = (other: string): boolean => folded(other) === folded(name);
  return (
    topics.find((topic) => topic.citedPagesOnly !== true && same(topic.name)) ??
    topics.find((topic) => topic.citedPagesOnly !== true && [...(topic.aliases ?? []), ...(topic.misspellings ?? [])].some(same))
  );
}

function folded(name: string): string {
  return name.toLowerCase().replaceAll('&', 'and').replace(/[^a-z0-9]+/g, '');
}

/** The topics that hold the pages, the shortest first: a page of "Physical medicine" rather than of the whole part. */
function narrowest(topics: readonly Topic[], { first, last }: CitedPages): Topic[] {
  const length = (topic: Topic): number => (topic.pages === undefined ? Infinity : topic.pages.last - topic.pages.first);
  return topics
    .filter((topic) => topic.pages !== undefined && topic.pages.first <= first && last <= topic.pages.last)
    .sort((a, b) => length(a) - length(b))
    .slice(0, 2);
}

function topicLine(topic: Topic): string | undefined {
  const parts = [
    ...(topic.pages === undefined ? [] : [`${pagesOf(topic.pages)} ${mark(topic.pages)}`]),
    ...(topic.content === undefined
      ? []
      : [`${[topic.content.recommendation, topic.content.limits].filter((part) => part !== undefined).map(escaped).join('; ')} ${mark(topic.content)}`]),
    ...(topic.note === undefined || topic.citedPagesOnly === true ? [] : [escaped(topic.note)]),
  ];
  return parts.length === 0 ? undefined : `**${escaped(topic.name)}**: ${parts.join('; ')}`;
}

function pagesOf(pages: { readonly first: number; readonly last: number }): string {
  return pages.first === pages.last ? l10n.t('page {0}', pages.first) : l10n.t('pages {0}', range(pages));
}

function range(pages: { readonly first: number; readonly last: number }): string {
  return pages.first === pages.last ? `${pages.first}` : `${pages.first}-${pages.last}`;
}

function lawHover(text: string, citation: Citation): string {
  const facts = catalogue().section(citation.guideline ?? '');
  const subdivision = (citation.sections as readonly Span[]).map((span) => foldedText(text, span).replaceAll(' ', '')).join('');
  const own = facts.filter((fact) => subdivision !== '' && fact.ref.includes(subdivision));
  const shown = (own.length > 0 ? own : facts).slice(0, MOST_FACTS);
  const first = shown[0];
  return page([`**${escaped(first === undefined ? '' : `${first.law} ${first.section}${subdivision}`)}**`], shown.map(factLine));
}

function unknownHover(citation: Citation): string {
  const first =
    citation.family === 'acoem' || citation.family === 'mtus' || citation.family === 'odg'
      ? l10n.t('**Not in the catalogue**: the edition or chapter named here is not known to it, or it is not told which one is meant.')
      : l10n.t('**Not in the catalogue**: no guideline that it knows is named here.');
  const details =
    citation.kind === 'mtus'
      ? [l10n.t('Named here as MTUS.')]
      : citation.family === 'journal'
        ? rank('journal')
        : citation.family === 'regulation'
          ? []
          : [l10n.t('Cited as outside the MTUS.')];
  return page([first], details);
}
