import type { Span } from '../letter';
import { codePoints, insidePoint, withLineFeeds, type CodePoints } from './code-points';

/** What stands there, and what stands around it (Web Annotation Data Model, section 4.2.4). */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Where it stands: code points of the text with LF line ends and without byte order mark; half-open (section 4.2.5). */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** The two selectors of a target, in the order in which they are written. */
export type Selectors = readonly [TextQuoteSelector, TextPositionSelector];

/** How many code points of the normalized text a quote keeps before and behind itself. */
export const CONTEXT_LENGTH = 64;

/**
 * Both selectors of a passage.
 * Takes a span of UTF-16 code units of the text as the editor has it, half-open; an end that
 * would split a surrogate pair or a CRLF moves outward, one outside the text to its nearest end.
 * Pass the text's converter where many spans of one text are described.
 */
export function describe(
  text: string,
  span: Span,
  points: CodePoints = codePoints(text),
): [TextQuoteSelector, TextPositionSelector] {
  const from = Math.min(span.start, span.end);
  const to = Math.max(span.start, span.end);
  const start = points.toPoint(from);
  const end = points.toPoint(to) + (to > from && insidePoint(text, to) ? 1 : 0);
  const passage = (first: number, last: number) =>
    withLineFeeds(text.slice(points.toOffset(first), points.toOffset(last)));
  return [
    {
      type: 'TextQuoteSelector',
      exact: passage(start, end),
      prefix: passage(start - CONTEXT_LENGTH, start),
      suffix: passage(end, end + CONTEXT_LENGTH),
    },
    { type: 'TextPositionSelector', start, end },
  ];
}

/** The editor's span of a position: UTF-16 code units of the text; ends outside the text move to its nearest end. */
export function spanOf(position: TextPositionSelector, points: CodePoints): Span {
  const start = points.toOffset(position.start);
  return { start, end: Math.max(start, points.toOffset(position.end)) };
}
