import type { Decision, Span } from './letter';
import { trimmed } from './spans';

/**
 * "… is (not) medically necessary and appropriate": how the letters of 2013
 * decide. Extraction glues the words ("is notmedically") or puts a page break
 * between them.
 */
const DECIDED = /(?:\b(?:is|are|was|were)\s{0,120}|(?:is|are|was|were)\s{1,120}(?=not))(not\s{0,120})?medically\s{1,120}necessary(?:\s{0,120}and\s{0,120}appropriate)?/i;

export interface DecidedRequest {
  readonly request: Span;
  readonly decision: Decision;
}

/** Reads `[start, end)` as a request that its own sentence decides; `undefined` where no decision stands there. */
export function decidedRequest(text: string, start: number, end: number): DecidedRequest | undefined {
  const decided = DECIDED.exec(text.slice(start, end));
  if (!decided) return undefined;
  const at = start + decided.index;
  return {
    request: trimmed(text, start, at),
    decision: { value: decided[1] === undefined ? 'overturned' : 'upheld', span: { start: at, end: at + decided[0].length } },
  };
}
