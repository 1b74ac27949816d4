import { endOfItems } from './ending';
import { headerTables, readHeader } from './header';
import { itemsOf } from './items';
import { chooseLayout } from './layout-choice';
import { layoutOf, type Layout } from './layouts';
import type { DisputedItem, Letter, Section, Span } from './letter';
import { isSpace, type Lines } from './lines';
import { marksOf, type Mark } from './marks';
import { noticeItems } from './notice';
import { numberedItems } from './numbered';
import { isLetterOf } from './recognize';
import { reviewerOf } from './reviewer';
import { withoutRunningLines } from './running-lines';
import { singleItem } from './single';
import { splitLetters } from './split';

/**
 * Reads a text as the letters it holds, in order; an empty list when it is no
 * such letter. Never throws; time grows linearly with the text. All spans are
 * half-open and count UTF-16 code units of the text.
 */
export function readLetters(written: string): Letter[] {
  const text = withoutRunningLines(written);
  const { lines, marks } = marksOf(text);
  if (marks.length === 0) return [];
  const tables = headerTables(text);
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

/** Who reads the items, by the place of the decision. */
const ITEMS: Record<Layout['decision'], (text: string, lines: Lines, marks: readonly Mark[], letter: Span) => DisputedItem[]> = {
  heading: itemsOf,
  notice: noticeItems,
  numbered: numberedItems,
  'rationale-heading': singleItem,
};

function readLetter(text: string, lines: Lines, marks: readonly Mark[], table: Span | undefined, share: Span): Letter | undefined {
  const headings = firstOfEachKind(marks);
  const firstHeading = headings[0]?.span.start ?? share.end;
  const header = table && headerStandsFirst(table, marks) ? readHeader(text, table, limitOf(table, firstHeading, share)) : [];
  const layoutId = chooseLayout(text, share, header);
  const layout = layoutOf(layoutId);
  const used = marks.filter((mark) => mark.type !== 'heading' || headings.includes(mark));
  const issued = { start: share.start, end: endOfItems(text, lines, used, share) };
  const own = ITEMS[layout.decision](text, lines, used, issued);
  // A letter between two eras has the heading of one and the items of the other.
  const items = own.length === 0 && layout.decision === 'numbered' ? itemsOf(text, lines, used, issued) : own;
  const sections = sectionsOf(text, lines, used, layout, items, share.end);
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

/**
 * Sections end where the next begins. In a notice nothing but the first item's words end the documents. In the first letters of 2013 the fields stand under headings of their own, so
 * those end a section too, and the issue at dispute reaches over what lies between it and its rationale.
 */
function sectionsOf(text: string, lines: Lines, marks: readonly Mark[], layout: Layout, items: readonly DisputedItem[], end: number): Section[] {
  const explained = layout.decision === 'notice' && items[0] ? startOfExplained(text, lines, items[0]) : end;
  const spread = layout.decision === 'rationale-heading';
  const stops = marks.filter((mark) => mark.type === 'heading' || (spread && mark.type === 'label'));
  return stops.flatMap((mark, index): Section[] => {
    if (mark.type !== 'heading') return [];
    let to = stops[index + 1]?.span.start ?? end;
    if (mark.kind !== 'issues' && mark.kind !== 'notice' && explained > mark.span.end) to = Math.min(to, explained);
    while (to > mark.span.end && isSpace(text.charCodeAt(to - 1))) to--;
    if (spread && mark.kind === 'issues') to = Math.max(to, items.at(-1)?.span.end ?? 0);
    return [{ kind: mark.kind, heading: mark.span, span: { start: mark.span.start, end: Math.max(to, mark.span.end) } }];
  });
}

/** Where a notice's item is headed ("2) Regarding the request for …"); its number may stand on the line above. */
function startOfExplained(text: string, lines: Lines, item: DisputedItem): number {
  let line = lines.at(item.span.start);
  if (!/regarding/i.test(text.slice(lines.from[line]!, item.span.start)) && line > 0) line--;
  let above = line - 1;
  while (above > 0 && lines.isBlank(above)) above--;
  return above >= 0 && /^\(?\d{1,2}[.)]$/.test(text.slice(lines.from[above]!, lines.to[above]!)) ? lines.from[above]! : lines.from[line]!;
}
