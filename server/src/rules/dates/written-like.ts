const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/**
 * A day in the form in which another is written: `10-27-16` → `01-05-17`,
 * `October 9, 2016` → `January 5, 2017`. Short names of months are written in
 * full. An example of no known form gives `m/d/yyyy`.
 */
export function writtenLike(example: string, iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const folded = example.replace(/\s+/g, ' ').trim();
  const named = /^[A-Za-z]+\.? (\d{1,2})(?:st|nd|rd|th)?(,?) ?\d/.exec(folded);
  if (named) return `${MONTHS[Number(month) - 1] ?? ''} ${padded(day, named[1]!.startsWith('0'))}${named[2] ?? ''} ${year}`;
  const numeric = /^(\d{1,2}) ?([/-]) ?(\d{1,2}) ?[/-] ?(\d{2,4})$/.exec(folded);
  const mark = numeric?.[2] ?? '/';
  // Where a figure below ten shows whether it is filled up, it decides; else ten and more are taken as filled up.
  const parts = [numeric?.[1], numeric?.[3]];
  const small = parts.filter((part) => part !== undefined && Number(part) < 10);
  const fill = small.length > 0 ? small.every((part) => part!.length === 2) : numeric !== null;
  return [padded(month, fill), padded(day, fill), numeric?.[4]?.length === 2 ? year.slice(2) : year].join(mark);
}

function padded(figure: string, fill: boolean): string {
  const bare = String(Number(figure));
  return fill ? bare.padStart(2, '0') : bare;
}
