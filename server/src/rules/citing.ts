import * as l10n from '@vscode/l10n';
import { citedIn, GUIDELINE_FIELDS, squeeze, type Catalogue, type Citation, type Guideline, type GuidelineField, type Period, type Statement, type Topic } from '../guidelines';
import { fieldOf, foldedText, isoDate, type Field, type HeaderKind, type Span } from '../letter';
import type { RuleContext } from './rule';

/** A guideline field of a disputed item with what it says. */
export interface CitedField {
  /** Zero-based index of the item. */
  readonly item: number;
  readonly kind: GuidelineField;
  readonly field: Field;
  readonly citations: readonly Citation[];
  readonly statements: readonly Statement[];
}

/** The guideline fields of a letter in the order of its text. */
export function citedFields({ text, letter, catalogue }: RuleContext): CitedField[] {
  return letter.items.flatMap((item, index) => {
    const cited = citedIn(text, item, catalogue);
    return GUIDELINE_FIELDS.flatMap((kind) => {
      const field = fieldOf(item, kind);
      if (field === undefined) return [];
      const citations = cited.citations.filter((citation) => citation.field === kind);
      return [{ item: index, kind, field, citations, statements: cited.statements[kind] }];
    });
  });
}

/** A citation whose guideline the catalogue knows. */
export interface KnownCitation {
  readonly item: number;
  readonly citation: Citation;
  readonly entry: Guideline;
}

/** The citations of the guideline fields that name a known guideline. */
export function knownCitations(context: RuleContext): KnownCitation[] {
  return citedFields(context).flatMap(({ item, citations }) => known(context, item, citations));
}

/** All citations of a letter, rationales included, that name a known guideline. */
export function allKnownCitations(context: RuleContext): KnownCitation[] {
  return context.letter.items.flatMap((item, index) => known(context, index, citedIn(context.text, item, context.catalogue).citations));
}

function known({ catalogue }: RuleContext, item: number, citations: readonly Citation[]): KnownCitation[] {
  return citations.flatMap((citation) => {
    const entry = catalogue.guideline(citation.guideline);
    return entry === undefined ? [] : [{ item, citation, entry }];
  });
}

/** A section of a citation and the topics that bear its name. */
export interface NamedTopic {
  readonly span: Span;
  readonly topics: readonly Topic[];
  /** The name is one by which letters call the topic, not the topic's own. */
  readonly alias: boolean;
}

/** The sections of a citation that the catalogue knows as topics of its guideline. */
export function namedTopics(text: string, { citation, entry }: KnownCitation, of: Catalogue): NamedTopic[] {
  if (citation.sections.length === 0) return [];
  const names = of.topicIndex(entry.id);
  return citation.sections.flatMap((span) => {
    const squeezed = squeeze(text, span);
    const match = names.at(squeezed, 0, squeezed.s.length);
    return match === null || match.end < squeezed.s.length ? [] : [{ span, topics: match.entries, alias: match.short }];
  });
}

/** A date of the case header as `YYYY-MM-DD`; `null` where the letter has none or it cannot be read. */
export function dateIn({ text, letter }: RuleContext, kind: HeaderKind): string | null {
  const row = letter.header.find((candidate) => candidate.kind === kind && candidate.value);
  // Observed in letters: soft hyphens, dashes and U+FFFE where a hyphen was.
  return row?.value ? isoDate(foldedText(text, row.value).replace(/[\u00ad\u2010-\u2013\ufffe]/g, '-')) : null;
}

/** A whole date for one that may lack day or month: the first day it can mean. */
export function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 4) + (date.slice(4, 7) || '-01') + (date.slice(7, 10) || '-01');
}

/** Days from one date to another, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The guidelines that the same section of law adopted, one for each period in which one governed. */
export function adoptedBeside(entry: Guideline, of: Catalogue): { readonly entry: Guideline; readonly period: Period }[] {
  const section = entry.mtus?.section;
  if (section === undefined) return [];
  return of.guidelines
    .filter((other) => other.id !== entry.id && other.mtus?.section === section && sameSubject(entry, other))
    .flatMap((other) => (other.governed ?? []).map((period) => ({ entry: other, period })));
}

/** One section may adopt several works (8 CCR 9792.22, the general approaches): only the same subject takes another's place. */
function sameSubject(a: Guideline, b: Guideline): boolean {
  const subject = ({ id }: Guideline): string => id.replace(/^[a-z]+-(?:\d{4}|\w{3})-/, '');
  return subject(a) === subject(b) || !/9792\.22$/.test(a.mtus?.section ?? '');
}

/** A page or a range as a reader sees it: `page 60`, `pages 98-99`. */
export function pagesText(pages: { readonly first: number; readonly last: number }): string {
  return pages.first === pages.last ? l10n.t('page {0}', pages.first) : l10n.t('pages {0}', pageRange(pages));
}

/** A page or a range as letters write it: `60`, `98-99`. */
export function pageRange({ first, last }: { readonly first: number; readonly last: number }): string {
  return first === last ? `${first}` : `${first}-${last}`;
}
