import type { Citation, CitationKind, CitedPages, GuidelineFamily } from './citation';
import type { FieldKind, Span } from '../letter';
import type { Catalogue } from './catalogue';
import type { Squeezed } from './squeezed';

/** What a reader of citations works on: one field's text, the catalogue, and what the item already cites. */
export interface Reading {
  readonly text: Squeezed;
  readonly field: FieldKind;
  readonly of: Catalogue;
  /** Ids that the guideline fields of the same item name: the reviewer's field, then all. */
  readonly cited: readonly (readonly string[])[];
  /** Those of them that a field names as MTUS. */
  readonly citedAsMtus: readonly string[];
}

/** A citation from its parts; what is not given is empty or unknown. */
export function citation(
  field: FieldKind,
  kind: CitationKind,
  span: Span,
  parts: {
    guideline?: string | null;
    family?: GuidelineFamily | null;
    edition?: string | null;
    chapter?: string | null;
    head?: Span | null;
    sections?: readonly Span[];
    pages?: readonly CitedPages[];
  } = {},
): Citation {
  return {
    field,
    kind,
    guideline: parts.guideline ?? null,
    family: parts.family ?? null,
    edition: parts.edition ?? null,
    chapter: parts.chapter ?? null,
    head: parts.head ?? null,
    sections: parts.sections ?? [],
    pages: parts.pages ?? [],
    span,
  };
}
