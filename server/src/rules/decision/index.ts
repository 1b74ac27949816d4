import type { Rule } from '../rule';
import { conclusionAboutAnotherRequest } from './conclusion-about-another-request';
import { conclusionContradictsDecision } from './conclusion-contradicts-decision';
import { noConclusion } from './no-conclusion';

/** Whether each rationale ends where its heading says. */
export const DECISION_RULES: readonly Rule[] = [conclusionContradictsDecision, noConclusion, conclusionAboutAnotherRequest];
