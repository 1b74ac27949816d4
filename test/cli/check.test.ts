import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inFolder } from './command-line';
import { letter2016, letterWithDefect, PLAIN_NOTE } from './made-up-letters';

const CODE = 'empty-reviewer-guideline';
/** The defect's line in the made-up letter. */
const LINE = letterWithDefect().split('\n').indexOf('MAXIMUS guideline:') + 1;

const settings = (levels: Readonly<Record<string, unknown>>): string => JSON.stringify({ 'imrLetters.rules': levels });

describe('check: exit status', () => {
  function check(name: string, files: Readonly<Record<string, string>>, args: readonly string[], status: number): void {
    it(name, inFolder(files, async (folder) => {
      const run = await folder.run(['check', ...args]);
      assert.equal(run.status, status, run.out + run.err);
    }));
  }

  const files = { 'good.txt': letter2016(), 'bad.txt': letterWithDefect(), 'note.txt': PLAIN_NOTE };
  check('0: clean', files, ['good.txt'], 0);
  check('0: not a letter is no error', files, ['good.txt', 'note.txt'], 0);
  check('1: a finding at warning level or above', files, ['good.txt', 'bad.txt'], 1);
  check('2: something could not be read, whatever else', files, ['bad.txt', 'gone.txt'], 2);
  check('0: the rule is off', { ...files, '.vscode/settings.json': settings({ [CODE]: 'off' }) }, ['bad.txt'], 0);
  check('0: the rule is only a hint', { ...files, '.vscode/settings.json': settings({ [CODE]: 'hint' }) }, ['bad.txt'], 0);
  check('1: the rule is an error', { ...files, '.vscode/settings.json': settings({ [CODE]: 'error' }) }, ['bad.txt'], 1);
  check('2: no argument', {}, [], 2);
  check('2: an option that is none', files, ['--colour', 'good.txt'], 2);
  check('2: a format that is none', files, ['--format', 'xml', 'good.txt'], 2);
  check('2: an encoding that is none', files, ['--encoding', 'ebcdic', 'good.txt'], 2);
});

describe('check: as text', () => {
  it('a line per finding, and a summary', inFolder({ 'f/bad.txt': letterWithDefect(), 'f/note.txt': PLAIN_NOTE }, async (folder) => {
    const run = await folder.run(['check', 'f', 'gone.txt']);
    const [finding, note, ...rest] = run.out.split('\n');
    assert.match(finding ?? '', new RegExp(`^f/bad\\.txt:${LINE}:\\d+: warning: .+ \\[${CODE}\\]$`));
    assert.equal(note, 'f/note.txt: note: not an IMR letter');
    assert.deepEqual(rest, ['']);
    assert.equal(
      run.err,
      'imr-letters: gone.txt: no such file or folder\n1 letter in 2 files; 1 warning; 1 file is not a letter; 1 could not be read\n',
    );
  }));
  it('nothing on the output where nothing is found', inFolder({ 'good.txt': letter2016() }, async (folder) => {
    const run = await folder.run(['check', 'good.txt']);
    assert.deepEqual([run.out, run.err], ['', '1 letter in 1 file; no findings\n']);
  }));
  it('no colours where no person looks', inFolder({ 'bad.txt': letterWithDefect() }, async (folder) => {
    const run = await folder.run(['check', 'bad.txt'], { env: { TERM: 'xterm-256color', NO_COLOR: '' } });
    assert.ok(!(run.out + run.err).includes('\u001b'));
  }));
  it('a letter cannot steer the terminal', inFolder({ 'bad.txt': letterWithDefect().replace('MRI of', 'MRI \u001b]0;x\u0007\u009b31m of') }, async (folder) => {
    const run = await folder.run(['check', 'bad.txt']);
    assert.match(run.out, new RegExp(`\\[${CODE}\\]`));
    assert.doesNotMatch((run.out + run.err).replaceAll('\n', ''), /\p{Cc}/u);
  }));
  it('lines count as in an editor, with CR alone too', inFolder({ 'bad.txt': letterWithDefect().replace(/\n/g, '\r') }, async (folder) => {
    const run = await folder.run(['check', 'bad.txt']);
    assert.match(run.out, new RegExp(`^bad\\.txt:${LINE}:\\d+: warning`));
  }));
  it('standard input is called -', inFolder({}, async (folder) => {
    const run = await folder.run(['check', '-'], { input: letterWithDefect() });
    assert.match(run.out, new RegExp(`^-:${LINE}:`));
    assert.equal(run.status, 1);
  }));
});

describe('check: as JSON', () => {
  it('files, findings and a summary', inFolder({ 'bad.txt': letterWithDefect(), 'note.txt': PLAIN_NOTE }, async (folder) => {
    const run = await folder.run(['check', '--format', 'json', 'bad.txt', 'note.txt', 'gone.txt']);
    assert.equal(run.status, 2);
    const report = JSON.parse(run.out) as {
      schema: string;
      files: { file: string; letters: number; findings: Record<string, unknown>[] }[];
      summary: unknown;
    };
    assert.equal(report.schema, 'imr-check/1');
    const [bad, note, gone] = report.files;
    assert.deepEqual(note, { file: 'note.txt', letters: 0, findings: [] });
    assert.deepEqual(gone, { file: 'gone.txt', error: 'no such file or folder' });
    assert.equal(bad?.letters, 1);
    const [finding] = bad.findings;
    assert.deepEqual(Object.keys(finding ?? {}), ['code', 'severity', 'message', 'line', 'column', 'endLine', 'endColumn', 'range', 'letter', 'item']);
    assert.deepEqual([finding?.['code'], finding?.['severity'], finding?.['line'], finding?.['letter'], finding?.['item']], [CODE, 'warning', LINE, 0, 0]);
    assert.deepEqual(report.summary, { files: 2, letters: 1, notLetters: 1, error: 0, warning: 1, information: 0, hint: 0, ignored: 0, unreadable: 1 });
    assert.equal(run.err, '');
  }));
  it('is JSON even when nothing could be read', inFolder({}, async (folder) => {
    const run = await folder.run(['check', '--format', 'json', '*.txt']);
    assert.deepEqual(JSON.parse(run.out), {
      schema: 'imr-check/1',
      files: [{ file: '*.txt', error: 'no file matches this pattern' }],
      summary: { files: 0, letters: 0, notLetters: 0, error: 0, warning: 0, information: 0, hint: 0, ignored: 0, unreadable: 1 },
    });
  }));
});

describe('check: configuration', () => {
  const off = settings({ [CODE]: 'off' });

  function check(name: string, files: Readonly<Record<string, string>>, args: readonly string[], status: number, err: RegExp): void {
    it(name, inFolder({ 'a/b/bad.txt': letterWithDefect(), ...files }, async (folder) => {
      const run = await folder.run(['check', ...args]);
      assert.equal(run.status, status, run.out + run.err);
      assert.match(run.err, err);
    }));
  }

  const one = ['a/b/bad.txt'];
  check('from a folder above', { '.vscode/settings.json': off }, one, 0, /no findings/);
  check('the nearest one', { '.vscode/settings.json': settings({}), 'a/.vscode/settings.json': off }, one, 0, /no findings/);
  check('the nearest one that has the setting', { '.vscode/settings.json': off, 'a/.vscode/settings.json': '{}' }, one, 0, /no findings/);
  check('nearer ones are not mixed with farther ones', { '.vscode/settings.json': off, 'a/.vscode/settings.json': settings({}) }, one, 1, /1 warning/);
  check('with comments and a trailing comma', { '.vscode/settings.json': `\ufeff// levels\n{ "imrLetters.rules": { /* x */ "${CODE}": "off", }, }` }, one, 0, /no findings/);
  check('an empty settings file', { '.vscode/settings.json': '' }, one, 1, /1 warning/);
  check('codes that no rule has', { '.vscode/settings.json': settings({ 'no-such-rule': 'off' }) }, one, 1, /1 warning/);
  check('--config instead', { '.vscode/settings.json': settings({}), 'own.json': off }, ['--config', 'own.json', ...one], 0, /no findings/);
  check('--config with a workspace file', { 'x.code-workspace': `{ "folders": [], "settings": ${off} }` }, ['--config', 'x.code-workspace', ...one], 0, /no findings/);
  check('a broken one: said, with the place, and the rest is done', { 'a/.vscode/settings.json': '{\n  "imrLetters.rules": {,' }, one, 2, /^imr-letters: a[\\/]\.vscode[\\/]settings\.json: line 2, column \d+: not valid JSON \(.+\)\n1 letter in 1 file; 1 warning\n$/);
  check('a level that is none', { '.vscode/settings.json': settings({ [CODE]: 'warn' }) }, one, 2, new RegExp(`settings\\.json: "${CODE}": "warn" is no level`));
  check('a setting that is no object', { '.vscode/settings.json': '{ "imrLetters.rules": [] }' }, one, 2, /must be an object/);
  check('--config that is not there: nothing is checked', {}, ['--config', 'gone.json', ...one], 2, /^imr-letters: gone\.json: no such file or folder\n$/);
  check('--config that is broken: nothing is checked', { 'own.json': 'no' }, ['--config', 'own.json', ...one], 2, /^imr-letters: own\.json: line 1, column 1: not valid JSON \(.+\)\n$/);
  it('a broken one is said once', inFolder({ 'a/1.txt': letter2016(), 'a/2.txt': letter2016(), 'a/.vscode/settings.json': '[]' }, async (folder) => {
    const run = await folder.run(['check', 'a']);
    assert.equal(run.err.match(/settings must be an object/g)?.length, 1);
  }));
  it('standard input takes the settings of the current folder', inFolder({ '.vscode/settings.json': off }, async (folder) => {
    assert.equal((await folder.run(['check', '-'], { input: letterWithDefect() })).status, 0);
  }));
});

describe('help and version', () => {
  function check(args: readonly string[], status: number, stream: 'out' | 'err', expected: RegExp): void {
    it(args.join(' ') || 'no argument', inFolder({}, async (folder) => {
      const run = await folder.run(args);
      assert.equal(run.status, status);
      assert.match(run[stream], expected);
    }));
  }
  check(['--help'], 0, 'out', /^Usage: imr-letters [\s\S]+export[\s\S]+check/);
  check(['export', '--help'], 0, 'out', /--encoding[\s\S]+letter\.schema\.json/);
  check(['check', '--help'], 0, 'out', /--config[\s\S]+Exit status: 0 clean, 1 findings/);
  check(['--version'], 0, 'out', /^\d+\.\d+\.\d+\n$/);
  check([], 2, 'err', /^Usage: imr-letters/);
  check(['lint', 'a.txt'], 2, 'err', /unknown command 'lint'/);
});
