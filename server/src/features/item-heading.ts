import type { DisputedItem, Span } from '../letter';

/** An item's heading: its request with the decision behind it; the request alone where the decision stands elsewhere. */
export function headingOf({ request, decision, span, fields }: DisputedItem): Span {
  const end = fields[0]?.label.start ?? span.end;
  const follows = decision !== null && request.end <= decision.span.start && decision.span.end <= Math.max(end, request.end);
  return { start: request.start, end: follows ? decision.span.end : request.end };
}
