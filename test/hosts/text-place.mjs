/** Line and column, both from 1, of a passage of a text, or of the place `more` characters after its start. */
export function placeOf(text, passage, from = 0, more = 0) {
  const at = text.indexOf(passage, from);
  if (at < 0) throw new Error(`The text has no "${passage}".`);
  const lines = text.slice(0, at + more).split('\n');
  return [lines.length, lines.at(-1).length + 1];
}
