import type { Span } from '../../letter';

/** The share of each line in a span, without white space at its ends; lines end as the protocol has it, at LF, CR and CRLF. */
export function linePieces(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  for (let from = start; from < end; ) {
    let to = from;
    while (to < end && text[to] !== '\n' && text[to] !== '\r') to++;
    const words = text.slice(from, to);
    const first = from + words.length - words.trimStart().length;
    const last = from + words.trimEnd().length;
    if (first < last) pieces.push({ start: first, end: last });
    from = to + 1;
  }
  return pieces;
}
