import { foldedWords } from '../../../server/src/annotations/anchoring/folded';
import type { Placement } from '../../../server/src/annotations/anchoring';
import type { Span } from '../../../server/src/letter';
import type { Edited } from './edited';

export const VERDICTS = ['right', 'changed', 'orphaned', 'ambiguous', 'wrong'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * What a placement is worth. `right`: the passage in its place with its words as they were, or a deleted one
 * orphaned. `changed`: in its place, and said to be changed. `orphaned`, `ambiguous`: not placed, though there
 * is a place, or undecided whether there is. `wrong`: placed where it is not, or called intact though its words are others.
 */
export function verdict(old: string, span: Span, edited: Edited, placement: Placement): Verdict {
  const kept = places(old, span, edited);
  const left = kept.length > 0 ? kept : replacement(span, edited);
  if (placement.state === 'ambiguous') return 'ambiguous';
  if (!('span' in placement)) return left.length === 0 ? 'right' : 'orphaned';
  const { start, end } = placement.span;
  if (!left.some((place) => start <= place && place < end)) return 'wrong';
  const before = foldedWords(old.slice(span.start, span.end));
  const words = foldedWords(edited.text.slice(start, end));
  const hull = foldedWords(edited.text.slice(Math.min(...left), Math.max(...left) + 1));
  if (placement.state === 'changed') return 'changed';
  if (words !== before) return 'wrong';
  // The words as they were: in their own place, or (a part of them torn off) in a copy side by side with what is left.
  return hull === before && Math.abs(Math.min(...left) - start) > 3 ? 'wrong' : 'right';
}

/** Where the visible letters of a passage are now. */
function places(old: string, { start, end }: Span, { offsets }: Edited): number[] {
  const found: number[] = [];
  for (let at = start; at < end; at++) if ((offsets[at] ?? -1) >= 0 && /\S/.test(old.charAt(at))) found.push(offsets[at] ?? 0);
  return found;
}

/** Where the words stand that took the place of a passage. */
function replacement({ start, end }: Span, { replacedStart, replacedEnd }: Edited): number[] {
  const found: number[] = [];
  for (let at = start; at < end; at++) for (let unit = replacedStart[at] ?? -1; unit >= 0 && unit < (replacedEnd[at] ?? 0); unit++) found.push(unit);
  return [...new Set(found)];
}
