export * from './letter';
export { caseNumberOf, isOtherCase } from './case-number';
export { rightDecision } from './decision';
export { isoDate } from './date';
export { datesIn } from './dates-in-text';
export { headingText, labelText, layoutOf, LAYOUTS, type Layout } from './layouts';
export { rightSpelling } from './marks';
export { isLetter, readLetters } from './read';
export { toldApart } from './told-apart';
