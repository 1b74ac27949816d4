import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, whole } from './answers';
import { ON_FORM, closeAll, codeOf, codes, diagnosticsOf, eventually, fileIn, letter, open, until } from './editor';
import { LETTER, LETTER_WITHOUT_DECISION, LETTER_WITHOUT_REVIEWER_GUIDELINE } from './letters';
import { test } from './runner';

/** What was put into a text, where nothing else has changed. */
function insertedInto(before: string, after: string): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  const rest = before.length - start;
  assert.ok(after.length > before.length, 'nothing was inserted');
  assert.equal(after.slice(after.length - rest), before.slice(start), 'something else has changed');
  return after.slice(start, after.length - rest);
}

test('every sample has exactly the problems of form that it was written for', async () => {
  const bytes = await vscode.workspace.fs.readFile(fileIn('samples', 'expected.json'));
  const expected = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, { findings: string[] }>;
  assert.ok(Object.keys(expected).length >= 8);
  assert.ok(Object.values(expected).some(({ findings }) => findings.includes('missing-decision')));
  for (const [name, { findings: all }] of Object.entries(expected)) {
    const findings = all.filter((code) => ON_FORM.test(code));
    const { uri } = await open(fileIn('samples', name));
    if (findings.length > 0) {
      const sorted = [...findings].sort().join();
      await until(`the problems of ${name} are ${sorted}`, [vscode.languages.onDidChangeDiagnostics], () => (diagnosticsOf(uri).map(codeOf).sort().join() === sorted ? true : undefined), () => diagnosticsOf(uri).map(codeOf).join());
    } else {
      // The outline comes from the same reading, so the server has seen the letter.
      await eventually(`an outline of ${name}`, async () => (await vscode.commands.executeCommand<unknown[] | undefined>('vscode.executeDocumentSymbolProvider', uri))?.[0]);
      assert.deepEqual(diagnosticsOf(uri).map(codeOf), [], name);
    }
    await closeAll();
  }
});

test('a problem carries its code, and the code opens the page of its rule', async () => {
  const document = await letter('letters', 'code.txt', LETTER_WITHOUT_REVIEWER_GUIDELINE);
  const [problem] = await codes(document.uri, ['missing-reviewer-guideline']);
  assert.equal(problem?.severity, vscode.DiagnosticSeverity.Warning);
  assert.ok(problem !== undefined && document.getText(problem.range).startsWith('Wrist brace, right'));
  assert.ok(typeof problem.code === 'object');
  const { target } = problem.code;
  assert.equal(target.scheme, 'command');
  assert.equal(target.path, 'imrLetters.openRule');
  const words = JSON.parse(decodeURIComponent(target.query)) as unknown[];
  assert.deepEqual(words, ['missing-reviewer-guideline']);
  await vscode.commands.executeCommand(target.path, ...words);
  await until('the page is open', [vscode.window.tabGroups.onDidChangeTabs], () => {
    const label = vscode.window.tabGroups.activeTabGroup.activeTab?.label;
    return label?.includes('missing-reviewer-guideline') === true ? true : undefined;
  }, () => `the open tab is ${vscode.window.tabGroups.activeTabGroup.activeTab?.label}`);
  await closeAll();
});

test('the quick fix for a missing field only inserts', async () => {
  const document = await letter('letters', 'field.txt', LETTER_WITHOUT_REVIEWER_GUIDELINE);
  const [problem] = await codes(document.uri, ['missing-reviewer-guideline']);
  const [fix] = await actionsAt(document.uri, problem!.range, vscode.CodeActionKind.QuickFix);
  assert.equal(fix?.isPreferred, true);
  const before = document.getText();
  assert.ok(await vscode.workspace.applyEdit(fix.edit!));
  const inserted = insertedInto(before, document.getText());
  assert.match(inserted, /MAXIMUS guideline:/);
  assert.ok(document.getText().indexOf('MAXIMUS guideline:') < document.getText().indexOf('Decision rationale:'));
  assert.ok(document.getText().indexOf('MAXIMUS guideline:') > document.getText().indexOf('Claims Administrator guideline:'));
  await until('the field is no longer missing', [vscode.languages.onDidChangeDiagnostics], () =>
    diagnosticsOf(document.uri).every((diagnostic) => codeOf(diagnostic) !== 'missing-reviewer-guideline') ? true : undefined);
  assert.ok(diagnosticsOf(document.uri).every((diagnostic) => codeOf(diagnostic) === 'empty-reviewer-guideline'));
  await closeAll();
});

test('auto fix at the cursor adds the missing field too', async () => {
  const document = await letter('letters', 'auto.txt', LETTER_WITHOUT_REVIEWER_GUIDELINE);
  const [problem] = await codes(document.uri, ['missing-reviewer-guideline']);
  const editor = await vscode.window.showTextDocument(document, { selection: new vscode.Range(problem!.range.start, problem!.range.start) });
  const before = document.getText();
  await vscode.commands.executeCommand('editor.action.autoFix');
  await until('the text has changed', [vscode.workspace.onDidChangeTextDocument], () => (editor.document.getText() !== before ? true : undefined));
  assert.match(insertedInto(before, document.getText()), /MAXIMUS guideline:/);
  await closeAll();
});

test('a missing decision is offered as both decisions, none of them preferred', async () => {
  const document = await letter('letters', 'decision.txt', LETTER_WITHOUT_DECISION);
  const [problem] = await codes(document.uri, ['missing-decision']);
  const fixes = await actionsAt(document.uri, problem!.range, vscode.CodeActionKind.QuickFix);
  assert.equal(fixes.length, 2);
  assert.ok(fixes.every(({ isPreferred }) => isPreferred !== true));
  assert.deepEqual(fixes.map(({ title }) => /Upheld|Overturned/.exec(title)?.[0]), ['Upheld', 'Overturned']);
  const before = document.getText();
  assert.ok(await vscode.workspace.applyEdit(fixes[1]!.edit!));
  assert.match(insertedInto(before, document.getText()), /^:\s*Overturned$/);
  await codes(document.uri, []);
  await closeAll();
});

test('fix all leaves a missing decision alone', async () => {
  const document = await letter('letters', 'no-fix-all.txt', LETTER_WITHOUT_DECISION);
  await codes(document.uri, ['missing-decision']);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, whole(document), vscode.CodeActionKind.SourceFixAll.value);
  assert.deepEqual(actions.filter(({ kind }) => kind !== undefined && vscode.CodeActionKind.SourceFixAll.contains(kind)), []);
  await closeAll();
});

test('fix all puts fields into the order of the form and changes nothing else', async () => {
  const claims = /Claims Administrator guideline:[^:]*: 264\.\n\n/.exec(LETTER)![0];
  const reviewer = /MAXIMUS guideline:[^:]*: 265\.\n\n/.exec(LETTER)![0];
  const document = await letter('letters', 'order.txt', LETTER.replace(claims + reviewer, reviewer + claims));
  await codes(document.uri, ['field-out-of-order']);
  await vscode.commands.executeCommand('editor.action.fixAll');
  await codes(document.uri, []);
  assert.equal(document.getText(), LETTER);
  await closeAll();
});

test('each folder of a workspace has its own levels of rules', async () => {
  const usual = await letter('letters', 'levels.txt', LETTER_WITHOUT_DECISION);
  const [warning] = await codes(usual.uri, ['missing-decision']);
  assert.equal(warning?.severity, vscode.DiagnosticSeverity.Warning);
  const strict = await letter('rules', 'decision.txt', LETTER_WITHOUT_DECISION);
  const [error] = await codes(strict.uri, ['missing-decision']);
  assert.equal(error?.severity, vscode.DiagnosticSeverity.Error);
  const silent = await letter('rules', 'reviewer.txt', LETTER_WITHOUT_REVIEWER_GUIDELINE.replace('Wrist brace, right:  Upheld', 'Wrist brace, right'));
  await codes(silent.uri, ['missing-decision']);
  await closeAll();
});

test('a change of the setting changes the problems at once', async () => {
  const document = await letter('letters', 'setting.txt', LETTER_WITHOUT_DECISION);
  await codes(document.uri, ['missing-decision']);
  const settings = vscode.workspace.getConfiguration('imrLetters', document.uri);
  await settings.update('rules', { 'missing-decision': 'off' }, vscode.ConfigurationTarget.WorkspaceFolder);
  await codes(document.uri, []);
  await settings.update('rules', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
  await codes(document.uri, ['missing-decision']);
  await closeAll();
});

test('the problems of a letter go when it is treated as plain text', async () => {
  const document = await letter('letters', 'gone.txt', LETTER_WITHOUT_DECISION);
  await codes(document.uri, ['missing-decision']);
  await vscode.commands.executeCommand('imrLetters.treatAsPlainText');
  await codes(document.uri, []);
  await closeAll();
});
