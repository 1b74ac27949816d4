// Prints what the real letters hold, folder by folder, and how what other
// extractors made of them compares with their plain text: in how many items the
// request and the decision, and in how many fields (three an item) the text, are
// the same up to white space and the extractor's own characters.
//
//   npm run build && IMR_LETTERS=<folder of letters> node test/letters/table.mjs
import { fromTypescript } from './from-typescript.mjs';

const { exportedLetters, structureOf, tableOf } = await fromTypescript("export { exportedLetters } from './test/letters/exported'; export { structureOf, tableOf } from './test/letters/structure';");

const rows = structureOf(exportedLetters());
console.log(tableOf(rows));
const differences = rows.flatMap(({ comparison }) => comparison?.differences ?? []);
for (const difference of differences) console.log(difference);
if (differences.length > 0) process.exitCode = 1;
