// For the scripts of this folder: they read real letters and are made of the same TypeScript as the tests.
import path from 'node:path';
import { bundled, root } from '../../scripts/bundled.mjs';

/** What `contents` exports, paths counting from the project's root, which becomes the current folder; ends with 2 where IMR_LETTERS names no folder. */
export async function fromTypescript(contents) {
  const folder = process.env.IMR_LETTERS;
  if (!folder) {
    console.error('No real letters here: the environment variable IMR_LETTERS names no folder.');
    process.exit(2);
  }
  process.env.IMR_LETTERS = path.resolve(folder);
  process.chdir(root);
  return bundled(contents);
}
