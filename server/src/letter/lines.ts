/**
 * The lines of a text, whatever ends them, and which of its blank lines
 * separate paragraphs. Extractors differ: some double every line end, so that a
 * blank line says nothing and a paragraph break is a line holding one blank.
 */

/** Stands for each character of a running line (see `running-lines.ts`): white space, and told from the blanks of a letter. */
export const PAGE_BLANK = 0x2001;

export interface Lines {
  readonly count: number;
  /** Offset of the first character of each line. */
  readonly start: readonly number[];
  /** Offset after the last character of each line, before its line end. */
  readonly end: readonly number[];
  /** The same without surrounding white space; equal for a blank line. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** A line that ends a paragraph by being blank. */
  isBreak(line: number): boolean;
  isBlank(line: number): boolean;
  /** A blank line that a page break left. */
  isPageBreak(line: number): boolean;
  /** The line that holds an offset. */
  at(offset: number): number;
  /** Length that a wrapped line has at most, nearly always; 0 for a text without lines. */
  readonly width: number;
}

const LF = 10;
const CR = 13;
const FF = 12;

/** White space as extractors leave it: blanks, no-break and zero-width blanks, BOM, form feeds, line ends. */
export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0x85
  );
}

/**
 * Splits a text into lines at LF, CRLF, CR and form feed, in one pass.
 * `cuts` are offsets (ascending) at which a further line starts although no line end stands there.
 */
export function linesOf(text: string, cuts: readonly number[] = []): Lines {
  const start: number[] = [];
  const end: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  /** A blank line beside a form feed or a running line is the page's doing. */
  const besidePage: boolean[] = [];
  let lineStart = 0;
  let afterFeed = false;
  let cut = 0;

  const push = (lineEnd: number, feed: boolean): void => {
    let a = lineStart;
    let b = lineEnd;
    let running = false;
    while (a < b && isSpace(text.charCodeAt(a))) running = text.charCodeAt(a++) === PAGE_BLANK || running;
    while (b > a && isSpace(text.charCodeAt(b - 1))) b--;
    start.push(lineStart);
    end.push(lineEnd);
    from.push(a);
    to.push(b);
    besidePage.push(feed || afterFeed || running);
    afterFeed = feed;
  };

  for (let i = 0; i <= text.length; i++) {
    while (cut < cuts.length && cuts[cut]! < i) cut++;
    if (cut < cuts.length && cuts[cut] === i && i > lineStart) {
      push(i, false);
      lineStart = i;
    }
    const code = i < text.length ? text.charCodeAt(i) : LF;
    if (code !== LF && code !== CR && code !== FF) continue;
    push(i, code === FF);
    if (code === CR && text.charCodeAt(i + 1) === LF) i++;
    lineStart = i + 1;
  }

  const count = start.length;
  // All blank lines of a run that a form feed or a running line stands in are the page's doing.
  for (let line = 0; line < count; ) {
    let behind = line;
    let fed = false;
    while (behind < count && from[behind] === to[behind]) fed = besidePage[behind++]! || fed;
    if (fed) besidePage.fill(true, line, behind);
    line = behind + 1;
  }
  const isBlank = (line: number): boolean => from[line] === to[line];
  const isPageBreak = (line: number): boolean => isBlank(line) && besidePage[line]!;
  const lengths: number[] = [];
  let marked = 0;
  let single = 0;
  for (let line = 0; line < count; line++) {
    if (isBlank(line)) {
      if (end[line]! > start[line]! && !besidePage[line]) marked++;
      continue;
    }
    lengths.push(to[line]! - from[line]!);
    if (line + 2 < count && isBlank(line + 1) && !isBlank(line + 2)) single++;
  }
  const doubled = lengths.length > 4 && single > lengths.length * 0.6;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;

  const isBreak = (line: number): boolean => {
    if (line < 0 || line >= count) return true;
    if (!isBlank(line) || besidePage[line]) return false;
    if (marked >= 2) return end[line]! > start[line]!;
    if (!doubled) return true;
    return (line > 0 && isBlank(line - 1)) || (line + 1 < count && isBlank(line + 1));
  };

  const at = (offset: number): number => {
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (start[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  return { count, start, end, from, to, isBreak, isBlank, isPageBreak, at, width };
}
