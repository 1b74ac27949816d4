import type { Connection } from 'vscode-languageserver';
import { LEVELS, type Level, type RuleLevels } from '../rules';

/**
 * The setting `imrLetters.rules`, per document where the client answers
 * `workspace/configuration`; else as it came with `initializationOptions` or
 * the last `workspace/didChangeConfiguration`.
 */
export class Settings {
  private readonly asked = new Map<string, Promise<RuleLevels>>();
  private general: RuleLevels = {};

  constructor(
    private readonly connection: Connection,
    private readonly asks: boolean,
    initial: unknown,
  ) {
    this.general = ruleLevels(initial);
  }

  /** The levels for a document. The same object as long as nothing has changed. */
  rules(uri: string): Promise<RuleLevels> {
    if (!this.asks) return Promise.resolve(this.general);
    let answer = this.asked.get(uri);
    if (answer === undefined) {
      answer = this.ask(uri);
      this.asked.set(uri, answer);
    }
    return answer;
  }

  /** Takes what a client sends with `workspace/didChangeConfiguration`, and forgets what was asked before. */
  changed(settings: unknown): void {
    this.asked.clear();
    const sent = entry(entry(settings, 'imrLetters'), 'rules');
    if (sent !== undefined) this.general = ruleLevels(sent);
  }

  forget(uri: string): void {
    this.asked.delete(uri);
  }

  private async ask(uri: string): Promise<RuleLevels> {
    try {
      const answer: unknown = await this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'imrLetters.rules' });
      // Some clients announce the request and answer with nothing.
      return answer === null || answer === undefined ? this.general : ruleLevels(answer);
    } catch {
      this.asked.delete(uri);
      return this.general;
    }
  }
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
