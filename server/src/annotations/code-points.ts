/**
 * Offsets of the editor and offsets of an annotation file.
 *
 * An editor counts UTF-16 code units of the text as it is. An annotation counts
 * Unicode code points of the text without byte order mark and with LF line ends
 * (Web Annotation Data Model, section 4.2.4), so that it holds on every system.
 */

const BYTE_ORDER_MARK = '\uFEFF';
const CR = 0x0d;
const LF = 0x0a;

/** Converts offsets of one text in both directions. */
export interface CodePoints {
  /** How many code points the text has, as an annotation counts them. */
  readonly length: number;
  /**
   * From a UTF-16 offset of the text to a count of code points.
   * Inside a surrogate pair or between CR and LF: the point before it. Outside the text: its nearest end.
   */
  toPoint(offset: number): number;
  /**
   * From a count of code points to the UTF-16 offset of the text at which that point begins.
   * Point 0 stands behind a byte order mark. Outside the text: its nearest end.
   */
  toOffset(point: number): number;
}

/** The text as annotations count it: without byte order mark, CRLF and CR as LF. */
export function normalized(text: string): string {
  return withLineFeeds(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
}

/** A passage with CRLF and CR as LF; a U+FEFF at its start stays. */
export function withLineFeeds(passage: string): string {
  return passage.includes('\r') ? passage.replace(/\r\n?/g, '\n') : passage;
}

/** Whether a code point begins at this UTF-16 offset: no byte order mark, LF after CR, or second half of a pair. */
function beginsPoint(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  if (unit === LF) return offset === 0 || text.charCodeAt(offset - 1) !== CR;
  if (unit === 0xfeff) return offset > 0;
  if ((unit & 0xfc00) !== 0xdc00 || offset === 0) return true;
  return (text.charCodeAt(offset - 1) & 0xfc00) !== 0xd800;
}

/** Whether a UTF-16 offset stands inside a surrogate pair or between CR and LF. */
export function insidePoint(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && !beginsPoint(text, offset);
}

const STRIDE_BITS = 8;
const STRIDE = 1 << STRIDE_BITS;
/** Where a code unit may not be a code point of its own, a byte order mark aside. */
const COMPOSED = /[\r\uD800-\uDFFF]/;

/**
 * The converter of a text: one pass here, then at most a stride of code units (and a
 * binary search) per call. Exact in both directions for any text, lone surrogates included.
 */
export function codePoints(text: string): CodePoints {
  return COMPOSED.test(text) ? sampled(text) : plain(text);
}

function plain(text: string): CodePoints {
  const skip = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const length = text.length - skip;
  return {
    length,
    toPoint: (offset) => within(offset - skip, length),
    toOffset: (point) => within(point, length) + skip,
  };
}

function sampled(text: string): CodePoints {
  // samples[k]: how many points begin before the offset k * STRIDE.
  const samples = new Uint32Array((text.length >> STRIDE_BITS) + 1);
  let length = 0;
  for (let offset = 0; offset < text.length; offset++) {
    if ((offset & (STRIDE - 1)) === 0) samples[offset >> STRIDE_BITS] = length;
    if (beginsPoint(text, offset)) length++;
  }
  if ((text.length & (STRIDE - 1)) === 0) samples[text.length >> STRIDE_BITS] = length;

  const toPoint = (wanted: number): number => {
    const offset = within(wanted, text.length);
    const from = offset & ~(STRIDE - 1);
    let point = samples[offset >> STRIDE_BITS] ?? 0;
    for (let at = from; at < offset; at++) if (beginsPoint(text, at)) point++;
    return insidePoint(text, offset) ? point - 1 : point;
  };

  const toOffset = (wanted: number): number => {
    const point = within(wanted, length);
    if (point === length) return text.length;
    // The last sample that does not count beyond the point: the point begins at or behind it.
    let low = 0;
    let high = samples.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((samples[middle] ?? 0) <= point) low = middle;
      else high = middle - 1;
    }
    let offset = low << STRIDE_BITS;
    let before = samples[low] ?? 0;
    for (; offset < text.length; offset++) {
      if (!beginsPoint(text, offset)) continue;
      if (before === point) return offset;
      before++;
    }
    return text.length;
  };

  return { length, toPoint, toOffset };
}

/** A whole number between 0 and the limit; what is no number counts as 0. */
function within(value: number, limit: number): number {
  return value > 0 ? Math.min(Math.trunc(value), limit) : 0;
}

/**
 * A fingerprint of the normalized text: 16 hexadecimal digits, equal for texts that differ
 * in byte order mark and line ends only. Two lanes of FNV-1a over UTF-16 code units, each with
 * the finish of MurmurHash3. It is written to files: it never changes. No protection against forgery.
 */
export function contentHash(text: string): string {
  const content = normalized(text);
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let at = 0; at < content.length; at++) {
    const unit = content.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x85ebca6b);
    // Multiplication carries upward only; the high half must reach the low one too.
    second ^= second >>> 15;
  }
  return hexadecimal(finish(first ^ content.length)) + hexadecimal(finish(second));
}

function finish(lane: number): number {
  let mixed = lane ^ (lane >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hexadecimal(lane: number): string {
  return lane.toString(16).padStart(8, '0');
}
