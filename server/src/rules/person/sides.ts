import type { Span } from '../../letter';

export type Side = 'left' | 'right' | 'both';

/** A part of the body with its side. */
export interface SidedPart {
  readonly side: Side;
  /** The part in lower case and singular; `lower extremity` is one part. */
  readonly part: string;
  /** The word that says the side. */
  readonly word: Span;
  /** From the side to the part. */
  readonly span: Span;
}

const PARTS = '(?:lower|upper)\\s+extremit(?:y|ies)|shoulder|knee|wrist|hand|elbow|hip|ankle|foot|feet|thumb|finger|heel|forearm|thigh|calf|toe|eye|ear|arm|leg';
/** At most two words between side and part, none of them a side or a joining word: `left anterior knee`. */
const SIDED = new RegExp(
  `\\b(bilateral|both|(?:left|right)\\s*(?:and|&|/|or)\\s*(?:the\\s+)?(?:left|right)|left|right)\\b[\\s-]+(?:(?!(?:left|right|and|or|of|to|the|with|side|for|both|bilateral)\\b)[A-Za-z-]+\\s+){0,2}?(${PARTS})s?\\b`,
  'gi',
);
/** The side that is not injured. */
const OTHER_SIDE = new RegExp(`\\b(?:(?:left|right)(?:-?sided)?\\s+(?:is\\s+)?(?:greater|more|worse|less|>|<)(?:\\s+than)?\\s+(?:the\\s+)?(?:left|right)|(?:L\\s?[<>]\\s?R|R\\s?[<>]\\s?L)|(?:left|right)\\s?[<>]\\s?(?:left|right)|opposite|contralateral|uninjured|unaffected|non-?dominant|other\\s+(?:side|${PARTS}))\\b`, 'i');

/** Parts of the body with a side in a stretch of text, in order. Time is linear in the stretch. */
export function sidedPartsIn(text: string, within: Span): SidedPart[] {
  return [...text.slice(within.start, within.end).matchAll(SIDED)].map((found) => {
    const start = within.start + found.index;
    const side = found[1]!.toLowerCase();
    return {
      side: side === 'left' || side === 'right' ? side : 'both',
      part: found[2]!.toLowerCase().replace(/\s+/g, ' ').replace('extremities', 'extremity').replace('feet', 'foot'),
      word: { start, end: start + found[1]!.length },
      span: { start, end: start + found[0].length },
    };
  });
}

/** The side that is not injured is spoken of. */
export function speaksOfOtherSide(words: string): boolean {
  return OTHER_SIDE.test(words);
}
