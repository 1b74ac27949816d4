import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hintsOf, lensesOf } from './answers';
import { closeAll, eventually, sample } from './editor';
import { test } from './runner';

/** Switches a setting off for the folder of a document, does something and gives the setting back. */
async function without(document: vscode.TextDocument, setting: string, body: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('imrLetters', document.uri);
  await settings.update(setting, false, vscode.ConfigurationTarget.WorkspaceFolder);
  try {
    await body();
  } finally {
    await settings.update(setting, undefined, vscode.ConfigurationTarget.WorkspaceFolder);
  }
}

test('a lens over each item tells its decision, its citations and its findings', async () => {
  const document = await sample('2016-missing-fields.txt');
  const lenses = await eventually('lenses', async () => {
    const found = await lensesOf(document);
    return found.length > 0 ? found : undefined;
  });
  const [trigger, therapy, lidocaine, omeprazole] = lenses;
  assert.equal(lenses.length, 4);
  assert.match(trigger!.join(' | '), /^Trigger point injections.* \| Upheld · 1 citation · 1 finding$/);
  assert.match(therapy!.join(' | '), /^Physical therapy for the neck.* \| No decision · \d citations · \d findings?$/);
  assert.match(lidocaine!.join(' | '), /^Lidocaine 5% patch #30: ____ \| .* · \d citations · \d findings?$/);
  assert.match(omeprazole!.join(' | '), /^Omeprazole 20mg #30: Upheld \| Upheld · \d citations · \d findings?$/);
  await closeAll();
});

test('lenses go and come with their setting', async () => {
  const document = await sample('2014-three-items-mixed.txt');
  const count = (wanted: number): Promise<true> => eventually(`${wanted} lenses`, async () => ((await lensesOf(document)).length === wanted ? true : undefined));
  await count(3);
  await without(document, 'codeLens.enabled', () => count(0).then(() => {}));
  await count(3);
  await closeAll();
});

test('inlay hints sum up the decisions and name what a letter names otherwise', async () => {
  const mixed = await eventually('hints', async () => {
    const hints = await hintsOf(await sample('2014-three-items-mixed.txt'));
    return hints.length > 0 ? hints : undefined;
  });
  assert.deepEqual(mixed[0], ['IMR ISSUES, DECISIONS AND RATIONALES', '3 items: 2 upheld, 1 overturned']);
  await closeAll();
  const later = await hintsOf(await sample('2016-missing-fields.txt'));
  const neck = later.find(([line]) => line.endsWith('MTUS Neck and Upper Back Complaints 2004'));
  assert.equal(neck?.[1], 'ACOEM ch. 8');
  await closeAll();
});

test('inlay hints go and come with their setting', async () => {
  const document = await sample('2014-three-items-mixed.txt');
  const some = (wanted: boolean): Promise<true> => eventually(wanted ? 'hints' : 'no hints', async () => ((await hintsOf(document)).length > 0 === wanted ? true : undefined));
  await some(true);
  await without(document, 'inlayHints.enabled', () => some(false).then(() => {}));
  await some(true);
  await closeAll();
});
