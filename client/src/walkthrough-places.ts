import { FIRST_SAMPLE } from './sample-list';

/** Where a step of the walkthrough puts the cursor. */
export interface Place {
  /** Name of a bundled sample. */
  readonly file: string;
  /** Words of the sample; the cursor stands before the first of them. */
  readonly words: string;
}

/** An item that has no decision. */
export const GAP: Place = { file: FIRST_SAMPLE, words: 'Physical therapy for the neck, 2 times' };
/** A guideline that the catalogue knows well. */
export const CITATION: Place = { file: '2014-three-items-mixed.txt', words: 'Low Back Complaints' };
