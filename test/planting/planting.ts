import type { Edit } from '../../server/src/rules';
import type { Span } from '../../server/src/letter';
import type { Random } from './random';
import type { Source } from './source';

/** A defect to plant: its edits, and where the rule is to see it. */
export interface Planting {
  /** The kind of wording, for the list of what was missed. */
  readonly form: string;
  /** In offsets of the letter before planting. What stands between ⟦ and ⟧ in a new text is expected to be marked. */
  readonly edits: readonly Edit[];
  /** Places of the unchanged text that are expected to be marked, in offsets before planting. */
  readonly at?: readonly Span[];
}

/** All places of a letter where a defect fits; the wording is chosen at random. Empty where none does. */
export type Defect = (source: Source, random: Random) => Planting[];

/** A letter with the defect in it. */
export interface Planted {
  readonly text: string;
  /** Any of these is the right place. */
  readonly expected: readonly Span[];
  /** Offset before planting → offset after it; inside an edit: its start. */
  readonly moved: (offset: number) => number;
}

/** Carries a planting out. Overlapping edits are a mistake of the defect and throw. */
export function plant(text: string, planting: Planting): Planted {
  const edits = [...planting.edits].sort((a, b) => a.span.start - b.span.start);
  const expected: Span[] = [];
  const shifts: { readonly from: Span; readonly to: number; readonly length: number }[] = [];
  let out = '';
  let last = 0;
  for (const { span, newText } of edits) {
    if (span.start < last) throw new Error(`overlapping edits: ${planting.form}`);
    out += text.slice(last, span.start);
    const start = out.length;
    for (const piece of newText.split(/(⟦[^⟧]*⟧)/)) {
      const marked = piece.startsWith('⟦');
      const words = marked ? piece.slice(1, -1) : piece;
      if (marked) expected.push({ start: out.length, end: out.length + words.length });
      out += words;
    }
    shifts.push({ from: span, to: start, length: out.length - start });
    last = span.end;
  }
  out += text.slice(last);
  const moved = (offset: number): number => {
    let shift = 0;
    for (const { from, to, length } of shifts) {
      if (offset < from.start) break;
      if (offset < from.end) return to;
      shift = to + length - from.end;
    }
    return offset + shift;
  };
  const kept = (planting.at ?? []).map(({ start, end }) => ({ start: moved(start), end: moved(end - 1) + 1 }));
  return { text: out, expected: [...expected, ...kept], moved };
}

/** The edit that puts words in at an offset. */
export function insertion(at: number, newText: string): Edit {
  return { span: { start: at, end: at }, newText };
}
