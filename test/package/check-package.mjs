// Makes the .vsix as `npm run package` does and looks at its size and content.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipEntries } from './zip-entries.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);
const vsix = path.join(root, 'out/imr-letters.vsix');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const faults = [];

/** Bytes of the whole package, of the package without its browser build, and of what loads with a letter. */
const MOST = { vsix: 1_000_000, withoutBrowser: 500_000, loaded: 1_000_000 };

/** Everything in the package is one of these … */
const ALLOWED = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package\.json|package\.nls(\.[\w-]+)?\.json|language-configuration\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^extension\/dist\/(browser\/)?\w+\.js$/,
  /^extension\/dist\/shared-\w+\.js$/,
  /^extension\/dist\/third-party-licences\.txt$/,
  /^extension\/dist\/rule-pages\.json$/,
  /^extension\/media\/(icon\.png|letter-(dark|light)\.svg|walkthrough\/[\w-]+\.svg)$/,
  /^extension\/l10n\/bundle\.l10n(\.[\w-]+)?\.json$/,
  /^extension\/samples\/[^/]+\.(txt|imr|md)$/,
  /^extension\/schema\/[\w.-]+\.json$/,
  /^extension\/syntaxes\/[\w.-]+\.json$/,
];
/** … and these are all there. */
const NEEDED = [
  'package.json',
  'package.nls.json',
  'language-configuration.json',
  'readme.md',
  'changelog.md',
  'LICENSE.txt',
  'dist/client.js',
  'dist/server.js',
  'dist/browser/client.js',
  'dist/browser/server.js',
  'dist/third-party-licences.txt',
  'package.nls.es.json',
  'l10n/bundle.l10n.es.json',
  'media/icon.png',
  'media/letter-dark.svg',
  'media/letter-light.svg',
  'schema/letter.schema.json',
  'syntaxes/imr-letter.tmLanguage.json',
  'dist/rule-pages.json',
  ...manifest.contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
];
/** Pages that problems and commands open. */
const PAGES = [
  'README.md',
  ...manifest.contributes.configuration
    .flatMap(({ properties }) => Object.keys(properties['imrLetters.rules']?.properties ?? {}))
    .map((code) => `${code}.md`),
];

/** What a program of dist/ requires at once, and what it requires late; both in files that minified code names in one form. */
const AT_ONCE = /(?<!then\(\(\)=>[\w$]+\()require\("\.\/(shared-\w+\.js)"\)/g;
const EVER = /require\("\.\/(shared-\w+\.js)"\)/g;

/** A program of dist/ with all that it requires in one of these ways. */
function loadedBy(name, way, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const [, part] of readFileSync(path.join(root, 'dist', name), 'utf8').matchAll(way)) loadedBy(part, way, found);
  return found;
}

/** The late parts of the client itself come with the first letter; theirs wait for a command, and the server's for a request. */
function loadedWithALetter() {
  const client = loadedBy('client.js', AT_ONCE);
  const brought = [...readFileSync(path.join(root, 'dist/client.js'), 'utf8').matchAll(EVER)].map(([, part]) => part);
  return new Set([...client, ...brought.flatMap((part) => [...loadedBy(part, AT_ONCE)]), ...loadedBy('server.js', AT_ONCE)]);
}

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${path.basename(args[0])} ended with ${status}`);
}

try {
  mkdirSync(path.dirname(vsix), { recursive: true });
  run('esbuild.mjs', '--production');
  run(path.join(path.dirname(require.resolve('@vscode/vsce/package.json')), 'vsce'), 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix);
  const entries = zipEntries(vsix);
  const names = new Set(entries.map(({ name }) => name));
  for (const name of names) if (!ALLOWED.some((form) => form.test(name))) faults.push(`${name} has no place in the package`);
  for (const name of NEEDED) if (!names.has(`extension/${name}`)) faults.push(`${name} is not in the package`);
  const pages = JSON.parse(readFileSync(path.join(root, 'dist/rule-pages.json'), 'utf8'));
  for (const name of PAGES) if (!pages[name]?.startsWith('# ')) faults.push(`dist/rule-pages.json has no page ${name}`);
  if ([...names].filter((name) => name.startsWith('extension/samples/')).length < 8) faults.push('fewer than eight samples are in the package');
  for (const name of names) {
    if (name.endsWith('.js') && readFileSync(path.join(root, name.replace('extension/', '')), 'utf8').includes('sourceMappingURL=')) faults.push(`${name} points to a map`);
  }

  const size = (file) => statSync(path.join(root, file)).size;
  const sizes = {
    vsix: statSync(vsix).size,
    withoutBrowser: statSync(vsix).size - entries.filter(({ name }) => name.includes('/browser/')).reduce((sum, { packed }) => sum + packed, 0),
    loaded: [...loadedWithALetter()].reduce((sum, name) => sum + size(`dist/${name}`), 0),
  };
  if (loadedBy('server.js', AT_ONCE).size >= loadedBy('server.js', EVER).size) faults.push('nothing of the server is loaded late: the form of a late require is another one now');
  for (const [what, most] of Object.entries(MOST)) {
    console.log(`${what.padEnd(15)} ${String(sizes[what]).padStart(8)} bytes, at most ${most}`);
    if (sizes[what] > most) faults.push(`${what} is larger than ${most} bytes`);
  }
} catch (fault) {
  faults.push(fault.message);
}

for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
