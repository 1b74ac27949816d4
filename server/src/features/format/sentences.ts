/** What single words say of the sentence they stand in. Nothing here depends on where lines end, so that a second run sees the same. */

const SENTENCE_END = /[.?!]["”’')\]]{0,2}$/;

/** Words whose full stop ends no sentence. */
const ABBREVIATION = /^[("“]?(?:dr|mr|mrs|ms|no|nos|vs|st|inc|approx|qty|e\.g|i\.e|fig|ref|cf|[a-z])\.$/i;
/** "INC.", "D.O.B." */
const CAPITALS = /^(?:[A-Z]\.?){2,8}$/;

/** After these a sentence goes on, whatever follows. */
const GOES_ON = /(?:,|^(?:a|an|the|of|in|on|at|to|for|with|by|from|and|or|was|were|is|are|has|have|had|that|which|his|her|their|this|these|per|not|be|been|as|than|no))$/i;

export function endsSentence(word: string): boolean {
  return SENTENCE_END.test(word) && !(word.length < 12 && (CAPITALS.test(word) || ABBREVIATION.test(word)));
}

/** A sentence that has come to `before` and goes on with `after`, although a line or a page ends between them. */
export function flowsOn(before: string, after: string): boolean {
  if (SENTENCE_END.test(before) || /[:;]$/.test(before)) return false;
  if (GOES_ON.test(before)) return /^[\p{L}\p{N}("“]/u.test(after);
  return /[\p{L}\p{N})\]%"”’-]$/u.test(before) && /^\p{Ll}/u.test(after);
}

/** `-`, `•`, `1)`, `(1)`, `1.`, `a)`: what the lines of a list begin with, alone or, where that cannot be a word, glued to one. */
const MARKER = /^(?:[-–—•▪◦‣·*]$|[•▪◦‣·]|-(?=\p{L})|\(?\d{1,2}\)(?=$|\p{L})|\d{1,2}\.$|\(?[a-hA-H]\)$)/u;

/** The kind of list that a word opens at the start of a line; `undefined` where it opens none. */
export function listMarker(word: string): string | undefined {
  return MARKER.exec(word)?.[0].replace(/\d+/, '1').replace(/\p{L}/u, 'a');
}

/** A list begins with its first number or letter, or with a bullet. */
export function opensList(word: string): boolean {
  const count = /\d+|\p{L}(?=\))/u.exec(MARKER.exec(word)?.[0] ?? '')?.[0];
  return count === undefined || /^(?:0?1|a)$/i.test(count);
}
