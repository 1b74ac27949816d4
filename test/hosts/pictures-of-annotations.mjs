// Pictures of annotating, in the order in which a person would do it: labels, a comment with an answer,
// review mode, and what lost its place when the file was changed outside.
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { placeOf } from './text-place.mjs';

const LETTER = '2014-three-items-mixed.txt';
const DIAGNOSIS = 'a bulging disc at L4-5';
const COMMENTED = 'the spine is not described as unstable';

/** Each takes a workbench of its own, a function that gives a file's text, and the folder. */
export const PICTURES_OF_ANNOTATIONS = {
  async labels(workbench, textOf) {
    await opened(workbench);
    await select(workbench, textOf, DIAGNOSIS);
    await workbench.command('IMR: Label the Selected Words');
    await workbench.textOf('.quick-input-list', /Diagnosis/);
  },

  async annotations(workbench, textOf) {
    await annotated(workbench, textOf);
    await threadOpened(workbench, textOf);
  },

  async resolved(workbench, textOf) {
    await annotated(workbench, textOf);
    await threadOpened(workbench, textOf);
    await workbench.page.locator('.review-widget .action-label[aria-label^="Resolve"]').first().click();
    // The editor folds a thread that is resolved.
    await workbench.textOf('.part.sidebar', /resolved/);
    await workbench.command('Comments: Expand All');
    await workbench.page.locator('.review-widget .action-label[aria-label^="Reopen"]').first().waitFor();
    await workbench.atRest();
  },

  async review(workbench, textOf) {
    await annotated(workbench, textOf);
    await workbench.command('IMR: Review the Letter');
    await workbench.textOf('.part.statusbar', /IMR review 1/);
    await workbench.page.keyboard.press('a');
    await workbench.textOf('.part.statusbar', /IMR review 2/);
    await workbench.atRest();
  },

  async 'place-lost'(workbench, textOf, folder) {
    await annotated(workbench, textOf);
    await workbench.command('View: Close All Editors');
    await workbench.page.locator('.tabs-container .tab').first().waitFor({ state: 'detached' });
    // A note before it, and the words of the comment gone, as another program might leave it.
    const changed = `A note of the office, copied on a Tuesday.\n\n${await textOf(LETTER)}`.replace(`${COMMENTED}, `, '');
    const file = path.join(folder, LETTER);
    await writeFile(`${file}.new`, changed);
    await rename(`${file}.new`, file);
    await opened(workbench);
    await workbench.textOf('.part.sidebar', /Place lost/);
    // The tray has the side bar, and the line above the item the editor.
    await workbench.command('View: Hide Panel');
    await workbench.page.locator('.pane-header[aria-label^="Explorer Section"]').click();
    await workbench.goTo(...placeOf(changed, 'Lumbar support brace'));
    await workbench.atRest();
  },
};

/** The letter with the view of annotations over most of the side bar. */
async function opened(workbench) {
  await workbench.openFromExplorer(LETTER);
  await workbench.languageIs('IMR Letter');
  await workbench.languageStatus(/items/);
  const view = workbench.page.locator('.pane-header[aria-label^="Annotations Section"]');
  await view.waitFor();
  if ((await view.getAttribute('aria-expanded')) !== 'true') await view.click();
  await workbench.widenSideBar(60);
}

/** Two labels, a comment, and another person's answer to it. */
async function annotated(workbench, textOf) {
  await opened(workbench);
  await label(workbench, textOf, DIAGNOSIS, '1', 'Kim');
  await label(workbench, textOf, 'no lasting benefit from a brace', '4');
  await select(workbench, textOf, COMMENTED);
  await workbench.command('IMR: Comment on the Selected Words');
  await answer(workbench, /Comment/, 'Is this in the records, or an assumption?');
  await workbench.textOf('.part.sidebar', /in the records/);
}

async function threadOpened(workbench, textOf) {
  await workbench.goTo(...placeOf(await textOf(LETTER), COMMENTED, 0, 4));
  await workbench.command('Comments: Expand All');
  await workbench.page.locator('.review-widget:visible').first().waitFor();
  await workbench.goTo(...placeOf(await textOf(LETTER), COMMENTED, 0, 4));
  await workbench.command('IMR: Change or Answer the Annotation at the Cursor');
  await workbench.textOf('.quick-input-list', /Answer/);
  await workbench.page.locator('.quick-input-widget:visible input[type="text"]').fill('Answer');
  await workbench.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Answer' }).waitFor();
  await workbench.page.keyboard.press('Enter');
  await answer(workbench, /^Answer$/, 'Films of 2012 are in the summary; nothing later.');
  await workbench.textOf('.review-widget', /nothing later/);
  await workbench.atRest();
}

/** `name`: that of the person, who is asked for it once. */
async function label(workbench, textOf, words, key, name) {
  await select(workbench, textOf, words);
  await workbench.command('IMR: Label the Selected Words');
  await workbench.textOf('.quick-input-list', /Diagnosis|Guideline criterion/);
  await workbench.page.keyboard.press(key);
  if (name !== undefined) {
    await answer(workbench, /Your name/, name);
    // Whether the name shall be kept is of no interest in a picture.
    await workbench.page.locator('.notification-toast').first().waitFor();
    await workbench.command('Notifications: Clear All Notifications');
  }
  await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await workbench.textOf('.part.sidebar', new RegExp(words.slice(0, 12).replaceAll(' ', '\\s')));
}

/** Gives words to the box with this title; the list before it, which looks alike, must have gone. */
async function answer(workbench, title, words) {
  await workbench.textOf('.quick-input-title', title);
  await workbench.page.locator('.quick-input-list').waitFor({ state: 'hidden' });
  await workbench.page.locator('.quick-input-widget:visible input[type="text"]').fill(words);
  await workbench.page.keyboard.press('Enter');
}

async function select(workbench, textOf, words) {
  await workbench.goTo(...placeOf(await textOf(LETTER), words));
  for (let at = 0; at < words.length; at += 1) await workbench.page.keyboard.press('Shift+ArrowRight');
}
