import { catalogue, citationsIn, type Catalogue } from '../guidelines';
import type { DisputedItem, Letter, Span } from '../letter';

/** A place to mark; half-open, UTF-16 code units. `decision` is the part that the others lead to. */
export interface Highlight {
  readonly span: Span;
  readonly part: 'request' | 'decision' | 'label' | 'citation';
}

/**
 * What belongs together with the place at `offset` of a letter. On a request,
 * a decision or a label: these parts of the item. On a citation: each place of
 * the letter that names the same guideline. Empty elsewhere. The place right
 * behind a part counts as on it, as a caret stands between characters.
 */
export function highlightsAt(text: string, letter: Letter, offset: number, of: Catalogue = catalogue()): Highlight[] {
  for (const on of [holds, touches]) {
    const item = letter.items.find((candidate) => partsOf(candidate).some(({ span }) => on(span, offset)));
    if (item !== undefined) return inOrder(partsOf(item));
    const citations = citationsIn(text, letter, of).map(({ citation }) => citation);
    const cited = citations.find(({ guideline, span }) => guideline !== null && on(span, offset));
    if (cited !== undefined) {
      return inOrder(citations.filter(({ guideline }) => guideline === cited.guideline).map(({ span }) => ({ span, part: 'citation' })));
    }
  }
  return [];
}

function partsOf({ request, decision, fields }: DisputedItem): Highlight[] {
  const parts: Highlight[] = [{ span: request, part: 'request' }, ...fields.map(({ label }): Highlight => ({ span: label, part: 'label' }))];
  if (decision !== null) parts.push({ span: decision.span, part: 'decision' });
  return parts.filter(({ span }) => span.start < span.end);
}

function inOrder(highlights: readonly Highlight[]): Highlight[] {
  return [...highlights].sort((a, b) => a.span.start - b.span.start);
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
