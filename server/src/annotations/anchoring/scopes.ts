import type { Target } from './placement';
import { outside, type Range } from './settled';
import { isItemOf, type IndexedItem, type TextIndex } from './text-index';

/** Where to look, the nearest first: the field or else the item; the summary and then all text that is in no item. */
export function scopesOf(target: Target, index: TextIndex): Range[][] {
  const { text } = index.folded;
  if (target.item === undefined || target.item === null) {
    const rest = outsideItems(index);
    return target.field === 'summary' && index.summaries.length > 0 ? [[...index.summaries], rest] : [rest];
  }
  const items = index.items.filter((item) => isItemOf(target, item));
  if (items.length === 0) return index.items.length === 0 ? [outside(index.summaries, text.length)] : [];
  const fields = items.flatMap((item) => [...(item.fields.get(target.field ?? '') ?? [])]);
  // What has left its field for another one of the item is rather the same words said twice.
  return [fields.length > 0 ? fields : items.map(({ range }) => range)];
}

/**
 * Where a passage may also be: everywhere but in sound items of other requests and, for one of an item, in summaries,
 * which tell requests in the words of their items (observed in letters). A copy pasted into a letter can change
 * what is read as item and field, and leave the original outside of both, or in what looks like another item: one
 * without decision or rationale, or one whose request stands twice.
 */
export function rivalRanges(target: Target, index: TextIndex): Range[] {
  if (!target.item) return [{ start: 0, end: index.folded.text.length }];
  const isSound = (item: IndexedItem) => item.fields.has('decision') && item.fields.has('rationale') && !index.requestsTwice.has(item.request);
  return [...outside([...index.items.map(({ range }) => range), ...index.summaries], index.folded.text.length), ...index.items.filter((item) => isItemOf(target, item) || !isSound(item)).map(({ range }) => range)];
}

function outsideItems({ folded, items }: TextIndex): Range[] {
  return outside(items.map(({ range }) => range), folded.text.length);
}

/** Whether a place lies in a summary. */
export function isInSummary({ summaries }: TextIndex, place: Range): boolean {
  return summaries.some(({ start, end }) => start <= place.start && place.end <= end);
}
