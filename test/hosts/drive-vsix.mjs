/**
 * Installs the packaged extension into the VS Code server and uses it as a person would.
 *
 *   node test/hosts/drive-vsix.mjs [file.vsix]
 *
 * Without a file it takes the newest `.vsix` of the project's root. Prints one line per step;
 * ends with 1 and a picture of the screen when a step fails.
 */
import assert from 'node:assert/strict';
import { cp, mkdtemp, mkdir, readFile, readdir, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { root } from './paths.mjs';
import { onInterrupt } from './processes.mjs';
import { installServer } from './server-host.mjs';
import { placeOf } from './text-place.mjs';
import { WorkbenchPage } from './workbench-page.mjs';
import { startWorkbench } from './workbench.mjs';

const SAMPLE = '2016-missing-fields.txt';

async function main() {
  const vsix = process.argv[2] === undefined ? await newestPackage() : path.resolve(process.argv[2]);
  console.log(`Package: ${path.relative(process.cwd(), vsix)} (${Math.round((await stat(vsix)).size / 1024)} KB)`);
  const data = await realpath(await mkdtemp(path.join(tmpdir(), 'imr-vsix-')));
  const folder = path.join(data, 'samples');
  await cp(path.join(root, 'samples'), folder, { recursive: true });
  let server;
  let browser;
  let workbench;
  const cleanUp = async () => {
    await browser?.close();
    await server?.stop();
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  onInterrupt(cleanUp);
  let steps = 0;
  const step = async (name, body) => {
    const begun = Date.now();
    try {
      await body();
    } catch (error) {
      error.message = `${name}: ${error.message}`;
      throw error;
    }
    steps += 1;
    console.log(`  ok    ${name} (${Date.now() - begun} ms)`);
  };
  try {
    const home = await installServer();
    await step('the package installs', async () => {
      server = await startWorkbench({ home, data, vsix });
    });
    browser = await launchBrowser(console.log);
    workbench = await WorkbenchPage.open(browser, server.address(folder));
    await drive({ workbench, step, file: path.join(folder, SAMPLE) });
    console.log(`${steps} passed, 0 failed`);
    return 0;
  } catch (error) {
    // Playwright colours its messages.
    console.error(`  FAIL  ${stripVTControlCharacters(error.stack)}`);
    if (workbench !== undefined) console.error(`        The screen: ${await picture(workbench)}`);
    console.error(`${steps} passed, 1 failed`);
    return 1;
  } finally {
    await cleanUp();
  }
}

async function drive({ workbench, step, file }) {
  const { page } = workbench;
  const before = await readFile(file, 'utf8');
  // The item that the sample has written without the reviewer's guideline.
  const request = 'Trigger point injections to the right trapezius, 4';
  const problems = '.markers-panel .monaco-list-row';

  await step('a letter opened from the explorer is an IMR Letter', async () => {
    await workbench.openFromExplorer(SAMPLE);
    await workbench.languageIs('IMR Letter');
  });
  await step('the language status tells its layout and the number of its items', () => workbench.languageStatus(/IMR letter, 2016 layout, 4 items/));
  await step('the outline shows a disputed item with its decision', async () => {
    await workbench.showOutline();
    await workbench.textOf('.outline-tree .monaco-list-row', /Trigger point injections.*Upheld/);
  });
  await step('the breadcrumbs name the item at the cursor', async () => {
    await workbench.goTo(...placeOf(before, request));
    await workbench.textOf('.breadcrumbs-control', /Trigger point injections/);
  });
  await step('its keys go from item to item', async () => {
    await page.keyboard.press('Shift+Alt+PageDown');
    await workbench.textOf('.breadcrumbs-control', /Physical therapy for the neck/);
    await page.keyboard.press('Shift+Alt+PageUp');
    await workbench.textOf('.breadcrumbs-control', /Trigger point injections/);
  });
  await step('the view of disputed items names each with its decision', async () => {
    await workbench.unfold('Disputed Items', /Trigger point injections.*Upheld/);
    await workbench.unfold('Disputed Items', /Physical therapy for the neck.*No decision/);
  });
  await step('the problems panel lists the missing field and the missing decision', async () => {
    await workbench.command('Problems: Focus on Problems View');
    await workbench.textOf(problems, /missing-reviewer-guideline/);
    await workbench.textOf(problems, /missing-decision/);
  });
  await step('a hover explains a guideline citation', async () => {
    const label = before.indexOf('MAXIMUS guideline:');
    await workbench.goTo(...placeOf(before, 'MTUS', label, 7));
    await workbench.hover(/(CCR|Cal\. Code|§)/);
    await page.keyboard.press('Escape');
  });
  await step('the quick-fix menu offers both decisions for the missing one', async () => {
    await workbench.goTo(...placeOf(before, 'Physical therapy for the neck, 2 times'));
    const offered = await workbench.quickFixes(/Upheld/);
    assert.ok(offered.some((title) => /Upheld/.test(title)) && offered.some((title) => /Overturned/.test(title)), offered.join(' | '));
    await page.keyboard.press('Escape');
    await page.locator('.action-widget').waitFor({ state: 'hidden' });
  });
  await step('a quick fix for the missing field changes the letter, and only by inserting', async () => {
    await workbench.goTo(...placeOf(before, request));
    await workbench.quickFixes(/MAXIMUS guideline/);
    await workbench.takeQuickFix('MAXIMUS guideline');
    await page.locator(problems, { hasText: 'missing-reviewer-guideline' }).waitFor({ state: 'detached' });
    const unsaved = page.locator('.tabs-container .tab.active.dirty', { hasText: SAMPLE });
    await unsaved.waitFor();
    await page.keyboard.press('ControlOrMeta+s');
    await unsaved.waitFor({ state: 'detached' });
    const after = await readFile(file, 'utf8');
    const inserted = insertedInto(before, after);
    assert.match(inserted, /MAXIMUS guideline:/);
  });
  await step('the walkthrough has its four steps', async () => {
    await workbench.command('IMR: Open the Walkthrough');
    for (const title of [/Open a letter/, /Follow the outline/, /Mend a gap/, /Read a citation/]) await workbench.textOf('.getting-started-step', title);
  });
}

/** What was put into a text, where nothing else has changed. */
function insertedInto(before, after) {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  const rest = before.length - start;
  assert.ok(after.length > before.length, 'nothing was inserted');
  assert.equal(after.slice(after.length - rest), before.slice(start), 'something else has changed');
  return after.slice(start, after.length - rest);
}

async function newestPackage() {
  const names = (await readdir(root)).filter((name) => name.endsWith('.vsix'));
  const files = await Promise.all(names.map(async (name) => ({ file: path.join(root, name), time: (await stat(path.join(root, name))).mtimeMs })));
  const [newest] = files.sort((a, b) => b.time - a.time);
  if (newest === undefined) throw new Error('There is no .vsix in the project; run "npm run package" first.');
  return newest.file;
}

async function picture(workbench) {
  const folder = path.join(root, 'out', 'test');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'drive-vsix.png');
  await workbench.page.screenshot({ path: file });
  return path.relative(process.cwd(), file);
}

process.exitCode = await main();
