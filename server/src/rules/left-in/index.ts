import type { Rule } from '../rule';

/** What a draft leaves behind. */
export const LEFT_IN_RULES: readonly Rule[] = [];
