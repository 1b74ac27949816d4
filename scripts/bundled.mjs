// For scripts that are no tests: what TypeScript of this project exports.
import { build } from 'esbuild';
import Module from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What `contents` exports, its paths counting from the project's root. */
export async function bundled(contents) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'error',
  });
  const made = new Module(path.join(root, 'bundled.cjs'));
  made.paths = [path.join(root, 'node_modules')];
  made._compile(outputFiles[0].text, made.id);
  return made.exports;
}
