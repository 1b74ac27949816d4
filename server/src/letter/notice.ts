import type { DisputedItem, Field, Span } from './letter';
import { isSpace, type Lines } from './lines';
import type { Mark } from './marks';
import { decidedRequest, type DecidedRequest } from './sentence-decision';
import { trimmed } from './spans';

/**
 * Notices of autumn 2013 decide in sentences: "… has determined the request for a …
 * is not medically necessary and appropriate." The list of these sentences
 * stands twice; an item is taken from the second.
 */

/** "the request for a …", "the retrospective request for …", "the requested …"; what kind of request it is stays with it. */
const LEAD = String.raw`(?:the\s{0,6}request\s{0,6}(?:for|of)\s{1,6}|the\s{1,6}requested\s{1,6}|(?=the\s{1,6}(?:retrospective|retro|prospective|concurrent)\b)the\s{1,6})(?:an?\s{1,6}|the\s{1,6})?`;
const DETERMINED = new RegExp(String.raw`\bhas\s{0,6}determined\s{0,6}(?:that\s{1,6})?${LEAD}`, 'gi');
/** Where an item is explained; its number may stand on a line of its own. */
const REGARDING = new RegExp(String.raw`^[ \t]*(?:\(?\d{1,2}[.)]\s{0,8})?Regarding\s{1,4}(${LEAD})?`, 'gim');

/** Longest decision sentence that is believed. */
const MOST = 900;

/** Longest request of an item whose heading says no more than "Regarding". */
const LONGEST_BARE = 400;

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

function sentencesOf(text: string, letter: Span): DecidedRequest[] {
  const sentences: DecidedRequest[] = [];
  const words = text.slice(letter.start, letter.end);
  for (const found of words.matchAll(DETERMINED)) {
    const from = found.index + found[0].length;
    const rest = words.slice(from, from + MOST);
    const again = rest.search(/\bhas\s{1,6}determined\b/i);
    const stop = from + (again >= 0 ? again : rest.length);
    const decided = decidedRequest(text, letter.start + from, letter.start + stop);
    if (decided) sentences.push(decided);
  }
  return sentences;
}

function regardingItems(text: string, lines: Lines, marks: readonly Mark[], letter: Span, listed: readonly DecidedRequest[]): DisputedItem[] {
  const words = text.slice(letter.start, letter.end);
  const headings = explained(words, marks, letter);
  const byRequest = new Map(listed.map((sentence) => [key(text, sentence.request), sentence.decision]));
  // Both lists are in the order of the text: one walk serves all items.
  let next = 0;
  return headings.map((found, index): DisputedItem => {
    const start = letter.start + found.index + found[0].length;
    const nextHeading = headings[index + 1];
    let end = nextHeading ? letter.start + nextHeading.index : letter.end;
    while (next < marks.length && marks[next]!.span.start <= start) next++;
    const labels: Extract<Mark, { type: 'label' }>[] = [];
    for (; next < marks.length && marks[next]!.span.start < end; next++) {
      const mark = marks[next]!;
      if (mark.type === 'heading') end = mark.span.start;
      else if (mark.type === 'label') labels.push(mark);
    }
    const requestStop = Math.min(labels[0]?.span.start ?? end, firstBreak(lines, start, end));
    const request = withoutEnd(text, trimmed(text, start, requestStop));
    const fields = labels.flatMap((label, position): Field[] => {
      const body = trimmed(text, label.span.end, labels[position + 1]?.span.start ?? end);
      return label.field === 'reviewerGuideline' ? splitGuidelines(text, label.span, body) : [{ kind: label.field, label: label.span, body }];
    });
    const decision = listed.length === headings.length ? listed[index]!.decision : (byRequest.get(key(text, request)) ?? null);
    const last = fields.at(-1)?.body.end ?? request.end;
    return { request, decision, partial: null, fields, span: { start: request.start, end: Math.max(last, request.end) } };
  });
}

/**
 * Where the items are explained. A sentence of a rationale may begin with "Regarding" too: without the words of a
 * request it heads an item only where nothing but the request stands before the next label.
 */
function explained(words: string, marks: readonly Mark[], letter: Span): RegExpExecArray[] {
  const found = [...words.matchAll(REGARDING)];
  let mark = 0;
  return found.filter((heading, index) => {
    if (heading[1] !== undefined && !/requested\s{1,6}\S*$/i.test(heading[1])) return true;
    const from = heading.index + heading[0].length;
    while (mark < marks.length && marks[mark]!.span.start < letter.start + from) mark++;
    const next = marks[mark];
    if (next?.type !== 'label') return false;
    const to = next.span.start - letter.start;
    const following = found[index + 1];
    return to - from <= LONGEST_BARE && (!following || following.index >= to) && !/[a-z)]{3}\.(?:\s|$)/.test(words.slice(from, to).trim());
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

/** A request as both lists write it. */
function key(text: string, request: Span): string {
  return text.slice(request.start, request.end).replace(/\s+/g, ' ').toLowerCase();
}

function firstBreak(lines: Lines, start: number, end: number): number {
  for (let line = lines.at(start) + 1; line < lines.count && lines.start[line]! < end; line++) {
    if (lines.isBreak(line)) return lines.start[line]!;
  }
  return end;
}

function withoutEnd(text: string, span: Span): Span {
  let end = span.end;
  while (end > span.start && (/[:.]/.test(text[end - 1]!) || isSpace(text.charCodeAt(end - 1)))) end--;
  return { start: span.start, end };
}
