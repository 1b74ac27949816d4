/** What waits for a command of a person, loaded together at the first of them. */
export { keepBothSides } from './both-sides';
export { changeAnnotation, removeAnnotation } from './changing';
export { createLabels, offerRename } from './label-files';
export { showLegend } from './legend';
export { maskKept } from './mask-kept';
export { ReviewMode } from './review-mode';
