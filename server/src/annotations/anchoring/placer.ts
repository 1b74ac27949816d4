import { caseNumberOf, isOtherCase, readLetters, type Letter, type Span } from '../../letter';
import { codePoints, contentHash, withLineFeeds, type CodePoints } from '../code-points';
import { spanOf } from '../selectors';
import { aligned, type Alignment } from './alignment';
import { byQuote, quoteOf, type Found } from './by-quote';
import { carried, inserted, type Carried, type Ground } from './carried';
import { chosen } from './chosen';
import { foldedOffset, sourceSpan } from './folded';
import { MOST_CANDIDATES, type Candidate, type Placement, type Target } from './placement';
import { contextOf, exactPlaces, SHORTEST_FUZZY } from './quote-places';
import type { Range } from './settled';
import { isTandem, twinsOf } from './tandem';
import { isItemOf, itemAround, likenessOf, respeltItem, textIndex, type TextIndex } from './text-index';
import { sameWords, withQuotedEnds } from './words';


/** Shorter words stand in any text, and the original's context is better than a copy's by so much. */
const SHORTEST_COPY = 8;
const COPY_MARGIN = 0.15;
/** So much of a letter is left when it is corrected; two letters of one form share less. */
const SAME_LETTER = 0.8;
/** An item whose request is less like the target's is another one. */
const OTHER_ITEM = 0.5;

interface Base {
  readonly text: string;
  readonly hash: string;
  readonly points: CodePoints;
}

interface Comparison {
  readonly alignment: Alignment;
  readonly inserted: readonly Range[];
}

/** Places targets in one text; what takes time is made at its first use and serves all targets. */
export class Placer {
  private readonly hash: string;
  private readonly points: CodePoints;
  private readonly base: Base | null;
  private indexed: TextIndex | undefined;
  private compared: Comparison | undefined;

  constructor(
    private readonly text: string,
    private readonly letters: readonly Letter[],
    base: string | undefined,
  ) {
    this.hash = contentHash(text);
    this.points = codePoints(text);
    this.base = base === undefined ? null : { text: base, hash: contentHash(base), points: codePoints(base) };
  }

  place(target: Target): Placement {
    const [quote, position] = target.selector;
    // A position that does not hold its quote is worth nothing, whatever the hash says.
    const holds = (text: string, span: Span) => withLineFeeds(text.slice(span.start, span.end)) === quote.exact;
    if (target.contentHash === this.hash) {
      const span = spanOf(position, this.points);
      if (holds(this.text, span)) return { state: 'intact', span };
    }
    if (this.base !== null && target.contentHash === this.base.hash) {
      const span = spanOf(position, this.base.points);
      if (holds(this.base.text, span)) return this.ofItsCase(target, this.follow(target, this.base.text, span), this.base.text);
    }
    return this.ofItsCase(target, this.placementOf(target, byQuote(target, this.index())), null);
  }

  /** Letters share whole sentences: in the letter of another case a place is one to choose, whatever stands there. */
  private ofItsCase({ caseNumber = '' }: Target, placement: Placement, base: string | null): Placement {
    if (caseNumber === '' || !('span' in placement)) return placement;
    const { span } = placement;
    const letter = this.letters.find(({ span: { end } }) => span.start < end);
    const now = letter ? caseNumberOf(this.text, letter) : '';
    if (!isOtherCase(caseNumber, now) || (base !== null && this.isCorrected(base, caseNumber, now))) return placement;
    return { state: 'orphaned', candidates: [{ span, similarity: 1 }] };
  }

  /** A letter that is the same but for its number: that was set right. */
  private isCorrected(base: string, before: string, now: string): boolean {
    const { alignment } = this.comparison(base);
    const has = (text: string, letters: readonly Letter[], number: string) => letters.some((letter) => caseNumberOf(text, letter) !== '' && !isOtherCase(caseNumberOf(text, letter), number));
    if (has(base, readLetters(base), now) || has(this.text, this.letters, before)) return false;
    const kept = alignment.blocks.reduce((sum, { length, loose }) => (loose ? sum : sum + length), 0);
    return kept >= SAME_LETTER * Math.max(alignment.base.text.length, alignment.text.text.length);
  }

  private index(): TextIndex {
    return (this.indexed ??= textIndex(this.text, this.letters));
  }

  private comparison(base: string): Comparison {
    if (this.compared === undefined) {
      const alignment = aligned(base, readLetters(base), this.text, this.letters);
      this.compared = { alignment, inserted: inserted(alignment) };
    }
    return this.compared;
  }

  /** Where a passage of the base went. */
  private follow(target: Target, base: string, span: Span): Placement {
    const { alignment, inserted: ranges } = this.comparison(base);
    const range = { start: foldedOffset(alignment.base, span.start), end: foldedOffset(alignment.base, span.end) };
    const way: Carried = carried(alignment, range);
    if (way.kind === 'several') return { state: 'ambiguous', candidates: this.candidates(target, way.ranges) };
    if (way.kind === 'gone') return this.moveOf(target, ranges) ?? { state: 'orphaned', candidates: this.likest(target) };
    if (this.isDoubtful(target, way)) return { state: 'ambiguous', candidates: this.candidates(target, [way.range]) };
    const kept = way.kind === 'whole' && way.ground === 'kept';
    const twin = this.twinOf(way.range, alignment.base.text, range) ?? (kept ? null : this.copyOf(target, way.range, ranges));
    if (twin !== null) return { state: 'ambiguous', candidates: this.candidates(target, [way.range, twin]) };
    return this.at(target, way.range, way.kind === 'whole');
  }

  /**
   * A passage that moved must have stayed in its item; one found by single words must not be in quite another one;
   * none may be in another one while its own is still there: items can be alike but for a word.
   */
  private isDoubtful(target: Target, { range, ground }: { readonly range: Range; readonly ground: Ground }): boolean {
    const item = itemAround(this.index(), range);
    if (ground === 'moved') return !this.isInItem(target, range);
    if (item === undefined || !target.item || isItemOf(target, item)) return false;
    if (ground === 'words' && likenessOf(target, item) < OTHER_ITEM) return true;
    return this.index().items.some((other) => isItemOf(target, other));
  }

  /** The same words in a copy right before or behind the passage that a range lies in; the comparison took one of the two by chance. */
  private twinOf({ start, end }: Range, base: string, before: Range): Range | null {
    const { text } = this.index().folded;
    const exact = text.slice(start, end);
    // The passage may have stood twice before. The same words at that distance alone may belong to another one.
    const isNew = (twin: Range) => {
      const there = { start: before.start + twin.start - start, end: before.start + twin.end - start };
      return there.start < 0 || !base.startsWith(exact, there.start) || !isTandem(base, before, there);
    };
    return twinsOf(text, { start, end }).find(isNew) ?? null;
  }

  /** The words of a touched passage in what was inserted, with a context that agrees as well: the comparison may have taken a copy. */
  private copyOf(target: Target, { start, end }: Range, ranges: readonly Range[]): Range | null {
    if (end - start < SHORTEST_COPY) return null;
    const { text } = this.index().folded;
    const quote = { ...quoteOf(target), exact: text.slice(start, end) };
    const [own] = exactPlaces(quote, text, [{ start, end: start + 1 }]);
    const copy = exactPlaces(quote, text, ranges).find((place) => Math.abs(place.start - start) >= end - start);
    return own !== undefined && copy !== undefined && contextOf(own) - contextOf(copy) < COPY_MARGIN ? copy : null;
  }

  /** A passage that was deleted and stands word for word in what was inserted, in its own item. */
  private moveOf(target: Target, ranges: readonly Range[]): Placement | null {
    const { text } = this.index().folded;
    const quote = quoteOf(target);
    // Single words go with the passage they stand in, or not at all.
    if (quote.exact.length < SHORTEST_FUZZY) return null;
    const places = exactPlaces(quote, text, ranges).filter((found) => this.isInItem(target, found));
    const choice = chosen(quote, text, places);
    if ('place' in choice) return this.at(target, choice.place, true);
    return choice.places.length > 0 ? { state: 'ambiguous', candidates: this.candidates(target, choice.places) } : null;
  }

  private isInItem(target: Target, range: Range): boolean {
    const item = itemAround(this.index(), range);
    if (target.item === undefined || target.item === null) return item === undefined;
    return item !== undefined && (isItemOf(target, item) || respeltItem(target, this.index()) === item);
  }

  private placementOf(target: Target, { place, whole, places, here }: Found): Placement {
    if (place !== null) return this.at(target, place, whole);
    return { state: here && places.length > 0 ? 'ambiguous' : 'orphaned', candidates: this.candidates(target, places) };
  }

  private at(target: Target, range: Range, whole: boolean): Placement {
    const span = this.spanOf(target, range);
    const same = whole && sameWords(target.selector[0].exact, this.text.slice(span.start, span.end));
    return { state: same ? 'intact' : 'changed', span };
  }

  private spanOf(target: Target, { start, end }: Range): Span {
    return withQuotedEnds(this.text, sourceSpan(this.index().folded, start, end), target.selector[0].exact);
  }

  /** The likest passages anywhere, for a person to choose from. */
  private likest(target: Target): Candidate[] {
    return this.candidates(target, byQuote(target, this.index()).places);
  }

  private candidates(target: Target, ranges: readonly (Range & { readonly similarity?: number })[]): Candidate[] {
    return ranges.slice(0, MOST_CANDIDATES).map((range) => ({ span: this.spanOf(target, range), similarity: range.similarity ?? 1 }));
  }
}
