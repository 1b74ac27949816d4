import type { Letter } from '../../letter';
import { Placer } from './placer';
import type { Placement, Target } from './placement';

export { LiveAnchors, moved, type Change, type LiveSpan } from './live';
export { sought, type Candidate, type Placement, type Target } from './placement';

/**
 * Finds the places of annotations in a text that may have changed since they were made.
 *
 * Takes the targets, the text with its letters, and the text that the positions belong to where there is
 * one; its hash is verified, and targets that belong to another text are found by their quotes. Gives a
 * placement for each target, in their order, with spans of UTF-16 code units of the text. Broken targets
 * are orphaned; nothing throws.
 *
 * The same text: positions hold. With a base: both texts are compared, and a passage goes where its words
 * went. Without one: its quote is looked for in its item. In doubt there is no place but candidates.
 */
export function place(targets: readonly Target[], text: string, letters: readonly Letter[], base?: string): Placement[] {
  const placer = new Placer(text, letters, base);
  return targets.map((target) => placer.place(target));
}
