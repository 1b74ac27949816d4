import { distance } from 'fastest-levenshtein';

/** Letters that may be wrong, missing or too many in a fixed word of the form; two letters changed about are two. */
const MOST_ERRORS = 2;

/**
 * The one of `known` that `letters` misspells, or `undefined`; both are
 * lower-cased letters and digits. An exact match is no misspelling.
 */
export function misspelt<T extends { readonly letters: string }>(letters: string, known: readonly T[]): T | undefined {
  let best: T | undefined;
  let least = Infinity;
  for (const candidate of known) {
    if (Math.abs(candidate.letters.length - letters.length) > MOST_ERRORS) continue;
    const errors = distance(candidate.letters, letters);
    if (errors > 0 && errors <= MOST_ERRORS && errors < least) {
      best = candidate;
      least = errors;
    }
  }
  return best;
}
