import type { TextTarget } from '../../annotations/model';

/**
 * The words that a passage had when it was annotated; of a passage that never
 * changed, its quote. LF line ends. A saved position goes with the words that
 * stand there, so without these nobody could see later that they were changed.
 */
export function originalWords(target: TextTarget): string {
  const kept: unknown = target['imr:quoted'];
  return typeof kept === 'string' ? kept : target.selector[0].exact;
}

/** The target with the words it was made on, `null` to forget them: what stands there now is what is meant. */
export function withOriginalWords(target: TextTarget, words: string | null): TextTarget {
  // What is `undefined` is not written, and takes the place of what was there before.
  return { ...target, 'imr:quoted': words ?? undefined };
}
