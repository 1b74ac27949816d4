import type { Rule } from '../rule';

/** What the law asks a determination to hold. */
export const CONTENT_RULES: readonly Rule[] = [];
