import { citationsOf } from '../guidelines';
import { itemAt, type Letter, type Span } from '../letter';
import { abbreviationAt } from './hover/abbreviation';
import { citationHover } from './hover/citation';
import { decisionHover, fieldHover, sectionHover } from './hover/parts';

export interface Hover {
  /** What the hover is about; half-open, UTF-16 code units. */
  readonly span: Span;
  readonly markdown: string;
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

/**
 * What there is to say about the place at `offset` (UTF-16 code units) of a
 * letter: a field's label, a decision, a section's heading, a citation, an
 * abbreviation; `null` elsewhere and for offsets outside the letter.
 */
export function hoverAt(text: string, letter: Letter, offset: number): Hover | null {
  if (!Number.isInteger(offset) || !holds(letter.span, offset)) return null;
  // Where two items touch, the later one begins here.
  const item = letter.items.find((candidate) => holds(candidate.span, offset)) ?? itemAt(letter, offset);
  if (item !== undefined) {
    if (item.decision !== null && holds(item.decision.span, offset)) {
      return { span: item.decision.span, markdown: decisionHover(item.decision) };
    }
    const field = item.fields.find((candidate) => holds(candidate.label, offset));
    if (field !== undefined) return { span: field.label, markdown: fieldHover(field.kind) };
    if (item.fields.some((candidate) => holds(candidate.body, offset))) {
      const citation = citationsOf(text, item).find((candidate) => holds(candidate.span, offset));
      if (citation !== undefined) return { span: citation.span, markdown: citationHover(text, citation) };
    }
  }
  const section = letter.sections.find((candidate) => holds(candidate.heading, offset));
  if (section !== undefined) return { span: section.heading, markdown: sectionHover(section.kind) };
  return abbreviationAt(text, offset);
}
