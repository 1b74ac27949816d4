/**
 * What a letter is to all of this product: spans of a text and what they mean.
 *
 * Nothing here holds a copy of the text. Every offset is a UTF-16 code unit of
 * the document, every span half-open. A span's text is `text.slice(start, end)`.
 */

/** Half-open range `[start, end)` of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type LayoutId = '2013-first' | '2013-notice' | '2013-numbered' | '2014' | '2016' | '2018';

export type SectionKind = 'notice' | 'method' | 'documents' | 'summary' | 'issues' | 'credentials';

/** In the order in which they stand in an item. */
export const FIELD_KINDS = ['claimsAdministratorGuideline', 'reviewerGuideline', 'rationale'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export type DecisionValue = 'upheld' | 'overturned';

/** The rows of the table at the head of a letter. */
export const HEADER_KINDS = [
  'caseNumber',
  'dateAssigned',
  'dateOfInjury',
  'decisionDate',
  'urDenialDate',
  'priority',
  'applicationReceived',
] as const;
export type HeaderKind = (typeof HEADER_KINDS)[number];

/** One row of the case header; `value` is `null` where no value can be told apart. */
export interface HeaderRow {
  readonly kind: HeaderKind;
  readonly label: Span;
  readonly value: Span | null;
}

export interface Section {
  readonly kind: SectionKind;
  /** The heading's own words. */
  readonly heading: Span;
  /** From the heading to the last visible character before the next section or letter. */
  readonly span: Span;
}

/** A labelled field of a disputed item. */
export interface Field {
  readonly kind: FieldKind;
  /** The label with its colon. In layouts without a label: empty, at the body's start. */
  readonly label: Span;
  /** The text after the label without surrounding white space; empty right after the label where there is none. */
  readonly body: Span;
}

export interface Decision {
  /** `null`: the place of the decision is held by something that is no decision (`____`, `TBD`). */
  readonly value: DecisionValue | null;
  readonly span: Span;
}

/** The three parts of a request that utilization review granted in part. */
export interface PartialRequest {
  readonly original: Span;
  readonly authorized: Span;
  readonly remaining: Span;
}

export interface DisputedItem {
  /** The requested treatment as its heading has it, without decision; empty where the heading is gone. */
  readonly request: Span;
  readonly decision: Decision | null;
  readonly partial: PartialRequest | null;
  /** In the order of the text, duplicates included. */
  readonly fields: readonly Field[];
  /** From the start of the request to the end of the last field. */
  readonly span: Span;
}

export interface Reviewer {
  readonly licensure: readonly Span[];
  readonly specialties: readonly Span[];
}

export interface Letter {
  /** This letter's share of the file: the letters of a file follow each other without a gap. */
  readonly span: Span;
  readonly layout: LayoutId;
  /** The case header is absent, as in copies that have lost page 1. */
  readonly excerpt: boolean;
  readonly header: readonly HeaderRow[];
  readonly reviewer: Reviewer;
  readonly sections: readonly Section[];
  /** "The Final Determination was based on decisions for the disputed items/services set forth below:" */
  readonly introduction: Span | null;
  readonly items: readonly DisputedItem[];
  /** This copy holds the fields of its items; a fragment that ends before them has none that could be missing. */
  readonly hasFields: boolean;
}

export type Outcome = 'uphold' | 'overturn' | 'partial-overturn';

/** The first field of a kind, as readers take it where a label stands twice. */
export function fieldOf(item: DisputedItem, kind: FieldKind): Field | undefined {
  return item.fields.find((field) => field.kind === kind);
}

/** The case as a whole; `null` while an item's decision is unknown or there is no item. */
export function outcomeOf(letter: Letter): Outcome | null {
  const values = letter.items.map((item) => item.decision?.value ?? null);
  if (values.length === 0 || values.includes(null)) return null;
  if (values.every((value) => value === 'upheld')) return 'uphold';
  return values.every((value) => value === 'overturned') ? 'overturn' : 'partial-overturn';
}

/** The item whose span holds the offset, or undefined; an offset at an item's end belongs to it. */
export function itemAt(letter: Letter, offset: number): DisputedItem | undefined {
  return letter.items.find((item) => item.span.start <= offset && offset <= item.span.end);
}

/** Text of a span with every run of white space folded to one blank (EXPORT: `text`). */
export function foldedText(text: string, span: Span): string {
  return text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
}
