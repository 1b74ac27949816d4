import type { Block } from './blocks';
import { boundary, type Folded } from './folded';

/** One side of a comparison: a text, and where it and its disputed items begin and end, as offsets of the folded text. */
export interface Side {
  readonly folded: Folded;
  readonly itemEdges: ReadonlySet<number>;
}

/** A range of folded text, half-open. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What of a text of this length lies outside of these ranges. */
export function outside(ranges: readonly Range[], length: number): Range[] {
  const rest: Range[] = [];
  let from = 0;
  for (const range of [...ranges].sort((one, other) => one.start - other.start)) {
    if (from < range.start) rest.push({ start: from, end: range.start });
    from = Math.max(from, range.end);
  }
  if (from < length) rest.push({ start: from, end: length });
  return rest;
}

export interface Settled {
  /** In the order of the base. Two of them share letters of the base only where nobody can tell which is meant. */
  readonly blocks: readonly Block[];
  /** Ranges of the text that two ranges of the base claim with equal right. */
  readonly contested: readonly Range[];
}

/**
 * Blocks whose ends are cut where letters end and begin.
 *
 * Where text was inserted or deleted, the letters at the seam often fit on both sides: the new item
 * begins as the next one does, or ends as the one before. The cut goes where it is cleanest: at the edge
 * of an item, then between paragraphs, lines, sentences, words. Several equally clean cuts mean that a
 * passage stands twice, and that the text does not tell which one is the copy.
 */
export function settled(blocks: readonly Block[], base: Side, text: Side): Settled {
  const inBase = [...blocks];
  for (let index = 1; index < inBase.length; index++) {
    const [left, right] = [inBase[index - 1], inBase[index]];
    if (left === undefined || right === undefined) continue;
    const overlap = { start: Math.max(right.base, left.base), end: Math.min(endInBase(left), endInBase(right)) };
    if (overlap.start >= overlap.end) continue;
    const cuts = cleanest(overlap, (at) => strength(base, at) + strength(text, at - left.base + left.text) + strength(text, at - right.base + right.text));
    inBase[index - 1] = { ...left, length: cuts.end - left.base };
    inBase[index] = from(right, cuts.start - right.base);
  }

  const contested: Range[] = [];
  const inText = inBase.filter(({ length }) => length > 0).sort((one, other) => one.text - other.text || one.length - other.length);
  for (let index = 1; index < inText.length; index++) {
    const [left, right] = [inText[index - 1], inText[index]];
    if (left === undefined || right === undefined) continue;
    const overlap = { start: right.text, end: Math.min(endInText(left), endInText(right)) };
    if (overlap.start >= overlap.end) continue;
    const cuts = cleanest(overlap, (at) => strength(text, at) + strength(base, at - left.text + left.base) + strength(base, at - right.text + right.base));
    if (cuts.start < cuts.end) contested.push(cuts);
    inText[index - 1] = { ...left, length: cuts.end - left.text };
    inText[index] = from(right, cuts.start - right.text);
  }
  return { blocks: inText.filter(({ length }) => length > 0).sort((one, other) => one.base - other.base || one.length - other.length), contested };
}

export const endInBase = (block: Block): number => block.base + block.length;
export const endInText = (block: Block): number => block.text + block.length;

function from(block: Block, skip: number): Block {
  return { base: block.base + skip, text: block.text + skip, length: block.length - skip };
}

/** From the first of the best cuts to the last. */
function cleanest(overlap: Range, strengthAt: (at: number) => number): Range {
  let best = -1;
  let range = overlap;
  for (let at = overlap.start; at <= overlap.end; at++) {
    const found = strengthAt(at);
    if (found > best) {
      best = found;
      range = { start: at, end: at };
    } else if (found === best) {
      range = { start: range.start, end: at };
    }
  }
  return range;
}

/** The edge of an item is a cleaner cut than any paragraph. */
const ITEM = 6;

function strength({ folded, itemEdges }: Side, at: number): number {
  return itemEdges.has(at) ? ITEM : boundary(folded, at);
}
