import type { Span } from '../letter';
import type { Edit } from './rule';

/** The edit that turns "MTUS <citation>" into "Non-MTUS Citation <citation>"; `undefined` where the word does not stand at the start. */
export function outsideTheMtus(text: string, citation: Span): Edit | undefined {
  const end = citation.start + 4;
  return text.slice(citation.start, end).toUpperCase() === 'MTUS' ? { span: { start: citation.start, end }, newText: 'Non-MTUS Citation' } : undefined;
}

/** A sentence that starts at `span` with its full stop and the white space after it, within `limit`. */
export function sentence(text: string, span: Span, limit: number): Span {
  let end = span.end;
  while (end < limit && /\s/.test(text.charAt(end))) end++;
  if (text[end] === '.') end++;
  else end = span.end;
  while (end < limit && /\s/.test(text.charAt(end))) end++;
  return { start: span.start, end };
}
