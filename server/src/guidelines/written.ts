import type { Abbreviation, BodyPart, Guideline, Procedure, Provenance, RegulationFact, Topic, TreatmentCategory } from './entry';

/**
 * The data files as people write them, shorter than the entries they stand
 * for: a source that many facts share is named by its key, what all entries of
 * a list have in common stands once at the head of the file, and a fact inside
 * an entry that names no source has the entry's.
 */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Written = Readonly<Record<string, Json>>;

export type ListName = keyof Entries;

/** One data file as written; `schema/guidelines.schema.json` describes it. */
export type CatalogueFile = {
  readonly [name in ListName]?: readonly object[];
} & {
  /** Sources by the keys that entries of all files name. */
  readonly sources?: Readonly<Record<string, Provenance>>;
  /** What the entries of a list have in common. */
  readonly defaults?: { readonly [name in ListName]?: object };
  /** Periods that several guidelines share, by a key of their own. */
  readonly periods?: Readonly<Record<string, object>>;
};

/** The entries of all files, each whole. */
export interface Entries {
  readonly guidelines: readonly Guideline[];
  readonly topics: readonly Topic[];
  readonly procedures: readonly Procedure[];
  readonly regulations: readonly RegulationFact[];
  readonly abbreviations: readonly Abbreviation[];
  readonly categories: readonly TreatmentCategory[];
  readonly bodyParts: readonly BodyPart[];
}

/**
 * The entries of one list that files stand for. A key of a source means the
 * file's own source, else the first of that key in any file. A fact that does
 * not say how sure it is, and whose source is no key, counts as unverified.
 */
export function entriesOf<Name extends ListName>(files: readonly CatalogueFile[], name: Name): Entries[Name] {
  const shared: Record<string, Provenance> = Object.assign({}, ...files.map((file) => file.sources ?? {}).reverse());
  const entries = files.flatMap((file) => {
    const written = file[name] ?? [];
    if (written.length === 0) return [];
    const source = provenanceIn(file.sources === undefined ? shared : { ...shared, ...file.sources });
    const defaults = file.defaults?.[name];
    return written.map((entry) => whole((defaults === undefined ? entry : { ...defaults, ...entry }) as Written, file.periods ?? {}, source));
  });
  // The shape of what is written is held by the schema.
  return entries as unknown as Entries[Name];
}

type ProvenanceOf = (fact: Written, outer: Provenance) => Provenance;

function provenanceIn(sources: Readonly<Record<string, Provenance>>): ProvenanceOf {
  return ({ source, confidence }, outer) => {
    if (typeof source !== 'string') return outer;
    const known = Object.hasOwn(sources, source) ? sources[source] : undefined;
    return {
      source: known?.source ?? source,
      confidence: confidence === 'seen' || confidence === 'unverified' ? confidence : (known?.confidence ?? 'unverified'),
    };
  };
}

/** Properties that are facts of their own, beside pages and periods. */
const INNER_FACTS = ['content', 'mtus', 'outside'];
const NOWHERE: Provenance = { source: '', confidence: 'unverified' };

function whole(entry: Written, periods: Readonly<Record<string, object>>, provenance: ProvenanceOf): object {
  const own = provenance(entry, NOWHERE);
  const fact = (value: Json | undefined): object | undefined => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
    return { ...(value as Written), ...provenance(value as Written, own) };
  };
  const result: Record<string, unknown> = { ...entry, ...own };
  for (const name of INNER_FACTS) {
    const found = fact(entry[name]);
    if (found !== undefined) result[name] = found;
  }
  const pages = fact(entry['pages']) as { first: number; last?: number } | undefined;
  if (pages !== undefined) result['pages'] = { ...pages, last: pages.last ?? pages.first };
  if (Array.isArray(entry['governed'])) {
    result['governed'] = entry['governed'].flatMap((written: Written) => {
      const { period, ...rest } = written;
      const common = typeof period === 'string' && Object.hasOwn(periods, period) ? periods[period] : undefined;
      return fact({ ...common, ...rest } as Written) ?? [];
    });
  }
  return result;
}
