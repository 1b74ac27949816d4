import { PERSON_RULES } from '../../server/src/rules';
import { judged } from './judged';

judged({ name: 'the person', rules: PERSON_RULES, aboveHint: [], hints: [] });
