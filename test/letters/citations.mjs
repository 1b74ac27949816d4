// Prints how many guideline citations the real letters hold and how many of
// them name an entry of the catalogue, per folder, place and kind; then every
// unresolved one with the reason, every guideline field in which nothing is
// cited, the characters of guideline fields that nothing explains, and the
// requests without a category.
//
//   IMR_LETTERS=<folder of letters> node test/letters/citations.mjs
import { fromTypescript } from './from-typescript.mjs';

const { categoriesInLetters, citationTable, citedInLetters, explainedCharacters, silentFields } = await fromTypescript("export * from './test/letters/citations';");

const cited = citedInLetters();
console.log(citationTable(cited));
const unresolved = cited.filter((each) => each.unresolved !== null);
console.log(`\nUnresolved: ${unresolved.length}`);
for (const each of unresolved) console.log(`  ${each.file} item ${each.item} ${each.field} ${each.citation.kind}: ${each.words}\n    ${each.unresolved}`);
const silent = silentFields();
console.log(`\nGuideline fields in which nothing is cited: ${silent.length}`);
for (const line of silent) console.log(`  ${line}`);
const explained = explainedCharacters();
console.log('\nLetters and digits of guideline fields, and those that no phrase, name, section or page explains:');
for (const { group, characters, unexplained } of explained) console.log(`  ${group.padEnd(28)} ${String(characters).padStart(7)} ${String(unexplained).padStart(5)}`);
for (const line of explained.flatMap(({ words }) => words)) console.log(`  ${line}`);
const requests = categoriesInLetters();
const without = requests.filter(({ category }) => category === null);
console.log(`\nRequests: ${requests.length}, with a category: ${requests.length - without.length}. Without:`);
for (const { request } of without) console.log(`  ${request.slice(0, 160)}`);
if (process.argv.includes('--categories')) for (const { request, category } of requests) console.log(`${category}: ${request.slice(0, 160)}`);
