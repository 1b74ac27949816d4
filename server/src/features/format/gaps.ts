/**
 * What stands between two neighbouring words of a formatted letter.
 *
 * `none`: nothing, as before. `as-is`: what stood there. `join`: nothing, the
 * white space goes. `drop-hyphen`: neither it nor the hyphen before it.
 * `tied`: a blank that no line end may take the place of. `blank`: a blank, or
 * a line end where the line is full. `line`: a line end. `paragraph`: an empty
 * line.
 */
export type Gap = 'none' | 'as-is' | 'join' | 'drop-hyphen' | 'tied' | 'blank' | 'line' | 'paragraph';

const WEAKEST_FIRST: readonly Gap[] = ['none', 'as-is', 'blank', 'tied', 'join', 'drop-hyphen', 'line', 'paragraph'];

/** Of two wishes for the same place the one that parts more. */
export function stronger(a: Gap | undefined, b: Gap): Gap {
  return a !== undefined && WEAKEST_FIRST.indexOf(a) > WEAKEST_FIRST.indexOf(b) ? a : b;
}
