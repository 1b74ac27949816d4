import type { Span } from '../../../server/src/letter';

/** A piece of the new text: a stretch of the old one, or words put in, perhaps in place of a stretch. */
export type Piece = { readonly keep: Span } | { readonly put: string; readonly instead?: Span };

/** A text after an edit, and where each of its letters went. */
export interface Edited {
  readonly text: string;
  /** For each UTF-16 code unit of the old text: its offset in the new one, -1 where it is gone. */
  readonly offsets: Int32Array;
  /** For each code unit that was replaced: where its replacement begins and ends; else -1. */
  readonly replacedStart: Int32Array;
  readonly replacedEnd: Int32Array;
}

/** Puts pieces together; what no piece keeps is gone. */
export function assembled(old: string, pieces: readonly Piece[]): Edited {
  const offsets = new Int32Array(old.length).fill(-1);
  const replacedStart = new Int32Array(old.length).fill(-1);
  const replacedEnd = new Int32Array(old.length).fill(-1);
  const parts: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    const part = 'keep' in piece ? old.slice(piece.keep.start, piece.keep.end) : piece.put;
    if ('keep' in piece) for (let at = piece.keep.start; at < piece.keep.end; at++) offsets[at] = length + at - piece.keep.start;
    else if (piece.instead !== undefined && part.length > 0) {
      replacedStart.fill(length, piece.instead.start, piece.instead.end);
      replacedEnd.fill(length + part.length, piece.instead.start, piece.instead.end);
    }
    parts.push(part);
    length += part.length;
  }
  return { text: parts.join(''), offsets, replacedStart, replacedEnd };
}

/** Replaces every match; the replacement of a match may be nothing. */
export function replaced(old: string, pattern: RegExp, by: (match: RegExpMatchArray) => string | null): Edited {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of old.matchAll(pattern)) {
    const put = by(match);
    if (put === null) continue;
    const start = match.index;
    const end = start + match[0].length;
    // A word with another one put behind it stays what it was.
    if (put.startsWith(match[0])) pieces.push({ keep: { start: from, end } }, { put: put.slice(match[0].length) });
    else pieces.push({ keep: { start: from, end: start } }, { put, instead: { start, end } });
    from = end;
  }
  return assembled(old, [...pieces, { keep: { start: from, end: old.length } }]);
}

/** One edit after another, as one. */
export function then(first: Edited, second: Edited): Edited {
  const offsets = first.offsets.map((at) => (at < 0 ? -1 : (second.offsets[at] ?? -1)));
  const follow = (starts: Int32Array, ends: Int32Array, pick: 'replacedStart' | 'replacedEnd') =>
    starts.map((start, at) => {
      const now = first.offsets[at] ?? -1;
      if (now >= 0) return second[pick][now] ?? -1;
      if (start < 0) return -1;
      // A replacement that was itself edited: what is left of it.
      const places: number[] = [];
      for (let unit = start; unit < (ends[at] ?? 0); unit++) if ((second.offsets[unit] ?? -1) >= 0) places.push(second.offsets[unit] ?? 0);
      if (places.length === 0) return second[pick][start] ?? -1;
      return pick === 'replacedStart' ? Math.min(...places) : Math.max(...places) + 1;
    });
  return {
    text: second.text,
    offsets,
    replacedStart: follow(first.replacedStart, first.replacedEnd, 'replacedStart'),
    replacedEnd: follow(first.replacedStart, first.replacedEnd, 'replacedEnd'),
  };
}
