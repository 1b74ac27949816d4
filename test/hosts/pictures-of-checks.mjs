// Pictures of the checks: problems, a fix, the clean-up, a finding ignored with a reason, the evidence.
import { placeOf } from './text-place.mjs';

const DEFECTS = '2016-content-defects.txt';

/** Each takes a workbench of its own, and a function that gives a file's text. */
export const PICTURES_OF_CHECKS = {
  async checks(workbench, textOf) {
    await problems(workbench);
    await at(workbench, textOf, 'is medically necessary.');
  },

  async 'fix-side'(workbench, textOf) {
    await problems(workbench);
    await at(workbench, textOf, 'right shoulder is');
    await workbench.quickFixes(/left/);
  },

  async 'clean-up'(workbench, textOf) {
    await problems(workbench);
    await at(workbench, textOf, 'L5-Sl');
    await workbench.quickFixes(/L5-S1|text extraction/);
  },

  async 'cleaned-up'(workbench, textOf) {
    await problems(workbench);
    await at(workbench, textOf, 'L5-Sl');
    await workbench.quickFixes(/L5-S1/);
    await workbench.takeQuickFix('Remove what text extraction left behind');
    await workbench.textOf('.view-lines', /L5-S1/);
  },

  async 'ignore-with-reason'(workbench, textOf) {
    await problems(workbench);
    await at(workbench, textOf, 'Calloway');
    await workbench.quickFixes(/Ignore/);
    await workbench.takeQuickFix('Ignore this finding here, with a reason…');
    await workbench.page.locator('.quick-input-widget:visible input').waitFor();
    await workbench.page.keyboard.type('A made-up name in a sample');
    // Over the file's name it would show a path of this machine.
    await workbench.pointerAway();
    await workbench.page.locator('.workbench-hover-container').waitFor({ state: 'hidden' });
  },

  async evidence(workbench, textOf) {
    await problems(workbench);
    await at(workbench, textOf, 'massage sessions or');
    await workbench.command('IMR: Check the Evidence');
    await workbench.textOf('.quick-input-list', /massage/);
  },
};

async function problems(workbench) {
  await workbench.openFromExplorer(DEFECTS);
  await workbench.languageIs('IMR Letter');
  await workbench.languageStatus(/items/);
  await workbench.command('Problems: Focus on Problems View');
  await workbench.textOf('.markers-panel .monaco-list-row', /sessions-do-not-multiply/);
}

async function at(workbench, textOf, words) {
  await workbench.goTo(...placeOf(await textOf(DEFECTS), words, 0, 1));
  await workbench.atRest();
}
