import { isoDate } from '../../letter/date';

/** A stretch of text in which characters stand for others that look like them; offsets are those of the text given. */
export interface LookAlike {
  readonly start: number;
  readonly end: number;
  readonly to: string;
}

const LEVELS = /(?<![A-Za-z\d])([CTLS])([\dIl|OoS]{1,2})(\s?[-/–]\s?)([CTLS]?)([\dIl|OoS]{1,2})(?![A-Za-z\d|])(?! joint)/g;
const DATE = /(?<![A-Za-z\d/-])[\dOolI]{1,2}([/-])[\dOolI]{1,2}\1(?:[\dOolI]{4}|[\dOolI]{2})(?![A-Za-z\d/-])/g;
const YEAR = /(?<![A-Za-z\d.$#/-])[12][\dOolI]{3}(?![A-Za-z\d/-])/g;
const NUMBER = /(?<![A-Za-z\d.,/-])(?:[\dIl][\dOolI]{0,4})(?=\s?(?:mg|mcg|ml|mL|cc|cm|mm|%|tablets?|capsules?|pills?|sessions?|visits?|days?|weeks?|months?|hours?|years?)(?![A-Za-z]))|(?<=#)[\dIl][\dOolI]{0,3}(?![A-Za-z\d])/g;

/** Where each region of the spine begins when its levels are counted from the neck down. */
const REGIONS: Readonly<Record<string, readonly [before: number, most: number]>> = { C: [0, 7], T: [7, 12], L: [19, 5], S: [24, 5] };

/** The levels, dates, years and numbers with look-alikes in them; not sorted, an overlap is possible only between a year and a date. */
export function lookAlikeFigures(words: string): LookAlike[] {
  const found: LookAlike[] = [];
  for (const match of words.matchAll(LEVELS)) {
    const [whole, first = '', number = '', between = '', second = '', last = ''] = match;
    const to = `${first}${figures(number, true)}${between}${second}${figures(last, true)}`;
    const step = (rank(second || first, figures(last, true)) ?? -1) - (rank(first, figures(number, true)) ?? Infinity);
    // An S for a 5 is believed in neighbours only: "LS-S1".
    const most = /S/.test(number + last) ? 1 : 4;
    if (to !== whole && /\d/.test(number + last) && step >= 1 && step <= most && !(second === '' && /S/.test(number + last))) add(match.index, whole, to);
  }
  for (const match of words.matchAll(DATE)) {
    const to = figures(match[0]);
    if (to !== match[0] && digitsIn(match[0]) >= 3 && isoDate(to) !== null) add(match.index, match[0], to);
  }
  for (const match of words.matchAll(YEAR)) {
    const to = figures(match[0]);
    if (to !== match[0] && digitsIn(match[0]) >= 2 && /^(?:19|20)/.test(to)) add(match.index, match[0], to);
  }
  for (const match of words.matchAll(NUMBER)) {
    const to = figures(match[0]);
    if (to !== match[0] && digitsIn(match[0]) >= 1) add(match.index, match[0], to);
  }
  return found;

  function add(start: number, from: string, to: string): void {
    found.push({ start, end: start + from.length, to });
  }
}

function figures(written: string, level = false): string {
  const plain = written.replace(/[Il|]/g, '1').replace(/[Oo]/g, '0');
  return level ? plain.replace(/S/g, '5') : plain;
}

function digitsIn(written: string): number {
  return written.replace(/\D+/g, '').length;
}

/** The place of a level from the neck down; `undefined` for one that no spine has. */
function rank(region: string, number: string): number | undefined {
  const [before, most] = REGIONS[region] ?? [0, 0];
  return Number(number) >= 1 && Number(number) <= most ? before + Number(number) : undefined;
}

const FOREIGN = 'АВЕКМНОРСТУХІЅЈаеорсухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο';
const LATIN = 'ABEKMHOPCTYXISJaeopcyxisjABEZHIKMNOPTYXo';
const WORD_AROUND = /[A-Za-z\d\u0370-\u04ff][A-Za-z\d\u0370-\u04ff-]{0,59}/g;

/** Words that hold Cyrillic or Greek letters beside Latin letters or digits, where each of them has a Latin look-alike; in order. */
export function lookAlikeLetters(words: string): LookAlike[] {
  if (!/[\u0370-\u04ff]/.test(words)) return [];
  const found: LookAlike[] = [];
  for (const match of words.matchAll(WORD_AROUND)) {
    const to = Array.from(match[0], (letter) => LATIN.charAt(FOREIGN.indexOf(letter)) || letter).join('');
    if (to !== match[0] && /[A-Za-z\d]/.test(match[0]) && !/[\u0370-\u04ff]/.test(to)) found.push({ start: match.index, end: match.index + match[0].length, to });
  }
  return found;
}
