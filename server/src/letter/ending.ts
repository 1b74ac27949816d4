import { LAYOUTS } from './layouts';
import type { Span } from './letter';
import type { Lines } from './lines';
import { literal } from './literal';
import type { Mark } from './marks';

/**
 * What stands behind the items and is none of them: the close of a letter
 * ("Sincerely,", "cc:") and, in files of several letters, the head of the next.
 */

const ENDING = new RegExp(
  `^(?:${[...new Set(LAYOUTS.flatMap((layout) => layout.endings ?? []))]
    .map((text) => literal(text.replace(/[,.:]$/, ''), 4) + (text.endsWith(':') ? '\\s{0,2}(?::.*)?' : '[,.]?'))
    .join('|')})$`,
  'is',
);
const LONGEST = 200;

/** Where the items of a letter end at the latest: at the first closing line behind its last label. */
export function endOfItems(text: string, lines: Lines, marks: readonly Mark[], letter: Span): number {
  const last = marks.filter((mark) => mark.type === 'label').at(-1);
  if (!last) return letter.end;
  for (let line = lines.at(last.span.end) + 1; line < lines.count && lines.start[line]! < letter.end; line++) {
    const from = lines.from[line]!;
    if (lines.isBlank(line) || lines.to[line]! - from > LONGEST) continue;
    if (ENDING.test(text.slice(from, lines.to[line]!))) return from;
  }
  return letter.end;
}

const LETTERHEAD = /(?<![^\n\r\f])[ \t]*MAXIMUS\s{1,4}FEDERAL\s{1,4}SERVICES,\s{1,4}INC\.?[ \t]*(?=[\n\r\f])/gi;
/** The letterhead stands above the notice's heading, the addressee between them. */
const FAR = 1200;

/** The letterhead above a letter's first fixed words at `at` and not above `floor`; `at` itself where there is none. */
export function letterheadAbove(text: string, at: number, floor: number): number {
  const from = Math.max(floor, at - FAR);
  const found = [...text.slice(from, at).matchAll(LETTERHEAD)].at(-1);
  return found ? from + found.index : at;
}
