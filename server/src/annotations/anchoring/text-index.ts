import type { DisputedItem, Letter, Span } from '../../letter';
import { editsBetween } from './agreement';
import { folded, foldedOffset, foldedWords, type Folded } from './folded';
import type { Target } from './placement';
import type { Range } from './settled';

/** A disputed item as ranges of the folded text. */
export interface IndexedItem {
  readonly request: string;
  readonly words: readonly string[];
  readonly range: Range;
  /** A label may stand twice in an item (observed in letters). */
  readonly fields: ReadonlyMap<string, readonly Range[]>;
}

/** A text with its letters, ready for many look-ups. */
export interface TextIndex {
  readonly folded: Folded;
  readonly items: readonly IndexedItem[];
  /** Requests that more than one item has. */
  readonly requestsTwice: ReadonlySet<string>;
  /** The clinical case summaries. */
  readonly summaries: readonly Range[];
}

export function textIndex(text: string, letters: readonly Letter[]): TextIndex {
  const side = folded(text);
  const range = ({ start, end }: Span): Range => ({ start: foldedOffset(side, start), end: foldedOffset(side, end) });
  const indexed = (item: DisputedItem): IndexedItem => {
    const fields = new Map<string, Range[]>([['request', [range(item.request)]]]);
    if (item.decision !== null) fields.set('decision', [range(item.decision.span)]);
    for (const { kind, label, body } of item.fields) {
      fields.set(kind, [...(fields.get(kind) ?? []), range({ start: label.start, end: body.end })]);
    }
    const request = text.slice(item.request.start, item.request.end);
    return { request: foldedWords(request), words: wordsOf(request), range: range(item.span), fields };
  };
  const items = letters.flatMap((letter) => letter.items.map(indexed));
  const seen = new Set<string>();
  return {
    folded: side,
    items,
    requestsTwice: new Set(items.map(({ request }) => request).filter((request) => seen.size === seen.add(request).size)),
    summaries: letters.flatMap(({ sections }) => sections.filter(({ kind }) => kind === 'summary').map(({ span }) => range(span))),
  };
}

/** A request this long may be the beginning of a longer one. */
const CUT_SHORT = 90;

/** Whether the item is the one of the target, by the words of its request and not by its number. */
export function isItemOf(target: Target, item: IndexedItem): boolean {
  const request = foldedWords(target.item?.request ?? '');
  return item.request === request || (request.length >= CUT_SHORT && item.request.startsWith(request));
}

/**
 * The one item whose request is the target's with a letter or two of a word set right; `undefined` where none is, or
 * two are. Another word is another request: the left knee, the right knee; physical therapy, massage therapy.
 */
export function respeltItem(target: Target, { items }: TextIndex): IndexedItem | undefined {
  const request = wordsOf(target.item?.request ?? '');
  const [item, ...others] = items.filter((one) => isRespelt(request, one.words));
  return others.length === 0 ? item : undefined;
}

/** Letters that a misspelling puts in, takes out or changes; a shorter word is another word with one of them. */
const MOST_SLIPS = 2;
const SHORTEST_MISSPELT = 5;

function isRespelt(request: readonly string[], other: readonly string[]): boolean {
  const cut = request.join('').length >= CUT_SHORT;
  // The last word of a long request may be cut in two.
  const compared = cut ? request.slice(0, -1) : request;
  if (compared.length === 0 || (cut ? other.length < compared.length : other.length !== compared.length)) return false;
  return compared.every((word, index) => {
    const there = other[index] ?? '';
    if (word === there) return true;
    const long = Math.min(word.length, there.length) >= SHORTEST_MISSPELT;
    return long && !/\d/.test(word + there) && editsBetween(word, there) <= MOST_SLIPS;
  });
}

const wordsOf = (request: string): string[] => request.split(/\s+/).map(foldedWords).filter((word) => word !== '');

/** How like the request of an item is to the target's, 0 to 1. */
export function likenessOf(target: Target, item: IndexedItem): number {
  return likeness(foldedWords(target.item?.request ?? ''), item.request);
}

function likeness(request: string, other: string): number {
  const compared = request.length >= CUT_SHORT ? other.slice(0, request.length) : other;
  const longer = Math.max(request.length, compared.length);
  return 1 - editsBetween(request, compared) / Math.max(1, longer);
}

/** The item in which a range of the folded text begins. */
export function itemAround({ items }: TextIndex, { start }: Range): IndexedItem | undefined {
  return items.find(({ range }) => range.start <= start && start < range.end);
}
