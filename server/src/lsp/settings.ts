import type { Connection } from 'vscode-languageserver';
import { LEVELS, type Level, type RuleLevels } from '../rules';

/** How the letter is shown and set. */
export interface Preferences {
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  /** Longest line of a formatted letter; 0: each paragraph on one line. */
  readonly formatWidth: number;
}

/** Sections of the configuration, below `imrLetters`. */
const RULES = 'rules';
const PREFERENCES = ['codeLens.enabled', 'inlayHints.enabled', 'format.width'];

/**
 * The settings below `imrLetters`, per document where the client answers
 * `workspace/configuration`; else as they came with `initializationOptions` or
 * the last `workspace/didChangeConfiguration`.
 */
export class Settings {
  private readonly rulesOf = new Map<string, Promise<RuleLevels>>();
  private readonly preferencesOf = new Map<string, Promise<Preferences>>();
  private general: RuleLevels = {};
  private generalPreferences = preferencesFrom([]);

  constructor(
    private readonly connection: Connection,
    private readonly asks: boolean,
    initial: unknown,
  ) {
    this.general = ruleLevels(initial);
  }

  /** The levels for a document. The same object as long as nothing has changed. */
  rules(uri: string): Promise<RuleLevels> {
    // Some clients announce the request and answer with nothing.
    return this.remembered(this.rulesOf, uri, [RULES], this.general, ([answer]) => (answer == null ? this.general : ruleLevels(answer)));
  }

  /** How a document is shown and set; what is of the wrong type counts as not set. */
  preferences(uri: string): Promise<Preferences> {
    return this.remembered(this.preferencesOf, uri, PREFERENCES, this.generalPreferences, (answers) => preferencesFrom(answers, this.generalPreferences));
  }

  /** Takes what a client sends with `workspace/didChangeConfiguration`, and forgets what was asked before. */
  changed(settings: unknown): void {
    this.rulesOf.clear();
    this.preferencesOf.clear();
    const sent = entry(settings, 'imrLetters');
    const rules = entry(sent, RULES);
    if (rules !== undefined) this.general = ruleLevels(rules);
    this.generalPreferences = preferencesFrom(PREFERENCES.map((path) => path.split('.').reduce(entry, sent)), this.generalPreferences);
  }

  forget(uri: string): void {
    this.rulesOf.delete(uri);
    this.preferencesOf.delete(uri);
  }

  private remembered<Value>(known: Map<string, Promise<Value>>, uri: string, sections: readonly string[], otherwise: Value, from: (answers: readonly unknown[]) => Value): Promise<Value> {
    if (!this.asks) return Promise.resolve(otherwise);
    let value = known.get(uri);
    if (value === undefined) {
      value = this.ask(uri, sections).then(from, () => {
        known.delete(uri);
        return otherwise;
      });
      known.set(uri, value);
    }
    return value;
  }

  private async ask(uri: string, sections: readonly string[]): Promise<readonly unknown[]> {
    const answers: unknown = await this.connection.workspace.getConfiguration(sections.map((section) => ({ scopeUri: uri, section: `imrLetters.${section}` })));
    return Array.isArray(answers) ? answers : [];
  }
}

function preferencesFrom([codeLens, inlayHints, width]: readonly unknown[], otherwise: Preferences = { codeLens: true, inlayHints: true, formatWidth: 0 }): Preferences {
  return {
    codeLens: typeof codeLens === 'boolean' ? codeLens : otherwise.codeLens,
    inlayHints: typeof inlayHints === 'boolean' ? inlayHints : otherwise.inlayHints,
    formatWidth: typeof width === 'number' && Number.isFinite(width) && width >= 0 ? Math.floor(width) : otherwise.formatWidth,
  };
}

/** Keeps the entries that name a level; a setting written by hand may hold anything. */
export function ruleLevels(value: unknown): RuleLevels {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const known = Object.entries(value).filter((row): row is [string, Level | 'off'] => row[1] === 'off' || (LEVELS as readonly unknown[]).includes(row[1]));
  return Object.fromEntries(known);
}

function entry(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
