import { QUANTITY_RULES } from '../../server/src/rules';
import { judged } from './judged';

judged({ name: 'quantities and sides', rules: QUANTITY_RULES, aboveHint: [], hints: [] });
