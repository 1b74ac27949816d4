import type { DisputedItem, Field, HeaderRow, Letter, Section, Span } from '../letter';
import { trimmed } from '../letter/spans';
import { headingOf } from './item-heading';
import { sentenceAt } from './selection-ranges/sentences';

/** Letters and digits with what joins them: `C6-C7`, `11/10/2016`, `0.5`, `patient's`; not the full stop of `2006.Medical`. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-'’/][\p{L}\p{M}\p{N}]+|\.\p{N}+)*/gu;
/** A word is looked for so far to either side. */
const LONGEST_WORD = 80;

/**
 * What a growing selection takes in at `offset`, from the inside to the
 * outside, each strictly larger than the one before and all holding the
 * offset: word, sentence, field body, field with its label, item, section,
 * letter, text. Outside of letters: word and text. Never empty.
 */
export function selectionsAt(text: string, letters: readonly Letter[], offset: number): Span[] {
  const letter = letters.find(({ span }) => offset < span.end) ?? letters.at(-1);
  const candidates = [...wordAt(text, offset), ...(letter === undefined ? [] : partsOf(text, letter, offset)), { start: 0, end: text.length }]
    .filter((span) => span.start <= offset && offset <= span.end && span.start < span.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: Span[] = [];
  for (const span of candidates) {
    const inner = chain.at(-1);
    if (inner === undefined || (span.start <= inner.start && inner.end <= span.end && span.end - span.start > inner.end - inner.start)) chain.push(span);
  }
  return chain.length === 0 ? [{ start: offset, end: offset }] : chain;
}

function partsOf(text: string, letter: Letter, offset: number): Span[] {
  const parts = [
    letter.span,
    trimmed(text, letter.span.start, letter.span.end),
    ...headerParts(letter.header),
    ...letter.sections.flatMap((section) => [section.heading, body(text, section), section.span]),
    ...letter.items.flatMap((item) => [item.request, ...(item.decision === null ? [] : [item.decision.span]), headingOf(item), ...item.fields.flatMap(fieldParts), item.span]),
  ];
  const prose = proseAt(text, letter, offset);
  return prose === undefined ? parts : [...parts, sentenceAt(text, prose, offset)];
}

function headerParts(rows: readonly HeaderRow[]): Span[] {
  const spans = rows.flatMap(({ label, value }) => (value === null ? [label] : [label, value]));
  if (spans.length === 0) return [];
  // Where the table is torn apart, a row is no stretch of text.
  const whole = rows.flatMap(({ label, value }, index) => {
    const next = rows[index + 1]?.label.start ?? Infinity;
    return value !== null && label.end <= value.start && value.end <= next ? [{ start: label.start, end: value.end }] : [];
  });
  return [...spans, ...whole, { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }];
}

/** In the notices of 2013 both guidelines stand under one label: then the stretch from it holds them both. */
function fieldParts({ label, body }: Field): Span[] {
  return [label, body, { start: label.start, end: Math.max(label.end, body.end) }];
}

function body(text: string, { heading, span }: Section): Span {
  const colon = text[heading.end] === ':' ? 1 : 0;
  return trimmed(text, heading.end + colon, span.end);
}

/** The stretch of running text around an offset: a field's body, or what a section holds between its items. */
function proseAt(text: string, letter: Letter, offset: number): Span | undefined {
  const item = letter.items.find(({ span }) => span.start <= offset && offset <= span.end);
  if (item !== undefined) return fieldBodyAt(item, offset);
  const section = letter.sections.find(({ heading, span }) => heading.end < offset && offset <= span.end);
  if (section === undefined) return undefined;
  const { start, end } = body(text, section);
  const before = letter.items.filter(({ span }) => span.end <= offset && span.end > start).at(-1);
  const after = letter.items.find(({ span }) => span.start >= offset && span.start < end);
  return { start: before?.span.end ?? start, end: after?.span.start ?? end };
}

function fieldBodyAt({ fields }: DisputedItem, offset: number): Span | undefined {
  return fields.find(({ body: { start, end } }) => start <= offset && offset <= end)?.body;
}

function wordAt(text: string, offset: number): Span[] {
  const from = Math.max(0, offset - LONGEST_WORD);
  const words = [...text.slice(from, offset + LONGEST_WORD).matchAll(WORD)].map((found) => ({ start: from + found.index, end: from + found.index + found[0].length }));
  const word = words.find(({ start, end }) => start <= offset && offset < end) ?? words.find(({ end }) => end === offset);
  return word === undefined ? [] : [word];
}
