import { catalogue, citationsIn, type Catalogue } from '../guidelines';
import { datesIn, type Letter, type Span } from '../letter';
import { quantitiesIn } from './semantic-tokens/quantities';
import { linePieces } from './semantic-tokens/line-pieces';

/** The legend, in the order in which the protocol counts them. The manifest describes them for VS Code. */
export const TOKEN_TYPES = ['heading', 'fieldLabel', 'request', 'decision', 'citation', 'pages', 'date', 'quantity'] as const;
export const TOKEN_MODIFIERS = ['upheld', 'overturned'] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** A coloured piece of one line; half-open, UTF-16 code units. */
export interface SemanticToken {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifier: TokenModifier | null;
}

/**
 * The tokens of all letters, in the order of the text. No token crosses a
 * line end and none overlaps another: where one lies in another (pages in a
 * citation, a dose in a request) the inner one wins. With `within`, only
 * those that touch it.
 */
export function semanticTokens(text: string, letters: readonly Letter[], within?: Span, of: Catalogue = catalogue()): SemanticToken[] {
  return letters
    .filter(({ span }) => within === undefined || touch(span, within))
    .flatMap((letter) => tokensOf(text, letter, of))
    .flatMap((token) => linePieces(text, token.span).map((span) => ({ ...token, span })))
    .filter(({ span }) => within === undefined || touch(span, within));
}

function tokensOf(text: string, letter: Letter, of: Catalogue): SemanticToken[] {
  const citations = citationsIn(text, letter, of).flatMap(({ citation }) => (citation.kind === 'none' ? [] : citation));
  return layered([
    [...letter.items.map(({ request }) => token('request', request)), ...citations.map(({ span }) => token('citation', span))],
    treatmentParts(letter).flatMap((part) => quantitiesIn(text, part).map((span) => token('quantity', span))),
    datesIn(text, letter.span).map((span) => token('date', span)),
    citations.flatMap(({ pages }) => pages.map(({ span }) => token('pages', span))),
    [
      ...letter.sections.map(({ heading }) => token('heading', heading)),
      ...letter.header.map(({ label }) => token('fieldLabel', label)),
      ...letter.items.flatMap(({ fields }) => fields.map(({ label }) => token('fieldLabel', label))),
    ],
    [
      // The first letters of 2013 decide inside a label.
      ...letter.items.flatMap(({ decision }) => (decision === null ? [] : [token('decision', decision.span, decision.value)])),
    ],
  ]);
}

/** Where treatment is spoken of: the hours and years of the fixed text on method and reviewer are no quantities of the case. */
function treatmentParts({ sections, items }: Letter): Span[] {
  return [...sections.filter(({ kind }) => kind === 'notice' || kind === 'summary' || kind === 'issues'), ...items].map(({ span }) => span);
}

function token(type: TokenType, span: Span, modifier: TokenModifier | null = null): SemanticToken {
  return { span, type, modifier };
}

/** Lays each layer over those before it; within a layer the first token wins. */
function layered(layers: readonly (readonly SemanticToken[])[]): SemanticToken[] {
  return layers.reduce<SemanticToken[]>((below, layer) => {
    const above = inOrder(layer);
    return inOrder([...without(below, above), ...above]);
  }, []);
}

function inOrder(tokens: readonly SemanticToken[]): SemanticToken[] {
  let end = -1;
  return [...tokens]
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => {
      if (span.end <= span.start || span.start < end) return false;
      end = span.end;
      return true;
    });
}

/** What `above` leaves of `below`; both in order, in one pass. */
function without(below: readonly SemanticToken[], above: readonly SemanticToken[]): SemanticToken[] {
  const left: SemanticToken[] = [];
  let first = 0;
  for (const under of below) {
    while (first < above.length && above[first]!.span.end <= under.span.start) first++;
    let start = under.span.start;
    for (let next = first; next < above.length && above[next]!.span.start < under.span.end; next++) {
      const over = above[next]!.span;
      if (over.start > start) left.push({ ...under, span: { start, end: over.start } });
      start = Math.max(start, over.end);
    }
    if (start < under.span.end) left.push({ ...under, span: { start, end: under.span.end } });
  }
  return left;
}

function touch(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
