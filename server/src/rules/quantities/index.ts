import type { Rule } from '../rule';

/** Whether numbers, doses, sides and parts of the body agree. */
export const QUANTITY_RULES: readonly Rule[] = [];
