import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codes, fileIn, language, letter, open } from './editor';
import { ignore } from './ignored';
import { LETTER_WITHOUT_DECISION } from './letters';
import { heard, personIs } from './person';
import { test } from './runner';
import { SwitchableFiles } from './switchable-files';

const NAME = 'letter.txt';
const BESIDE = `${NAME}.ignored.jsonl`;
const OTHERS = '{"id":"zz","code":"old-rule","item":1,"reason":"Was so.","by":"K.","on":"2025-01-02"}\n';

const reasons = (text: string | undefined): string[] => (text ?? '').split('\n').flatMap((line) => (/"reason":"(.*?)"/.exec(line)?.[1] ?? [])).sort();

/** Runs a test with a letter that has a finding, in files that can fail. */
function withFiles(name: string, body: (files: SwitchableFiles, ignoreIt: (reason: string) => Promise<void>) => Promise<void>): void {
  test(name, async () => {
    const files = new SwitchableFiles('imr-ignoring');
    files.put(NAME, LETTER_WITHOUT_DECISION);
    try {
      const document = await open(files.uri(NAME));
      await language(document, 'imr-letter');
      const [problem] = await codes(document.uri, ['missing-decision']);
      await body(files, (reason) => ignore(document, problem!.range, reason));
    } finally {
      await closeAll();
      files.dispose();
    }
  });
}

withFiles('a reason is not lost when its file cannot be written: it is tried again', async (files, ignoreIt) => {
  files.readOnly = true;
  const said = await heard(() => ignoreIt('Decided by phone.'), (_, buttons) => {
    assert.deepEqual(buttons, ['Try Again', 'Copy the Words']);
    files.readOnly = false;
    return 'Try Again';
  });
  assert.equal(said.length, 1);
  assert.match(said[0]!, /could not be changed/);
  assert.deepEqual(reasons(files.text(BESIDE)), ['Decided by phone.']);
});

withFiles('nothing is written into a conflict of git, and the reason can be copied', async (files, ignoreIt) => {
  const conflict = `<<<<<<< ours\n${OTHERS}=======\n>>>>>>> theirs\n`;
  files.put(BESIDE, conflict);
  const said = await heard(() => ignoreIt('Decided by fax.'), () => 'Copy the Words');
  assert.match(said.join(), /merge conflict/);
  assert.equal(await vscode.env.clipboard.readText(), 'Decided by fax.');
  assert.equal(files.text(BESIDE), conflict);
});

withFiles('a write of another window at the last moment is kept beside the reason', async (files, ignoreIt) => {
  files.put(BESIDE, OTHERS);
  files.afterDraft = () => files.put(BESIDE, OTHERS + OTHERS.replace('zz', 'yy').replace('Was so.', 'Was so, too.'));
  assert.deepEqual(await heard(() => ignoreIt('Decided by phone.')), []);
  assert.deepEqual(reasons(files.text(BESIDE)), ['Decided by phone.', 'Was so, too.', 'Was so.']);
});

test('a file of ignored findings in another encoding stays as it is', async () => {
  const document = await letter('letters', 'latin.txt', LETTER_WITHOUT_DECISION);
  const beside = fileIn('letters', 'latin.txt.ignored.jsonl');
  const latin = Uint8Array.from(OTHERS.replace('K.', 'José'), (each) => each.charCodeAt(0));
  await vscode.workspace.fs.writeFile(beside, latin);
  const [problem] = await codes(document.uri, ['missing-decision']);
  const said = await heard(() => ignore(document, problem!.range, 'Decided by phone.'));
  assert.match(said.join(), /not written in UTF-8/);
  assert.deepEqual([...(await vscode.workspace.fs.readFile(beside))], [...latin]);
  await vscode.workspace.fs.delete(beside);
  await closeAll();
});

test('who ignores a finding has the name that annotations are signed with', async () => {
  await personIs('  J.   Doe ');
  try {
    const document = await letter('letters', 'signed.txt', LETTER_WITHOUT_DECISION);
    const [problem] = await codes(document.uri, ['missing-decision']);
    await ignore(document, problem!.range, 'Decided by phone.');
    const beside = fileIn('letters', 'signed.txt.ignored.jsonl');
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(beside)), /"by":"J\. Doe"/);
    await vscode.workspace.fs.delete(beside);
  } finally {
    await closeAll();
    await personIs(undefined);
  }
});
