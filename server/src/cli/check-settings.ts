import { parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { linePositions } from '../corpus/line-position';
import { LEVELS } from '../rules/rule';
import type { Level, RuleLevels } from '../rules/rule';

/** The settings that an editor and the command line read alike. */
export const RULES_SETTING = 'imrLetters.rules';
export const GUIDELINES_SETTING = 'imrLetters.guidelines.files';

/** What a settings file says about checks. */
export interface CheckSettings {
  /** `null` where the file does not have the setting, or not in a form that can be read. */
  readonly levels: RuleLevels | null;
  /** Patterns of files with guidelines of the workspace's own; `null` likewise. */
  readonly guidelineFiles: readonly string[] | null;
  /** What is wrong with the file, one line each, for `file:` to stand before. */
  readonly problems: readonly string[];
}

/**
 * Reads the settings of checks from the text of a settings file (JSON
 * with comments and trailing commas, as the editor takes it; an empty file is
 * no settings). A workspace file has its settings under `settings`.
 * A value that is no level is a problem; a code that is no rule's is left to
 * the rules, which ignore it, as a newer version may know it.
 */
export function checkSettings(text: string, isWorkspaceFile = false): CheckSettings {
  const errors: ParseError[] = [];
  const root: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [first] = errors;
  if (first) {
    const { line, column } = linePositions(text)(first.offset);
    const what = printParseErrorCode(first.error).replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
    return { ...NOTHING, problems: [`line ${line}, column ${column}: not valid JSON (${what})`] };
  }
  if (root === undefined) return NOTHING;
  if (!isObject(root)) return { ...NOTHING, problems: ['settings must be an object'] };
  const settings = isWorkspaceFile ? (root['settings'] ?? {}) : root;
  if (!isObject(settings)) return { ...NOTHING, problems: ['"settings" must be an object'] };
  const levels = levelsIn(settings[RULES_SETTING]);
  const files = filesIn(settings[GUIDELINES_SETTING]);
  return { levels: levels.value, guidelineFiles: files.value, problems: [...levels.problems, ...files.problems] };
}

const NOTHING: CheckSettings = { levels: null, guidelineFiles: null, problems: [] };

interface Setting<T> {
  readonly value: T | null;
  readonly problems: readonly string[];
}

function levelsIn(rules: unknown): Setting<RuleLevels> {
  if (rules === undefined) return { value: null, problems: [] };
  if (!isObject(rules)) return { value: null, problems: [`"${RULES_SETTING}" must be an object of code and level`] };
  const value: Record<string, Level | 'off'> = {};
  const problems: string[] = [];
  for (const [code, written] of Object.entries(rules)) {
    const level = [...LEVELS, 'off' as const].find((known) => known === written);
    if (level) value[code] = level;
    else problems.push(`"${code}": ${JSON.stringify(written)} is no level (${LEVELS.join(', ')} or off)`);
  }
  return { value, problems };
}

function filesIn(files: unknown): Setting<readonly string[]> {
  if (files === undefined) return { value: null, problems: [] };
  if (Array.isArray(files) && files.every((file) => typeof file === 'string')) return { value: files, problems: [] };
  return { value: null, problems: [`"${GUIDELINES_SETTING}" must be a list of paths`] };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
