import { distance } from 'fastest-levenshtein';
import { squeezeName, type Squeezed } from './squeezed';

/** A name found in a text: where it ends and all entries that bear it. */
export interface NameMatch<T> {
  readonly end: number;
  readonly entries: readonly T[];
  /** The name needs a word like "chapter" beside it to count in running text. */
  readonly short: boolean;
}

interface Name<T> {
  readonly squeezed: string;
  readonly entries: T[];
  short: boolean;
}

const KEY = 2;

/** Two wrong letters in a short word make another word. */
const SHORTEST_MISSPELT = 8;
const LONGEST_MISSPELT = 120;
const MOST_ERRORS = 2;

function digits(name: string): string {
  return name.replace(/\D+/g, ' ').trim();
}

/** Finds the longest known name at a place; built once, asked often. */
export class NameIndex<T> {
  private readonly byStart = new Map<string, Name<T>[]>();
  private readonly all: Name<T>[] = [];
  private sorted = true;

  /** Adds a name of an entry. Names shorter than two letters are ignored. */
  add(name: string, entry: T, short = false): void {
    const squeezed = squeezeName(name);
    if (squeezed.length < KEY) return;
    const key = squeezed.slice(0, KEY);
    let bucket = this.byStart.get(key);
    if (bucket === undefined) this.byStart.set(key, (bucket = []));
    const known = bucket.find((candidate) => candidate.squeezed === squeezed);
    if (known === undefined) {
      const name: Name<T> = { squeezed, entries: [entry], short };
      bucket.push(name);
      this.all.push(name);
    } else {
      if (!known.entries.includes(entry)) known.entries.push(entry);
      known.short &&= short;
    }
    this.sorted = false;
  }

  /**
   * The name that a squeezed word misspells by one or two letters; `null` for
   * short words and for names as they stand. Looks at every name: only for
   * words that no name explains.
   */
  near(squeezed: string): { readonly name: string; readonly entries: readonly T[] } | null {
    if (squeezed.length < SHORTEST_MISSPELT || squeezed.length > LONGEST_MISSPELT) return null;
    if (this.byStart.get(squeezed.slice(0, KEY))?.some((name) => name.squeezed === squeezed) === true) return null;
    const letters = squeezed.replace(/[^\p{L}\p{N}]+/gu, '');
    let best: Name<T> | null = null;
    let least = MOST_ERRORS + 1;
    for (const name of this.all) {
      if (name.squeezed.length < SHORTEST_MISSPELT || Math.abs(name.squeezed.length - squeezed.length) >= least) continue;
      // A hyphen more or less is another way of writing it, and no slip.
      if (name.squeezed.replace(/[^\p{L}\p{N}]+/gu, '') === letters) return null;
      const errors = distance(name.squeezed, squeezed);
      // A number that differs is another number, and no slip.
      if (errors < least && digits(name.squeezed) === digits(squeezed)) [best, least] = [name, errors];
    }
    return best === null ? null : { name: best.squeezed, entries: best.entries };
  }

  /** The longest name that begins at `from` as whole words and ends at or before `to`. */
  at(text: Squeezed, from: number, to: number): NameMatch<T> | null {
    if (!text.boundary(from)) return null;
    if (!this.sorted) {
      for (const bucket of this.byStart.values()) bucket.sort((a, b) => b.squeezed.length - a.squeezed.length);
      this.sorted = true;
    }
    for (const name of this.byStart.get(text.s.slice(from, from + KEY)) ?? []) {
      const end = from + name.squeezed.length;
      if (end <= to && text.s.startsWith(name.squeezed, from) && text.boundary(end)) {
        return { end, entries: name.entries, short: name.short };
      }
    }
    return null;
  }
}
