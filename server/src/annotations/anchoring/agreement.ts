/** Letters of a text that may stand between letters of a context and still be compared with it. */
const SLACK = 8;

/** How well the letters before a place agree with the context that a quote kept, 0 to 1. */
export function agreementBefore(context: string, text: string, at: number): number {
  const window = text.slice(Math.max(0, at - context.length - SLACK), at);
  return agreement(reversed(context), reversed(window));
}

/** The same for the letters behind a place. */
export function agreementBehind(context: string, text: string, at: number): number {
  return agreement(context, text.slice(at, at + context.length + SLACK));
}

/** How many letters beside a place are exactly those of the context: a quick first measure. */
export function commonRun(before: string, behind: string, text: string, start: number, end: number): number {
  let run = 0;
  while (run < before.length && run < start && before.charCodeAt(before.length - 1 - run) === text.charCodeAt(start - 1 - run)) run++;
  let further = 0;
  while (further < behind.length && behind.charCodeAt(further) === text.charCodeAt(end + further)) further++;
  return run + further;
}

/** One minus the share of edits that make the context the beginning of the window. At most 64 by 72 steps. */
function agreement(context: string, window: string): number {
  if (window.startsWith(context)) return 1;
  return Math.max(0, 1 - Math.min(...lastRow(context, window)) / context.length);
}

/** How many letters must be put in, taken out or replaced to make one passage the other; for passages of some hundred letters. */
export function editsBetween(one: string, other: string): number {
  return one === other ? 0 : (lastRow(one, other).at(-1) ?? 0);
}

/** For each beginning of the window: the edits that make the context it. */
function lastRow(context: string, window: string): number[] {
  let row = Array.from({ length: window.length + 1 }, (_, column) => column);
  for (let line = 1; line <= context.length; line++) {
    const next = [line];
    for (let column = 1; column <= window.length; column++) {
      const same = context.charCodeAt(line - 1) === window.charCodeAt(column - 1) ? 0 : 1;
      next.push(Math.min((row[column - 1] ?? 0) + same, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row;
}

function reversed(passage: string): string {
  let back = '';
  for (let at = passage.length - 1; at >= 0; at--) back += passage.charAt(at);
  return back;
}
