import type { DisputedItem, Field, FieldKind } from '../../server/src/letter';
import { citationsOf, type Citation } from '../../server/src/guidelines';

/** A disputed item of these fields, and the text its spans point into. */
export function itemOf(fields: Partial<Record<FieldKind, string>>): { text: string; item: DisputedItem } {
  let text = 'A made-up request: Upheld\n';
  const read: Field[] = [];
  for (const [kind, body] of Object.entries(fields) as [FieldKind, string][]) {
    const label = { start: text.length, end: text.length + kind.length + 1 };
    text += `${kind}: `;
    read.push({ kind, label, body: { start: text.length, end: text.length + body.length } });
    text += `${body}\n`;
  }
  return { text, item: { request: { start: 0, end: 17 }, decision: null, partial: null, fields: read, span: { start: 0, end: text.length } } };
}

/** A citation as one line, for comparison: `kind id edition|chapter [sections] {pages} «text»`. */
export function lineOf(text: string, { kind, guideline, family, edition, chapter, sections, pages, span }: Citation): string {
  const slice = (of: { start: number; end: number }): string => text.slice(of.start, of.end).replace(/\s+/g, ' ');
  return [
    kind,
    guideline ?? `null:${family ?? 'null'}`,
    ...(edition === null ? [] : [`ed ${edition}`]),
    ...(chapter === null ? [] : [`ch ${chapter}`]),
    ...sections.map((section) => `[${slice(section)}]`),
    ...pages.map((page) => `{${page.first}-${page.last}}`),
    `«${slice(span)}»`,
  ].join(' ');
}

/** The citations of an item of these fields, as lines. */
export function linesOf(fields: Partial<Record<FieldKind, string>>): string[] {
  const { text, item } = itemOf(fields);
  return citationsOf(text, item).map((citation) => lineOf(text, citation));
}
