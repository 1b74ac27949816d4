import search from 'approx-string-match';
import { contextOf, LEAST_SIMILARITY, type Place, type Quote } from './quote-places';
import type { Range } from './settled';
import { isTandem } from './tandem';

/** A choice among places: one that is beyond doubt, or those that nothing tells apart (none: the passage is not there). */
export type Choice = { readonly place: Range; readonly similarity: number } | { readonly places: readonly Place[] };

/** The best place is better than the next by so much of the whole context. */
const MARGIN = 0.15;
/** The best of several like places is better than the next by so much of the quote. */
const CLEAR = 0.05;
/** One side of the context agrees as good as wholly. */
const FULL = 0.9;

/** A side of the context that agrees less is another passage's. */
const LEAST_SIDE = 0.7;
/** A quote as long as this may have lost one side of its context. */
const LONG = 100;
/** Another place where quote and context together are nearly as like is a rival. */
const RIVAL = 0.1;
const MOST_WORK = 20_000_000;

/** How much of its context a quote must find again to be taken for itself: the shorter, the more. */
function leastContext(length: number): { both: number; one: number } {
  if (length >= 64) return { both: 0.3, one: 0.5 };
  if (length >= 32) return { both: 0.4, one: 0.7 };
  return { both: 0.6, one: FULL };
}

/** The choice among word-for-word places of a quote, best context first. */
export function chosen(quote: Quote, text: string, places: readonly Place[]): Choice {
  const [best, second] = places;
  if (best === undefined || !agrees(quote, best)) return { places };
  if (second !== undefined) {
    if (contextOf(best) - contextOf(second) < MARGIN) return { places: tied(places, best) };
    // A place with one whole side of the context belongs to a passage that stands twice. Then the
    // original has its other side, too; and where one copy follows the other, nothing tells them apart.
    const twin = places.slice(1).find((place) => place.before >= FULL || place.behind >= FULL);
    if (twin !== undefined && (Math.min(best.before, best.behind) < FULL || isTandem(text, best, twin))) return { places: [best, twin] };
  }
  return { place: best, similarity: 1 };
}

/** The choice among places that are like a quote, the likest first. */
export function chosenAlike(quote: Quote, places: readonly Place[]): Choice {
  const [best, ...others] = places;
  if (best === undefined || best.similarity < LEAST_SIMILARITY || !agrees(quote, best)) return { places };
  const rival = others.find((place) => best.similarity - place.similarity < CLEAR || place.before >= FULL || place.behind >= FULL);
  if (rival === undefined) return { place: best, similarity: best.similarity };
  return { places };
}


function agrees(quote: Quote, place: Place): boolean {
  const { both, one } = leastContext(quote.exact.length);
  const sides = quote.exact.length >= LONG || Math.min(place.before, place.behind) >= LEAST_SIDE;
  return sides && contextOf(place) >= both && Math.max(place.before, place.behind) >= one;
}

/**
 * Whether quote and context, taken as one passage, are nearly as like another stretch of the ranges: the quote's
 * own words may have been changed there, and may stand here by chance.
 */
export function hasRival(quote: Quote, text: string, place: Place, ranges: readonly Range[]): boolean {
  const passage = quote.before + quote.exact + quote.behind;
  const errors = (1 - place.before) * quote.before.length + (1 - place.behind) * quote.behind.length + (1 - place.similarity) * quote.exact.length;
  const allowed = Math.floor(errors + RIVAL * passage.length);
  const middle = (place.start + place.end) >> 1;
  return ranges.some((range) => {
    const from = Math.max(0, range.start - quote.before.length);
    const to = Math.min(text.length, range.end + quote.exact.length + quote.behind.length);
    if ((to - from) * passage.length > MOST_WORK) return false;
    const sides = place.start < from || place.start > to ? [{ from, to }] : [{ from, to: middle }, { from: middle, to }];
    return sides.some((side) => side.to - side.from + allowed >= passage.length && search(text.slice(side.from, side.to), passage, allowed).length > 0);
  });
}

function tied(places: readonly Place[], best: Place): Place[] {
  return places.filter((place) => contextOf(best) - contextOf(place) < MARGIN);
}
