import { CITATION_RULES } from '../../server/src/rules';
import { judged } from './judged';

const ABOVE_HINT: readonly string[] = [
  '001_d85c8b01a9df8a47 #0 topic-not-so-named',
  '004_273f9b4f92cc0344 #0 misspelt-guideline',
  '004_273f9b4f92cc0344 #0 misspelt-guideline',
  '004_273f9b4f92cc0344 #0 pages-of-another-topic',
  '004_273f9b4f92cc0344 #0 pages-of-another-topic',
  'CM17-0002198 #1 misspelt-guideline',
  'CM17-0009441 #6 nothing-to-look-up',
  'CM17-0015849 #0 nothing-to-look-up',
];
const HINTS: readonly string[] = [
  '001_d85c8b01a9df8a47 #0 not-part-of-the-mtus',
  '002_16de2fe7a2b06a03 #0 body-part-differs',
  '002_16de2fe7a2b06a03 #0 body-part-differs',
  'CM16-0247405 #0 field-and-rationale-differ',
  'CM16-0249170 #0 field-and-rationale-differ',
  'CM17-0001064 #0 body-part-differs',
  'CM17-0001064 #1 edition-superseded',
  'CM17-0009441 #3 body-part-differs',
  'CM17-0011730 #0 body-part-differs',
  'CM17-0013240 #0 edition-superseded',
  'CM17-0013240 #0 not-part-of-the-mtus',
];

judged({
  name: 'citations',
  rules: CITATION_RULES,
  aboveHint: ABOVE_HINT,
  hints: HINTS,
  // This extraction has lost the case header, and with it the dates.
  otherwise: { 'extractors/seedstyle/CM17-0001064.txt': { less: ['CM17-0001064 #1 edition-superseded'] } },
});
