/**
 * What a letter does not need when it opens, loaded together at the first
 * request for any of it: a file for each would be many small ones, which pack
 * badly.
 */
export { guidelinePage } from '../features/guideline-page';
export { letterSkeleton } from '../features/skeleton';
export { labelsIn, withLabelRenamed } from './annotations/labels';
export { maskedFile } from './annotations/mask-in-file';
export { completionsOf } from './completion';
export { formattingOf } from './formatting';
export { hoverOf } from './hover';
export { selectionRangesOf } from './selection-ranges';
