import type { Guideline, Period } from './entry';

/**
 * How a day lies to a time in which a guideline governed; `open` where the
 * time has no end that is known. Days are `YYYY-MM-DD`; a month or a year
 * stands for all its days.
 */
export function within({ from, to }: Period, day: string): 'before' | 'within' | 'open' | 'after' {
  if (day < from) return 'before';
  if (to === undefined) return 'open';
  return day.slice(0, to.length) <= to ? 'within' : 'after';
}

/** Whether a guideline governed on a day, as far as its dates tell; `null` where none are known. */
export function governedOn({ governed = [] }: Guideline, day: string): boolean | null {
  if (governed.length === 0) return null;
  return governed.some((period) => ['within', 'open'].includes(within(period, day)));
}
