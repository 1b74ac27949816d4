import type { Annotations, AnnotationThread } from '../../../server/src/lsp/annotation-requests';

/** What the server said last as a whole, and that with all that it told since. */
export interface Known {
  readonly whole: readonly AnnotationThread[];
  readonly newest: Annotations;
}

/** Five numbers for each thread that moved: its index, line and character of its start and of its end. */
const NUMBERS = 5;

/** Puts an answer to what is known. One that is whole takes the place of all before; a partial one without any is none. */
export function merged(known: Known | undefined, answer: Annotations): Known | undefined {
  if (!answer.partial) return { whole: answer.threads, newest: answer };
  if (known === undefined) return undefined;
  const changed = new Map(answer.threads.map((thread) => [thread.id, thread]));
  const moved = new Map<string, number>();
  for (let at = 0; at + NUMBERS <= answer.moved.length; at += NUMBERS) {
    const thread = known.whole[answer.moved[at]!];
    if (thread !== undefined) moved.set(thread.id, at);
  }
  const threads = known.newest.threads.map((thread) => {
    const at = moved.get(thread.id);
    return changed.get(thread.id) ?? (at === undefined ? thread : placedAt(thread, answer.moved.slice(at + 1, at + NUMBERS)));
  });
  return { whole: known.whole, newest: { ...answer, partial: false, moved: [], threads } };
}

function placedAt(thread: AnnotationThread, [line, character, endLine, endCharacter]: readonly number[]): AnnotationThread {
  if (thread.place.state !== 'intact' && thread.place.state !== 'changed') return thread;
  const range = { start: { line: line!, character: character! }, end: { line: endLine!, character: endCharacter! } };
  return { ...thread, place: { state: thread.place.state, range } };
}
