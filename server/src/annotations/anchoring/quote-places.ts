import search from 'approx-string-match';
import { agreementBefore, agreementBehind, commonRun } from './agreement';
import type { Range } from './settled';

/** A quote in folded form. */
export interface Quote {
  readonly exact: string;
  readonly before: string;
  readonly behind: string;
  /**
   * For a place: the passage beyond which context says nothing, as the letters beside a disputed item belong to
   * the items that stand there at the time.
   */
  readonly within?: (place: Range) => Range | undefined;
  /** It begins, or ends, inside a word. */
  readonly splits?: { readonly start: boolean; readonly end: boolean };
}

/** A place at which a quote, or something like it, stands. Offsets of the folded text. */
export interface Place extends Range {
  /** How like the quote its words are, 0 to 1. */
  readonly similarity: number;
  /** How well the context on each side agrees, 0 to 1. */
  readonly before: number;
  readonly behind: number;
}

/** Contexts are compared letter by letter at so many places; the others agree less at first sight. */
const COMPARED = 12;
/** A quote that occurs more often than this is not looked at any further. */
const MOST_PLACES = 2000;

/** Where words begin within the ranges, in the order of the text; one pass over it however many ranges there are. Stops at `MOST_PLACES`. */
export function occurrences(words: string, text: string, ranges: readonly Range[]): number[] {
  const starts: number[] = [];
  if (words === '') return starts;
  let at = -1;
  for (const { start, end } of [...ranges].sort((one, other) => one.start - other.start)) {
    if (at < start) at = text.indexOf(words, start);
    for (; at >= 0 && at < end; at = text.indexOf(words, at + 1)) if (starts.push(at) > MOST_PLACES) return starts;
    if (at < 0) return starts;
  }
  return starts;
}

/** The places that begin within the ranges and at which the quote stands word for word, best context first. */
export function exactPlaces(quote: Quote, text: string, ranges: readonly Range[]): Place[] {
  const starts = occurrences(quote.exact, text, ranges);
  if (starts.length > MOST_PLACES) return [];
  const places = starts.map((start) => ({ start, end: start + quote.exact.length }));
  return byContext(quote, text, places.map((place) => ({ ...place, similarity: 1 })));
}

/** Quotes shorter than this are not looked for by likeness: too many words are like each other. */
export const SHORTEST_FUZZY = 20;
export const LEAST_SIMILARITY = 0.9;
/** Work for one quote, in letters compared; beyond it a text is too long to be searched by likeness. */
const MOST_WORK = 40_000_000;

/** The places that begin within the ranges and whose words are at least `LEAST_SIMILARITY` like the quote, the likest first; of those, best context first. */
export function likePlaces(quote: Quote, text: string, ranges: readonly Range[]): Place[] {
  const { length } = quote.exact;
  if (length < SHORTEST_FUZZY) return [];
  const places: (Range & { similarity: number })[] = [];
  const errors = Math.floor(length * (1 - LEAST_SIMILARITY) + 1e-9);
  for (const range of ranges) {
    const reach = { start: range.start, end: Math.min(text.length, range.end + length) };
    if ((reach.end - reach.start) * length > MOST_WORK) continue;
    const found = likest(quote.exact, text, reach, errors).filter(({ start }) => start < range.end);
    places.push(...found);
    // The library gives the likest places alone; the next likest stand before, between and behind them.
    let from = range.start;
    for (const place of [...found, { start: range.end, end: range.end }]) {
      if (found.length > 0 && place.start - from >= length / 2) places.push(...likest(quote.exact, text, { start: from, end: place.start }, errors));
      from = place.end;
    }
  }
  return byContext(quote, text, places).sort((one, other) => other.similarity - one.similarity || contextOf(other) - contextOf(one));
}

/** The likest places of one stretch of the text, which do not overlap. */
function likest(exact: string, text: string, { start, end }: Range, errors: number): (Range & { similarity: number })[] {
  const found = search(text.slice(start, end), exact, errors).map((match) => ({
    start: start + match.start,
    end: start + match.end,
    similarity: 1 - match.errors / exact.length,
  }));
  // Ends side by side with the same number of errors are one place; the one nearest in length stands for all.
  const places: (Range & { similarity: number })[] = [];
  for (const place of found) {
    const last = places.at(-1);
    if (last === undefined || place.start >= last.end) places.push(place);
    else if (offLength(place, exact) < offLength(last, exact)) places[places.length - 1] = place;
  }
  return places;
}

const offLength = ({ start, end }: Range, exact: string): number => Math.abs(end - start - exact.length);

/** Both contexts together, 0 to 1. */
export const contextOf = ({ before, behind }: Place): number => (before + behind) / 2;

const last = (context: string, length: number): string => (length > 0 ? context.slice(-length) : '');

function byContext(quote: Quote, text: string, places: (Range & { similarity: number })[]): Place[] {
  const runs = places.map((place) => ({ place, run: commonRun(quote.before, quote.behind, text, place.start, place.end) }));
  runs.sort((one, other) => other.run - one.run || one.place.start - other.place.start);
  return runs
    .slice(0, COMPARED)
    .map(({ place }) => {
      const limit = quote.within?.(place);
      const before = limit === undefined ? quote.before : last(quote.before, place.start - limit.start);
      const behind = limit === undefined ? quote.behind : quote.behind.slice(0, Math.max(0, limit.end - place.end));
      const agrees = { before: agreementBefore(before, text, place.start), behind: agreementBehind(behind, text, place.end) };
      // A side without context says nothing about a place.
      return { ...place, before: before === '' ? agrees.behind : agrees.before, behind: behind === '' ? agrees.before : agrees.behind };
    })
    .sort((one, other) => contextOf(other) - contextOf(one) || one.start - other.start);
}
