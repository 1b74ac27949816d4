import type { Random } from './random';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The ways in which a date with a year in four digits is written. */
export const LONG_FORMS = ['M/D/YYYY', 'MM/DD/YYYY', 'MM-DD-YYYY', 'M-D-YYYY', 'Month D, YYYY', 'Mon. D, YYYY'] as const;
/** Those and the short ones. */
export const FORMS = [...LONG_FORMS, 'M/D/YY', 'MM-DD-YY'] as const;

/** A date as letters write it. `month` and `day` may be such as no calendar has; a month's name needs 1 to 12. */
export function written(form: (typeof FORMS)[number], year: number, month: number, day: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  switch (form) {
    case 'M/D/YYYY': return `${month}/${day}/${year}`;
    case 'MM/DD/YYYY': return `${two(month)}/${two(day)}/${year}`;
    case 'MM-DD-YYYY': return `${two(month)}-${two(day)}-${year}`;
    case 'M-D-YYYY': return `${month}-${day}-${year}`;
    case 'Month D, YYYY': return `${MONTHS[month - 1]!} ${day}, ${year}`;
    case 'Mon. D, YYYY': return `${MONTHS[month - 1]!.slice(0, 3)}${month === 5 ? '' : '.'} ${day}, ${year}`;
    case 'M/D/YY': return `${month}/${day}/${two(year % 100)}`;
    case 'MM-DD-YY': return `${two(month)}-${two(day)}-${two(year % 100)}`;
  }
}

/** The day so many days after an ISO date, as year, month and day. */
export function daysAfter(iso: string, days: number): [year: number, month: number, day: number] {
  const date = new Date(Date.parse(iso) + days * 86_400_000);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** The ISO date so many days after another. */
export function isoAfter(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A date written in one of the forms. */
export function anyWriting(random: Random, forms: readonly (typeof FORMS)[number][], [year, month, day]: readonly [number, number, number]): string {
  return written(random.of(forms), year, month, day);
}
