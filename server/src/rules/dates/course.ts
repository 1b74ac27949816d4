import type { CaseDate } from './case-dates';

/** A date known to be a day, with its place in the course of a case. */
export interface Known extends CaseDate {
  readonly iso: string;
}

/** A date that does not fit the others, and the neighbour that it contradicts. */
export interface Misfit {
  readonly date: Known;
  readonly other: Known;
}

/**
 * The fewest dates that must be wrong for the others to follow each other; of
 * two that could equally be wrong, the later in the course. `dates` are at most
 * five, in the order of the course; those that are no day count as unknown.
 */
export function misfits(dates: readonly CaseDate[]): Misfit[] {
  const known = dates.filter((date): date is Known => date.iso !== null);
  let best = 0;
  for (let chosen = 1; chosen < 1 << known.length; chosen += 1) {
    if (follow(known.filter((_, at) => chosen & (1 << at))) && better(chosen, best)) best = chosen;
  }
  const kept = known.filter((_, at) => best & (1 << at));
  return known.flatMap((date, at): Misfit[] => {
    if (best & (1 << at)) return [];
    const other = nearest(kept, known, date, at);
    return other === undefined ? [] : [{ date, other }];
  });
}

/** Same days may follow each other: a denial may be appealed on its day (observed in letters). */
function follow(dates: readonly Known[]): boolean {
  return dates.every((date, at) => at === 0 || dates[at - 1]!.iso <= date.iso);
}

/** More dates are kept; of as many, the earlier in the course. */
function better(chosen: number, best: number): boolean {
  const [more, fewer] = [count(chosen), count(best)];
  return more > fewer || (more === fewer && lowFirst(chosen) > lowFirst(best));
}

function count(bits: number): number {
  let left = bits;
  let sum = 0;
  for (; left > 0; left >>= 1) sum += left & 1;
  return sum;
}

/** The bits of at most five dates with the first date as the highest. */
function lowFirst(bits: number): number {
  let value = 0;
  for (let at = 0; at < 5; at += 1) value = value * 2 + ((bits >> at) & 1);
  return value;
}

/** The closest kept date in the course that the date contradicts; the one before, where both sides do. */
function nearest(kept: readonly Known[], known: readonly Known[], date: Known, at: number): Known | undefined {
  const before = kept.filter((other) => known.indexOf(other) < at && other.iso > date.iso).at(-1);
  return before ?? kept.find((other) => known.indexOf(other) > at && other.iso < date.iso);
}
