import type { Rule } from '../rule';

/** What text extraction did to the letter. */
export const NOISE_RULES: readonly Rule[] = [];
