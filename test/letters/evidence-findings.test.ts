import { EVIDENCE_RULES } from '../../server/src/rules';
import { judged } from './judged';

judged({
  name: 'evidence',
  rules: EVIDENCE_RULES,
  aboveHint: [],
  // The rationale misses whether massage sessions were done and helped; the summary tells of both.
  hints: ['001_d85c8b01a9df8a47 #1 documented-after-all'],
});
