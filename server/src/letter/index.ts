export * from './letter';
export { isoDate } from './date';
export { headingText, labelText, layoutOf, LAYOUTS, type Layout } from './layouts';
export { isLetter, readLetters } from './read';
