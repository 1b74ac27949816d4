/** One-based line and column, the column in UTF-16 code units, as compilers print them. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/**
 * Turns offsets of a text (UTF-16 code units) into lines and columns. A line
 * ends at LF, CR LF or CR, as in editors; offsets outside the text count as its
 * nearest end.
 */
export function linePositions(text: string): (offset: number) => LinePosition {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  return (offset) => {
    const place = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: place - (starts[low] ?? 0) + 1 };
  };
}
