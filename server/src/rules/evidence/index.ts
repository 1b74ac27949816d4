import type { Rule } from '../rule';
import { documentedAfterAll } from './documented-after-all';

/** Whether what a rationale misses stands in the summary. */
export const EVIDENCE_RULES: readonly Rule[] = [documentedAfterAll];
