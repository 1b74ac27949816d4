import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { WORDS, annotatedLetter, besideOf, cleanUp, fileHolds, run, select, thread } from './annotations';
import { fileIn, language, open } from './editor';
import { fileText } from './ignored';
import { LETTER } from './letters';
import { test } from './runner';

const git = promisify(execFile);

test('the text that a colleague annotated is found in git, and tells where the words are now', async () => {
  const elsewhere = await annotatedLetter('of-a-colleague.txt');
  await select(elsewhere, WORDS);
  await run('comment', 'Here');
  await fileHolds(elsewhere, 'the comment', (lines) => lines.length === 1);
  const line = await fileText(besideOf(elsewhere));
  await cleanUp(elsewhere);

  const folder = fileIn('letters', 'in-git').fsPath;
  const inGit = (...words: readonly string[]): Promise<unknown> => git('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], { cwd: folder });
  const file = path.join(folder, 'letter.txt');
  await mkdir(folder);
  await inGit('init', '--quiet');
  await writeFile(file, LETTER);
  await writeFile(`${file}.A%2E_Reviewer.anno.jsonl`, line!.replaceAll('of-a-colleague.txt', 'letter.txt'));
  await inGit('add', '.');
  await inGit('commit', '--quiet', '--message', 'Annotated');
  // The words are new on both sides and stand twice: nothing but the old text tells which are the old ones.
  const around = `Decision rationale: ${WORDS} on examination and on films. Therefore, the requested brace`;
  assert.ok(LETTER.includes(around));
  const now = LETTER.replace(around, `Decision rationale: Here, ${WORDS} now, on examination and on films. He says: ${WORDS}. Therefore, the requested brace`);
  await writeFile(file, now);
  await inGit('commit', '--quiet', '--all', '--message', 'A sentence more');

  const document = await open(fileIn('letters', 'in-git/letter.txt'));
  await language(document, 'imr-letter');
  const found = await thread(document, 'where git tells', ({ comments, range }) => comments[0]?.body === 'Here' && range !== undefined && document.getText(range) === WORDS);
  assert.equal(document.offsetAt(found.range!.start), now.indexOf(WORDS));
  await cleanUp(document);
  await rm(folder, { recursive: true });
});
