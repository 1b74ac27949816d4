import { LAYOUTS } from './layouts';
import type { DisputedItem, Field, FieldKind, Span } from './letter';
import type { Lines } from './lines';
import type { Mark } from './marks';
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

const OPENINGS = LAYOUTS.flatMap((layout) => layout.openings ?? []).map((opening) => ({ field: opening.field, letters: lettersOf(opening.text) }));

interface Start {
  readonly at: number;
  readonly field: FieldKind;
  readonly label: Span;
}

/** The numbered items of the issues section of `letter`. */
export function numberedItems(text: string, lines: Lines, marks: readonly Mark[], letter: Span): DisputedItem[] {
  const issues = marks.findIndex((mark) => mark.type === 'heading' && mark.kind === 'issues');
  if (issues < 0) return [];
  const from = marks[issues]!.span.end;
  const behind = marks.slice(issues + 1).find((mark) => mark.type === 'heading');
  const end = behind?.span.start ?? letter.end;
  const headings: (DecidedRequest & { readonly after: number })[] = [];
  const starts: Start[] = marks.flatMap((mark) =>
    mark.type === 'label' && mark.span.start > from && mark.span.start < end ? [{ at: mark.span.start, field: mark.field, label: mark.span }] : [],
  );
  for (let line = lines.at(from); line < lines.count && lines.start[line]! < end; line++) {
    if (lines.isBlank(line) || lines.from[line]! < from) continue;
    const heading = headingAt(text, lines.from[line]!, end, headings.length + 1);
    if (heading) headings.push({ ...heading, after: heading.decision.span.end });
    else {
      const field = openingAt(text, lines.from[line]!);
      if (field) starts.push({ at: lines.from[line]!, field, label: { start: lines.from[line]!, end: lines.from[line]! } });
    }
  }
  starts.sort((a, b) => a.at - b.at);
  return headings.map(({ request, decision, after }, index): DisputedItem => {
    const stop = headings[index + 1]?.request.start ?? end;
    const own = starts.filter((start) => start.at >= after && start.at < stop);
    const stopOf = index + 1 < headings.length ? numberBefore(text, stop, after) : end;
    const fields = own.map((start, position): Field => ({
      kind: start.field,
      label: start.label,
      body: trimmed(text, start.label.end, own[position + 1]?.at ?? stopOf),
    }));
    return { request, decision, partial: null, fields, span: { start: request.start, end: fields.at(-1)?.body.end ?? after } };
  });
}

function headingAt(text: string, at: number, end: number, number: number): DecidedRequest | undefined {
  const found = NUMBER.exec(text.slice(at, at + 12));
  if (!found || Number(found[1]) !== number) return undefined;
  const start = at + found[0].length;
  const reach = text.slice(start, Math.min(end, start + MOST));
  const nextNumber = reach.search(new RegExp(`[\\r\\n]\\s{0,8}\\(?${number + 1}[.)]\\s`));
  const words = nextNumber < 0 ? reach : reach.slice(0, nextNumber);
  const lead = LEAD.exec(words)?.[0].length ?? 0;
  const decided = decidedRequest(text, start + lead, start + words.length);
  // A list in a rationale has its sentences' ends before it comes to a conclusion.
  if (!decided || /[a-z)]\.\s{1,6}[A-Z]/.test(text.slice(decided.request.start, decided.request.end))) return undefined;
  return decided;
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
