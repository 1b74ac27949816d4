import type { FieldKind, Span } from '../letter';

export type CitationKind = 'mtus' | 'non-mtus' | 'none';
export type GuidelineFamily = 'mtus' | 'acoem' | 'odg' | 'regulation' | 'drug-label' | 'journal' | 'other';

/** `[first, last]` page, with the place in the text that names them. */
export interface CitedPages {
  readonly first: number;
  readonly last: number;
  readonly span: Span;
}

/** One guideline named in a field. Spans are UTF-16 code units of the document, half-open. */
export interface Citation {
  readonly field: FieldKind;
  /** `none`: the sentence that no medical evidence was cited. */
  readonly kind: CitationKind;
  /** Id of the catalogue, or `null` when it is not known; never an id that means "something else". */
  readonly guideline: string | null;
  readonly family: GuidelineFamily | null;
  readonly edition: string | null;
  readonly chapter: string | null;
  /** The words that name the guideline, its edition and chapter; `null` where no work that is known is named. */
  readonly head: Span | null;
  readonly sections: readonly Span[];
  readonly pages: readonly CitedPages[];
  readonly span: Span;
}
