/** The text of a snippet as an editor inserts it before anybody types: each placeholder with its default, each choice with its first. */
export function filled(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}/g, '$1')
    .replace(/\\([\\$}])/g, '$1');
}
