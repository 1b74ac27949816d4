import { catalogue, type Catalogue } from '../guidelines';
import { type Letter, type Span } from '../letter';
import { decisionOffers } from './completion/decisions';
import { guidelineNameOffers } from './completion/guideline-names';
import { headingOffers, introductionOffers } from './completion/headings';
import { itemOffers } from './completion/items';
import { labelOffers } from './completion/labels';
import { newLetterOffers } from './completion/new-letter';
import type { CompletionKind, Offer } from './completion/offer';
import { placeOf, type Place } from './completion/place';
import { sentenceOffers } from './completion/sentences';
import { unfinishedLetter } from './completion/unfinished';

export type { CompletionKind } from './completion/offer';

export interface Completion {
  readonly kind: CompletionKind;
  /** One line. */
  readonly label: string;
  readonly detail: string;
  /** Plain text. */
  readonly documentation: string;
  /** Equal for the two decisions, so that neither is put first by us. */
  readonly sortText: string;
  readonly filterText?: string;
  /** What is replaced: half-open, UTF-16 code units, on one line, holding the place. */
  readonly span: Span;
  readonly newText: string;
  /** `newText` is in the protocol's snippet syntax. */
  readonly snippet: boolean;
}

export interface CompletionOptions {
  /** The client takes placeholders. */
  readonly snippets: boolean;
  /** A colon was just typed and nobody has asked: only what stands behind colons is offered. */
  readonly colonTyped?: boolean;
  /** The guidelines to go by; those of the product where left out. */
  readonly catalogue?: Catalogue;
}

/**
 * What may be written at `offset` (UTF-16 code units) of a text that holds
 * `letters`, best first. Without a letter in a text of fewer than 2,000
 * characters: what begins one. Empty in the middle of a sentence, in longer
 * texts without a letter, and for offsets outside the text.
 */
export function completionsAt(text: string, letters: readonly Letter[], offset: number, options: CompletionOptions): Completion[] {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return [];
  const letter = letters.find(({ span }) => offset < span.end) ?? letters.at(-1) ?? unfinishedLetter(text);
  if (letter === undefined) return [];
  const place = placeOf(text, letter, offset, options.catalogue ?? catalogue());
  const offers = behindColon(place);
  // Where a decision is due, or a guideline's name, nothing else is.
  const due = offers[0]?.kind === 'decision' || offers[0]?.kind === 'name';
  if (options.colonTyped !== true && !due) offers.push(...elsewhere(place, letters.length === 0));
  return offers.sort((a, b) => a.rank - b.rank).map((offer, index) => completion(offer, index, options));
}

function behindColon(place: Place): Offer[] {
  const decisions = decisionOffers(place);
  if (decisions.length > 0) return decisions;
  const names = guidelineNameOffers(place);
  return names.length > 0 ? names : sentenceOffers(place).filter(({ kind }) => kind === 'guideline');
}

function elsewhere(place: Place, unfinished: boolean): Offer[] {
  return [
    ...(unfinished ? newLetterOffers(place) : []),
    ...introductionOffers(place),
    ...sentenceOffers(place).filter(({ kind }) => kind === 'conclusion'),
    ...labelOffers(place),
    ...itemOffers(place),
    ...headingOffers(place),
  ];
}

function completion({ edit, rank, kind, label, detail, documentation, filterText }: Offer, index: number, { snippets }: CompletionOptions): Completion {
  const snippet = snippets && edit.snippet !== undefined;
  return {
    kind,
    label,
    detail,
    documentation,
    sortText: kind === 'decision' ? `${rank}` : `${rank}${String(index).padStart(2, '0')}`,
    ...(filterText === undefined ? {} : { filterText }),
    span: edit.span,
    newText: snippet ? edit.snippet : edit.newText,
    snippet,
  };
}
