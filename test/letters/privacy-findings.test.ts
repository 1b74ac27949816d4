import { PRIVACY_RULES } from '../../server/src/rules';
import { judged } from './judged';

// Public copies are redacted: there is nothing to find, and nothing may be found.
judged({ name: 'privacy', rules: PRIVACY_RULES, aboveHint: [], hints: [] });
