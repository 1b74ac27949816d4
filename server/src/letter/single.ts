import type { Decision, DisputedItem, Field, Span } from './letter';
import type { Lines } from './lines';
import type { Mark } from './marks';
import { trimmed } from './spans';

/**
 * The first letters of 2013 decide one issue: it stands under its heading, the
 * guideline and the rationale under headings of their own, and the rationale's
 * heading says how it was decided. Read loosely: told of, no letter at hand.
 */
export function singleItem(text: string, _lines: Lines, marks: readonly Mark[], letter: Span): DisputedItem[] {
  const at = marks.findIndex((mark) => mark.type === 'heading' && mark.kind === 'issues');
  const issues = marks[at];
  if (!issues) return [];
  const stopOf = (index: number): number => marks[index + 1]?.span.start ?? letter.end;
  const request = trimmed(text, afterColon(text, issues.span.end), stopOf(at));
  if (request.end === request.start) return [];
  const fields = marks.flatMap((mark, index): Field[] =>
    mark.type === 'label' && index > at ? [{ kind: mark.field, label: mark.span, body: trimmed(text, mark.span.end, stopOf(index)) }] : [],
  );
  const rationale = fields.find((field) => field.kind === 'rationale');
  return [{
    request,
    decision: rationale ? decisionIn(text, rationale.label) : null,
    partial: null,
    fields,
    span: { start: request.start, end: Math.max(request.end, fields.at(-1)?.body.end ?? 0) },
  }];
}

/** "… IS/WAS NOT MEDICALLY NECESSARY" in the label of the rationale. */
function decisionIn(text: string, label: Span): Decision | null {
  const found = /\b(not\s{1,6})?medically\s{1,6}necessary/i.exec(text.slice(label.start, label.end));
  if (!found) return null;
  const start = label.start + found.index;
  return { value: found[1] === undefined ? 'overturned' : 'upheld', span: { start, end: start + found[0].length } };
}

function afterColon(text: string, at: number): number {
  const found = /^\s{0,4}:/.exec(text.slice(at, at + 6));
  return found ? at + found[0].length : at;
}
