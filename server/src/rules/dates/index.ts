import type { Rule } from '../rule';
import { dateAfterDecision } from './date-after-decision';
import { datesOutOfOrder } from './dates-out-of-order';
import { headerAndSummaryDisagree } from './header-and-summary-disagree';
import { impossibleDate } from './impossible-date';

/** Whether the dates of a letter can be, and follow each other. */
export const DATE_RULES: readonly Rule[] = [impossibleDate, datesOutOfOrder, dateAfterDecision, headerAndSummaryDisagree];
