import * as l10n from '@vscode/l10n';
import { citationsIn } from '../../guidelines';
import { foldedText, type FieldKind } from '../../letter';
import type { CitedPlace } from './citation';
import { escaped, type Line } from './markdown';

const MOST_ITEMS = 3;
const LONGEST_REQUEST = 40;

/** Where else in the letter the guideline of a citation is cited: the items, and their fields. */
export function alsoCited({ text, letter, citation, of }: CitedPlace): Line[] {
  const fields = new Map<number, Set<FieldKind>>();
  for (const other of citationsIn(text, letter, of)) {
    if (other.citation.guideline !== citation.guideline || other.citation === citation) continue;
    const known = fields.get(other.item);
    if (known === undefined) fields.set(other.item, new Set([other.citation.field]));
    else known.add(other.citation.field);
  }
  if (fields.size === 0) return [];
  const places = [...fields].slice(0, MOST_ITEMS).map(([item, kinds]) => `“${escaped(requestOf(item))}” (${[...kinds].map((kind) => FIELD_NAMES[kind]()).join(', ')})`);
  return [l10n.t('Also cited in this letter: {0}', [...places, ...(fields.size > MOST_ITEMS ? ['…'] : [])].join('; '))];

  function requestOf(index: number): string {
    const item = letter.items[index];
    const words = item === undefined ? '' : foldedText(text, item.partial?.remaining ?? item.request);
    return words.length <= LONGEST_REQUEST ? words : `${words.slice(0, LONGEST_REQUEST).trimEnd()}…`;
  }
}

const FIELD_NAMES: Readonly<Record<FieldKind, () => string>> = {
  claimsAdministratorGuideline: () => l10n.t('claims administrator'),
  reviewerGuideline: () => l10n.t('reviewer'),
  rationale: () => l10n.t('rationale'),
};
