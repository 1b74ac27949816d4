import type { Catalogue } from './catalogue';
import type { Guideline } from './entry';
import type { Head } from './head';

/** Which entry a head means. `family` is told even where the entry is not known. */
export interface Resolved {
  readonly guideline: string | null;
  readonly family: Guideline['family'] | null;
}

/**
 * The entry that a head names, or `null`: an edition that the catalogue does
 * not have is not known, and of two editions none is guessed. `cited` are the
 * guidelines that the item's own fields name, the reviewer's first: "the
 * Chronic Pain Guidelines" of a rationale are the ones of its fields. `inField` admits the edition that
 * a guideline field means when it names none.
 */
export function resolve(of: Catalogue, head: Head, cited: readonly (readonly string[])[], inField: boolean): Resolved {
  const { chapter } = head;
  let candidates: readonly Guideline[] = head.entries ?? [];
  if (head.acoem && candidates.length > 0) {
    const own = candidates.filter((entry) => entry.family === 'acoem');
    if (own.length > 0) candidates = own;
  }
  if (head.acoem && head.entries === null) {
    candidates = of.guidelines.filter((entry) =>
      chapter === null ? entry.general === true && entry.family === 'acoem' : entry.family === 'acoem' && entry.chapter === chapter,
    );
  } else if (chapter !== null && candidates.some((entry) => entry.chapter === chapter)) {
    candidates = candidates.filter((entry) => entry.chapter === chapter);
  }
  const family = candidates[0]?.family ?? (head.acoem ? 'acoem' : null);
  const same = candidates.every((entry) => entry.family === family) ? family : null;
  const { year, ordinal } = head;
  const dated = year !== null || ordinal !== null;
  if (year !== null && (ordinal === null || candidates.some((entry) => entry.edition === year))) {
    candidates = candidates.filter((entry) => entry.edition === year);
  } else if (ordinal !== null) {
    candidates = candidates.filter((entry) => entry.ordinal === ordinal);
  }
  const named = (entry: Guideline | undefined): Resolved => ({
    guideline: entry?.id ?? null,
    family: entry?.family ?? same,
  });
  if (candidates.length <= 1) return named(candidates[0]);
  if (!dated && head.entries === null && chapter === null) return named(candidates.find((entry) => entry.edition === undefined && entry.ordinal === undefined));
  for (const ids of cited) {
    const known = candidates.filter((entry) => ids.includes(entry.id));
    if (known.length === 1) return named(known[0]);
  }
  const undated = candidates.filter((entry) => entry.whenUndated === true);
  return named(inField && !dated && undated.length === 1 ? undated[0] : undefined);
}
