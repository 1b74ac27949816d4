import { catalogue, citationAt, citationsIn, type Catalogue } from '../guidelines';
import type { Letter, Span } from '../letter';

/**
 * Each place of the letters of a document that cites the guideline cited at
 * `offset`, in fields and rationales; empty where none that is known is cited.
 * A caret right behind a citation is on it. Half-open, UTF-16 code units.
 */
export function referencesAt(text: string, letters: readonly Letter[], letter: Letter, offset: number, of: Catalogue = catalogue()): Span[] {
  const cited = [offset, offset - 1].map((place) => citationAt(text, letter, place, of)?.citation.guideline).find((id) => id != null);
  if (cited === undefined) return [];
  return letters
    .flatMap((each) => citationsIn(text, each, of))
    .flatMap(({ citation: { guideline, span } }) => (guideline === cited ? span : []))
    .sort((a, b) => a.start - b.start);
}
