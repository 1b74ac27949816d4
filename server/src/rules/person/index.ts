import type { Rule } from '../rule';

/** Whether the letter speaks of one person throughout. */
export const PERSON_RULES: readonly Rule[] = [];
