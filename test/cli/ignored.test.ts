import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readLetters } from '../../server/src/letter';
import { checkLetters } from '../../server/src/rules';
import { findingIds } from '../../server/src/rules/finding-id';
import { inFolder, records } from './command-line';
import { letter2016, letterWithDefect } from './made-up-letters';

const CODE = 'empty-reviewer-guideline';

/** A line of the file for the one finding of the letter with a defect. */
function ignoring(text: string, more: Readonly<Record<string, unknown>> = {}): string {
  const letters = readLetters(text);
  const findings = checkLetters(text, letters);
  const index = findings.findIndex(({ code }) => code === CODE);
  assert.ok(index >= 0);
  return `${JSON.stringify({ id: findingIds(text, letters, findings)[index], code: CODE, item: 0, reason: 'Sent back.', by: 'J.', on: '2026-11-20', ...more })}\n`;
}

const BAD = letterWithDefect();
const FILES = { 'f/bad.txt': BAD, 'f/bad.txt.ignored.jsonl': ignoring(BAD), 'f/good.txt': letter2016() };

describe('ignored findings: check', () => {
  it('leaves out what is ignored, and says how many', inFolder(FILES, async (folder) => {
    const run = await folder.run(['check', 'f']);
    assert.deepEqual([run.status, run.out, run.err], [0, '', '2 letters in 2 files; no findings; 1 ignored with a reason\n']);
  }));
  it('as JSON too', inFolder(FILES, async (folder) => {
    const run = await folder.run(['check', '--format', 'json', 'f/bad.txt']);
    const { files, summary } = JSON.parse(run.out) as { files: { findings: unknown[] }[]; summary: Record<string, number> };
    assert.deepEqual([files[0]?.findings, summary['warning'], summary['ignored']], [[], 0, 1]);
  }));
  it('--no-ignores shows all', inFolder(FILES, async (folder) => {
    const run = await folder.run(['check', '--no-ignores', 'f']);
    assert.equal(run.status, 1);
    assert.match(run.out, new RegExp(`^f/bad\\.txt:\\d+:\\d+: warning: .+ \\[${CODE}\\]\\n$`));
    assert.equal(run.err, '2 letters in 2 files; 1 warning\n');
  }));
  it('the same letter with other line ends has the same findings', inFolder({ ...FILES, 'f/bad.txt': BAD.replace(/\n/g, '\r\n') }, async (folder) => {
    assert.equal((await folder.run(['check', 'f/bad.txt'])).status, 0);
  }));
  it('a letter that has changed there has another finding', inFolder({ ...FILES, 'f/bad.txt': BAD.replace('MRI of the left shoulder', 'MRI of the left knee') }, async (folder) => {
    assert.equal((await folder.run(['check', 'f/bad.txt'])).status, 1);
  }));
  it('lines that cannot be read are a warning, nothing is lost and the others hold', inFolder({ ...FILES, 'f/bad.txt.ignored.jsonl': `<<<<<<< ours\n${ignoring(BAD)}{"id":"0123456789abcdef"}\n` }, async (folder) => {
    const run = await folder.run(['check', 'f/bad.txt']);
    assert.equal(run.status, 0);
    assert.deepEqual(run.err.split('\n').slice(0, 2), [
      'imr-letters: f/bad.txt.ignored.jsonl:1: not valid JSON; this line ignores nothing',
      'imr-letters: f/bad.txt.ignored.jsonl:3: no "reason"; this line ignores nothing',
    ]);
  }));
  it('a file that is a folder ignores nothing, and the run goes on', inFolder({ 'f/bad.txt': BAD, 'f/bad.txt.ignored.jsonl/x': '' }, async (folder) => {
    const run = await folder.run(['check', 'f/bad.txt']);
    assert.equal(run.status, 1);
    assert.match(run.err, /^imr-letters: f\/bad\.txt\.ignored\.jsonl: is a folder; nothing is ignored\n/);
  }));
  it('standard input has nothing beside it', inFolder({ '-.ignored.jsonl': ignoring(BAD) }, async (folder) => {
    assert.equal((await folder.run(['check', '-'], { input: BAD })).status, 1);
  }));
});

describe('ignored findings: export', () => {
  const diagnostics = async (run: Promise<{ readonly out: string }>): Promise<unknown[]> => records((await run).out).flatMap((record) => (record['diagnostics'] as { code: unknown }[]).map(({ code }) => code));
  it('leaves out what is ignored', inFolder(FILES, async (folder) => {
    assert.deepEqual(await diagnostics(folder.run(['export', 'f/bad.txt'])), []);
    folder.write('f/bad.txt.ignored.jsonl', '');
    assert.deepEqual(await diagnostics(folder.run(['export', 'f/bad.txt'])), [CODE]);
  }));
});

describe('ignored findings: ignored', () => {
  const gone = ignoring(BAD, { id: 'ffffffffffffffff', by: '', reason: 'Was \u001b[31mso.' });
  const files = { ...FILES, 'f/bad.txt.ignored.jsonl': ignoring(BAD) + gone };
  it('lists them with their place, and says what no longer matches', inFolder(files, async (folder) => {
    const run = await folder.run(['ignored', 'f', 'gone.txt']);
    assert.equal(run.status, 2);
    const line = BAD.split('\n').indexOf('MAXIMUS guideline:') + 1;
    assert.deepEqual(run.out.split('\n'), [`f/bad.txt:${line}:1: ignored: Sent back. (J., 2026-11-20) [${CODE}]`, `f/bad.txt: no longer found: Was  [31mso. (2026-11-20) [${CODE}]`, '']);
    assert.equal(run.err, 'imr-letters: gone.txt: no such file or folder\n');
  }));
  it('a rule that is off has its findings there all the same', inFolder({ ...FILES, 'f/.vscode/settings.json': JSON.stringify({ 'imrLetters.rules': { [CODE]: 'off' } }) }, async (folder) => {
    assert.match((await folder.run(['ignored', 'f'])).out, /: ignored: Sent back\./);
  }));
  it('as JSON', inFolder(files, async (folder) => {
    const run = await folder.run(['ignored', '--format', 'json', 'f']);
    assert.equal(run.status, 0);
    const { schema, files: listed } = JSON.parse(run.out) as { schema: string; files: { file: string; ignored: { reason: string; place: { line: number } | null }[] }[] };
    assert.deepEqual([schema, listed.map(({ file }) => file)], ['imr-ignored/1', ['f/bad.txt']]);
    assert.deepEqual(listed[0]?.ignored.map(({ reason, place }) => [reason, place !== null]), [['Sent back.', true], ['Was \u001b[31mso.', false]]);
  }));
  it('nothing where nothing is ignored', inFolder({ 'good.txt': letter2016() }, async (folder) => {
    const run = await folder.run(['ignored', 'good.txt']);
    assert.deepEqual([run.status, run.out, run.err], [0, '', '']);
  }));
});
