import type { AlignedBlock, Alignment } from './alignment';
import type { Gap } from './gaps';
import { endInBase, endInText, outside, type Range } from './settled';

/** What a place rests on: a long passage between the neighbours it had, one that went elsewhere, or single words. */
export type Ground = 'kept' | 'moved' | 'words';

/** What became of a range of the base, as ranges of folded text. */
export type Carried =
  | { readonly kind: 'whole' | 'touched'; readonly range: Range; readonly ground: Ground }
  | { readonly kind: 'several'; readonly ranges: readonly Range[] }
  | { readonly kind: 'gone' };

/** A passage of which less than this is left has gone, whatever letters stand in its place. */
const LEFT = 0.2;
/** The larger part of a passage that was torn apart is the passage if it holds this share of what is left. */
const MAIN_PART = 0.75;
/** A passage of so many letters is said again only where it was copied. */
const NO_PHRASE = 150;
/** Parts of a moved passage stand no farther apart than they did, and this. */
const SLACK = 200;

/** Follows a range of the base, in folded offsets, into the text. */
export function carried(alignment: Alignment, range: Range): Carried {
  const near = overlapping(alignment.blocks, range).filter((block) => !block.moved || isOneOfAKind(alignment, block));
  const holding = near.filter((block) => block.base <= range.start && range.end <= endInBase(block));
  const images = distinct(holding.map((block) => shifted(block, range)));
  const [image] = images;
  if (image !== undefined) {
    const contested = alignment.contested.some(({ start, end }) => start <= image.start && image.end <= end);
    if (images.length > 1 || contested) return { kind: 'several', ranges: images };
    return { kind: 'whole', range: image, ground: groundOf(holding) };
  }
  if (range.start === range.end) return { kind: 'gone' };
  return near.length > 0 ? touched(alignment, near, range) : replaced(alignment, range);
}

/** A passage that went elsewhere is known by words that stand but once in each text; so long a one is no mere phrase. */
function isOneOfAKind({ base: { text: base }, text: { text } }: Alignment, block: AlignedBlock): boolean {
  if (block.length >= NO_PHRASE) return true;
  const words = base.slice(block.base, endInBase(block));
  return [base, text].every((all) => all.indexOf(words) === all.lastIndexOf(words));
}

/** Some of it is left, in one place or in several. */
function touched(alignment: Alignment, near: readonly AlignedBlock[], range: Range): Carried {
  const pieces = near.map((block) => ({ ...shifted(block, range), moved: block.moved, blocks: [block], base: Math.max(range.start, block.base) }));
  const parts: { start: number; end: number; moved: boolean; blocks: AlignedBlock[]; weight: number; baseEnd: number }[] = [];
  for (const piece of pieces) {
    const length = piece.end - piece.start;
    const part = parts.at(-1);
    const joined = part !== undefined && piece.start >= part.end && part.moved === piece.moved && (!piece.moved || piece.start - part.end <= piece.base - part.baseEnd + SLACK);
    if (joined) {
      part.end = piece.end;
      part.weight += length;
      part.blocks.push(...piece.blocks);
      part.baseEnd = piece.base + length;
    } else {
      parts.push({ ...piece, weight: length, baseEnd: piece.base + length });
    }
  }
  const left = parts.reduce((sum, { weight }) => sum + weight, 0);
  const main = parts.reduce((best, part) => (part.weight > best.weight ? part : best));
  if (left < LEFT * (range.end - range.start)) return { kind: 'gone' };
  if (main.weight < MAIN_PART * left) return { kind: 'several', ranges: parts };
  const contested = alignment.contested.some(({ start, end }) => start <= main.start && main.end <= end);
  if (contested) return { kind: 'several', ranges: [main] };
  return { kind: 'touched', range: parts.length > 1 ? main : withReplacedEnds(alignment, range, main), ground: groundOf(main.blocks) };
}

function groundOf(blocks: readonly AlignedBlock[]): Ground {
  if (blocks.some(({ moved, loose }) => !moved && !loose)) return 'kept';
  return blocks.some(({ moved }) => moved) ? 'moved' : 'words';
}

/** Words put in the place of its first or last ones are part of it. */
function withReplacedEnds(alignment: Alignment, range: Range, { start, end }: Range): Range {
  const inside = alignment.gaps.filter((gap) => range.start <= gap.base.start && gap.base.end <= range.end && gap.text.start < gap.text.end);
  const first = inside.find((gap) => gap.base.start === range.start && gap.text.end === start);
  const last = inside.find((gap) => gap.base.end === range.end && gap.text.start === end);
  return { start: first?.text.start ?? start, end: last?.text.end ?? end };
}

/** None of it is left: other words may stand in its place, if they stand for nothing else. */
function replaced(alignment: Alignment, range: Range): Carried {
  const gap = alignment.gaps.find(({ base }) => base.start <= range.start && range.end <= base.end);
  if (gap === undefined) return { kind: 'gone' };
  const text = withoutNeighbours(alignment, gap, range);
  if (text.start === text.end) return { kind: 'gone' };
  const share = (range.end - range.start) / (gap.base.end - gap.base.start);
  const growth = (gap.text.end - gap.text.start) / (gap.base.end - gap.base.start);
  if (share < 0.5 || growth > 4 || growth < 0.25) return { kind: 'gone' };
  return { kind: 'touched', range: text, ground: 'words' };
}

/** What stands in a gap now without what is left of the words beside the range: "laims" where "Upheld Claims" stood is no decision. */
function withoutNeighbours({ base: { text: base }, text: { text } }: Alignment, gap: Gap, range: Range): Range {
  let { start, end } = gap.text;
  for (let at = gap.base.start; at < range.start && start < end && base.charCodeAt(at) === text.charCodeAt(start); at++) start++;
  for (let at = gap.base.end - 1; at >= range.end && start < end && base.charCodeAt(at) === text.charCodeAt(end - 1); at--) end--;
  return { start, end };
}

/** Where a block puts the part of the range that it holds. */
function shifted(block: AlignedBlock, { start, end }: Range): Range {
  const by = block.text - block.base;
  return { start: Math.max(start, block.base) + by, end: Math.min(end, endInBase(block)) + by };
}

/** The blocks that share letters with a range; for an empty one those that it stands in or beside. */
function overlapping(blocks: readonly AlignedBlock[], { start, end }: Range): AlignedBlock[] {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.base ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  // Blocks end in the order in which they begin, but for the few that nobody can tell apart.
  let first = low;
  for (let back = 1; back <= 4 && low - back >= 0; back++) {
    const block = blocks[low - back];
    if (block !== undefined && endInBase(block) >= start) first = low - back;
  }
  const found: AlignedBlock[] = [];
  for (let index = first; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined || block.base > end) break;
    const shares = start === end ? endInBase(block) >= start : block.base < end && endInBase(block) > start;
    if (shares) found.push(block);
  }
  return found;
}

function distinct(ranges: readonly Range[]): Range[] {
  return ranges.filter((range, index) => ranges.findIndex(({ start }) => start === range.start) === index);
}

/** The ranges of the text that hold nothing of the base: what was inserted, or moved in too small pieces. */
export function inserted({ blocks, text }: Alignment): Range[] {
  return outside(blocks.map((block) => ({ start: block.text, end: endInText(block) })), text.text.length);
}
