import { DECISION_RULES } from '../../server/src/rules/decision';
import { judged } from './judged';

// No heading of these letters contradicts its rationale, every rationale concludes, and none about another item.
judged({ name: 'decision and conclusion', rules: DECISION_RULES, aboveHint: [], hints: [] });
