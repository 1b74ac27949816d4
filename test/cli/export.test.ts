import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { CLI, inFolder, records } from './command-line';
import type { Folder } from './command-line';
import { letter2016, letterWithDefect, PLAIN_NOTE } from './made-up-letters';

const NOT_A_LETTER = { schema: 'imr-letter/1', layout: null };

interface Exported {
  readonly file: string;
  readonly index: number;
  readonly range: readonly [number, number];
  readonly layout: string | null;
  readonly error?: string;
  readonly items: readonly { readonly request: { readonly text: string; readonly range: readonly [number, number] } }[];
  readonly diagnostics: readonly { readonly code: string; readonly severity: string }[];
}

async function exported(folder: Folder, args: readonly string[], status = 0, input = ''): Promise<Exported[]> {
  const run = await folder.run(['export', ...args], { input });
  assert.equal(run.status, status, run.err);
  return records(run.out) as unknown as Exported[];
}

const filesOf = (all: readonly Exported[]): string[] => all.map(({ file }) => file);

function utf16(text: string, littleEndian: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
}

describe('export: which files, and what they are called', () => {
  const files = {
    'letters/b.txt': letter2016(),
    'letters/a.txt': letter2016(),
    'letters/a/z.txt': letter2016(),
    'letters/a-b.TXT': PLAIN_NOTE,
    'letters/readme.md': letter2016(),
    'letters/.hidden/h.txt': PLAIN_NOTE,
    'odd.letter': letter2016(),
    'brackets [1].txt': letter2016(),
  };
  const inLetters = ['.hidden/h.txt', 'a-b.TXT', 'a.txt', 'a/z.txt', 'b.txt'];

  function check(name: string, args: readonly string[], expected: readonly string[]): void {
    it(name, inFolder(files, async (folder) => assert.deepEqual(filesOf(await exported(folder, args)), expected)));
  }

  check('files in the order of the arguments', ['letters/b.txt', 'letters/a.txt'], ['letters/b.txt', 'letters/a.txt']);
  check('a named file whatever its ending', ['odd.letter', './odd.letter'], ['odd.letter', './odd.letter']);
  check('a folder: its text files, sorted by path', ['letters'], inLetters.map((file) => `letters/${file}`));
  check('a folder given with a slash', ['letters/'], inLetters.map((file) => `letters/${file}`));
  check('a folder given from here', ['./letters'], inLetters.map((file) => `./letters/${file}`));
  check('a glob: of any ending, named as given', ['./letters/*.{txt,md}'], ['./letters/a.txt', './letters/b.txt', './letters/readme.md']);
  check('a glob into folders', ['letters/**/z.txt'], ['letters/a/z.txt']);
  check('a glob that matches a folder', ['lett*'], inLetters.map((file) => `letters/${file}`));
  check('a name that looks like a glob and is a file', ['brackets [1].txt'], ['brackets [1].txt']);
  it('absolute paths stay absolute', inFolder(files, async (folder) => {
    const path = folder.path.replace(/\\/g, '/');
    assert.deepEqual(filesOf(await exported(folder, [`${path}/letters/b.txt`, `${path}/letters/?.txt`])), [
      `${path}/letters/b.txt`,
      `${path}/letters/a.txt`,
      `${path}/letters/b.txt`,
    ]);
  }));
  it('a glob above the current folder', inFolder({ 'here/x.md': '', 'there/a.txt': letter2016() }, async (folder) => {
    const run = await folder.run(['export', 'here/../there/*.txt']);
    assert.deepEqual(filesOf(records(run.out) as unknown as Exported[]), ['here/../there/a.txt']);
  }));
  it('a link back to its own folder ends nowhere', inFolder(files, async (folder) => {
    symlinkSync(join(folder.path, 'letters'), join(folder.path, 'letters', 'a', 'loop'), 'junction');
    assert.deepEqual(filesOf(await exported(folder, ['letters'])), inLetters.map((file) => `letters/${file}`));
  }));
  it('standard input', inFolder({}, async (folder) => {
    const [record] = await exported(folder, ['-'], 0, letter2016());
    assert.deepEqual([record?.file, record?.layout], ['-', '2016']);
  }));
  it('standard input cannot be read twice', inFolder({}, async (folder) => {
    const [, second] = await exported(folder, ['-', '-'], 2, letter2016());
    assert.match(second?.error ?? '', /only once/);
  }));
});

describe('export: what cannot be read', () => {
  it('is a record and status 2, and the run goes on', inFolder({ 'a.txt': letter2016() }, async (folder) => {
    const run = await folder.run(['export', 'gone.txt', 'none-*.txt', 'a.txt']);
    assert.equal(run.status, 2);
    const [gone, none, letter] = records(run.out);
    assert.deepEqual(gone, { ...NOT_A_LETTER, file: 'gone.txt', error: 'no such file or folder' });
    assert.deepEqual(none, { ...NOT_A_LETTER, file: 'none-*.txt', error: 'no file matches this pattern' });
    assert.equal(letter?.['layout'], '2016');
    assert.equal(run.err, 'imr-letters: gone.txt: no such file or folder\nimr-letters: none-*.txt: no file matches this pattern\n');
  }));
  it('a file that vanished after its folder was listed', inFolder({ 'letters/b.txt': letter2016() }, async (folder) => {
    symlinkSync(join(folder.path, 'vanished'), join(folder.path, 'letters', 'a.txt'), 'file');
    const [vanished, letter] = await exported(folder, ['letters'], 2);
    assert.deepEqual(vanished, { ...NOT_A_LETTER, file: 'letters/a.txt', error: 'no such file or folder' });
    assert.equal(letter?.layout, '2016');
  }));
  it('a file that nobody can open', inFolder({ 'letters/b.txt': letter2016() }, async (folder) => {
    symlinkSync('a.txt', join(folder.path, 'letters', 'a.txt'), 'file');
    const [endless, letter] = await exported(folder, ['letters'], 2);
    assert.equal(endless?.error, 'too many symbolic links');
    assert.equal(letter?.layout, '2016');
  }));
  it('an empty folder holds no letter and is no error', inFolder({}, async (folder) => {
    mkdirSync(join(folder.path, 'empty'));
    assert.deepEqual(await exported(folder, ['empty']), []);
  }));
});

describe('export: encodings', () => {
  // What is not ASCII shows whether the bytes were read as what they are.
  const text = letter2016({ request: 'MRI of the worker’s shoulder – 3T' });
  const request = 'MRI of the worker’s shoulder – 3T';
  const start = text.indexOf(request);
  const windows1252 = Buffer.from(text.replace('’', '\u0092').replace('–', '\u0096'), 'latin1');

  function check(name: string, bytes: Uint8Array, args: readonly string[] = []): void {
    it(name, inFolder({ 'a.txt': bytes }, async (folder) => {
      const [record] = await exported(folder, [...args, 'a.txt']);
      assert.deepEqual(record?.items[0]?.request, { text: request, range: [start, start + request.length] });
    }));
  }

  check('UTF-8', Buffer.from(text));
  check('UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`));
  check('UTF-16 LE with a mark', utf16(`\ufeff${text}`, true));
  check('UTF-16 BE with a mark', utf16(`\ufeff${text}`, false));
  check('UTF-16 LE without', utf16(text, true));
  check('UTF-16 BE without', utf16(text, false));
  check('Windows-1252', windows1252);
  check('Windows-1252, said to be', windows1252, ['--encoding', 'windows-1252']);
  check('CR alone at the line ends', Buffer.from(text.replace(/\n/g, '\r')));
  it('--encoding overrides', inFolder({ 'a.txt': text }, async (folder) => {
    const [record] = await exported(folder, ['--encoding', 'windows-1252', 'a.txt']);
    assert.equal(record?.items[0]?.request.text, request.replace('’', 'â€™').replace('–', 'â€“'));
  }));
  it('CR LF counts as two', inFolder({ 'a.txt': text.replace(/\n/g, '\r\n') }, async (folder) => {
    const [record] = await exported(folder, ['a.txt']);
    const lines = text.slice(0, start).split('\n').length - 1;
    assert.equal(record?.items[0]?.request.range[0], start + lines);
  }));
});

describe('export: what is in a file', () => {
  it('not a letter', inFolder({ 'n.txt': PLAIN_NOTE, 'empty.txt': '' }, async (folder) => {
    const run = await folder.run(['export', 'n.txt', 'empty.txt']);
    assert.deepEqual([run.status, run.err], [0, '']);
    assert.deepEqual(records(run.out), [{ ...NOT_A_LETTER, file: 'n.txt' }, { ...NOT_A_LETTER, file: 'empty.txt' }]);
  }));
  it('a binary file', inFolder({ 'b.txt': Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31 + (i >> 3)) & 0xff) }, async (folder) => {
    assert.deepEqual(await exported(folder, ['b.txt']), [{ ...NOT_A_LETTER, file: 'b.txt' }]);
  }));
  it('several letters', inFolder({ 'two.txt': letter2016() + '\f' + letter2016({ caseNumber: 'CM16-0000002', request: 'A shoulder brace' }) }, async (folder) => {
    const all = await exported(folder, ['two.txt']);
    assert.deepEqual(all.map(({ file, index, items }) => [file, index, items[0]?.request.text]), [
      ['two.txt', 0, 'MRI of the left shoulder'],
      ['two.txt', 1, 'A shoulder brace'],
    ]);
    assert.ok((all[0]?.range[1] ?? 0) <= (all[1]?.range[0] ?? 0), 'letters overlap');
  }));
  it('findings after the levels that are configured', inFolder({ 'set/a.txt': letterWithDefect(), 'a.txt': letterWithDefect() }, async (folder) => {
    folder.write('set/.vscode/settings.json', '{ "imrLetters.rules": { "empty-reviewer-guideline": "off" } }');
    const [inside, outside] = await exported(folder, ['set/a.txt', 'a.txt']);
    const codes = (record: Exported | undefined): string[] | undefined => record?.diagnostics.map(({ code }) => code);
    assert.ok(!codes(inside)?.includes('empty-reviewer-guideline'));
    assert.ok(codes(outside)?.includes('empty-reviewer-guideline'));
  }));
});

it('export: a reader that stops reading is no failure', inFolder({}, async (folder) => {
  // More than any pipe holds.
  for (let i = 0; i < 300; i++) folder.write(`letters/${i}.txt`, letter2016());
  const status = await new Promise<number | null>((done, fail) => {
    const child = spawn(process.execPath, [CLI, 'export', 'letters'], { cwd: folder.path, stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.stdout.once('data', () => child.stdout.destroy());
    child.on('error', fail);
    child.on('close', (code) => (err === '' ? done(code) : fail(new Error(err))));
  });
  assert.equal(status, 0);
}));
