import * as l10n from '@vscode/l10n';
import { layoutOf } from '../../letter';
import { replacement } from '../../rules/insertion';
import { visibleStart } from '../../rules/places';
import { itemParts } from '../skeleton';
import type { Offer } from './offer';
import { begins, type Place } from './place';

/** Fewer letters begin too many other words. */
const LEAST_TYPED = 3;

/** A new disputed item: before the first, between two, and after the last. */
export function itemOffers(place: Place): Offer[] {
  const { text, letter, manner, fresh, rest, amongItems, item, afterItem, typed, line, before } = place;
  const layout = layoutOf(letter.layout);
  const label = l10n.t('Disputed item');
  if (!fresh || rest !== '' || !amongItems || layout.decision !== 'heading' || (item !== undefined && !afterItem)) return [];
  if (!begins(text.slice(typed.start, typed.end), label, LEAST_TYPED)) return [];
  const next = visibleStart(text, line.end, letter.span.end);
  const after = next < letter.span.end ? lacking(text.slice(line.end, next), manner.separator, manner.lineEnd) : '';
  // A request that fills its line leaves the decision to the next; a new one is short.
  const decisionMark = /[\r\n]/.test(manner.decisionMark) ? ': ' : manner.decisionMark;
  const complete = item === undefined || layout.requiredFields.every((kind) => item.fields.some((field) => field.kind === kind));
  return [
    {
      kind: 'item',
      label,
      detail: l10n.t('Request, decision and the three fields'),
      documentation: l10n.t('A further disputed item in the manner of this letter.'),
      rank: complete ? 1 : 4,
      edit: replacement(typed, [lacking(text.slice(before, typed.start), manner.separator, manner.lineEnd), ...itemParts(layout, { ...manner, decisionMark }), after]),
    },
  ];
}

/** The line ends that a gap needs to be as wide as those between two blocks of this letter. */
function lacking(gap: string, separator: string, lineEnd: string): string {
  const ends = (words: string): number => words.match(/\r\n|[\r\n]/g)?.length ?? 0;
  return lineEnd.repeat(Math.max(0, ends(separator) - ends(gap)));
}
