import type { Letter, Section, SectionKind, Span } from '../../letter';
import { visibleEnd, visibleStart } from '../places';

/** A section of a letter that goes on behind it, and the words below its heading; `undefined` where the letter lacks it or ends in it. */
export function sectionWords(text: string, letter: Letter, kind: SectionKind): { readonly section: Section; readonly words: Span } | undefined {
  const section = letter.sections.find((candidate) => candidate.kind === kind);
  if (section === undefined) return undefined;
  const next = followers(letter).filter((start) => start >= section.heading.end);
  // A copy that was cut off says nothing of what was lost.
  if (next.length === 0) return undefined;
  const end = Math.min(section.span.end, ...next);
  // The colon of a heading is none of its words.
  const from = /^\s{0,4}[:：]/.exec(text.slice(section.heading.end, section.heading.end + 6))?.[0].length ?? 0;
  const start = visibleStart(text, Math.min(section.heading.end + from, end), end);
  return { section, words: { start, end: visibleEnd(text, start, end) } };
}

/** Where other parts of the letter begin: sections, the introduction, items with what belongs to them. */
function followers(letter: Letter): number[] {
  return [
    ...letter.sections.map(({ heading }) => heading.start),
    ...(letter.introduction === null ? [] : [letter.introduction.start]),
    ...letter.items.slice(0, 1).flatMap(({ span, fields }) => [span.start, ...fields.slice(0, 1).map(({ label }) => label.start)]),
  ];
}
