import { chosen, chosenAlike, hasRival, type Choice } from './chosen';
import { foldedWords } from './folded';
import { isInWord } from './gaps';
import type { Target } from './placement';
import { endsBetween } from './quote-ends';
import { contextOf, exactPlaces, likePlaces, SHORTEST_FUZZY, type Place, type Quote } from './quote-places';
import { isInSummary, rivalRanges, scopesOf } from './scopes';
import type { Range } from './settled';
import { twinsOf } from './tandem';
import { isItemOf, itemAround, respeltItem, type IndexedItem, type TextIndex } from './text-index';

/** What each side of the context must agree in an item whose request is spelt differently; a short quote has more to show. */
const RENAMED = 0.85;
const RENAMED_SHORT = 0.95;

/**
 * A copy right beside a passage may lie in any item: the seam is where the next one begins. Nobody pastes less than a
 * line that way; doubled words and figures (11-11-2016) are what they are.
 */
const SHORTEST_COPY = 24;

/** What a search by quote finds: the place, whether the words beside are the same, or places to choose from. */
export interface Found {
  readonly place: Range | null;
  /** Exact words of the quote. */
  readonly whole: boolean;
  /** Places where it may be; `here`: in its own item, so that it may well be one of them. */
  readonly places: readonly Place[];
  readonly here: boolean;
}

export function quoteOf({ selector: [quote] }: Target): Quote {
  const joins = (left: string, right: string) => /[\p{L}\p{N}]$/u.test(left) && /^[\p{L}\p{N}]/u.test(right);
  return {
    exact: foldedWords(quote.exact),
    before: foldedWords(quote.prefix),
    behind: foldedWords(quote.suffix),
    splits: { start: joins(quote.prefix, quote.exact), end: joins(quote.exact, quote.suffix) },
  };
}

/**
 * Looks for a passage by its words alone.
 *
 * First in the field and the item it lay in, the item known by its request; then where no item is. A passage
 * of an item that is gone is never taken for one of another item: ancillary requests share whole rationales.
 */
export function byQuote(target: Target, index: TextIndex): Found {
  const within = (place: Range) => index.items.find((item) => item.range.start <= place.start && place.end <= item.range.end && isWhole(item) && isItemOf(target, item))?.range;
  const quote: Quote = target.item ? { ...quoteOf(target), within } : quoteOf(target);
  const { text } = index.folded;
  const scopes = scopesOf(target, index);
  const everywhere = [{ start: 0, end: text.length }];
  for (const scope of scopes) {
    const places = exactPlaces(quote, text, scope).filter((one) => ofWholeWords(quote, one, index));
    const choice = chosen(quote, text, places);
    const [best] = places;
    if ('place' in choice && best !== undefined) {
      const twin = twinsOf(text, best).find(({ start }) => Math.abs(start - best.start) >= SHORTEST_COPY);
      if (twin !== undefined) return { place: null, whole: false, places: [best, { ...best, ...twin }], here: true };
      return isDisputed(quote, text, best, scope, rivalRanges(target, index)) ? { place: null, whole: false, places, here: true } : found(choice, true);
    }
    if (places.length > 0) return edited(quote, text, scope) ?? { place: null, whole: false, places, here: true };
  }
  for (const scope of scopes) {
    const near = edited(quote, text, scope);
    if (near !== null) return near;
  }

  const renamed = target.item ? respeltItem(target, index) : undefined;
  if (renamed !== undefined && scopes.length === 0) return inRenamedItem(target, quote, text, renamed);

  const elsewhere = exactPlaces(quote, text, everywhere);
  const free = elsewhere.filter((place) => itemAround(index, place) === undefined && !(target.item && isInSummary(index, place)));
  const certain = free.length === 1 && elsewhere.length === 1 && quote.exact.length >= SHORTEST_FUZZY && contextOf(elsewhere[0] as Place) >= 0.9;
  if (certain) return found(chosen(quote, text, elsewhere), true);
  const alike = elsewhere.length > 0 ? elsewhere : likePlaces(quote, text, everywhere);
  return { place: null, whole: false, places: alike, here: false };
}

/** Whether the best place of a scope is no longer beyond doubt once places elsewhere are compared with it. */
function isDisputed(quote: Quote, text: string, best: Place, scope: readonly Range[], rivals: readonly Range[]): boolean {
  const anywhere = chosen(quote, text, exactPlaces(quote, text, [...scope, ...rivals]));
  return !('place' in anywhere) || anywhere.place.start !== best.start || hasRival(quote, text, best, rivals);
}

/** An item with its fields, not a mere sentence of a list, of which a letter may hold two (2013, autumn). */
const isWhole = (item: IndexedItem): boolean => [...item.fields.keys()].some((field) => field !== 'request' && field !== 'decision');

function found(choice: Choice, whole: boolean): Found {
  return 'place' in choice ? { place: choice.place, whole, places: [], here: true } : { place: null, whole: false, places: choice.places, here: true };
}

/** The passage with other words in it, where its ends or its likeness show it. */
function edited(quote: Quote, text: string, scope: readonly Range[]): Found | null {
  const places = likePlaces(quote, text, scope).filter(({ similarity }) => similarity < 1);
  const choice = chosenAlike(quote, places);
  const [best] = places;
  if ('place' in choice && best !== undefined && !hasRival(quote, text, best, scope)) return found(choice, false);
  const between = endsBetween(quote, text, scope);
  // The very words, in a context that is not theirs, have been refused already.
  if (between !== null && text.slice(between.start, between.end) !== quote.exact) return { place: between, whole: false, places: [], here: true };
  return places.length > 0 ? { place: null, whole: false, places, here: true } : null;
}

/** A quote of whole words is not found in parts of words. */
function ofWholeWords({ splits }: Quote, { start, end }: Range, { folded }: TextIndex): boolean {
  return (splits?.start === true || !isInWord(folded, start)) && (splits?.end === true || !isInWord(folded, end));
}

/**
 * In an item whose request is the target's but for its spelling. A passage must find nearly all of its context
 * again to be taken for the same.
 */
function inRenamedItem(target: Target, quote: Quote, text: string, item: IndexedItem): Found {
  const scope = item.fields.get(target.field ?? '') ?? [item.range];
  const places = exactPlaces(quote, text, scope);
  const [best] = places;
  const choice = chosen(quote, text, places);
  const least = quote.exact.length >= SHORTEST_FUZZY ? RENAMED : RENAMED_SHORT;
  if (best === undefined || !('place' in choice) || Math.min(best.before, best.behind) < least || hasRival(quote, text, best, scope)) {
    return { place: null, whole: false, places: places.length > 0 ? places : likePlaces(quote, text, scope), here: true };
  }
  return found(choice, true);
}
