/** Words on one line, cut behind a word with `…` where there are more than so many characters. */
export function oneLine(words: string, most: number): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const blank = line.lastIndexOf(' ', most - 1);
  const end = blank > most / 2 ? blank : most - 1;
  // Half of a surrogate pair is no character.
  return `${line.slice(0, /[\uD800-\uDBFF]/.test(line.charAt(end - 1)) ? end - 1 : end)}…`;
}
