import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { cache } from './paths.mjs';

const require = createRequire(import.meta.url);

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The same letter shapes with and without a screen.
  '--font-render-hinting=none',
];

/**
 * Starts a headless browser: the one that `IMR_BROWSER` names, else a Chrome, Chromium or
 * Edge of this machine, else the Chromium that the npm package `@sparticuz/chromium`
 * carries. Gives playwright's browser; rejects with what each of them said.
 */
export async function launchBrowser(say = () => {}) {
  const failures = [];
  for (const find of candidates()) {
    let name = 'browser';
    try {
      const { executablePath, env } = await find();
      name = executablePath;
      const browser = await chromium.launch({
        executablePath,
        headless: true,
        args: FLAGS,
        env: { ...process.env, ...env },
        // Else it would swallow the signals, close itself and leave us running.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      });
      say(`Browser: ${path.relative(process.cwd(), executablePath).startsWith('..') ? executablePath : path.relative(process.cwd(), executablePath)} (${browser.version()})`);
      return browser;
    } catch (error) {
      failures.push(`${name}: ${error.message}`);
    }
  }
  throw new Error(`No browser could be started.\n${failures.join('\n')}`);
}

function candidates() {
  const named = process.env.IMR_BROWSER;
  if (named) return [async () => ({ executablePath: named, env: {} })];
  return [
    ...installedBrowsers().map((executablePath) => async () => ({ executablePath, env: {} })),
    ...(process.platform === 'linux' && process.arch === 'x64' ? [packagedChromium] : []),
  ];
}

function installedBrowsers() {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ].filter((file) => existsSync(file));
  }
  if (process.platform === 'win32') {
    return [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA]
      .filter((folder) => folder)
      .flatMap((folder) => [
        path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ])
      .filter((file) => existsSync(file));
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable']
    .map((name) => folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file)))
    .filter((file) => file !== undefined);
}

/**
 * The Chromium out of `@sparticuz/chromium`, unpacked once into the cache, with the shared
 * libraries and the font that a machine without a desktop lacks.
 */
async function packagedChromium() {
  // The package's main file is at build/cjs/index.cjs; its package.json is not exported.
  const home = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '..', '..');
  const { version } = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8'));
  const unpacked = path.join(cache, `chromium-${version}`);
  const executablePath = path.join(unpacked, 'chromium');
  if (!existsSync(executablePath)) {
    await mkdir(cache, { recursive: true });
    const partial = await mkdtemp(path.join(cache, `partial-chromium-${version}-`));
    try {
      await unpack(partial);
      await rename(partial, unpacked).catch((error) => {
        if (!existsSync(executablePath)) throw error;
      });
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  }
  return {
    executablePath,
    env: {
      // The system's own libraries, where there are any, are found after these.
      LD_LIBRARY_PATH: [path.join(unpacked, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter((folder) => folder).join(':'),
      FONTCONFIG_FILE: await fontConfiguration(unpacked),
    },
  };
}

/** The package unpacks into the temporary folder and only there; a child process has another one. */
function unpack(folder) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', `
    import(${JSON.stringify(pathToFileURL(require.resolve('@sparticuz/chromium')).href)})
      .then((module) => (module.default.default ?? module.default).executablePath())
  `], {
    // On that platform the package brings along the libraries that Chromium needs.
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`@sparticuz/chromium could not be unpacked.\n${errors}`))));
  });
}

/** Fonts: what the machine has, then Open Sans of the browser's package and DejaVu where its package is installed. */
async function fontConfiguration(unpacked) {
  const folders = [path.join(unpacked, 'fonts')];
  try {
    folders.push(path.join(path.dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf'));
  } catch {
    // Then monospaced text is as good as the machine's own fonts.
  }
  const prefer = (generic, families) => `  <alias><family>${generic}</family><prefer>${families.map((family) => `<family>${family}</family>`).join('')}</prefer></alias>`;
  const file = path.join(unpacked, `fonts-${process.pid}.conf`);
  await writeFile(file, `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${prefer('sans-serif', ['Open Sans', 'DejaVu Sans'])}
${prefer('system-ui', ['Open Sans', 'DejaVu Sans'])}
${prefer('monospace', ['DejaVu Sans Mono', 'Liberation Mono'])}
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${path.join(unpacked, 'fonts-cache')}</cachedir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
`);
  const settled = path.join(unpacked, 'fonts.conf');
  await rename(file, settled);
  return settled;
}
