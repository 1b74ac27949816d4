import type { Span } from '../letter';

/**
 * A stretch of text without its white space, in small letters, with the way
 * back to the document. Extraction breaks lines anywhere and puts blanks
 * inside words (`Non -MTUS`, `200 7`), so names are compared without them.
 */
export interface Squeezed {
  readonly s: string;
  /** Start in the document of a character of `s`; the end of the stretch for `s.length`. */
  start(index: number): number;
  /** End in the document of the character before `index`; the start of the stretch for 0. */
  endBefore(index: number): number;
  /** A word begins or ends between `index - 1` and `index`. */
  boundary(index: number): boolean;
  /** White space, or anything dropped, stood between `index - 1` and `index`. */
  gap(index: number): boolean;
  /** The document's span of `[from, to)` of `s`. */
  span(from: number, to: number): Span;
  /** The document's text has a capital or a digit here. */
  capital(index: number): boolean;
}

function isSpace(c: number): boolean {
  return c <= 32 || c === 0xa0 || c === 0xfeff || c === 0x200b || c === 0x2028 || c === 0x2029 || c === 0x202f || c === 0x3000;
}

function isWordUnit(c: number): boolean {
  return (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || (c >= 0xc0 && c <= 0x24f);
}

const HYPHENS = new Set([0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0xad, 0xfffe]);
const AMPERSAND = 38;
const AND = [97, 110, 100];

/** Small letters, one hyphen for all dashes, straight quotation marks. */
function fold(unit: number): number {
  if (unit < 128) return unit >= 65 && unit <= 90 ? unit + 32 : unit;
  if (HYPHENS.has(unit)) return 45;
  if (unit === 0x2018 || unit === 0x2019) return 39;
  if (unit === 0x201c || unit === 0x201d) return 34;
  return unit;
}

/** Folded units of `[from, to)` without white space, `and` for `&`, and where each stood. */
function foldedUnits(text: string, from: number, to: number): { units: Uint16Array; places: Int32Array } {
  let size = to - from;
  const stretch = text.slice(from, to);
  for (let at = stretch.indexOf('&'); at >= 0; at = stretch.indexOf('&', at + 1)) size += AND.length - 1;
  const units = new Uint16Array(size);
  const places = new Int32Array(size);
  let length = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (isSpace(unit)) continue;
    if (unit === AMPERSAND) {
      for (const letter of AND) {
        places[length] = i;
        units[length++] = letter;
      }
    } else {
      places[length] = i;
      units[length++] = fold(unit);
    }
  }
  return { units: units.subarray(0, length), places };
}

/** As many units as a call may have arguments everywhere. */
const CHUNK = 4096;

function stringOf(units: Uint16Array): string {
  let s = '';
  for (let i = 0; i < units.length; i += CHUNK) {
    // Spreading the array would walk it through its iterator, several times slower.
    s += String.fromCharCode.apply(null, units.subarray(i, i + CHUNK) as unknown as number[]);
  }
  return s;
}

/** Squeezes a name in the same way, for comparison. */
export function squeezeName(name: string): string {
  return stringOf(foldedUnits(name, 0, name.length).units);
}

/** Squeezes `[start, end)` of a document; offsets outside it are clamped. Linear in the stretch. */
export function squeeze(text: string, span: Span): Squeezed {
  const from = Math.max(0, Math.min(span.start, text.length));
  const to = Math.max(from, Math.min(span.end, text.length));
  const { units, places } = foldedUnits(text, from, to);
  const { length } = units;
  const s = stringOf(units);
  const start = (index: number): number => (index < 0 ? from : index < length ? (places[index] ?? to) : to);
  const endBefore = (index: number): number => (index <= 0 ? from : (places[Math.min(index, length) - 1] ?? to - 1) + 1);
  const gap = (index: number): boolean => index > 0 && index < length && start(index) > endBefore(index);
  return {
    s,
    start,
    endBefore,
    gap,
    boundary: (index) =>
      index <= 0 ||
      index >= length ||
      gap(index) ||
      !isWordUnit(text.charCodeAt(start(index))) ||
      !isWordUnit(text.charCodeAt(endBefore(index) - 1)),
    span: (a, b) => (b > a ? { start: start(a), end: endBefore(b) } : { start: start(a), end: start(a) }),
    capital: (index) => {
      const unit = text.charCodeAt(start(index));
      return index < length && ((unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57));
    },
  };
}
