import type { Letter, Section } from '../../letter';
import { marksOf } from '../../letter/marks';
import { itemsOf } from '../../letter/items';

/** A text longer than this that is still no letter is something else. */
const LONGEST_UNFINISHED = 2000;

/**
 * A text that somebody has just begun to make a letter of, seen as one of the
 * 2016 layout with as much as is there; `undefined` for longer texts.
 */
export function unfinishedLetter(text: string): Letter | undefined {
  if (text.length >= LONGEST_UNFINISHED) return undefined;
  const span = { start: 0, end: text.length };
  const { lines, marks } = marksOf(text);
  const headings = marks.flatMap((mark) => (mark.type === 'heading' ? [mark] : []));
  const sections = headings.map(
    ({ kind, span: heading }, index): Section => ({ kind, heading, span: { start: heading.start, end: headings[index + 1]?.span.start ?? text.length } }),
  );
  return {
    span,
    layout: '2016',
    excerpt: true,
    header: [],
    reviewer: { licensure: [], specialties: [] },
    sections,
    introduction: marks.find(({ type }) => type === 'introduction')?.span ?? null,
    items: itemsOf(text, lines, marks, span),
    hasFields: true,
  };
}
