import { catalogue, citationAt, type Catalogue } from '../guidelines';
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
 * letter: a field's label, a decision, a section's heading, a citation or a
 * part of one, an abbreviation; `null` elsewhere and for offsets outside the
 * letter. `of` are the guidelines to go by.
 */
export function hoverAt(text: string, letter: Letter, offset: number, of: Catalogue = catalogue()): Hover | null {
  if (!Number.isInteger(offset) || !holds(letter.span, offset)) return null;
  // In some layouts the decisions stand in a list of their own, outside of their items.
  const decision = letter.items.map((item) => item.decision).find((candidate) => candidate !== null && holds(candidate.span, offset));
  if (decision != null) return { span: decision.span, markdown: decisionHover(decision, of) };
  // Where two items touch, the later one begins here.
  const item = letter.items.find((candidate) => holds(candidate.span, offset)) ?? itemAt(letter, offset);
  const field = item?.fields.find((candidate) => holds(candidate.label, offset));
  if (field !== undefined) return { span: field.label, markdown: fieldHover(field.kind, of) };
  const cited = citationAt(text, letter, offset, of);
  if (cited !== undefined) return citationHover({ ...cited, text, letter, offset, of });
  const section = letter.sections.find((candidate) => holds(candidate.heading, offset));
  if (section !== undefined) return { span: section.heading, markdown: sectionHover(section.kind, of) };
  return abbreviationAt(text, offset, of);
}
