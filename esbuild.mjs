// Bundles what the extension, the language server and the command line need into dist/.
//
//   node esbuild.mjs                development build with source maps
//   node esbuild.mjs --production   minified, without source maps
import { build } from 'esbuild';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compactJson } from './scripts/compact-json.mjs';
import { rulesWithoutPages } from './scripts/rules-without-pages.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes('--production');
const shebang = { js: '#!/usr/bin/env node' };

/**
 * The client library compares the editor's version with the one it needs;
 * `engines.vscode` in the manifest has done so before, without 20 KB of semver.
 */
const versionIsChecked = {
  name: 'version-is-checked',
  setup(build) {
    build.onResolve({ filter: /^semver\/functions\/(parse|satisfies)$/ }, ({ path }) => ({ path, namespace: 'version-is-checked' }));
    build.onLoad({ filter: /./, namespace: 'version-is-checked' }, () => ({ contents: 'module.exports = (version) => version;' }));
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  // Nothing of a person's machine belongs into the maps, and the bundles stay small.
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
  charset: 'utf8',
  metafile: true,
  plugins: [compactJson(/guidelines[\\/]data[\\/][^\\/]+\.json$/), rulesWithoutPages(/server[\\/]src[\\/]rules[\\/][\w\\/-]+\.ts$/)],
};

const node = { ...common, platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };
// Both the web extension host and a Worker take a classic script; VS Code wraps the former in a function.
const browser = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

const bundles = [
  { ...node, entryPoints: ['client/src/extension.node.ts'], outfile: 'dist/client.js', external: ['vscode'], plugins: [...common.plugins, versionIsChecked] },
  { ...node, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.js', banner: shebang },
  { ...node, entryPoints: ['server/src/cli.ts'], outfile: 'dist/cli.js', banner: shebang },
  { ...browser, format: 'cjs', entryPoints: ['client/src/extension.browser.ts'], outfile: 'dist/browser/client.js', external: ['vscode'] },
  { ...browser, format: 'iife', entryPoints: ['server/src/main.browser.ts'], outfile: 'dist/browser/server.js' },
];

const due = bundles.filter((bundle) => existsSync(path.join(root, bundle.entryPoints[0])));
const results = await Promise.allSettled(due.map((bundle) => build(bundle)));
for (const bundle of due) {
  const file = path.join(root, bundle.outfile);
  if (bundle.banner && existsSync(file)) await chmod(file, 0o755);
}
// The maps of a development build have no place in a package.
if (production) await Promise.all(bundles.map(({ outfile }) => rm(path.join(root, `${outfile}.map`), { force: true })));
await writeLicences(results.flatMap((result) => (result.status === 'fulfilled' ? Object.keys(result.value.metafile.inputs) : [])));
if (results.some((result) => result.status === 'rejected')) process.exitCode = 1;

/** The licences of what is bundled ask to go with it. */
async function writeLicences(inputs) {
  const packages = new Set(inputs.flatMap((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []));
  const texts = [...packages].sort().map((name) => {
    const folder = path.join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  await mkdir(path.join(root, 'dist'), { recursive: true });
  await writeFile(path.join(root, 'dist/third-party-licences.txt'), texts.join(`\n${'-'.repeat(72)}\n\n`));
}
