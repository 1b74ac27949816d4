import { CONTENT_RULES } from '../../server/src/rules';
import { judged } from './judged';

// Every letter at hand has a summary of some sentences and whole credentials; none has a list of documents.
judged({ name: 'required content', rules: CONTENT_RULES, aboveHint: [], hints: [] });
