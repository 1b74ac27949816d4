import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { decodeText } from '../corpus/decode';
import { linePositions } from '../corpus/line-position';
import { catalogue, type Catalogue } from '../guidelines';
import { readGuidelineFiles } from '../guidelines/workspace/guideline-file';
import type { RuleLevels } from '../rules/rule';
import { checkSettings, type CheckSettings } from './check-settings';
import { readableMessage, STANDARD_INPUT } from './file-system.node';

// Its CommonJS build: the other one asks for `import.meta`, which a bundle for Node does not have.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { glob } = require('tinyglobby') as typeof import('tinyglobby');

/** How a letter is to be checked. */
export interface CheckOptions {
  readonly levels: RuleLevels;
  /** The bundled guidelines and the workspace's own. */
  readonly catalogue: Catalogue;
}

/** Options of a letter read from this absolute path (or from standard input); defaults where nothing is configured. */
export type OptionsFor = (path: string) => Promise<CheckOptions>;

/**
 * Options as an editor would have them: each setting from the nearest
 * `.vscode/settings.json` that has it, in the letter's folder or above it; for
 * standard input, in the current folder or above. With `configFile`, from that
 * file alone. Paths of guideline files count from the folder that holds
 * `.vscode`, else from the settings file's own.
 *
 * `report` is told once of each problem; what could be read holds, or else the
 * defaults.
 */
export function configuration(configFile: string | undefined, report: (problem: string) => void): OptionsFor {
  const settings = once(async (file: string): Promise<CheckSettings> => {
    const read = await readSettings(file, configFile === undefined);
    const name = configFile === undefined ? relative(process.cwd(), file) : file;
    for (const problem of read.problems) report(`${name}: ${problem}`);
    return read;
  });
  const levelsIn = once(async (file: string): Promise<RuleLevels | null> => {
    const { levels, problems } = await settings(file);
    return levels ?? (problems.length > 0 ? {} : null);
  });
  const catalogueIn = once(async (file: string): Promise<Catalogue | null> => {
    const { guidelineFiles } = await settings(file);
    return guidelineFiles && ownCatalogue(guidelineFiles, baseOf(file), report);
  });
  const above = <T>(look: (file: string) => Promise<T | null>): ((folder: string) => Promise<T | null>) => {
    const nearest = once(async (folder: string): Promise<T | null> => {
      const parent = dirname(folder);
      return (await look(join(folder, '.vscode', 'settings.json'))) ?? (parent === folder ? null : nearest(parent));
    });
    return nearest;
  };
  const levelsAbove = above(levelsIn);
  const catalogueAbove = above(catalogueIn);
  return async (path) => {
    if (configFile !== undefined) return { levels: (await levelsIn(configFile)) ?? {}, catalogue: (await catalogueIn(configFile)) ?? catalogue() };
    const folder = path === STANDARD_INPUT ? process.cwd() : dirname(path);
    return { levels: (await levelsAbove(folder)) ?? {}, catalogue: (await catalogueAbove(folder)) ?? catalogue() };
  };
}

/** Remembers what a question was answered, so that each file is read and each problem told once. */
function once<T>(answer: (question: string) => Promise<T>): (question: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (question) => {
    const answered = known.get(question) ?? answer(question);
    known.set(question, answered);
    return answered;
  };
}

function baseOf(settingsFile: string): string {
  const folder = dirname(resolve(settingsFile));
  return /[\\/]\.vscode$/.test(folder) ? dirname(folder) : folder;
}

async function ownCatalogue(patterns: readonly string[], base: string, report: (problem: string) => void): Promise<Catalogue> {
  const names = (await glob([...patterns], { cwd: base, onlyFiles: true, expandDirectories: false })).sort();
  const texts: string[] = [];
  const read: string[] = [];
  for (const name of names) {
    try {
      texts.push(decodeText(await readFile(join(base, name))));
      read.push(relative(process.cwd(), join(base, name)));
    } catch (error) {
      report(`${name}: ${readableMessage(error)}`);
    }
  }
  const own = readGuidelineFiles(texts);
  own.files.forEach(({ problems }, index) => {
    const positionOf = linePositions(texts[index]!);
    for (const { span, message } of problems) {
      const { line, column } = positionOf(span.start);
      report(`${read[index]}:${line}:${column}: ${message}`);
    }
  });
  return own.catalogue;
}

async function readSettings(file: string, mayBeAbsent: boolean): Promise<CheckSettings> {
  try {
    return checkSettings(decodeText(await readFile(file)), file.endsWith('.code-workspace'));
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    return { levels: null, guidelineFiles: null, problems: mayBeAbsent && isAbsent ? [] : [readableMessage(error)] };
  }
}
