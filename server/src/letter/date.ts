const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/**
 * The ISO date of a date as letters write it (`11/18/2016`, `9-26-13`,
 * `September 26, 2013`, with any white space between); `null` for anything
 * else and for days that no calendar has. Two-digit years are of this century
 * up to 49.
 */
export function isoDate(written: string): string | null {
  const text = written.trim();
  const numeric = /^(\d{1,2})\s?[/\-.]\s?(\d{1,2})\s?[/\-.]\s?(\d{4}|\d{2})$/.exec(text);
  if (numeric) return iso(Number(numeric[3]), Number(numeric[1]), Number(numeric[2]));
  const named = /^([A-Za-z]{3,9})\.?\s{1,4}(\d{1,2})(?:st|nd|rd|th)?\s?,?\s{0,4}(\d{4})$/.exec(text);
  if (!named) return null;
  const month = MONTHS.findIndex((name) => name.startsWith(named[1]!.toLowerCase()));
  return month < 0 ? null : iso(Number(named[3]), month + 1, Number(named[2]));
}

function iso(year: number, month: number, day: number): string | null {
  const full = year < 50 ? 2000 + year : year < 100 ? 1900 + year : year;
  const date = new Date(Date.UTC(full, month - 1, day));
  if (date.getUTCFullYear() !== full || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
