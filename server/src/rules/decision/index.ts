import type { Rule } from '../rule';

/** Whether each rationale ends where its heading says. */
export const DECISION_RULES: readonly Rule[] = [];
