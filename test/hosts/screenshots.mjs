/**
 * Makes the pictures of docs/images: a real VS Code with this project's build in it.
 *
 *   npm run build && node test/hosts/screenshots.mjs [name…]
 *
 * Without names it makes all of them. `IMR_PICTURES` names another folder for them.
 */
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { fewColours } from './few-colours.mjs';
import { root } from './paths.mjs';
import { PICTURES_OF_ANNOTATIONS } from './pictures-of-annotations.mjs';
import { PICTURES_OF_CHECKS } from './pictures-of-checks.mjs';
import { onInterrupt } from './processes.mjs';
import { installServer } from './server-host.mjs';
import { placeOf } from './text-place.mjs';
import { WorkbenchPage } from './workbench-page.mjs';
import { startWorkbench } from './workbench.mjs';

const GAPS = '2016-missing-fields.txt';
const MIXED = '2014-three-items-mixed.txt';
const DOUBLE_SPACED = '2014-one-item-upheld.txt';
/** What the explorer shows: a few letters leave room for the other views. */
const LETTERS = [DOUBLE_SPACED, MIXED, '2016-content-defects.txt', GAPS, '2016-overturned.txt'];
const THEMES = { dark: 'Default Dark Modern', light: 'Default Light Modern', 'high-contrast': 'Default High Contrast', 'high-contrast-light': 'Default High Contrast Light' };

const images = path.resolve(process.env.IMR_PICTURES ?? path.join(root, 'docs', 'images'));

/** Each takes a workbench of its own, a function that gives a file's text, and the folder. */
const PICTURES = {
  dark: whole,
  light: whole,
  'high-contrast': whole,
  'high-contrast-light': whole,

  async 'outline-problems-hover'(workbench, textOf) {
    await outlineAndProblems(workbench);
    const text = await textOf(GAPS);
    await workbench.goTo(...placeOf(text, 'MTUS', text.indexOf('MAXIMUS guideline:'), 12));
    // A hover would not outlive a lens that comes later.
    await workbench.atRest();
    await workbench.hover(/\S/);
  },

  async 'quick-fix'(workbench, textOf) {
    await outlineAndProblems(workbench);
    await workbench.goTo(...placeOf(await textOf(GAPS), 'Physical therapy for the neck, 2 times', 0, 8));
    await workbench.atRest();
    await workbench.quickFixes(/Upheld/);
  },

  async completion(workbench, textOf) {
    await letter(workbench, GAPS);
    await workbench.goTo(...placeOf(await textOf(GAPS), 'Section(s): Trigger point injections.', 0, 'Section(s): Trigger point injections.'.length));
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.press('Enter');
    await workbench.completions(/MAXIMUS guideline/);
  },

  async 'guideline-page'(workbench, textOf) {
    await letter(workbench, GAPS);
    const text = await textOf(GAPS);
    await workbench.goTo(...placeOf(text, 'MTUS', text.indexOf('MAXIMUS guideline:'), 12));
    await workbench.page.keyboard.press('F12');
    await workbench.textOf('.tab.active .label-name', /Chronic Pain/);
    await workbench.textOf('.view-lines', /Source/i);
    await workbench.atRest();
  },

  async folding(workbench, textOf) {
    await letter(workbench, MIXED);
    // Sections are the first level and items the second.
    await workbench.command('Fold Level 2');
    await workbench.goTo(...placeOf(await textOf(MIXED), 'HOW THE IMR'));
    await workbench.page.keyboard.press('ControlOrMeta+Shift+BracketLeft');
    await workbench.textOf('.line-numbers', /^11$/);
  },

  async walkthrough(workbench) {
    await letter(workbench, MIXED);
    await workbench.command('IMR: Open the Walkthrough');
    await workbench.textOf('.gettingStartedSlideDetails .getting-started-step', /outline/i);
    await workbench.page.keyboard.press('ControlOrMeta+b');
    await workbench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    // What the makers of this host say of their own telemetry.
    await workbench.page.addStyleTag({ content: '.getting-started-footer { display: none !important; }' });
  },

  async 'format-before'(workbench) {
    await letter(workbench, DOUBLE_SPACED);
  },

  async 'format-after'(workbench) {
    await letter(workbench, DOUBLE_SPACED);
    await workbench.command('Format Document');
    await workbench.page.locator('.tabs-container .tab.active.dirty').waitFor();
    await workbench.page.keyboard.press('ControlOrMeta+Home');
  },

  ...PICTURES_OF_CHECKS,
  ...PICTURES_OF_ANNOTATIONS,
};

/** A letter with the view of its items and the outline. */
async function whole(workbench, textOf) {
  await letter(workbench, MIXED);
  await workbench.widenSideBar(40);
  await workbench.goTo(...placeOf(await textOf(MIXED), 'Lumbar support brace'));
  await workbench.scrollToTop(placeOf(await textOf(MIXED), 'IMR ISSUES')[0]);
}

async function letter(workbench, name) {
  await workbench.openFromExplorer(name);
  await workbench.languageIs('IMR Letter');
  await workbench.languageStatus(/item/);
  await workbench.unfold('Disputed Items', /Upheld|Overturned/);
  await workbench.unfold('Outline', /CLINICAL CASE SUMMARY/);
  await workbench.widenSideBar(15);
  await workbench.raise('Outline', 250);
  await workbench.goTo(1, 1);
}

/** A letter with its outline over the whole side bar and its problems below. */
async function outlineAndProblems(workbench) {
  await workbench.openFromExplorer(GAPS);
  await workbench.languageIs('IMR Letter');
  await workbench.languageStatus(/items/);
  await workbench.showOutline();
  await workbench.widenSideBar(10);
  await workbench.command('Problems: Focus on Problems View');
  await workbench.textOf('.markers-panel .monaco-list-row', /missing-decision/);
}

async function main(names) {
  const unknown = names.filter((name) => !Object.hasOwn(PICTURES, name));
  if (unknown.length > 0) throw new Error(`There is no picture ${unknown.join(', ')}; there are ${Object.keys(PICTURES).join(', ')}.`);
  const data = await realpath(await mkdtemp(path.join(tmpdir(), 'imr-picture-')));
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
      settings: {
        'editor.minimap.enabled': false,
        'editor.fontSize': 13,
        'editor.lineHeight': 20,
        'editor.occurrencesHighlight': 'off',
        // Its lines would hide others of the few that a picture holds.
        'editor.stickyScroll.enabled': false,
        'explorer.excludeGitIgnore': false,
        'files.exclude': { '.vscode': true },
        'workbench.secondarySideBar.defaultVisibility': 'hidden',
      },
    });
    browser = await launchBrowser(console.log);
    await mkdir(images, { recursive: true });
    for (const name of names.length > 0 ? names : Object.keys(PICTURES)) {
      const folder = await lettersIn(path.join(data, name), THEMES[name] ?? THEMES.dark);
      const workbench = await WorkbenchPage.open(browser, server.address(folder), { width: 1280, height: 800, scale: 1.5 });
      await PICTURES[name](workbench, (file) => readFile(path.join(folder, file), 'utf8'), folder);
      await take(workbench, name);
      await workbench.close();
    }
  } finally {
    await cleanUp();
  }
}

/** A folder of letters whose workbench has a theme. */
async function lettersIn(place, theme) {
  const folder = path.join(place, 'letters');
  await mkdir(path.join(folder, '.vscode'), { recursive: true });
  await writeFile(path.join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
  for (const name of LETTERS) await cp(path.join(root, 'samples', name), path.join(folder, name));
  return folder;
}

async function take(workbench, name) {
  const { page } = workbench;
  // What a person has not put there: no blinking cursor, no notification, nothing that still moves.
  await page.locator('.notifications-toasts.visible').waitFor({ state: 'hidden' });
  await workbench.atRest();
  const file = path.join(images, `${name}.png`);
  const png = fewColours(await page.screenshot({ animations: 'disabled' }));
  await writeFile(file, png);
  console.log(`${path.relative(process.cwd(), file)} (${Math.round(png.length / 1024)} KB)`);
}

await main(process.argv.slice(2));
