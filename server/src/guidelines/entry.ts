import type { GuidelineFamily } from './citation';

/**
 * The entries of the catalogue, each whole. The data files write them shorter
 * (`written.ts`); `schema/guidelines.schema.json` describes the files.
 */

/** `seen`: somebody read it in the source named. `unverified`: general knowledge, no source at hand. */
export type Confidence = 'seen' | 'unverified';

/** Where a fact comes from. Every entry and every fact inside an entry carries both. */
export interface Provenance {
  readonly source: string;
  readonly confidence: Confidence;
}

/** A range of printed pages. */
export interface PageRange extends Provenance {
  readonly first: number;
  readonly last: number;
  readonly note?: string;
  /** How well an unverified figure is remembered. */
  readonly recall?: string;
}

/** A time during which a guideline governed. Dates are `YYYY-MM-DD` or `YYYY-MM`; without `to` it is open or unknown. */
export interface Period extends Provenance {
  readonly from: string;
  readonly to?: string;
  readonly event: string;
  /** What the dates govern: requests made, services rendered, … */
  readonly appliesTo?: string;
}

/** The section of law that took a guideline into the MTUS. */
export interface Adoption extends Provenance {
  readonly section: string;
  readonly note?: string;
}

/** One edition of one guideline or chapter. */
export interface Guideline extends Provenance {
  readonly id: string;
  readonly family: GuidelineFamily;
  /** The official name, the one that is printed. */
  readonly name: string;
  readonly title?: string;
  /** The year by which letters name the edition. */
  readonly edition?: string;
  /** `2nd`, `3rd`: the edition by its number, where letters name it so. */
  readonly ordinal?: string;
  readonly chapter?: string;
  /** Names a whole work: it answers where no chapter is named. */
  readonly general?: boolean;
  /** In a guideline field this is the edition meant where none is named. */
  readonly whenUndated?: boolean;
  readonly aliases?: readonly string[];
  /** Names that count in a rationale only beside "chapter", "guideline", … */
  readonly shortNames?: readonly string[];
  /** Accepted, never printed. */
  readonly misspellings?: readonly string[];
  readonly covers?: readonly string[];
  /** `null`: never part of the MTUS. Absent: not known. */
  readonly mtus?: Adoption | null;
  readonly outside?: Provenance & { readonly fact: string; readonly from: string; readonly to?: string };
  readonly governed?: readonly Period[];
  readonly pages?: PageRange;
  readonly note?: string;
}

/** A topic, section or often-cited place of a guideline. */
export interface Topic extends Provenance {
  readonly guideline?: string;
  /** For a section that several guidelines have. */
  readonly guidelines?: readonly string[];
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly misspellings?: readonly string[];
  readonly table?: string;
  readonly pages?: PageRange;
  readonly content?: Provenance & { readonly recommendation?: string; readonly limits?: string };
  /** A place by its pages: its name is ours and no letter's. */
  readonly citedPagesOnly?: boolean;
  readonly notATopic?: boolean;
  readonly note?: string;
}

/** Visits after an operation. */
export interface Procedure extends Provenance {
  readonly guideline: string;
  readonly bodyPart: string;
  readonly procedure: string;
  readonly visits?: string;
  readonly duration?: string;
  readonly periodMonths?: number;
  readonly note?: string;
}

/** What a section of law says, in our words. */
export interface RegulationFact extends Provenance {
  readonly id: string;
  readonly law: 'Labor Code' | '8 CCR';
  readonly section: string;
  readonly ref: string;
  readonly topic: string;
  readonly fact: string;
}

export interface Abbreviation extends Provenance {
  readonly abbreviation: string;
  readonly meaning: string;
  readonly domain?: string;
  readonly otherMeanings?: readonly string[];
}

/** A part of the body: the words by which a request names it, and the chapters that are about it. */
export interface BodyPart extends Provenance {
  readonly part: string;
  /** Whole words; a plural is included. */
  readonly words: readonly string[];
  /** Ids of guidelines. */
  readonly guidelines: readonly string[];
}

/** A kind of disputed treatment and the words by which a request shows it. */
export interface TreatmentCategory extends Provenance {
  readonly category: string;
  readonly subcategory?: string;
  readonly detail?: string;
  /** Whole words; one ending in `*` matches the beginning of a word. */
  readonly keywords: readonly string[];
  /** Lower numbers are tried first. */
  readonly order: number;
  readonly usualGuideline?: string;
}
