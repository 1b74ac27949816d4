import { place, sought, type Placement, type Target } from '../../annotations/anchoring';
import { annotatedText, textTarget } from '../../annotations/target';
import { readLetters, type Letter } from '../../letter';
import type { Anchored } from './anchored';
import type { Bases } from './bases';
import { outsideOneEdit } from './outside-one-edit';

/** An open letter's file in its newest version. */
export interface ReadText {
  readonly text: string;
  readonly letters: readonly Letter[];
}

/** Where a passage was found; `isKnown`: by comparison with a text in which its position held. */
export interface Looked {
  readonly anchor: Anchored;
  readonly placement: Placement;
  readonly isKnown: boolean;
}

/**
 * Looks for passages in a text with this hash: by their positions where they
 * were marked in it, by comparison with the text in which each
 * stood last, in this letter or, by the hash it has, in an older one; else by
 * its words. In any order.
 */
export function lookedFor(anchors: readonly Anchored[], { text, letters, hash }: ReadText & { readonly hash: string }, bases: Bases): Looked[] {
  const byBase = new Map<string | null, Anchored[]>();
  for (const anchor of anchors) {
    const base = anchor.target['imr:contentHash'] === hash ? null : anchor.origin?.text ?? bases.get(anchor.target['imr:contentHash']) ?? null;
    if (!byBase.get(base)?.push(anchor)) byBase.set(base, [anchor]);
  }
  return [...byBase].flatMap(([base, group]) => {
    const isKnown = base !== null;
    const there = base !== null && group.some(({ origin }) => origin !== null) ? outsideOneEdit(base, text) : () => null;
    const looked: Looked[] = [];
    const rest = group.filter((anchor) => {
      const span = anchor.origin?.text === base ? there(anchor.origin.span) : null;
      if (span) looked.push({ anchor, placement: { state: 'intact', span }, isKnown });
      return !span;
    });
    const placements = place(rest.map(targetIn(base)), text, letters, base ?? undefined);
    return [...looked, ...rest.map((anchor, index) => ({ anchor, placement: placements[index]!, isKnown }))];
  });
}

/** What is looked for: a passage as it stood in the text that is compared, or as its file has it. */
function targetIn(base: string | null): (anchor: Anchored) => Target {
  let described: ReturnType<typeof annotatedText> | undefined;
  return ({ origin, target }) => {
    if (origin === null || base === null) return sought(target);
    described ??= annotatedText(target.source, base, readLetters(base));
    return sought(textTarget(described, origin.span));
  };
}
