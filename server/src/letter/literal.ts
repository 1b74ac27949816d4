/**
 * The form's words as the source of a regular expression that matches nothing else: every sign for itself,
 * any white space up to `mostBlanks` characters where there is a blank.
 */
export function literal(words: string, mostBlanks: number): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, `\\s{1,${mostBlanks}}`);
}
