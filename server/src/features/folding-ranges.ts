import type { DisputedItem, Field, Letter, Span } from '../letter';
import { trimmed } from '../letter/spans';
import { headingOf } from './item-heading';

/** From the outside to the inside, and in this order of weight where a client takes only so many. */
export const FOLD_KINDS = ['letter', 'section', 'item', 'header', 'field'] as const;
export type FoldKind = (typeof FOLD_KINDS)[number];

/** A part of a letter that can be folded; half-open, UTF-16 code units. */
export interface Fold {
  readonly kind: FoldKind;
  readonly span: Span;
  /** Where the words end that stay visible: heading, request with decision, label. */
  readonly head: number;
}

/** The parts of all letters that a reader may fold, in the order of the text, outer ones first. */
export function foldsOf(text: string, letters: readonly Letter[]): Fold[] {
  const folds = letters.flatMap((letter) => [
    ...(letters.length > 1 ? [letterFold(text, letter)] : []),
    ...headerFold(letter),
    ...letter.sections.map(({ span, heading }): Fold => ({ kind: 'section', span, head: heading.end })),
    ...letter.items.flatMap((item) => [itemFold(item), ...item.fields.map(fieldFold)]),
  ]);
  return folds
    .filter(({ span, head }) => head < span.end)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || FOLD_KINDS.indexOf(a.kind) - FOLD_KINDS.indexOf(b.kind));
}

function letterFold(text: string, letter: Letter): Fold {
  const span = trimmed(text, letter.span.start, letter.span.end);
  return { kind: 'letter', span, head: span.start };
}

function headerFold({ header }: Letter): Fold[] {
  const spans = header.flatMap(({ label, value }) => (value === null ? [label] : [label, value]));
  if (spans.length === 0) return [];
  const start = Math.min(...spans.map((span) => span.start));
  const [first] = header;
  return [{ kind: 'header', span: { start, end: Math.max(...spans.map((span) => span.end)) }, head: first?.value?.end ?? start }];
}

function itemFold(item: DisputedItem): Fold {
  return { kind: 'item', span: item.span, head: headingOf(item).end };
}

/** A label that stands before another field, as in the notices of 2013, does not belong to the fold. */
function fieldFold({ label, body }: Field): Fold {
  return { kind: 'field', span: { start: label.end <= body.start ? label.start : body.start, end: body.end }, head: label.end };
}
