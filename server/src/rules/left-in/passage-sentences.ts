import type { Letter } from '../../letter';
import { passagesOf, type Passage } from '../prose';
import { sentencesIn } from '../sentences';
import type { Span } from '../../letter';

/** A passage with its sentences: where they stand, and their words with white space folded. */
export interface PassageSentences extends Passage {
  readonly spans: readonly Span[];
  readonly words: readonly string[];
}

const known = new WeakMap<Letter, readonly PassageSentences[]>();

/** The sentences of the summary and the rationales, worked out once per letter; offsets are those of the document. */
export function passageSentences(text: string, letter: Letter): readonly PassageSentences[] {
  let passages = known.get(letter);
  if (passages === undefined) {
    passages = passagesOf(text, letter).map((passage) => {
      const spans = sentencesIn(text, passage.span);
      return { ...passage, spans, words: spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')) };
    });
    known.set(letter, passages);
  }
  return passages;
}
