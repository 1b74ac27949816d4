// For the scripts of this folder: they read real letters and are made of the same TypeScript as the tests.
import { build } from 'esbuild';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What `contents` exports, paths counting from the project's root, which becomes the current folder; ends with 2 where IMR_LETTERS names no folder. */
export async function fromTypescript(contents) {
  const folder = process.env.IMR_LETTERS;
  if (!folder) {
    console.error('No real letters here: the environment variable IMR_LETTERS names no folder.');
    process.exit(2);
  }
  process.env.IMR_LETTERS = path.resolve(folder);
  process.chdir(root);
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
