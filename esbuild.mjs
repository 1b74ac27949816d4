// Bundles what the extension, the language server and the command line need into dist/.
//
//   node esbuild.mjs                development build with source maps
//   node esbuild.mjs --production   minified, without source maps
import { build, transform } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compactJson } from './scripts/compact-json.mjs';
import { rulesWithoutPages } from './scripts/rules-without-pages.mjs';
import { unusedLibraryFeatures } from './scripts/unused-library-features.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes('--production');
const shebang = '#!/usr/bin/env node';

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

/** Client and server library bring a copy each of the protocol; the client's newer one serves both, as the protocol tests show. */
const oneCopyOfTheProtocol = {
  name: 'one-copy-of-the-protocol',
  setup(build) {
    build.onResolve({ filter: /^vscode-(?:languageserver-types|languageserver-protocol|jsonrpc)(?:\/|$)/ }, ({ path: name, pluginData, kind }) =>
      pluginData === 'resolved' ? undefined : build.resolve(name, { resolveDir: root, kind, pluginData: 'resolved' }));
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
  plugins: [compactJson(/guidelines[\\/]data[\\/][^\\/]+\.json$/), rulesWithoutPages(/server[\\/]src[\\/]rules[\\/][\w\\/-]+\.ts$/), unusedLibraryFeatures],
};

const node = { ...common, platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };
// Both the web extension host and a Worker take a classic script; VS Code wraps the former in a function.
const browser = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

const bundles = [
  { ...browser, format: 'cjs', entryPoints: ['client/src/extension.browser.ts'], outfile: 'dist/browser/client.js', external: ['vscode'] },
  { ...browser, format: 'iife', entryPoints: ['server/src/main.browser.ts'], outfile: 'dist/browser/server.js' },
];

/** The doors that Node opens. What they share, and what is loaded late, stands in files of its own. */
const doors = { client: 'client/src/extension.node.ts', server: 'server/src/main.node.ts', cli: 'server/src/cli.ts' };
const PROGRAMS = ['server', 'cli'];

const results = await Promise.allSettled([...bundles.map((bundle) => build(bundle)), buildDoors()]);
await writeRulePages();
await writeLicences(results.flatMap((result) => (result.status === 'fulfilled' ? Object.keys(result.value.metafile.inputs) : [])));
if (results.some((result) => result.status === 'rejected')) process.exitCode = 1;

/**
 * esbuild splits only ES modules, and the extension host and `__dirname` want
 * CommonJS, so the parts are made as the one and turned into the other.
 */
async function buildDoors() {
  const result = await build({
    ...node, entryPoints: doors, outdir: 'dist', format: 'esm', splitting: true, chunkNames: 'shared-[hash]', external: ['vscode'],
    plugins: [...common.plugins, versionIsChecked, oneCopyOfTheProtocol], sourcemap: production ? false : 'inline', write: false,
  });
  await mkdir(path.join(root, 'dist'), { recursive: true });
  for (const { path: file, text } of result.outputFiles) {
    const name = path.basename(file);
    const isProgram = PROGRAMS.includes(path.basename(file, '.js'));
    const { code, map } = await transform(text, {
      format: 'cjs', platform: 'node', target: node.target, minify: production, charset: 'utf8', legalComments: 'none',
      // A late import becomes a late `require`, which every extension host knows.
      supported: { 'dynamic-import': false },
      sourcefile: name, sourcesContent: false, sourcemap: production ? false : 'external', ...(isProgram ? { banner: shebang } : {}),
    });
    await writeFile(file, production ? code : `${code}//# sourceMappingURL=${name}.map\n`);
    if (!production) await writeFile(`${file}.map`, map);
    if (isProgram) await chmod(file, 0o755);
  }
  await clear(new Set(result.outputFiles.map(({ path: file }) => path.basename(file))));
  return result;
}

/** What an earlier build left: shared files have other names in each, and maps have no place in a package. */
async function clear(made) {
  const dist = path.join(root, 'dist');
  const stale = readdirSync(dist, { recursive: true }).filter((name) => (production && name.endsWith('.map')) || (/^shared-\w+\.js/.test(name) && !made.has(name.replace(/\.map$/, ''))));
  await Promise.all(stale.map((name) => rm(path.join(dist, name), { force: true })));
}

/** All pages of rules in one file: a package takes each file at some two hundred bytes, and packs what pages share but once. */
async function writeRulePages() {
  const folder = path.join(root, 'docs/rules');
  const names = readdirSync(folder).filter((name) => name.endsWith('.md')).sort();
  const pages = Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
  await writeFile(path.join(root, 'dist/rule-pages.json'), JSON.stringify(pages));
}

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
