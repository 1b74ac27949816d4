import { diffArrays } from 'diff';
import type { Block } from './blocks';
import type { Folded } from './folded';
import type { Range } from './settled';

/** What stands between two blocks: other words on each side, one of which may be empty. */
export interface Gap {
  readonly base: Range;
  readonly text: Range;
}

/** Steps that all word comparisons of one text may take; what is left over counts as replaced as a whole. */
export const STEPS = 8_000_000;
const LONGEST_EDIT = 600;
/** Below this share of common letters a gap holds another passage, not an edited one. */
const EDITED = 0.4;
/** A common run of fewer letters proves nothing between words taken out and words put in. */
const SHIFTED = 8;
/** A common run as long as this counts in any gap. */
const CERTAIN = 24;

/**
 * The words that two versions of a passage have in common, as blocks.
 * Takes the steps that are left and gives those that remain.
 */
export function commonWords(base: Folded, text: Folded, gap: Gap, steps: number): { blocks: Block[]; steps: number } {
  if (gap.text.start === gap.text.end) return { blocks: [], steps };
  const [before, after] = [wordsOf(base, gap.base), wordsOf(text, gap.text)];
  const maxEditLength = Math.min(LONGEST_EDIT, before.length + after.length, Math.floor(Math.sqrt(Math.max(0, steps))));
  const changes = diffArrays(before, after, { maxEditLength });
  const left = steps - maxEditLength * maxEditLength;
  if (changes === undefined) return { blocks: [], steps: left };

  const blocks: Block[] = [];
  let at = gap.base.start;
  let there = gap.text.start;
  for (const [index, { value, added, removed }] of changes.entries()) {
    const length = lettersOf(value);
    if (!added && !removed) {
      const skipped = doubtful(value, wordsBeside(changes, index, -1));
      const sure = value.slice(skipped, value.length - doubtful(value.slice(skipped).reverse(), wordsBeside(changes, index, 1)));
      const by = lettersOf(value.slice(0, skipped));
      // Marks alone tie nothing: a masked date has the slashes of the date.
      if (sure.some((word) => isLetter(word, 0)) && !(lettersOf(sure) < SHIFTED && isShifted(changes, index))) blocks.push({ base: at + by, text: there + by, length: lettersOf(sure) });
    }
    if (!added) at += length;
    if (!removed) there += length;
  }
  const common = blocks.reduce((sum, { length }) => sum + length, 0);
  // A word that stands on the other side of a common one now: which of the two has moved, nobody can tell.
  const gone = new Set(changes.flatMap(({ value, removed }) => (removed ? value : [])));
  const crossed = changes.some(({ value, added }) => added && value.some((word) => isLetter(word, 0) && gone.has(word)));
  const edited = !crossed && common * 2 >= EDITED * (at - gap.base.start + there - gap.text.start);
  return { blocks: edited ? blocks : blocks.filter(({ length }) => length >= CERTAIN), steps: left };
}

const lettersOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0);

type Changes = readonly { readonly value: readonly string[]; readonly added: boolean; readonly removed: boolean }[];

/** The words that were put in or taken out right before a run of common ones (step -1), or right behind it (1). */
function wordsBeside(changes: Changes, index: number, step: 1 | -1): ReadonlySet<string> {
  const words = new Set<string>();
  for (let at = index + step; ; at += step) {
    const change = changes[at];
    if (change === undefined || !(change.added || change.removed)) return words;
    for (const word of change.value) words.add(word);
  }
}

/** Words taken out on one side and put in on the other: "in the foot", "the left foot", where "the" may stand for "in". */
function isShifted(changes: Changes, index: number): boolean {
  const [before, behind] = [happened(changes, index, -1), happened(changes, index, 1)];
  return (before === 'out' && behind === 'in') || (before === 'in' && behind === 'out');
}

/** What happened right before a run of common words (step -1) or right behind it (1): words taken out, put in, or both. */
function happened(changes: Changes, index: number, step: 1 | -1): 'out' | 'in' | 'both' | 'nothing' {
  const near = [changes[index + step], changes[index + 2 * step]];
  const beside = near[0] !== undefined && (near[0].added || near[0].removed) ? near : [];
  const [out, put] = [beside.some((change) => change?.removed), beside.some((change) => change?.added)];
  if (out && put) return 'both';
  return out ? 'out' : put ? 'in' : 'nothing';
}

/** How many common words at an end stand among those beside it, too: which of the two is the old one ("by the", "the the"), nobody can tell. */
function doubtful(common: readonly string[], beside: ReadonlySet<string>): number {
  const sure = common.findIndex((word) => !beside.has(word));
  return sure < 0 ? common.length : sure;
}

/** Whether a word goes on at an offset; letters that white space sets apart in the source are different words. */
export function isInWord({ text, offsets }: Folded, at: number): boolean {
  return at > 0 && at < text.length && (offsets[at] ?? 0) - (offsets[at - 1] ?? 0) <= 1 && isLetter(text, at) && isLetter(text, at - 1);
}

/** The words and marks of a range. */
function wordsOf(folded: Folded, { start, end }: Range): string[] {
  const words: string[] = [];
  let from = start;
  for (let at = start + 1; at <= end; at++) {
    if (at < end && isInWord(folded, at)) continue;
    words.push(folded.text.slice(from, at));
    from = at;
  }
  return words;
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0x7f || (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
}
