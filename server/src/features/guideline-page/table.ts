/** Wider cells are not padded: one long remark would push all columns away. */
const WIDEST = 64;

/** A Markdown table whose columns stand under each other as text too; a cell's white space and bars become blanks and slashes. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  // A column in which nothing is known would only push the others out of sight.
  const columns = head.map((_, column) => column).filter((column) => rows.some((row) => row[column]?.trim()));
  const cells = [head, ...rows].map((row) => columns.map((column) => (row[column] ?? '').replace(/\s+/g, ' ').replaceAll('|', '/').trim()));
  const widths = columns.map((_, column) => Math.max(3, ...cells.map((row) => Math.min(WIDEST, row[column]!.length))));
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const [first, ...others] = cells.map(line);
  return [first!, line(widths.map((width) => '-'.repeat(width))), ...others];
}
