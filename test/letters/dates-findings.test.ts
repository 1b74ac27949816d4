import { DATE_RULES } from '../../server/src/rules';
import { judged } from './judged';

judged({
  name: 'dates',
  rules: DATE_RULES,
  // The header says injury 10/10/2016 and denial 11/09/2016; the summary October 10, 2015 and November 15, 2016.
  aboveHint: ['CM16-0219557 #null header-and-summary-disagree', 'CM16-0219557 #null header-and-summary-disagree'],
  hints: [],
  // This extraction has lost the case header.
  otherwise: { 'extractors/seedstyle/CM16-0219557.txt': { less: ['CM16-0219557 #null header-and-summary-disagree'] } },
});
