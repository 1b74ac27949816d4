// Writes docs/rules from the rules themselves: `node scripts/rule-pages.mjs`.
// With --check it writes nothing and fails when a page is stale.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs', 'rules');
const pages = await generatedPages();

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

async function generatedPages() {
  const out = await mkdtemp(join(tmpdir(), 'rule-pages-'));
  try {
    const outfile = join(out, 'pages.cjs');
    await build({
      entryPoints: [join(root, 'server', 'src', 'rules', 'page.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      logLevel: 'error',
    });
    return createRequire(import.meta.url)(outfile).rulePages();
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
