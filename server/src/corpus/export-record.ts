import { catalogue, citationsOf, type Catalogue } from '../guidelines';
import { categoryOf } from '../guidelines/categories';
import type { Citation, CitationKind, GuidelineFamily } from '../guidelines/citation';
import { fieldOf, foldedText, isoDate, outcomeOf } from '../letter';
import type {
  DecisionValue,
  DisputedItem,
  FieldKind,
  HeaderKind,
  LayoutId,
  Letter,
  Outcome,
  SectionKind,
  Span,
} from '../letter';
import type { Finding, Level } from '../rules/rule';

/** The contract's number: fields may be added under it, never renamed or dropped. */
export const SCHEMA = 'imr-letter/1';

/** Half-open `[start, end)` in UTF-16 code units of the decoded file. */
export type Range = readonly [start: number, end: number];

/** `text` is the slice at `range` with every run of white space folded to one blank. */
export interface FieldRecord {
  readonly text: string;
  readonly range: Range;
}

export interface CitationRecord {
  readonly field: FieldKind;
  readonly kind: CitationKind;
  readonly guideline: string | null;
  readonly family: GuidelineFamily | null;
  readonly edition: string | null;
  readonly chapter: string | null;
  readonly sections: readonly string[];
  readonly pages: readonly Range[];
  readonly text: string;
  readonly range: Range;
}

export interface ItemRecord {
  readonly request: FieldRecord;
  readonly decision: { readonly value: DecisionValue; readonly range: Range } | null;
  readonly range: Range;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly partial: { readonly original: string; readonly authorized: string; readonly remaining: string } | null;
  readonly claimsAdministratorGuideline: FieldRecord | null;
  readonly reviewerGuideline: FieldRecord | null;
  readonly rationale: FieldRecord | null;
  readonly citations: readonly CitationRecord[];
}

export interface DiagnosticRecord {
  readonly code: string;
  readonly severity: Level;
  readonly message: string;
  readonly range: Range;
  readonly item: number | null;
}

/** One letter of a file. Its keys stand in the order of `schema/letter.schema.json`. */
export interface LetterRecord {
  readonly schema: typeof SCHEMA;
  readonly file: string;
  readonly index: number;
  readonly range: Range;
  readonly layout: LayoutId;
  readonly excerpt: boolean;
  readonly case: {
    readonly caseNumber: string | null;
    readonly dateAssigned: string | null;
    readonly dateOfInjury: string | null;
    readonly decisionDate: string | null;
    readonly urDenialDate: string | null;
    readonly applicationReceived: string | null;
    readonly priority: string | null;
  };
  readonly reviewer: { readonly licensure: readonly string[]; readonly specialties: readonly string[] };
  readonly outcome: Outcome | null;
  readonly sections: readonly { readonly kind: SectionKind; readonly heading: string; readonly range: Range }[];
  readonly items: readonly ItemRecord[];
  readonly diagnostics: readonly DiagnosticRecord[];
}

/** A file that holds no letter; with `error`, one that could not be read. */
export interface NoLetterRecord {
  readonly schema: typeof SCHEMA;
  readonly file: string;
  readonly layout: null;
  readonly error?: string;
}

/**
 * The export record of one letter. `text` is the whole decoded file, `index`
 * the letter's place among those of the file; ranges count in the file.
 */
export function letterRecord(
  file: string,
  index: number,
  text: string,
  letter: Letter,
  findings: readonly Finding[],
  of: Catalogue = catalogue(),
): LetterRecord {
  const words = (span: Span): string => foldedText(text, span);
  return {
    schema: SCHEMA,
    file,
    index,
    range: rangeOf(letter.span),
    layout: letter.layout,
    excerpt: letter.excerpt,
    case: caseRecord(text, letter),
    reviewer: { licensure: letter.reviewer.licensure.map(words), specialties: letter.reviewer.specialties.map(words) },
    outcome: outcomeOf(letter),
    sections: letter.sections.map(({ kind, heading, span }) => ({
      kind,
      heading: words(heading),
      range: rangeOf(span),
    })),
    items: letter.items.map((item) => itemRecord(text, item, of)),
    diagnostics: findings.map(({ code, level, message, span, item }) => ({
      code,
      severity: level,
      message,
      range: rangeOf(span),
      item,
    })),
  };
}

/** The record of a file that is not such a letter, or (with the reason) could not be read. */
export function noLetterRecord(file: string, error?: string): NoLetterRecord {
  return { schema: SCHEMA, file, layout: null, ...(error === undefined ? {} : { error }) };
}

function caseRecord(text: string, letter: Letter): LetterRecord['case'] {
  const valueOf = (kind: HeaderKind): string | null => {
    const row = letter.header.find((candidate) => candidate.kind === kind && candidate.value);
    return row?.value ? foldedText(text, row.value) : null;
  };
  const dateOf = (kind: HeaderKind): string | null => isoDate(withHyphens(valueOf(kind) ?? ''));
  return {
    caseNumber: caseNumber(valueOf('caseNumber')),
    dateAssigned: dateOf('dateAssigned'),
    dateOfInjury: dateOf('dateOfInjury'),
    decisionDate: dateOf('decisionDate'),
    urDenialDate: dateOf('urDenialDate'),
    applicationReceived: dateOf('applicationReceived'),
    priority: valueOf('priority'),
  };
}

/** Extraction breaks a case number after its hyphen; the number is one all the same. */
function caseNumber(words: string | null): string | null {
  return words === null ? null : withHyphens(words.replace(/\s+/g, ''));
}

/** Observed in letters: soft hyphens, dashes and U+FFFE where a hyphen was. */
function withHyphens(words: string): string {
  return words.replace(/[\u00ad\u2010-\u2013\ufffe]/g, '-');
}

/** A section's name on one line; a hyphen at a line end belongs to its word, and no blank behind it. */
function sectionName(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/-[ \t]*[\r\n\f]\s*(?=\p{Ll})/gu, '-').replace(/\s+/g, ' ');
}

function itemRecord(text: string, item: DisputedItem, of: Catalogue): ItemRecord {
  const request = fieldRecord(text, item.request);
  // Of a request granted in part, only what remains is in dispute.
  const remaining = item.partial && categoryOf(foldedText(text, item.partial.remaining), of);
  // "two visits" names no treatment; the whole heading does.
  const category = remaining ?? categoryOf(request.text, of);
  const field = (kind: FieldKind): FieldRecord | null => {
    const found = fieldOf(item, kind);
    return found ? fieldRecord(text, found.body) : null;
  };
  return {
    request,
    // What holds the place of a decision without being one is no decision.
    decision: item.decision?.value ? { value: item.decision.value, range: rangeOf(item.decision.span) } : null,
    range: rangeOf(item.span),
    category: category?.category ?? null,
    subcategory: category?.subcategory ?? null,
    partial: item.partial && {
      original: foldedText(text, item.partial.original),
      authorized: foldedText(text, item.partial.authorized),
      remaining: foldedText(text, item.partial.remaining),
    },
    claimsAdministratorGuideline: field('claimsAdministratorGuideline'),
    reviewerGuideline: field('reviewerGuideline'),
    rationale: field('rationale'),
    citations: citationsOf(text, item, of).map((citation) => citationRecord(text, citation)),
  };
}

function citationRecord(text: string, citation: Citation): CitationRecord {
  return {
    field: citation.field,
    kind: citation.kind,
    guideline: citation.guideline,
    family: citation.family,
    edition: citation.edition,
    chapter: citation.chapter,
    sections: citation.sections.map((section) => sectionName(text, section)),
    pages: citation.pages.map(({ first, last }) => [first, last] as const),
    text: foldedText(text, citation.span),
    range: rangeOf(citation.span),
  };
}

function fieldRecord(text: string, span: Span): FieldRecord {
  return { text: foldedText(text, span), range: rangeOf(span) };
}

function rangeOf(span: Span): Range {
  return [span.start, span.end];
}
