import { parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { linePositions } from '../corpus/line-position';
import { LEVELS } from '../rules/rule';
import type { Level, RuleLevels } from '../rules/rule';

/** The setting that an editor and the command line read alike. */
export const RULES_SETTING = 'imrLetters.rules';

/** What a settings file says about rules. */
export interface RuleSettings {
  /** `null` where the file does not have the setting, or not in a form that can be read. */
  readonly levels: RuleLevels | null;
  /** What is wrong with the file, one line each, for `file:` to stand before. */
  readonly problems: readonly string[];
}

/**
 * Reads the setting `imrLetters.rules` from the text of a settings file (JSON
 * with comments and trailing commas, as the editor takes it; an empty file is
 * no settings). A workspace file has its settings under `settings`.
 * A value that is no level is a problem; a code that is no rule's is left to
 * the rules, which ignore it, as a newer version may know it.
 */
export function ruleSettings(text: string, isWorkspaceFile = false): RuleSettings {
  const errors: ParseError[] = [];
  const root: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [first] = errors;
  if (first) {
    const { line, column } = linePositions(text)(first.offset);
    const what = printParseErrorCode(first.error).replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
    return { levels: null, problems: [`line ${line}, column ${column}: not valid JSON (${what})`] };
  }
  if (root === undefined) return { levels: null, problems: [] };
  if (!isObject(root)) return { levels: null, problems: ['settings must be an object'] };
  const settings = isWorkspaceFile ? (root['settings'] ?? {}) : root;
  if (!isObject(settings)) return { levels: null, problems: ['"settings" must be an object'] };
  const rules = settings[RULES_SETTING];
  if (rules === undefined) return { levels: null, problems: [] };
  if (!isObject(rules)) return { levels: null, problems: [`"${RULES_SETTING}" must be an object of code and level`] };
  return levelsIn(rules);
}

function levelsIn(rules: Record<string, unknown>): RuleSettings {
  const levels: Record<string, Level | 'off'> = {};
  const problems: string[] = [];
  for (const [code, value] of Object.entries(rules)) {
    const level = [...LEVELS, 'off' as const].find((known) => known === value);
    if (level) levels[code] = level;
    else problems.push(`"${code}": ${JSON.stringify(value)} is no level (${LEVELS.join(', ')} or off)`);
  }
  return { levels, problems };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
