import type { Rule } from '../rule';

/** Whether the dates of a letter can be, and follow each other. */
export const DATE_RULES: readonly Rule[] = [];
