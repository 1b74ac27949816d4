import type { Catalogue } from '../guidelines';
import type { Letter, Span } from '../letter';

/** Levels of findings, as the protocol and the command line name them. */
export const LEVELS = ['error', 'warning', 'information', 'hint'] as const;
export type Level = (typeof LEVELS)[number];

/** The setting `imrLetters.rules`: code → level or `off`. Unknown codes and levels are ignored. */
export type RuleLevels = Readonly<Record<string, Level | 'off'>>;

/** What a rule looks at: one letter and the text its spans point into. */
export interface RuleContext {
  readonly text: string;
  readonly letter: Letter;
  /** The guidelines that checks on citations go by. */
  readonly catalogue: Catalogue;
}

/** What a rule has seen. */
export interface Observation {
  /** Where it shows; half-open, UTF-16 code units. Never longer than a line or two. */
  readonly span: Span;
  readonly message: string;
  /**
   * A level below the rule's own, for a finding that rests on unverified facts.
   * It only lowers; a level from the setting stands above both.
   */
  readonly level?: Level;
  /** Zero-based index of the disputed item, `null` for the letter as a whole. */
  readonly item: number | null;
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  /** Plain JSON that the rule's own fixes need to find their way back. */
  readonly data?: unknown;
}

/** An observation with the name and the level of its rule. */
export interface Finding extends Observation {
  readonly code: string;
  readonly level: Level;
}

/** One replacement. `snippet` is the same in the protocol's snippet syntax, for clients that take placeholders. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
  readonly snippet?: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The one fix that a reader most likely wants. */
  readonly preferred?: boolean;
  /** It cannot change what the letter says, so `source.fixAll` may take it. */
  readonly safe?: boolean;
  /** It only undoes what text extraction did, so `source.fixAll.imr.cleanup` takes it. Such a fix is `safe` too. */
  readonly cleanup?: boolean;
}

/** An example for the rule's page: a letter in our own words, with the passage the rule speaks of. */
export interface Example {
  readonly title: string;
  readonly text: string;
}

/** A check on one letter, together with all that its page says. */
export interface Rule {
  readonly code: string;
  /** One line, in English: the page's heading. */
  readonly title: string;
  readonly level: Level | 'off';
  /** Why a reader should care. Markdown. */
  readonly why: string;
  /** Section of law, guideline, or "observed in letters". */
  readonly source: string;
  /** What is marked, and where. Markdown. */
  readonly marks: string;
  readonly examples: { readonly wrong: readonly Example[]; readonly right: readonly Example[] };
  /** Some of its fixes are safe; the others are not asked when all safe fixes are collected. */
  readonly mayBeSafe?: boolean;
  check(context: RuleContext): Observation[];
  /** The fixes of one finding of this rule, best first; empty where nothing can be offered. */
  fixes(context: RuleContext, finding: Finding): Fix[];
}
