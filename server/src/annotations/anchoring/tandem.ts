import type { Range } from './settled';

/** No passage that anybody pastes twice is longer, in folded letters: most letters are shorter (observed). */
const FARTHEST = 10_000;

/** Whether two places lie in a passage that stands twice without anything between: nothing tells the copy from the original then. */
export function isTandem(text: string, one: Range, other: Range): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  const distance = second.start - first.start;
  let length = 0;
  while (length < distance && text.charCodeAt(first.start + length) === text.charCodeAt(second.start + length)) length++;
  let before = 0;
  while (before < distance && before < first.start && text.charCodeAt(first.start - 1 - before) === text.charCodeAt(second.start - 1 - before)) before++;
  return length + before >= distance;
}

/** The places of the same words in a copy right before or behind the passage that this place lies in, first to last. */
export function twinsOf(text: string, place: Range): Range[] {
  const words = text.slice(place.start, place.end);
  const twins: Range[] = [];
  if (words === '') return twins;
  for (let at = text.indexOf(words, Math.max(0, place.start - FARTHEST)); at >= 0 && at <= place.start + FARTHEST; at = text.indexOf(words, at + 1)) {
    const twin = { start: at, end: at + words.length };
    if (Math.abs(at - place.start) >= words.length && isTandem(text, place, twin)) twins.push(twin);
  }
  return twins;
}
