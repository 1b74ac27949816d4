import type { Decision, Span } from './letter';
import { trimmed } from './spans';

/** "… is (not) medically necessary and appropriate": how the letters of 2013 decide. */
const DECIDED = /\b(?:is|are|was|were)\s{1,6}(not\s{1,6})?medically\s{1,6}necessary(?:\s{1,6}and\s{1,6}appropriate)?/i;

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
