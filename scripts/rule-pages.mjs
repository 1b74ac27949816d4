// Writes docs/rules from the rules themselves: `node scripts/rule-pages.mjs`.
// With --check it writes nothing and fails when a page is stale.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundled, root } from './bundled.mjs';

const folder = join(root, 'docs', 'rules');
const pages = (await bundled("export { rulePages } from './server/src/rules/page';")).rulePages();
pages.set('README.md', pages.get('README.md') + (await plantedDefects()));

await mkdir(folder, { recursive: true });
const stale = [];
for (const [name, text] of pages) {
  const path = join(folder, name);
  const old = await readFile(path, 'utf8').catch(() => null);
  if (old !== text) stale.push({ name, write: () => writeFile(path, text) });
}
for (const name of await readdir(folder)) {
  if (name.endsWith('.md') && !pages.has(name)) stale.push({ name, write: () => rm(join(folder, name)) });
}

if (process.argv.includes('--check')) {
  for (const { name } of stale) console.error(`docs/rules/${name} is stale: run node scripts/rule-pages.mjs`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const { name, write } of stale) {
    await write();
    console.log(`docs/rules/${name}`);
  }
  console.log(`${pages.size} pages, ${stale.length} changed`);
}

/** What test/planting/results.json says of the rules; nothing where there are no results. */
async function plantedDefects() {
  const path = join(root, 'test', 'planting', 'results.json');
  const results = JSON.parse(await readFile(path, 'utf8').catch(() => 'null'));
  if (results === null) return '';
  const rows = results.rules.filter(({ code, planted }) => planted > 0 && pages.has(`${code}.md`)).map(({ code, planted, found, elsewhere, untouched }) => {
    const share = Math.floor((1000 * found) / planted) / 10;
    const old = Object.entries(untouched).map(([level, count]) => `${count} ${level}`).join(', ');
    return `| [\`${code}\`](${code}.md) | ${planted} | ${found} | ${share.toFixed(1)} % | ${elsewhere} | ${old || '0'} |`;
  });
  return `
## Planted defects

On ${results.date}, defects were put into ${results.samples} clean samples, into ${results.letters} real letters, and into ${results.copies} copies of some of them by other text extractors, one defect at a time. They were written from the pages of the rules alone, without sight of their code (\`test/planting\`). *Found* is a finding of the rule at the place of the defect, *elsewhere* a new one at another place. *Untouched* is what the rule finds in the ${results.letters} real letters as they are: each of these was read and judged true, and \`test/letters\` holds the lists. Most rules find nothing there, which says that they do not cry wolf on these letters, and no more.

| rule | planted | found | share | elsewhere | untouched |
|---|--:|--:|--:|--:|---|
${rows.join('\n')}
`;
}
