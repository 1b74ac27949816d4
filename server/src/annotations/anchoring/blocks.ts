/** Folded text that stands in both versions: `length` code units from `base` on and from `text` on. */
export interface Block {
  readonly base: number;
  readonly text: number;
  readonly length: number;
}

/** Length of the passages that are looked up in both versions: about five words. */
const PASSAGE = 24;
/** One passage in so many is looked up; which ones, its own letters decide, so both versions choose alike. */
const SAMPLE = 4;
const RADIX = 0x01000193;

/**
 * The blocks that stand in both texts, wherever they went, in the order of the base.
 *
 * A block grows from a passage that occurs once in each text, or from a common beginning or end, as far
 * as both texts agree; so a block that has moved is found as well as one that has stayed, and a passage
 * that occurs twice never tells where anything belongs. Neighbours may claim the same letters at their
 * ends: see `settled`. Time grows linearly with both texts.
 */
export function commonBlocks(base: string, text: string): Block[] {
  const blocks: Block[] = [];
  const first = extended(base, text, 0, 0);
  // A short common beginning proves nothing: a header pasted in begins like the one that stood there.
  if (first.length >= PASSAGE || first.length === base.length) blocks.push(first);
  if (first.length === base.length && base.length === text.length) return blocks;
  const last = extended(base, text, base.length, text.length);

  const places = uniquePassages(text);
  let current: Block | undefined = blocks[0];
  for (const [hash, at] of [...uniquePassages(base)].sort((one, other) => one[1] - other[1])) {
    const there = places.get(hash);
    if (there === undefined || at < 0 || there < 0) continue;
    if (holds(current, at, there) || holds(first, at, there) || holds(last, at, there)) continue;
    if (base.slice(at, at + PASSAGE) !== text.slice(there, there + PASSAGE)) continue;
    current = extended(base, text, at, there);
    blocks.push(current);
  }
  if (last.length >= PASSAGE || last.length === base.length) blocks.push(last);
  return distinct(blocks);
}

function holds(block: Block | undefined, base: number, text: number): boolean {
  return block !== undefined && base - text === block.base - block.text && base >= block.base && base < block.base + block.length;
}

/** The longest block around a pair of places at which both texts agree. */
function extended(base: string, text: string, at: number, there: number): Block {
  let before = 0;
  while (before < at && before < there && base.charCodeAt(at - before - 1) === text.charCodeAt(there - before - 1)) before++;
  let behind = 0;
  const most = Math.min(base.length - at, text.length - there);
  while (behind < most && base.charCodeAt(at + behind) === text.charCodeAt(there + behind)) behind++;
  return { base: at - before, text: there - before, length: before + behind };
}

/** Hash of a passage → where it stands; -1 where it stands more than once. A rolling hash: one step per letter. */
function uniquePassages(text: string): Map<number, number> {
  const places = new Map<number, number>();
  let leaving = 1;
  for (let step = 1; step < PASSAGE; step++) leaving = Math.imul(leaving, RADIX);
  let hash = 0;
  for (let end = 0; end < text.length; end++) {
    if (end >= PASSAGE) hash = (hash - Math.imul(text.charCodeAt(end - PASSAGE), leaving)) | 0;
    hash = (Math.imul(hash, RADIX) + text.charCodeAt(end)) | 0;
    // The high bits hold what the low ones do not: all letters of the passage.
    if (end < PASSAGE - 1 || (hash >>> 16) % SAMPLE !== 0) continue;
    places.set(hash, places.has(hash) ? -1 : end - PASSAGE + 1);
  }
  return places;
}

/** In the order of the base, each once. */
function distinct(blocks: readonly Block[]): Block[] {
  const sorted = [...blocks].sort((one, other) => one.base - other.base || one.length - other.length);
  return sorted.filter((block, index) => {
    const before = sorted[index - 1];
    return !holds(before, block.base, block.text);
  });
}
