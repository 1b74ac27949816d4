import type { Span } from '../../letter';

/** One edit: the UTF-16 code units `[start, end)` of the text before it became `newLength` others. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newLength: number;
}

/** A passage while its letter is open; an orphaned one is empty and stands where it was deleted. */
export interface LiveSpan extends Span {
  readonly state: 'intact' | 'changed' | 'orphaned';
}

/**
 * Passages after an edit. What lies before the edit stays, what lies behind it moves. An edit inside a
 * passage changes it; text put in at its very edge does not belong to it. Words written over exactly a
 * passage are the passage, changed; one that is deleted, alone or with its surroundings, is orphaned and
 * stays so. After an undo, whoever has kept the text from before can `place` it anew.
 */
export function moved(spans: readonly LiveSpan[], change: Change): LiveSpan[] {
  const anchors = new LiveAnchors(spans);
  anchors.apply(change);
  return spans.map((_, index) => anchors.at(index));
}

const STATES = ['intact', 'changed', 'orphaned'] as const;
const CHANGED = 1;
const ORPHANED = 2;

/**
 * All passages of an open letter in arrays of numbers, so that an edit is one quick pass over them
 * (`test/bench/live-anchors.mjs` says how quick).
 */
export class LiveAnchors {
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly states: Uint8Array;

  /** Takes spans in any order; one that ends before it starts counts as empty. */
  constructor(spans: readonly (Span & Partial<LiveSpan>)[]) {
    this.starts = Int32Array.from(spans, ({ start }) => start);
    this.ends = Int32Array.from(spans, ({ start, end }) => Math.max(start, end));
    this.states = Uint8Array.from(spans, ({ state }) => Math.max(0, STATES.indexOf(state ?? 'intact')));
  }

  get size(): number {
    return this.starts.length;
  }

  /** The passage with the number that it had in the constructor; an unknown number gives an orphaned one at the start. */
  at(index: number): LiveSpan {
    const state = STATES[this.states[index] ?? 2] ?? 'orphaned';
    return { start: this.starts[index] ?? 0, end: this.ends[index] ?? 0, state };
  }

  /**
   * Moves all passages by one edit. Several edits of one event must come last one first, as editors send them.
   * Gives the numbers of the passages whose words it touched.
   */
  apply({ start, end, newLength }: Change): number[] {
    const { starts, ends, states } = this;
    const by = newLength - (end - start);
    const touched: number[] = [];
    for (let index = 0; index < starts.length; index++) {
      const from = starts[index] ?? 0;
      const to = ends[index] ?? 0;
      if (to <= start) continue;
      if (from >= end) {
        starts[index] = from + by;
        ends[index] = to + by;
        continue;
      }
      const whole = start <= from && to <= end;
      // Words written over exactly these are these, changed; an edit beyond them has taken them away.
      const gone = whole && !(start === from && end === to && newLength > 0);
      starts[index] = gone || from === start ? start : from < start ? from : start + newLength;
      ends[index] = gone ? start : to >= end ? to + by : start;
      if (states[index] === ORPHANED) continue;
      states[index] = gone ? ORPHANED : CHANGED;
      touched.push(index);
    }
    return touched;
  }
}
