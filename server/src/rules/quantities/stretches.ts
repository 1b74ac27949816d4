import type { Letter, Span } from '../../letter';
import { passagesOf } from '../prose';
import { sentencesIn } from '../sentences';

/** A request, a part of a partial request, or a sentence. */
export interface Stretch {
  readonly span: Span;
  readonly item: number | null;
  readonly request: boolean;
}

/** Within a stretch longer than this nothing is compared; the longest request observed in letters has 550 characters. */
const LONGEST = 1500;

const known = new WeakMap<Letter, readonly Stretch[]>();

/**
 * Each request (each part of a partial one apart) and each sentence of summary
 * and rationales, in the order of the text. Worked out once per letter.
 */
export function stretchesOf(text: string, letter: Letter): readonly Stretch[] {
  let stretches = known.get(letter);
  if (stretches === undefined) known.set(letter, (stretches = read(text, letter)));
  return stretches;
}

function read(text: string, letter: Letter): Stretch[] {
  const requests = letter.items.flatMap(({ request, partial }, item) =>
    (partial ? distinct([partial.original, partial.authorized, partial.remaining]) : [request]).map((span): Stretch => ({ span, item, request: true })),
  );
  const sentences = passagesOf(text, letter).flatMap(({ span, item }) => sentencesIn(text, span).map((sentence): Stretch => ({ span: sentence, item, request: false })));
  return [...requests, ...sentences]
    .filter(({ span }) => span.start < span.end && span.end - span.start <= LONGEST)
    .sort((a, b) => a.span.start - b.span.start);
}

function distinct(spans: readonly Span[]): Span[] {
  return spans.filter((span, at) => spans.findIndex(({ start }) => start === span.start) === at);
}
