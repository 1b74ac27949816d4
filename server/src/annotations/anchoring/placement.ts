import type { Span } from '../../letter';
import type { TextTarget } from '../model';
import type { Selectors } from '../selectors';

/** What must be known of a passage to find it again; more may be there. */
export interface Target {
  readonly selector: Selectors;
  /** `contentHash` of the text in which the position holds. */
  readonly contentHash: string;
  /** The disputed item it lies in: its request's words (a long one may be cut short) and its place among the items, a mere hint. */
  readonly item?: { readonly index: number; readonly request: string } | null;
  /** The part of the letter it lies in, as annotations name it. */
  readonly field?: string | null;
  /** Of its letter; empty for none. */
  readonly caseNumber?: string;
}

/** What `place` needs of an annotation's target. */
export function sought(target: TextTarget): Target {
  return { selector: target.selector, contentHash: target['imr:contentHash'], item: target['imr:item'], field: target['imr:field'], caseNumber: target['imr:caseNumber'] ?? '' };
}

/** A place where the passage may stand: UTF-16 code units of the text, and how like the quote its words are, 0 to 1. */
export interface Candidate {
  readonly span: Span;
  readonly similarity: number;
}

/**
 * Where a passage stands now. `intact`: its words are as they were. `changed`: this is its place, its words are others.
 * `ambiguous`: it may be any of the candidates, and nothing tells which. `orphaned`: it is gone; the candidates are
 * the likest passages, if any. Spans are half-open UTF-16 code units of the text.
 */
export type Placement =
  | { readonly state: 'intact' | 'changed'; readonly span: Span }
  | { readonly state: 'ambiguous' | 'orphaned'; readonly candidates: readonly Candidate[] };

/** So many candidates a person can look through. */
export const MOST_CANDIDATES = 8;
