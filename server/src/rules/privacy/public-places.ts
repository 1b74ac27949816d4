import type { Span } from '../../letter';
import { isSpace } from '../places';

const ORGANIZATION = /\b(?:MAXIMUS|Division\s+of\s+Workers|DWC|Department\s+of\s+Industrial\s+Relations|DIR|Administrative\s+Director|Independent\s+Medical\s+Review|IMR|State\s+of\s+California|Medical\s+Unit)\b/i;

/** How far before a number or a street its owner is named, and how many lines above. */
const BEFORE = 90;
const LINES = 6;
/** A line of an address block is short; sentences are not. */
const LONGEST_LINE = 70;
/** What else an address block holds: numbers, boxes, towns with their ZIP code. */
const ADDRESS_LINE = /\d{5}|P\.?\s?O\.?\s*Box|\d{3}[-. )]{1,2}\s?\d{3}|\b(?:Suite|Floor|Fax|Phone|Telephone|Toll)\b/i;

/**
 * Whether a number or street is that of a public body: the body is named
 * shortly before in the same sentence, or on a line above in the same address
 * block. (Observed in letters: the review organization's own address at the
 * head of notices.)
 */
export function isPublic(text: string, span: Span, from: number): boolean {
  const before = text.slice(Math.max(from, span.start - BEFORE), span.start);
  // What begins a line belongs to a block of lines, not to the sentence above it.
  const inSentence = /\S[^\r\n]*$/.test(before.slice(before.search(/[^\r\n]*$/)));
  if (inSentence && ORGANIZATION.test(before.slice(lastStop(before)))) return true;
  return blockNames(text, span.start, from);
}

/** Behind the last full stop that ends a sentence; an address block is no sentence. */
function lastStop(before: string): number {
  const found = [...before.matchAll(/[.!?]\s+(?=[A-Z])/g)].filter(({ index }) => !/(?:\b[A-Z]|\bInc|\bSt|\bDr|\bP\.\s?O)$/.test(before.slice(0, index)));
  const last = found[found.length - 1];
  return last === undefined ? 0 : last.index + 1;
}

function blockNames(text: string, offset: number, from: number): boolean {
  let end = lineStart(text, offset, from);
  const own = text.slice(end, offset);
  if (own.length > LONGEST_LINE) return false;
  for (let count = 0; count < LINES && end > from; count += 1) {
    while (end > from && isSpace(text, end - 1)) end -= 1;
    const start = lineStart(text, end, Math.max(from, end - LONGEST_LINE - 1));
    const line = text.slice(start, end);
    if (line.length > LONGEST_LINE) return false;
    if (ORGANIZATION.test(line) && !/[a-z]{3,}\.$/.test(line)) return !isSentence(line);
    if (!ADDRESS_LINE.test(line) || isSentence(line)) return false;
    end = start;
  }
  return false;
}

/** Small words are those of sentences, not of addresses and names of offices. */
function isSentence(line: string): boolean {
  return (line.match(/\b[a-z]{2,}\b/g) ?? []).filter((word) => word !== 'of' && word !== 'and').length > 1;
}

function lineStart(text: string, offset: number, from: number): number {
  let start = offset;
  while (start > from && !/[\r\n\f]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}
