import type { Rule } from '../rule';

/** Whether what a rationale misses stands in the summary. */
export const EVIDENCE_RULES: readonly Rule[] = [];
