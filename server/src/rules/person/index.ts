import type { Rule } from '../rule';
import { ageChanges } from './age-changes';
import { injuredSideChanges } from './injured-side-changes';
import { sexChanges } from './sex-changes';

/** Whether the letter speaks of one person throughout. */
export const PERSON_RULES: readonly Rule[] = [ageChanges, sexChanges, injuredSideChanges];
