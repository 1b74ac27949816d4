import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * Lays out a fresh workspace under `home` and gives the path of its `.code-workspace` file.
 *
 * Several folders, so that every run is one of a multi-root workspace: a copy of the
 * samples, an empty one with default settings, two with their own answer to whether letters
 * shall be recognized, and one with levels of rules of its own.
 */
export async function makeWorkspace(home) {
  const place = path.join(home, 'workspace');
  await mkdir(place, { recursive: true });
  await cp(path.join(root, 'samples'), path.join(place, 'samples'), { recursive: true });
  const settings = {
    letters: {},
    off: { 'imrLetters.recognize': 'off' },
    ask: { 'imrLetters.recognize': 'ask' },
    rules: { 'imrLetters.rules': { 'missing-decision': 'error', 'missing-reviewer-guideline': 'off' } },
  };
  for (const [folder, values] of Object.entries(settings)) {
    await mkdir(path.join(place, folder, '.vscode'), { recursive: true });
    await writeFile(path.join(place, folder, '.vscode', 'settings.json'), JSON.stringify(values, null, 2));
  }
  const file = path.join(place, 'test.code-workspace');
  await writeFile(file, JSON.stringify({
    folders: ['samples', ...Object.keys(settings)].map((folder) => ({ path: folder })),
    settings: { 'files.autoSave': 'off', 'security.workspace.trust.enabled': false },
  }, null, 2));
  return file;
}
