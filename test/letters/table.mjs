// Prints what the real letters hold, folder by folder, and how what other
// extractors made of them compares with their plain text: in how many items the
// request and the decision, and in how many fields (three an item) the text, are
// the same up to white space and the extractor's own characters.
//
//   npm run build && IMR_LETTERS=<folder of letters> node test/letters/table.mjs
import { build } from 'esbuild';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = process.env.IMR_LETTERS;
if (!folder) {
  console.error('No real letters here: the environment variable IMR_LETTERS names no folder.');
  process.exit(2);
}
process.env.IMR_LETTERS = path.resolve(folder);
process.chdir(root);

const { outputFiles } = await build({
  absWorkingDir: root,
  stdin: {
    contents: "export { exportedLetters } from './test/letters/exported'; export { structureOf, tableOf } from './test/letters/structure';",
    resolveDir: root,
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { exportedLetters, structureOf, tableOf } = await import(`data:text/javascript;base64,${code}`);

const rows = structureOf(exportedLetters());
console.log(tableOf(rows));
const differences = rows.flatMap(({ comparison }) => comparison?.differences ?? []);
for (const difference of differences) console.log(difference);
if (differences.length > 0) process.exitCode = 1;
