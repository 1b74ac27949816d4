import type { Letter, Span } from '../../../server/src/letter';
import type { Random } from './random';

/** Passages as people mark them: words, phrases, sentences, lines, fields, decisions, requests. */
export function passages(text: string, letters: readonly Letter[], random: Random, many: number): Span[] {
  const words = [...text.matchAll(/[A-Za-z0-9][A-Za-z0-9'-]*/g)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
  const sentences = [...text.matchAll(/[A-Z][^.!?:]{15,400}[.!?]/g)].map(({ 0: sentence, index }) => ({ start: index, end: index + sentence.length }));
  const lines = [...text.matchAll(/[^\s][^\n\r]*/g)].map(({ 0: line, index }) => ({ start: index, end: index + line.trimEnd().length }));
  const items = letters.flatMap((letter) => letter.items);
  const decisions = items.flatMap(({ decision }) => (decision === null || decision.span.start === decision.span.end ? [] : [decision.span]));
  const requests = items.map(({ request }) => request).filter(({ start, end }) => start < end);
  const fields = items.flatMap((item) => item.fields.flatMap(({ label, body }) => [label, body])).filter(({ start, end }) => start < end);
  const one = <T>(from: readonly T[]): T | undefined => from[random(from.length)];
  const kinds: (() => Span | undefined)[] = [
    () => one(words),
    () => one(words),
    () => {
      const first = random(words.length);
      const last = words[Math.min(words.length - 1, first + 1 + random(6))];
      const start = words[first];
      return start && last && { start: start.start, end: last.end };
    },
    () => one(sentences),
    () => one(lines),
    () => one(decisions),
    () => one(requests),
    () => one(fields),
  ];
  const spans: Span[] = [];
  for (let tries = 0; spans.length < many && tries < many * 4; tries++) {
    const span = kinds[tries % kinds.length]?.();
    if (span !== undefined) spans.push(span);
  }
  return spans;
}
