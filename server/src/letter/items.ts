import { decisionAtEnd, isPlaceholderBelowColon, placeholderAtEnd, withoutColon, type DecisionAtEnd } from './decision';
import type { Decision, DisputedItem, Field, FieldKind, Span } from './letter';
import type { Lines } from './lines';
import type { Mark } from './marks';
import { partialOf } from './partial';
import { concludes } from './prose';
import { headingStart } from './request';
import { trimmed } from './spans';

type LabelMark = Extract<Mark, { type: 'label' }>;

interface Heading {
  readonly request: Span;
  readonly decision: Decision | null;
  /** Where the heading, and with it the item, starts. */
  readonly start: number;
  /** Last line of the heading, decision included. */
  readonly line: number;
}

type Event = { readonly at: number; readonly heading: Heading } | { readonly at: number; readonly label: LabelMark };

/** Longest text that is taken for a heading without a decision. */
const LONGEST_UNDECIDED = 700;

/**
 * The disputed items among `marks` (of one letter, in order), whose decision
 * follows the request. Nothing outside of `letter` is looked at. An item is
 * found by its decision, or by its labels where the decision is gone.
 */
export function itemsOf(text: string, lines: Lines, marks: readonly Mark[], letter: Span): DisputedItem[] {
  const labels = marks.filter((mark): mark is LabelMark => mark.type === 'label');
  const opening = openingOf(marks);
  if (!opening && labels.length === 0) return [];
  const relevant = opening ? marks.filter((mark) => mark.span.start >= opening.span.start) : marks.slice(marks.indexOf(labels[0]!));
  if (opening && !relevant.some((mark) => mark.type === 'label') && labels.length > 0) {
    return itemsOf(text, lines, labels, letter);
  }
  const events = eventsOf(text, lines, relevant, opening !== undefined, letter);
  return assemble(text, lines, marks, events, letter);
}

/** The issues heading or, where that is gone, the introduction. */
function openingOf(marks: readonly Mark[]): Mark | undefined {
  return marks.find((mark) => (mark.type === 'heading' && mark.kind === 'issues') || mark.type === 'introduction');
}

function eventsOf(text: string, lines: Lines, marks: readonly Mark[], opened: boolean, letter: Span): Event[] {
  const events: Event[] = [];
  const first = marks[0]!;
  const stops = [...marks.map((mark) => mark.span.start), letter.end];
  // Before the first label there may be a heading although nothing fixed stands above it.
  if (!opened) {
    const from = Math.max(firstLine(lines, letter), lines.at(first.span.start) - 40);
    pushDecisions(text, lines, from, from - 1, first, events);
  }
  marks.forEach((mark, index) => {
    if (mark.type === 'label') events.push({ at: mark.span.start, label: mark });
    if (mark.type === 'heading' && mark.kind !== 'issues') return;
    const next = marks[index + 1];
    const floor = mark.line;
    const stop = stops[index + 1]!;
    pushDecisions(text, lines, floor, floor, next, events, stop, mark);
  });
  return events;
}

/** Finds the decisions that end a line between one mark and the next. */
function pushDecisions(
  text: string,
  lines: Lines,
  from: number,
  floor: number,
  next: Mark | undefined,
  events: Event[],
  stop: number = next ? next.span.start : Infinity,
  mark?: Mark,
): void {
  let lowest = floor;
  for (let line = from; line < lines.count && lines.from[line]! < stop; line++) {
    if (lines.isBlank(line)) continue;
    const lineFrom = mark && line === mark.line ? Math.max(lines.from[line]!, mark.span.end) : lines.from[line]!;
    const found = decisionAtEnd(text, lineFrom, lines.to[line]!);
    if (!found || found.decision.span.end > stop || !isHeading(text, lines, line, lowest, next, stop, found, mark)) continue;
    const introduced = mark?.type === 'introduction' && lowest === floor;
    const heading = decided(text, lines, line, lowest, found, mark && line === mark.line ? mark.span.end : undefined, introduced);
    events.push({ at: heading.start, heading });
    lowest = line;
  }
}

/** A decision word at a line's end is a heading's when a label follows, or else when a colon stands before it. */
function isHeading(text: string, lines: Lines, line: number, floor: number, next: Mark | undefined, stop: number, found: DecisionAtEnd, mark: Mark | undefined): boolean {
  let below = line + 1;
  while (below < lines.count && lines.isBlank(below)) below++;
  const labelled = next?.type === 'label' && lines.start[below] !== undefined && lines.start[below]! <= next.span.start && next.span.start <= lines.to[below]! && next.span.start < stop + 1;
  if (found.misspelt && !labelled) return false;
  if (found.manner === 'alone') {
    let above = line - 1;
    while (above > floor && lines.isBlank(above)) above--;
    if (above < floor || above < 0) return false;
    if (labelled) return true;
    return above > floor && /[:：]$/.test(text.slice(lines.from[above]!, lines.to[above]!));
  }
  if (found.manner === 'colon') {
    if (!/^[A-Z]/.test(text[found.decision.span.start]!) && !labelled) return false;
    return labelled ? !isRepeated(text, lines, line, floor) : !isQuoted(text, lines, line, below, next) || hasRemark(text, lines, line, floor, next, mark);
  }
  return labelled && (found.manner === 'is' || found.decision.span.end >= lines.to[line]! - 1) && /^[A-Z]/.test(text[found.decision.span.start]!);
}

/** The line stands right above once more (observed in extracted text): one heading, not two. */
function isRepeated(text: string, lines: Lines, line: number, floor: number): boolean {
  let above = line - 1;
  while (above > floor && lines.isBlank(above)) above--;
  if (above < 0 || above < floor || line >= lines.count) return false;
  return text.slice(lines.from[above]!, lines.to[above]!) === text.slice(lines.from[line]!, lines.to[line]!);
}

/** "Physical therapy: Upheld" in a rationale that tells of an earlier letter: inside a paragraph, and the next item's labels come later. */
function isQuoted(text: string, lines: Lines, line: number, below: number, next: Mark | undefined): boolean {
  if (next?.type !== 'label' || next.field !== 'claimsAdministratorGuideline') return false;
  if (isBreakBeside(lines, line, -1) && isBreakBeside(lines, line, 1)) return false;
  const following = text.slice(lines.from[below] ?? 0, lines.to[below] ?? 0);
  return !/^(?:\d{1,3}$|Page\s|Decision based|The Claims|The Expert)/i.test(following) && !decisionAtEnd(text, lines.from[below]!, lines.to[below]!);
}

/** The blank lines beside a line, of which there may be several, end a paragraph. */
function isBreakBeside(lines: Lines, line: number, step: 1 | -1): boolean {
  let beside = line + step;
  while (beside >= 0 && beside < lines.count && lines.isBlank(beside) && !lines.isBreak(beside)) beside += step;
  return lines.isBreak(beside);
}

/** Longest remark or stamp between a decision and the first label, in characters and lines. */
const LONGEST_REMARK = 200;
const MOST_REMARK_LINES = 4;

/**
 * Between a heading with its decision and the first label stands something that is neither: a stamp, a remark on the
 * decision, a page's header. The heading begins a paragraph, and the rest decides nothing and is no heading itself.
 */
function hasRemark(text: string, lines: Lines, line: number, floor: number, next: Mark | undefined, mark: Mark | undefined): boolean {
  if (next?.type !== 'label') return false;
  const remark: number[] = [];
  let apart = false;
  for (let below = line + 1; below < lines.count && lines.from[below]! < next.span.start; below++) {
    if (lines.isBlank(below)) {
      apart ||= remark.length === 0 && lines.isBreak(below);
      continue;
    }
    remark.push(below);
    if (remark.length > MOST_REMARK_LINES || lines.to[below]! - lines.from[remark[0]!]! > LONGEST_REMARK) return false;
    if (decisionAtEnd(text, lines.from[below]!, lines.to[below]!)) return false;
  }
  if (remark.length === 0) return false;
  const words = text.slice(lines.from[remark[0]!]!, lines.to[remark.at(-1)!]!);
  // Apart from the decision, a heading without one of its own looks like this too.
  if (apart && !/^\(.*\)$|[.!]$/s.test(words)) return false;
  const start = lines.at(headingStart(text, lines, line, floor).start);
  let above = start - 1;
  let broken = false;
  for (; above > floor && lines.isBlank(above); above--) broken ||= lines.isBreak(above);
  if (above < 0 || (above <= floor && mark?.type !== 'label' && !decisionAtEnd(text, lines.from[above]!, lines.to[above]!))) return true;
  return broken || /[.?!]["”’)]?$/.test(text.slice(lines.from[above]!, lines.to[above]!)) || concludes(text.slice(lines.from[above]!, lines.to[above]!));
}

function decided(text: string, lines: Lines, line: number, floor: number, found: DecisionAtEnd, inLine: number | undefined, introduced: boolean): Heading {
  if (inLine !== undefined || lines.to[line]! - lines.from[line]! > LONGEST_UNDECIDED) {
    // Without line ends the request starts after the last sentence before it.
    const start = afterLastSentence(text, inLine ?? lines.from[line]!, found.requestEnd);
    return { request: { start, end: Math.max(start, found.requestEnd) }, decision: found.decision, start, line };
  }
  let above = line - 1;
  while (above > floor && lines.isBlank(above)) above--;
  // A decision on a line of its own belongs to the heading that ends above it, unless that is gone.
  const below = found.manner === 'alone' && above > floor && (found.misspelt || !concludes(text.slice(lines.from[above]!, lines.to[above]!)));
  const { start } = headingStart(text, lines, below ? above : line, floor, introduced);
  let end = found.requestEnd;
  if (found.manner === 'alone') {
    end = above > floor ? lines.to[above]! : start;
    return { request: withoutColon(text, { start: Math.min(start, end), end }), decision: found.decision, start: Math.min(start, end), line };
  }
  return { request: { start, end: Math.max(start, end) }, decision: found.decision, start, line };
}

function afterLastSentence(text: string, from: number, to: number): number {
  const base = trimmed(text, Math.max(from, to - 900), to).start;
  const words = text.slice(base, to);
  const template = /\bwas the original request/i.exec(words);
  let start = base;
  for (const found of words.matchAll(/[.?!]["”)]?\s+(?=[A-Z0-9(])/g)) {
    const after = base + found.index + found[0].length;
    if (template && after > base + template.index) break;
    start = after;
  }
  return start;
}

function assemble(text: string, lines: Lines, marks: readonly Mark[], unsorted: readonly Event[], letter: Span): DisputedItem[] {
  const events = [...unsorted].sort((a, b) => a.at - b.at);
  const boundaries = [...events.map((event) => event.at), ...marks.filter((m) => m.type !== 'label').map((m) => m.span.start), letter.end].sort((a, b) => a - b);
  const before = new Map<Mark, Mark | undefined>(marks.map((mark, index) => [mark, marks[index - 1]]));
  const drafts: { heading: Heading | null; labels: LabelMark[]; ends: number[] }[] = [];
  events.forEach((event, index) => {
    if ('heading' in event) {
      drafts.push({ heading: event.heading, labels: [], ends: [] });
      return;
    }
    let current = drafts.at(-1);
    if (!current || mayStartItem(current, event.label.field)) {
      const heading = undecided(text, lines, event.label, before.get(event.label), current === undefined, firstLine(lines, letter) - 1);
      if (!current || (heading && opensItem(current, event.label.field)) || (!heading && isNextRun(current, event.label.field, events, index))) {
        if (current && heading) cutLast(current, heading.start);
        current = { heading, labels: [], ends: [] };
        drafts.push(current);
      }
    }
    current.labels.push(event.label);
    current.ends.push(next(boundaries, event.at));
  });
  return drafts.map((draft) => finish(text, draft)).filter((item) => item.span.end > item.span.start);
}

/** The first line that starts within a letter. */
function firstLine(lines: Lines, letter: Span): number {
  const line = lines.at(letter.start);
  return lines.start[line]! < letter.start ? line + 1 : line;
}

function cutLast(draft: { ends: number[] }, at: number): void {
  if (draft.ends.length > 0) draft.ends[draft.ends.length - 1] = Math.min(draft.ends.at(-1)!, at);
}

function next(boundaries: readonly number[], at: number): number {
  let low = 0;
  let high = boundaries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (boundaries[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return boundaries[low] ?? at;
}

function has(draft: { labels: LabelMark[] }, field: FieldKind): boolean {
  return draft.labels.some((label) => label.field === field);
}

function mayStartItem(draft: { labels: LabelMark[] }, field: FieldKind): boolean {
  return draft.labels.length > 0 && field !== 'rationale' && (field === 'claimsAdministratorGuideline' || has(draft, field));
}

/** Behind a heading without decision, a label opens an item once the item before has come to its rationale. */
function opensItem(draft: { labels: LabelMark[] }, field: FieldKind): boolean {
  return has(draft, 'rationale') || (field === 'claimsAdministratorGuideline' && has(draft, field) && has(draft, 'reviewerGuideline'));
}

/** No heading at all, but the labels begin anew: the first of them again, after a rationale, with others behind it. */
function isNextRun(draft: { labels: LabelMark[] }, field: FieldKind, events: readonly Event[], index: number): boolean {
  if (field !== 'claimsAdministratorGuideline' || !has(draft, field) || !has(draft, 'rationale')) return false;
  const after = events[index + 1];
  return after !== undefined && 'label' in after && after.label.field !== 'claimsAdministratorGuideline';
}

/** The heading that stands before a label without a decision; `null` where the text before is no heading. */
function undecided(text: string, lines: Lines, label: LabelMark, before: Mark | undefined, first: boolean, above: number): Heading | null {
  const labelLine = lines.at(label.span.start);
  const floor = before ? before.line : Math.max(above, labelLine - 16);
  let last = labelLine - 1;
  while (last > floor && lines.isBlank(last)) last--;
  if (last <= floor) return null;
  const words = text.slice(Math.max(lines.from[last]!, lines.to[last]! - 30), lines.to[last]!);
  const fixedAbove = first && before !== undefined && before.type !== 'label';
  const end = lines.to[last]!;
  const below = isPlaceholderBelowColon(text, lines.from[last]!, end);
  // `Knee brace: ???` and `Knee brace: ....` are headings all the same.
  const questioned = (below ? /(?:\?|\.\.)\)?$/ : /[:：]\s{0,4}\(?(?:\?+|\.{2,})\)?$/).test(words);
  if (/[.?!]["”)]?$/.test(words) && !questioned && !fixedAbove) return null;
  let line = last;
  if (below) {
    while (line - 1 > floor && lines.isBlank(line - 1)) line--;
    line = line - 1 > floor ? line - 1 : last;
  }
  const { start, certain } = headingStart(text, lines, line, floor);
  if (end - start > LONGEST_UNDECIDED || (!certain && !fixedAbove)) return null;
  const held = placeholderAtEnd(text, Math.max(start, lines.from[line]!), end);
  const request = held ? { start, end: Math.max(start, held.requestEnd) } : withoutColon(text, { start, end });
  return { request, decision: held?.decision ?? null, start, line: last };
}

function finish(text: string, draft: { heading: Heading | null; labels: LabelMark[]; ends: number[] }): DisputedItem {
  const fields: Field[] = draft.labels.map((label, index) => {
    const body = trimmed(text, label.span.end, draft.ends[index]!);
    // Right after the label where nothing follows.
    return { kind: label.field, label: label.span, body: body.end > body.start ? body : { start: label.span.end, end: label.span.end } };
  });
  const start = draft.heading?.start ?? draft.labels[0]!.span.start;
  const request = draft.heading?.request ?? { start, end: start };
  const end = fields.at(-1)?.body.end ?? Math.max(draft.heading!.decision?.span.end ?? 0, request.end);
  return {
    request,
    decision: draft.heading?.decision ?? null,
    partial: draft.heading ? partialOf(text, request) : null,
    fields,
    span: { start, end },
  };
}
