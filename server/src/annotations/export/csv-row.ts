import { stringify } from 'csv-stringify/sync';

/**
 * One record of a CSV file with its line end (RFC 4180). A cell that a
 * spreadsheet would take for a formula (it begins with = + - @, their wide
 * forms, a tab or a line end) gets an apostrophe in front, so that it stays text:
 * letters and comments are written by strangers.
 */
export function csvRow(cells: readonly string[]): string {
  // The library leaves a line feed at the beginning, which OWASP counts among the dangerous ones.
  const safe = cells.map((cell) => (cell.startsWith('\n') ? `'${cell}` : cell));
  return stringify([safe], { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}
