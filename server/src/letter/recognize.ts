import type { DisputedItem, HeaderRow, Section, Span } from './letter';

/**
 * Tells a letter from texts that speak of letters. A label or a heading alone
 * proves nothing; what counts is the form's own sentences under its headings,
 * and items that are decided and argued.
 */

const METHOD = /\b(?:sent|forwarded|submitted)\s{1,6}the\s{1,6}complete\s{1,6}case\s{1,6}file\s{1,6}to\b|\bThe\s{1,6}expert\s{1,6}reviewer\s{1,6}was\s{1,6}selected\s{1,6}based\s{1,6}on\b/i;
const SUMMARY = /\bdeveloped\s{1,6}the\s{1,6}following\s{1,6}clinical\s{1,6}case\s{1,6}summary\b/i;
const DETERMINED = /\bhas\s{1,6}determined\s{1,6}the\s{1,6}request\s{1,6}for\b/i;

/** A section's own sentence stands within so many characters of its heading. */
const NEAR = 1200;
const ENOUGH = 4;

export interface Parts {
  readonly header: readonly HeaderRow[];
  readonly sections: readonly Section[];
  readonly introduction: Span | null;
  readonly items: readonly DisputedItem[];
}

/** The parts of a text weigh enough to call it a letter. */
export function isLetterOf(text: string, parts: Parts): boolean {
  const near = (kind: Section['kind'], sentence: RegExp): boolean =>
    parts.sections.some((section) => section.kind === kind && sentence.test(text.slice(section.heading.end, Math.min(section.span.end, section.heading.end + NEAR))));
  const has = (kind: Section['kind']): boolean => parts.sections.some((section) => section.kind === kind);
  const argued = parts.items.filter((item) => item.decision?.value && item.fields.some((field) => isProse(text, field.body)));
  const complete = argued.filter((item) => new Set(item.fields.filter((field) => isProse(text, field.body)).map((field) => field.kind)).size === 3);
  const caseNumber = parts.header.some((row) => row.kind === 'caseNumber' && row.value !== null);

  let weight = 0;
  if (near('method', METHOD)) weight += 2;
  if (near('summary', SUMMARY)) weight += 2;
  if (parts.introduction) weight += 2;
  if (has('issues')) weight += 1;
  if (caseNumber && parts.header.filter((row) => row.value !== null).length >= 3) weight += 2;
  if (has('credentials')) weight += 1;
  weight += Math.min(3, argued.length * 2) + Math.min(2, complete.length);
  if (has('issues') && has('notice') && near('issues', DETERMINED)) weight += 3;
  return weight >= ENOUGH;
}

/** A field says something: words, and not the brackets of a template. */
function isProse(text: string, body: Span): boolean {
  return /^[^${}<>[\]|]*?[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(text.slice(body.start, Math.min(body.end, body.start + 80)));
}
