import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { decodeText } from '../corpus/decode';
import type { RuleLevels } from '../rules/rule';
import { readableMessage, STANDARD_INPUT } from './file-system.node';
import { ruleSettings } from './rule-levels';
import type { RuleSettings } from './rule-levels';

/** The levels of rules for each file, and what was wrong with the files they come from. */
export interface Configuration {
  /** Levels for a letter read from this absolute path (or from standard input); defaults where nothing is configured. */
  levelsFor(path: string): Promise<RuleLevels>;
}

/**
 * Levels as an editor would have them: from the nearest `.vscode/settings.json`
 * that has the setting, in the letter's folder or above it; for standard input,
 * in the current folder or above. With `configFile`, from that file alone.
 *
 * `report` is told once of each problem; the levels that could be read hold, or
 * else the defaults.
 */
export function configuration(configFile: string | undefined, report: (problem: string) => void): Configuration {
  const known = new Map<string, Promise<RuleLevels | null>>();

  async function levelsIn(file: string, mayBeAbsent: boolean): Promise<RuleLevels | null> {
    const name = mayBeAbsent ? relative(process.cwd(), file) : file;
    const settings = await readSettings(file, mayBeAbsent);
    for (const problem of settings.problems) report(`${name}: ${problem}`);
    return settings.levels ?? (settings.problems.length > 0 ? {} : null);
  }

  function levelsAbove(folder: string): Promise<RuleLevels | null> {
    let levels = known.get(folder);
    if (!levels) {
      const parent = dirname(folder);
      levels = levelsIn(join(folder, '.vscode', 'settings.json'), true).then(
        (own) => own ?? (parent === folder ? null : levelsAbove(parent)),
      );
      known.set(folder, levels);
    }
    return levels;
  }

  const fixed = configFile === undefined ? null : levelsIn(configFile, false);
  return {
    async levelsFor(path) {
      if (fixed) return (await fixed) ?? {};
      return (await levelsAbove(path === STANDARD_INPUT ? process.cwd() : dirname(path))) ?? {};
    },
  };
}

async function readSettings(file: string, mayBeAbsent: boolean): Promise<RuleSettings> {
  try {
    return ruleSettings(decodeText(await readFile(file)), file.endsWith('.code-workspace'));
  } catch (error) {
    const problem = readableMessage(error);
    const isAbsent = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    return { levels: null, problems: mayBeAbsent && isAbsent ? [] : [problem] };
  }
}
