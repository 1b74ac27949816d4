import type { Rule } from '../rule';

/** What tells who the worker is. */
export const PRIVACY_RULES: readonly Rule[] = [];
