import type { Decision, DisputedItem, Field, Span } from './letter';
import { isSpace, type Lines } from './lines';
import type { Mark } from './marks';
import { trimmed } from './spans';

/**
 * Letters of 2013 decide in sentences: "… has determined the request for a …
 * is not medically necessary and appropriate." The list of these sentences
 * stands twice; an item is taken from the second.
 */

const DETERMINED = /\bhas\s{1,6}determined\s{1,6}(?:that\s{1,6})?the\s{1,6}request\s{1,6}for\s{1,6}(?:an?\s{1,6}|the\s{1,6})?/gi;
const DECIDED = /\b(?:is|are|was|were)\s{1,6}(not\s{1,6})?medically\s{1,6}necessary(?:\s{1,6}and\s{1,6}appropriate)?/i;
const REGARDING = /^[ \t]*(?:\d{1,2}[.)][ \t]*)?Regarding\s{1,4}the\s{1,4}request\s{1,4}for\s{1,4}(?:an?\s{1,4}|the\s{1,4})?/gim;

/** Longest decision sentence that is believed. */
const MOST = 900;

interface Sentence {
  readonly request: Span;
  readonly decision: Decision;
}

/** The items of a notice within `letter`; fields where the copy has come to them. */
export function noticeItems(text: string, lines: Lines, marks: readonly Mark[], letter: Span): DisputedItem[] {
  const sentences = sentencesOf(text, letter);
  const issues = marks.find((mark) => mark.type === 'heading' && mark.kind === 'issues');
  const second = issues ? sentences.filter((sentence) => sentence.request.start > issues.span.start) : [];
  const listed = second.length > 0 ? second : sentences;
  const explained = regardingItems(text, lines, marks, letter, listed);
  if (explained.length > 0) return explained;
  return listed.map(({ request, decision }) => ({
    request,
    decision,
    partial: null,
    fields: [],
    span: { start: request.start, end: decision.span.end },
  }));
}

function sentencesOf(text: string, letter: Span): Sentence[] {
  const sentences: Sentence[] = [];
  const words = text.slice(letter.start, letter.end);
  for (const found of words.matchAll(DETERMINED)) {
    const from = found.index + found[0].length;
    const rest = words.slice(from, from + MOST);
    const again = rest.search(/\bhas\s{1,6}determined\b/i);
    const decided = DECIDED.exec(again >= 0 ? rest.slice(0, again) : rest);
    if (!decided) continue;
    const start = letter.start + from;
    sentences.push({
      request: trimmed(text, start, start + decided.index),
      decision: {
        value: decided[1] === undefined ? 'overturned' : 'upheld',
        span: { start: start + decided.index, end: start + decided.index + decided[0].length },
      },
    });
  }
  return sentences;
}

function regardingItems(text: string, lines: Lines, marks: readonly Mark[], letter: Span, listed: readonly Sentence[]): DisputedItem[] {
  const words = text.slice(letter.start, letter.end);
  const headings = [...words.matchAll(REGARDING)];
  return headings.map((found, index): DisputedItem => {
    const start = letter.start + found.index + found[0].length;
    const behind = marks.find((mark) => mark.span.start > start && mark.type === 'heading');
    const nextHeading = headings[index + 1];
    const end = Math.min(
      nextHeading ? letter.start + nextHeading.index : letter.end,
      behind && behind.type === 'heading' ? behind.span.start : letter.end,
    );
    const labels = marks.filter((mark) => mark.type === 'label' && mark.span.start > start && mark.span.start < end);
    const requestStop = Math.min(labels[0]?.span.start ?? end, firstBreak(lines, start, end));
    const request = withoutEnd(text, trimmed(text, start, requestStop));
    const fields = labels.flatMap((label, position): Field[] => {
      if (label.type !== 'label') return [];
      const body = trimmed(text, label.span.end, labels[position + 1]?.span.start ?? end);
      return label.field === 'reviewerGuideline' ? splitGuidelines(text, label.span, body) : [{ kind: label.field, label: label.span, body }];
    });
    const decision = listed.length === headings.length ? listed[index]!.decision : matching(text, listed, request)?.decision ?? null;
    const last = fields.at(-1)?.body.end ?? request.end;
    return { request, decision, partial: null, fields, span: { start: request.start, end: Math.max(last, request.end) } };
  });
}

/** "The Claims Administrator based its decision on …" stands at the head of the reviewer's field. */
function splitGuidelines(text: string, label: Span, body: Span): Field[] {
  const words = text.slice(body.start, body.end);
  if (!/^The\s{1,6}Claims\s{1,6}Administrator\b/i.test(words)) return [{ kind: 'reviewerGuideline', label, body }];
  const reviewer = /\bThe\s{1,6}(?:Expert|Physician|Medical)\s{1,6}Reviewer\b/i.exec(words);
  const cut = reviewer ? body.start + reviewer.index : body.end;
  const claims: Field = { kind: 'claimsAdministratorGuideline', label: { start: body.start, end: body.start }, body: trimmed(text, body.start, cut) };
  return reviewer ? [claims, { kind: 'reviewerGuideline', label, body: trimmed(text, cut, body.end) }] : [claims];
}

function matching(text: string, listed: readonly Sentence[], request: Span): Sentence | undefined {
  const key = (span: Span): string => text.slice(span.start, span.end).replace(/\s+/g, ' ').toLowerCase();
  return listed.find((sentence) => key(sentence.request) === key(request));
}

function firstBreak(lines: Lines, start: number, end: number): number {
  for (let line = lines.at(start); line < lines.count && lines.start[line]! < end; line++) {
    if (line > lines.at(start) && lines.isBreak(line)) return lines.start[line]!;
  }
  return end;
}

function withoutEnd(text: string, span: Span): Span {
  let end = span.end;
  while (end > span.start && (/[:.]/.test(text[end - 1]!) || isSpace(text.charCodeAt(end - 1)))) end--;
  return { start: span.start, end };
}
