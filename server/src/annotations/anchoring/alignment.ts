import type { Letter } from '../../letter';
import { commonBlocks, type Block } from './blocks';
import { folded, foldedOffset, type Folded } from './folded';
import { commonWords, isInWord, STEPS, type Gap } from './gaps';
import { endInBase, endInText, settled, type Range, type Side } from './settled';

/** What became of a text: which passages of its older version stand where in the newer one. */
export interface Alignment {
  readonly base: Folded;
  readonly text: Folded;
  /** In the order of the base. */
  readonly blocks: readonly AlignedBlock[];
  /** Passages of the base with what stands in their place now; in the order of the base. */
  readonly gaps: readonly Gap[];
  /** Ranges of the text that two passages of the base claim with equal right. */
  readonly contested: readonly Range[];
}

export interface AlignedBlock extends Block {
  /** It does not stand between the neighbours it had. */
  readonly moved: boolean;
  /** Single words that two versions of a passage have in common; they prove little by themselves. */
  readonly loose: boolean;
}

/** Compares two versions of a text; the letters of each tell where their items begin and end. */
export function aligned(base: string, baseLetters: readonly Letter[], text: string, letters: readonly Letter[]): Alignment {
  const before = sideOf(base, baseLetters);
  const after = sideOf(text, letters);
  const { blocks: cut, contested } = settled(commonBlocks(before.folded.text, after.folded.text), before, after);
  const blocks = ofWholeWords(cut, before.folded, after.folded);
  const kept = inOrder(blocks);
  const all: AlignedBlock[] = blocks.map((block) => ({ ...block, moved: !kept.has(block), loose: false }));
  const gaps: Gap[] = [];
  let steps = STEPS;
  for (const gap of gapsBetween(blocks, before.folded.text.length, after.folded.text.length)) {
    if (gap.base.start === gap.base.end) continue;
    const { blocks: words, steps: left } = commonWords(before.folded, after.folded, gap, steps);
    steps = left;
    for (const word of words) all.push({ ...word, moved: false, loose: true });
    gaps.push(...restOf(gap, words));
  }
  all.sort((one, other) => one.base - other.base || one.length - other.length);
  return { base: before.folded, text: after.folded, blocks: all, gaps, contested };
}

function sideOf(text: string, letters: readonly Letter[]): Side {
  const side = folded(text);
  const edges = letters.flatMap(({ items }) => items.flatMap(({ span }) => [foldedOffset(side, span.start), foldedOffset(side, span.end)]));
  return { folded: side, itemEdges: new Set([0, side.text.length, ...edges]) };
}

/** Blocks without the parts of words at their ends: the word there has become another one that begins or ends alike. */
function ofWholeWords(blocks: readonly Block[], base: Folded, text: Folded): Block[] {
  const whole = blocks.map((block, index) => {
    const splits = (by: number) => isInWord(base, block.base + by) || isInWord(text, block.text + by);
    // Two blocks that share letters stand for two copies: both keep them.
    const shares = (other: Block | undefined) => other !== undefined && other.base < endInBase(block) && block.base < endInBase(other);
    let { length } = block;
    let skip = 0;
    if (!shares(blocks[index + 1])) while (length > 0 && splits(length)) length--;
    if (!shares(blocks[index - 1])) while (skip < length && splits(skip)) skip++;
    return { base: block.base + skip, text: block.text + skip, length: length - skip };
  });
  return whole.filter(({ length }) => length > 0);
}

/** The heaviest run of blocks that stand in the same order in both texts: what was not moved. */
function inOrder(blocks: readonly Block[]): Set<Block> {
  // For each way to go on, the heaviest chain that ends at a place of the text: kept ascending in both.
  const chains: { block: Block; weight: number; before: number }[] = [];
  const best: number[] = [];
  blocks.forEach((block, index) => {
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((chains[best[middle] ?? 0]?.block.text ?? 0) < block.text) low = middle + 1;
      else high = middle;
    }
    const before = best[low - 1] ?? -1;
    const weight = (chains[before]?.weight ?? 0) + block.length;
    chains.push({ block, weight, before });
    let stale = low;
    while (stale < best.length && (chains[best[stale] ?? 0]?.weight ?? 0) <= weight) stale++;
    best.splice(low, stale - low, index);
  });
  const kept = new Set<Block>();
  for (let at = best.at(-1) ?? -1; at >= 0; at = chains[at]?.before ?? -1) {
    const chain = chains[at];
    if (chain !== undefined) kept.add(chain.block);
  }
  return kept;
}

/** What lies between two blocks that are neighbours in both texts, or at an end of both. */
function gapsBetween(blocks: readonly Block[], baseLength: number, textLength: number): Gap[] {
  const all: Block[] = [{ base: 0, text: 0, length: 0 }, ...blocks, { base: baseLength, text: textLength, length: 0 }];
  const order = all.map((_, index) => index).sort((one, other) => (all[one]?.text ?? 0) - (all[other]?.text ?? 0) || one - other);
  const rank = new Map(order.map((index, place) => [index, place]));
  const gaps: Gap[] = [];
  for (let index = 1; index < all.length; index++) {
    const [left, right] = [all[index - 1], all[index]];
    if (left === undefined || right === undefined) continue;
    const start = endInBase(left);
    if (start >= right.base) continue;
    const neighbours = rank.get(index) === (rank.get(index - 1) ?? -2) + 1;
    const there = endInText(left);
    // A passage whose neighbours went apart has nothing in its place.
    const text = neighbours && there < right.text ? { start: there, end: right.text } : { start: there, end: there };
    gaps.push({ base: { start, end: right.base }, text });
  }
  return gaps;
}

/** What of a gap its common words leave. */
function restOf(gap: Gap, words: readonly Block[]): Gap[] {
  const rest: Gap[] = [];
  let { start: at } = gap.base;
  let { start: there } = gap.text;
  for (const word of [...words, { base: gap.base.end, text: gap.text.end, length: 0 }]) {
    if (at < word.base) rest.push({ base: { start: at, end: word.base }, text: { start: there, end: word.text } });
    at = endInBase(word);
    there = endInText(word);
  }
  return rest;
}
