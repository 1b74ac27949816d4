import { fieldOf, type DisputedItem, type FieldKind } from '../letter/letter';
import { catalogue, type Catalogue } from './catalogue';
import type { Citation } from './citation';
import { readField } from './fields';
import { readRunningText } from './running-text';
import { squeeze } from './squeezed';

export * from './citation';
export * from './entry';
export { Catalogue, catalogue, regulationId } from './catalogue';
export { categoryOf, type RequestCategory } from './categories';

const GUIDELINE_FIELDS: readonly FieldKind[] = ['claimsAdministratorGuideline', 'reviewerGuideline'];

/**
 * The citations of a disputed item, in the order of the text: one for each
 * guideline named in its guideline fields and its rationale. `text` is the
 * document that the item's spans point into (UTF-16 code units, half-open);
 * spans that point outside it are clamped. Where a label stands twice, its
 * first field is read. Time is linear in the fields.
 */
export function citationsOf(text: string, item: DisputedItem, of: Catalogue = catalogue()): Citation[] {
  const citations: Citation[] = [];
  for (const kind of GUIDELINE_FIELDS) {
    const field = fieldOf(item, kind);
    if (field !== undefined) citations.push(...readField({ text: squeeze(text, field.body), field: kind, of, cited: [], citedAsMtus: [] }));
  }
  const rationale = fieldOf(item, 'rationale');
  if (rationale !== undefined) {
    const ids = (some: readonly Citation[]): string[] => some.flatMap(({ guideline }) => guideline ?? []);
    const cited = [ids(citations.filter(({ field }) => field === 'reviewerGuideline')), ids(citations)];
    const citedAsMtus = ids(citations.filter(({ kind }) => kind === 'mtus'));
    citations.push(...readRunningText({ text: squeeze(text, rationale.body), field: 'rationale', of, cited, citedAsMtus }));
  }
  return citations.sort((a, b) => a.span.start - b.span.start);
}
