/**
 * Makes the pictures of README: a real VS Code with this project's build in it.
 *
 *   npm run build && node test/hosts/screenshot.mjs
 */
import { cp, mkdir, mkdtemp, readFile, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { root } from './paths.mjs';
import { onInterrupt } from './processes.mjs';
import { installServer } from './server-host.mjs';
import { placeOf } from './text-place.mjs';
import { WorkbenchPage } from './workbench-page.mjs';
import { startWorkbench } from './workbench.mjs';

const SAMPLE = '2016-missing-fields.txt';
const images = path.join(root, 'docs', 'images');

async function main() {
  const data = await realpath(await mkdtemp(path.join(tmpdir(), 'imr-picture-')));
  const folder = path.join(data, 'samples');
  await cp(path.join(root, 'samples'), folder, { recursive: true });
  const text = await readFile(path.join(folder, SAMPLE), 'utf8');
  let server;
  let browser;
  const cleanUp = async () => {
    await browser?.close();
    await server?.stop();
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  onInterrupt(cleanUp);
  try {
    const home = await installServer();
    server = await startWorkbench({
      home,
      data,
      extension: root,
      settings: { 'editor.minimap.enabled': false, 'editor.fontSize': 15, 'editor.lineHeight': 22, 'editor.occurrencesHighlight': 'off' },
    });
    browser = await launchBrowser(console.log);
    const workbench = await WorkbenchPage.open(browser, server.address(folder), { scale: 1.5 });
    await prepare(workbench);

    await workbench.goTo(...placeOf(text, 'MTUS', text.indexOf('MAXIMUS guideline:'), 12));
    await workbench.hover(/\S/);
    await take(workbench, 'outline-problems-hover.png');
    await workbench.page.keyboard.press('Escape');

    await workbench.goTo(...placeOf(text, 'Physical therapy for the neck, 2 times', 0, 8));
    await workbench.quickFixes(/Upheld/);
    await take(workbench, 'quick-fix.png');
    await workbench.close();
  } finally {
    await cleanUp();
  }
}

/** A letter with its outline over the whole side bar and its problems below. */
async function prepare(workbench) {
  await workbench.openFromExplorer(SAMPLE);
  await workbench.languageIs('IMR Letter');
  await workbench.languageStatus(/items/);
  await workbench.showOutline();
  await workbench.widenSideBar(110);
  await workbench.command('Problems: Focus on Problems View');
  await workbench.textOf('.markers-panel .monaco-list-row', /missing-decision/);
}

async function take(workbench, name) {
  const { page } = workbench;
  // What a person has not put there: no pointer on anything, no blinking cursor, no notification.
  await page.locator('.notifications-toasts.visible').waitFor({ state: 'hidden' });
  await mkdir(images, { recursive: true });
  const file = path.join(images, name);
  await page.screenshot({ path: file, animations: 'disabled' });
  console.log(`${path.relative(process.cwd(), file)} (${Math.round((await stat(file)).size / 1024)} KB)`);
}

await main();
