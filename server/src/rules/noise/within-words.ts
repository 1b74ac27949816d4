import type { Letter, Span } from '../../letter';
import { passagesOf } from '../prose';

/** The stretches that hold no heading, label or request: the summary and the bodies of the fields, in text order, apart from each other. */
export function stretchesOfWords(text: string, letters: readonly Letter[]): Span[] {
  const spans = letters.flatMap((letter) => [
    ...passagesOf(text, letter).map(({ span }) => span),
    ...letter.items.flatMap((item) => item.fields.map(({ body }) => body)),
  ]);
  return spans.sort((a, b) => a.start - b.start || a.end - b.end);
}
