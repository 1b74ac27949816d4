import { fieldOf, toldApart, type DisputedItem, type Letter, type Span } from '../letter';
import { fieldSpan } from './places';
import type { Finding } from './rule';

/** So many visible characters on either side of a mark tell it from others of its kind. */
const CONTEXT = 32;
/** Blanks in a row beyond this are no letter's; the search for visible characters ends there. */
const LONGEST_SCAN = 4096;

/**
 * Names of findings that outlast the letter's other changes, one for each
 * finding and in their order: 16 hexadecimal digits.
 *
 * A name is made from the rule's code, the disputed item's request, the field
 * or section, the marked words and the words around them within that field;
 * all without white space, so that line ends, doubled newlines and wrapping do
 * not count. It is a hash: nothing of the letter can be read from it. Only
 * findings that agree in all of this are told apart, in several letters by
 * their case numbers, and within one by their order in the text.
 *
 * `findings` are all findings of the letters at some levels, in the order of
 * the text; one that lies in no letter is named from its mark alone. Time is
 * linear in the text that is marked. Never throws.
 */
export function findingIds(text: string, letters: readonly Letter[], findings: readonly Finding[]): readonly string[] {
  const requests = new Map<DisputedItem, string>();
  const requestOf = (item: DisputedItem): string => {
    let request = requests.get(item);
    if (request === undefined) requests.set(item, (request = folded(text.slice(item.request.start, item.request.end))));
    return request;
  };
  const named = findings.map(({ code, item: index, span }) => {
    const letter = letterAt(letters, span.start);
    const item = index === null ? undefined : letter?.items[index];
    const place = placeOf(letter, item, span);
    const bounds = place?.span ?? span;
    const name = [
      code,
      item === undefined ? '' : requestOf(item),
      place?.name ?? '',
      before(text, Math.min(bounds.start, span.start), span.start),
      folded(text.slice(span.start, span.end)),
      after(text, span.end, Math.max(bounds.end, span.end)),
    ].join('\u0000');
    return { name, letter };
  });
  return toldApart(text, named).map(({ name, ordinal }) => fnv1a(ordinal === 0 ? name : `${name}\u0000${ordinal}`));
}

interface Place {
  readonly name: string;
  readonly span: Span;
}

/** The smallest part of the form that holds the start of a mark; words beyond it may change without the finding. */
function placeOf(letter: Letter | undefined, item: DisputedItem | undefined, { start }: Span): Place | undefined {
  if (letter === undefined) return undefined;
  if (item !== undefined) {
    if (holds(item.request, start)) return { name: 'request', span: item.request };
    if (item.decision && holds(item.decision.span, start)) return { name: 'decision', span: item.decision.span };
    const field = lastThatHolds(item.fields, fieldSpan, start);
    if (field !== undefined) {
      // Where a label stands twice the second field is another place than the first.
      const name = fieldOf(item, field.kind) === field ? field.kind : `${field.kind} again`;
      return { name, span: fieldSpan(field) };
    }
    return { name: 'item', span: item.span };
  }
  for (const row of letter.header) {
    if (holds(row.label, start) || (row.value && holds(row.value, start))) return { name: row.kind, span: row.value ?? row.label };
  }
  const section = lastThatHolds(letter.sections, ({ span }) => span, start);
  return section === undefined ? { name: 'letter', span: letter.span } : { name: section.kind, span: section.span };
}

/** The last of some parts, in the order of the text, that begins at or before an offset and reaches it. */
function lastThatHolds<Part>(parts: readonly Part[], spanOf: (part: Part) => Span, offset: number): Part | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spanOf(parts[middle]!).start <= offset) low = middle + 1;
    else high = middle;
  }
  const part = parts[low - 1];
  return part !== undefined && holds(spanOf(part), offset) ? part : undefined;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function letterAt(letters: readonly Letter[], offset: number): Letter | undefined {
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (letters[middle]!.span.end <= offset) low = middle + 1;
    else high = middle;
  }
  return letters[low] ?? letters[letters.length - 1];
}

/** Without white space; what stands for a hyphen in a copy is one. */
function folded(words: string): string {
  return words.replace(/\s+/g, '').replace(/[\u00ad\u2010-\u2013\ufffe]/g, '-');
}

function before(text: string, from: number, to: number): string {
  const visible = folded(text.slice(Math.max(from, to - LONGEST_SCAN), to));
  return visible.slice(Math.max(0, visible.length - CONTEXT));
}

function after(text: string, from: number, to: number): string {
  return folded(text.slice(from, Math.min(to, from + LONGEST_SCAN))).slice(0, CONTEXT);
}

/**
 * FNV-1a with 64 bits over the UTF-8 of the words, in two halves of 32 bits.
 * A fingerprint, no secret. Source: draft-eastlake-fnv, offset basis
 * cbf29ce484222325, prime 2^40 + 1b3.
 */
export function fnv1a(words: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of new TextEncoder().encode(words)) {
    low = (low ^ byte) >>> 0;
    // (high, low) × (2^40 + 0x1b3), modulo 2^64; every product below fits a double exactly.
    const product = low * 0x1b3;
    const carry = Math.floor(product / 0x100000000);
    high = (Math.imul(high, 0x1b3) + carry + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
