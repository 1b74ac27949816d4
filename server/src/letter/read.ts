import { headerTables, readHeader } from './header';
import { itemsOf } from './items';
import { chooseLayout } from './layout-choice';
import { layoutOf } from './layouts';
import type { HeaderRow, Letter, Section, Span } from './letter';
import { isSpace, type Lines } from './lines';
import { marksOf, type Mark } from './marks';
import { noticeItems } from './notice';
import { isLetterOf } from './recognize';
import { reviewerOf } from './reviewer';
import { splitLetters } from './split';

/**
 * Reads a text as the letters it holds, in order; an empty list when it is no
 * such letter. Never throws; time grows linearly with the text. All spans are
 * half-open and count UTF-16 code units of `text`.
 */
export function readLetters(text: string): Letter[] {
  const { lines, marks } = marksOf(text);
  const tables = headerTables(text);
  if (marks.length === 0) return [];
  const letters: Letter[] = [];
  let pendingStart: number | null = null;
  let mark = 0;
  let table = 0;
  for (const share of splitLetters(text, marks, tables)) {
    const own: Mark[] = [];
    while (mark < marks.length && marks[mark]!.span.start < share.end) own.push(marks[mark++]!);
    const ownTables: Span[] = [];
    while (table < tables.length && tables[table]!.start < share.end) ownTables.push(tables[table++]!);
    const letter = readLetter(text, lines, own, ownTables[0], share);
    if (letter) {
      letters.push(pendingStart === null ? letter : { ...letter, span: { start: pendingStart, end: letter.span.end } });
      pendingStart = null;
    } else if (letters.length > 0) {
      // What is no letter of its own belongs to the one before it.
      const before = letters.pop()!;
      letters.push({ ...before, span: { start: before.span.start, end: share.end } });
    } else {
      pendingStart ??= share.start;
    }
  }
  return letters;
}

/** Whether a text holds such a letter. */
export function isLetter(text: string): boolean {
  return readLetters(text).length > 0;
}

function readLetter(text: string, lines: Lines, marks: readonly Mark[], table: Span | undefined, share: Span): Letter | undefined {
  const headings = firstOfEachKind(marks);
  const firstHeading = headings[0]?.span.start ?? share.end;
  const header = table && headerStandsFirst(table, marks) ? readHeader(text, table, limitOf(table, firstHeading, share)) : [];
  const notice = headings.some((heading) => heading.kind === 'notice' || heading.kind === 'issues');
  const layoutId = chooseLayout(text.slice(share.start, share.end), shifted(header, share.start), notice);
  const layout = layoutOf(layoutId);
  const used = marks.filter((mark) => mark.type !== 'heading' || headings.includes(mark));
  const items = layout.decision === 'sentence' ? noticeItems(text, lines, used, share) : itemsOf(text, lines, used, share);
  const sections = sectionsOf(text, headings, share.end);
  const introduction = marks.find((mark) => mark.type === 'introduction')?.span ?? null;
  if (!isLetterOf(text, { header, sections, introduction, items })) return undefined;
  return {
    span: share,
    layout: layoutId,
    excerpt: header.length === 0,
    header,
    reviewer: reviewerOf(text, sections, share),
    sections,
    introduction,
    items,
    hasFields: layout.decision === 'heading' || items.some((item) => item.fields.length > 0),
  };
}

type HeadingMark = Extract<Mark, { type: 'heading' }>;

/** A section's heading is the first of its kind; a notice lists its decisions twice and is cut at the later heading. */
function firstOfEachKind(marks: readonly Mark[]): HeadingMark[] {
  const seen = new Set<string>();
  return marks.filter((mark): mark is HeadingMark => {
    if (mark.type !== 'heading' || seen.has(mark.kind)) return false;
    seen.add(mark.kind);
    return true;
  });
}

function headerStandsFirst(table: Span, marks: readonly Mark[]): boolean {
  return !marks.some((mark) => mark.span.start < table.start && (mark.type !== 'heading' || (mark.kind !== 'notice' && mark.kind !== 'method')));
}

function limitOf(table: Span, firstHeading: number, share: Span): number {
  return firstHeading > table.start ? firstHeading : share.end;
}

function shifted(header: readonly HeaderRow[], by: number): HeaderRow[] {
  const move = (span: Span): Span => ({ start: span.start - by, end: span.end - by });
  return header.map((row) => ({ kind: row.kind, label: move(row.label), value: row.value && move(row.value) }));
}

function sectionsOf(text: string, headings: readonly HeadingMark[], end: number): Section[] {
  return headings.map((heading, index) => {
    let to = headings[index + 1]?.span.start ?? end;
    while (to > heading.span.end && isSpace(text.charCodeAt(to - 1))) to--;
    return { kind: heading.kind, heading: heading.span, span: { start: heading.span.start, end: Math.max(to, heading.span.end) } };
  });
}
