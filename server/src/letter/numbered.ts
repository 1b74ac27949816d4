import { decisionAtEnd } from './decision';
import { LAYOUTS } from './layouts';
import type { DisputedItem, Field, FieldKind, Span } from './letter';
import type { Lines } from './lines';
import type { Mark } from './marks';
import { partialOf } from './partial';
import { lettersOf, phraseEnd } from './phrase';
import { decidedRequest, type DecidedRequest } from './sentence-decision';
import { trimmed } from './spans';

/**
 * Late 2013: numbered items, each headed by the sentence that decides it
 * ("1. Twelve visits … is not medically necessary and appropriate."); the
 * guidelines follow in sentences of their own, the rationale behind a label.
 * Read loosely: told of, no letter at hand.
 */

const NUMBER = /^\(?(\d{1,2})[.)]\s{1,6}/;
const LEAD = /^(?:(?:the\s{1,6})?(?:decision|request)\s{1,6}for\s{1,6}(?:an?\s{1,6}|the\s{1,6})?)/i;
const MOST = 900;
const MOST_LINES = 14;

const OPENINGS = LAYOUTS.flatMap((layout) => layout.openings ?? []).map((opening) => ({ field: opening.field, letters: lettersOf(opening.text) }));

interface Start {
  readonly at: number;
  readonly field: FieldKind;
  readonly label: Span;
}

interface Heading extends DecidedRequest {
  /** Fields stand behind this. */
  readonly after: number;
}

/** The items of the issues section of `letter`; their numbers may be lost, and their decision may stand behind a colon. */
export function numberedItems(text: string, lines: Lines, marks: readonly Mark[], letter: Span): DisputedItem[] {
  const issues = marks.findIndex((mark) => mark.type === 'heading' && mark.kind === 'issues');
  if (issues < 0) return [];
  const from = marks[issues]!.span.end;
  const behind = marks.slice(issues + 1).find((mark) => mark.type === 'heading');
  const end = behind?.span.start ?? letter.end;
  const starts = startsOf(text, lines, marks, from, end);
  const numbered = numberedHeadings(text, lines, starts, from, end);
  const unnumbered = sentencesAbove(text, lines, starts, from);
  const headings = unnumbered.length > numbered.length ? unnumbered : numbered;
  let next = 0;
  return headings.map(({ request, decision, after }, index): DisputedItem => {
    const following = headings[index + 1];
    const stop = following?.request.start ?? end;
    const stopOf = following ? numberBefore(text, stop, after) : end;
    while (next < starts.length && starts[next]!.at < after) next++;
    const own: Start[] = [];
    while (next < starts.length && starts[next]!.at < stop) own.push(starts[next++]!);
    const fields = own.map((start, position): Field => ({
      kind: start.field,
      label: start.label,
      body: trimmed(text, start.label.end, own[position + 1]?.at ?? stopOf),
    }));
    return { request, decision, partial: partialOf(text, request), fields, span: { start: request.start, end: fields.at(-1)?.body.end ?? after } };
  });
}

/** Where the fields start: at their labels, or at the first words of those that have none. */
function startsOf(text: string, lines: Lines, marks: readonly Mark[], from: number, end: number): Start[] {
  const starts: Start[] = marks.flatMap((mark) =>
    mark.type === 'label' && mark.span.start > from && mark.span.start < end ? [{ at: mark.span.start, field: mark.field, label: mark.span }] : [],
  );
  const labelled = new Set(starts.map((start) => start.at));
  for (let line = lines.at(from); line < lines.count && lines.start[line]! < end; line++) {
    const at = lines.from[line]!;
    if (lines.isBlank(line) || at < from || labelled.has(at)) continue;
    const field = openingAt(text, at);
    if (field) starts.push({ at, field, label: { start: at, end: at } });
  }
  return starts.sort((a, b) => a.at - b.at);
}

function numberedHeadings(text: string, lines: Lines, starts: readonly Start[], from: number, end: number): Heading[] {
  const headings: Heading[] = [];
  let next = 0;
  for (let line = lines.at(from); line < lines.count && lines.start[line]! < end; line++) {
    const at = lines.from[line]!;
    if (lines.isBlank(line) || at < from) continue;
    while (next < starts.length && starts[next]!.at <= at) next++;
    const found = NUMBER.exec(text.slice(at, at + 12));
    if (!found || Number(found[1]) !== headings.length + 1) continue;
    const stop = Math.min(end, starts[next]?.at ?? end);
    const heading = decidedBehindColon(text, lines, line, at + found[0].length, stop) ?? decidedInSentence(text, at + found[0].length, end, headings.length + 1);
    if (heading) headings.push({ ...heading, after: heading.decision.span.end });
  }
  return headings;
}

/** "1. A cane: Upheld", over as many lines as it takes before the first field. */
function decidedBehindColon(text: string, lines: Lines, first: number, start: number, stop: number): DecidedRequest | undefined {
  for (let line = first; line < lines.count && lines.from[line]! < stop && line - first <= MOST_LINES; line++) {
    if (line > first && lines.isBreak(line)) return undefined;
    if (lines.isBlank(line)) continue;
    const found = decisionAtEnd(text, Math.max(start, lines.from[line]!), lines.to[line]!);
    if (found?.manner === 'colon') return { request: trimmed(text, start, found.requestEnd), decision: found.decision };
  }
  return undefined;
}

function decidedInSentence(text: string, start: number, end: number, number: number): DecidedRequest | undefined {
  const reach = text.slice(start, Math.min(end, start + MOST));
  const nextNumber = reach.search(new RegExp(`[\\r\\n]\\s{0,8}\\(?${number + 1}[.)]\\s`));
  const words = nextNumber < 0 ? reach : reach.slice(0, nextNumber);
  const lead = LEAD.exec(words)?.[0].length ?? 0;
  const decided = decidedRequest(text, start + lead, start + words.length);
  // A list in a rationale has its sentences' ends before it comes to a conclusion.
  if (!decided || /[a-z)]\.\s{1,6}[A-Z]/.test(text.slice(decided.request.start, decided.request.end))) return undefined;
  return decided;
}

/** Decisions that stand right above the first field of an item, numbered or not. */
function sentencesAbove(text: string, lines: Lines, starts: readonly Start[], from: number): Heading[] {
  return starts.flatMap((start, index): Heading[] => {
    if (index > 0 && start.field !== 'claimsAdministratorGuideline' && starts[index - 1]!.field !== 'rationale') return [];
    let last = lines.at(start.at) - 1;
    while (last >= 0 && lines.isBlank(last)) last--;
    if (last < 0 || lines.from[last]! < from) return [];
    let top = last;
    for (let line = last - 1; line >= 0 && lines.from[line]! >= from && last - line <= MOST_LINES; line--) {
      if (lines.isBlank(line)) {
        // A paragraph does not begin with a small letter, whatever blank lines stand above it.
        if (lines.isBreak(line) && !/[a-z]/.test(text[lines.from[top]!]!)) break;
        continue;
      }
      if (/[.:?!]["”)]?$/.test(text.slice(lines.from[line]!, lines.to[line]!))) break;
      top = line;
    }
    const words = text.slice(lines.from[top]!, lines.to[last]!);
    const number = NUMBER.exec(words)?.[0].length ?? 0;
    const lead = LEAD.exec(words.slice(number))?.[0].length ?? 0;
    const at = lines.from[top]! + number;
    const found = decidedBehindColon(text, lines, top, at, start.at) ?? decidedRequest(text, at + lead, lines.to[last]!);
    return found && found.request.end > found.request.start && lines.to[last]! - found.decision.span.end < 4 ? [{ ...found, after: found.decision.span.end }] : [];
  });
}

function openingAt(text: string, at: number): FieldKind | undefined {
  return OPENINGS.find((opening) => phraseEnd(text, at, opening.letters) >= 0)?.field;
}

/** The start of the next item's number and lead, which belong to neither item. */
function numberBefore(text: string, requestStart: number, floor: number): number {
  const words = text.slice(Math.max(floor, requestStart - 60), requestStart);
  const found = /\(?\d{1,2}[.)]\s{1,6}(?:(?:the\s{1,6})?(?:decision|request)\s{1,6}for\s{1,6}(?:an?\s{1,6}|the\s{1,6})?)?$/i.exec(words);
  return found ? requestStart - found[0].length : requestStart;
}
