import type { Rule } from '../rule';
import { authorizedAndRemainingDoNotAddUp } from './authorized-and-remaining-do-not-add-up';
import { bodyPartInConclusionDiffers } from './body-part-in-conclusion-differs';
import { countInConclusionDiffers } from './count-in-conclusion-differs';
import { doseInConclusionDiffers } from './dose-in-conclusion-differs';
import { numberWordAndFigureDiffer } from './number-word-and-figure-differ';
import { sessionsDoNotMultiply } from './sessions-do-not-multiply';
import { sideInConclusionDiffers } from './side-in-conclusion-differs';

/** Whether numbers, doses, sides and parts of the body agree. */
export const QUANTITY_RULES: readonly Rule[] = [
  sessionsDoNotMultiply,
  numberWordAndFigureDiffer,
  countInConclusionDiffers,
  doseInConclusionDiffers,
  sideInConclusionDiffers,
  bodyPartInConclusionDiffers,
  authorizedAndRemainingDoNotAddUp,
];
