import { LEFT_IN_RULES } from '../../server/src/rules';
import { judged } from './judged';

// Letters that were sent: none of those read holds anything of a draft.
judged({ name: 'what a draft leaves behind', rules: LEFT_IN_RULES, aboveHint: [], hints: [] });
