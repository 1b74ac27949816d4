import { fieldOf, type DisputedItem, type FieldKind, type Letter } from '../letter/letter';
import { catalogue, type Catalogue } from './catalogue';
import type { Citation } from './citation';
import { readField, type Statement } from './fields';
import { readRunningText } from './running-text';
import { squeeze } from './squeezed';

export * from './citation';
export * from './entry';
export type { CatalogueFile } from './written';
export { Catalogue, catalogue, regulationId } from './catalogue';
export { bodyPartsIn, bodyPartsOf } from './body-parts';
export { officialText } from './official-text';
export { governedOn, within } from './time';
export type { Statement } from './fields';
export { squeeze, squeezeName } from './squeezed';

/** The fields that hold nothing but guidelines. */
export const GUIDELINE_FIELDS = ['claimsAdministratorGuideline', 'reviewerGuideline'] as const satisfies readonly FieldKind[];
export type GuidelineField = (typeof GUIDELINE_FIELDS)[number];

/** What a disputed item cites. */
export interface CitedInItem {
  /** In the order of the text. */
  readonly citations: readonly Citation[];
  /** The fixed sentences of its guideline fields, in the order of the text. */
  readonly statements: Readonly<Record<GuidelineField, readonly Statement[]>>;
}

interface Kept {
  readonly text: string;
  readonly of: Catalogue;
  readonly cited: CitedInItem;
}

/** An item belongs to one version of one text: what all checks and features ask for is read once. */
const kept = new WeakMap<DisputedItem, Kept>();

/**
 * What a disputed item cites: one citation for each guideline named in its
 * guideline fields and its rationale, and the fixed sentences of the fields.
 * `text` is the document that the item's spans point into (UTF-16 code units,
 * half-open); spans that point outside it are clamped. Where a label stands
 * twice, its first field is read. Time is linear in the fields.
 */
export function citedIn(text: string, item: DisputedItem, of: Catalogue = catalogue()): CitedInItem {
  const known = kept.get(item);
  if (known !== undefined && known.of === of && known.text === text) return known.cited;
  const cited = readItem(text, item, of);
  kept.set(item, { text, of, cited });
  return cited;
}

/** The citations of a disputed item alone; see {@link citedIn}. */
export function citationsOf(text: string, item: DisputedItem, of: Catalogue = catalogue()): readonly Citation[] {
  return citedIn(text, item, of).citations;
}

/** A citation of a letter, and the index of the item that cites it. */
export interface LetterCitation {
  readonly item: number;
  readonly citation: Citation;
}

/** All citations of a letter, rationales included, item by item. */
export function citationsIn(text: string, letter: Letter, of: Catalogue = catalogue()): LetterCitation[] {
  return letter.items.flatMap((each, item) => citationsOf(text, each, of).map((citation) => ({ item, citation })));
}

/** The citation of a letter whose span holds an offset, or `undefined`. */
export function citationAt(text: string, letter: Letter, offset: number, of: Catalogue = catalogue()): LetterCitation | undefined {
  return citationsIn(text, letter, of).find(({ citation: { span } }) => span.start <= offset && offset < span.end);
}

function readItem(text: string, item: DisputedItem, of: Catalogue): CitedInItem {
  const citations: Citation[] = [];
  const statements: Record<GuidelineField, readonly Statement[]> = { claimsAdministratorGuideline: [], reviewerGuideline: [] };
  for (const kind of GUIDELINE_FIELDS) {
    const field = fieldOf(item, kind);
    if (field === undefined) continue;
    const read = readField({ text: squeeze(text, field.body), field: kind, of, cited: [], citedAsMtus: [] });
    citations.push(...read.citations);
    statements[kind] = read.statements;
  }
  const rationale = fieldOf(item, 'rationale');
  if (rationale !== undefined) {
    const ids = (some: readonly Citation[]): string[] => some.flatMap(({ guideline }) => guideline ?? []);
    const cited = [ids(citations.filter(({ field }) => field === 'reviewerGuideline')), ids(citations)];
    const citedAsMtus = ids(citations.filter(({ kind }) => kind === 'mtus'));
    citations.push(...readRunningText({ text: squeeze(text, rationale.body), field: 'rationale', of, cited, citedAsMtus }));
  }
  return { citations: citations.sort((a, b) => a.span.start - b.span.start), statements };
}
