import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { hasConflict, parseAnnotationFile, serialize, withoutConflict, type AnnotationFile } from '../../server/src/annotations/annotation-file';
import { annotationFileName } from '../../server/src/annotations/annotation-file-name';
import { newAnnotation, newReply, newReview, type Author } from '../../server/src/annotations/compose';
import { withAnnotation, withOwnChanged, withoutOwn } from '../../server/src/annotations/edits';
import { commentOf, type Annotation } from '../../server/src/annotations/model';
import { threadsOf } from '../../server/src/annotations/threads';
import { letter2016 } from '../cli/made-up-letters';
import { author, targetOf } from '../unit/annotations-made-up';

const LETTER = letter2016();
const hasGit = spawnSync('git', ['--version']).status === 0;

/** A repository of its own, untouched by the settings of whoever runs the test. */
class Repository {
  readonly path = mkdtempSync(join(tmpdir(), 'imr-git-'));

  constructor(attributes: string) {
    this.git('init', '--quiet', '--initial-branch=main');
    this.write('letter.txt', LETTER);
    this.write('.gitattributes', attributes);
    this.commit('the letter');
  }

  git(...args: string[]): { readonly status: number | null; readonly out: string } {
    const nobody = { GIT_CONFIG_GLOBAL: join(this.path, 'none'), GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_NAME: 'n', GIT_AUTHOR_EMAIL: 'n@example.org', GIT_COMMITTER_NAME: 'n', GIT_COMMITTER_EMAIL: 'n@example.org' };
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: this.path, encoding: 'utf8', env: { ...process.env, ...nobody } });
    return { status, out: stdout + stderr };
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.path, name), text);
  }

  commit(message: string): void {
    this.git('add', '--all');
    const { status, out } = this.git('commit', '--quiet', '--message', message);
    assert.equal(status, 0, out);
  }

  read(person: string): AnnotationFile {
    const path = join(this.path, annotationFileName('letter.txt', person));
    return parseAnnotationFile(existsSync(path) ? readFileSync(path, 'utf8') : '');
  }

  save(person: string, change: (file: AnnotationFile) => AnnotationFile): void {
    this.write(annotationFileName('letter.txt', person), serialize(change(this.read(person))));
  }

  /** Does something on a branch of its own that starts from `main`, and comes back. */
  onBranch(name: string, work: () => void): void {
    this.git('checkout', '--quiet', '-b', name, 'main');
    work();
    this.commit(name);
    this.git('checkout', '--quiet', 'main');
  }

  /** Merges branches one after another; gives what git said where it could not. */
  merge(...names: string[]): string | null {
    for (const name of names) {
      const { status, out } = this.git('merge', '--quiet', '--no-edit', name);
      if (status !== 0) return out;
    }
    return null;
  }
}

const add = (...annotations: Annotation[]) => (file: AnnotationFile): AnnotationFile => annotations.reduce(withAnnotation, file);
const idsOf = (file: AnnotationFile): string[] => file.entries.map(({ id }) => id);
const labelled = (by: Author, passage: string, label: string): Annotation => newAnnotation(by, targetOf(LETTER, passage), { labels: [label] });

describe('annotations in git', { skip: hasGit ? false : 'there is no git on this machine' }, () => {
  function check(name: string, test: (repository: Repository) => void, attributes = ''): void {
    it(name, () => {
      const repository = new Repository(attributes);
      try {
        test(repository);
      } finally {
        rmSync(repository.path, { recursive: true, force: true });
      }
    });
  }

  check('of two people on two branches merge, and both sets are there', (repository) => {
    const [ada, ben] = [author('Ada', 100), author('Ben', 200)];
    const seed = labelled(ada, 'No red flag', 'criterion-not-met');
    repository.save('Ada', add(seed));
    repository.commit('a first label');
    const adas = ['ladder', 'left shoulder', 'medically necessary'].map((passage) => labelled(ada, passage, 'diagnosis'));
    const bens = [labelled(ben, 'ladder', 'question'), newReply(ben, seed.id, 'Which one?'), newReview(ben, seed.id, 'rejected')];
    repository.onBranch('ada', () => repository.save('Ada', add(...adas)));
    repository.onBranch('ben', () => repository.save('Ben', add(...bens)));
    assert.equal(repository.merge('ada', 'ben'), null);
    const [fromAda, fromBen] = [repository.read('Ada'), repository.read('Ben')];
    assert.deepEqual([...fromAda.problems, ...fromBen.problems], []);
    assert.deepEqual(idsOf(fromAda), [seed, ...adas].map(({ id }) => id).sort());
    assert.deepEqual(idsOf(fromBen), bens.map(({ id }) => id).sort());
    const { threads, dangling } = threadsOf([...fromAda.entries, ...fromBen.entries]);
    assert.equal(dangling.length, 0);
    const thread = threads.find(({ id }) => id === seed.id)!;
    assert.deepEqual([thread.replies.map(commentOf), thread.state.name, thread.state.by], [['Which one?'], 'rejected', 'Ben']);
  });

  check('of two people about the same passage at the same time merge', (repository) => {
    const [ada, ben] = [author('Ada', 100), author('Ben', 200)];
    repository.onBranch('ada', () => repository.save('Ada', add(labelled(ada, 'ladder', 'diagnosis'))));
    repository.onBranch('ben', () => repository.save('Ben', add(labelled(ben, 'ladder', 'diagnosis'))));
    assert.equal(repository.merge('ada', 'ben'), null);
    assert.equal(threadsOf([...repository.read('Ada').entries, ...repository.read('Ben').entries]).threads.length, 2);
  });

  /** One person on two machines: a file of ten, and each side does something to it. */
  function onTwoMachines(repository: Repository, first: (file: AnnotationFile) => AnnotationFile, second: (file: AnnotationFile) => AnnotationFile): string | null {
    const ada = author('Ada', 10);
    repository.save('Ada', add(...Array.from({ length: 10 }, () => labelled(ada, 'ladder', 'diagnosis'))));
    repository.commit('ten labels');
    repository.onBranch('desk', () => repository.save('Ada', first));
    repository.onBranch('laptop', () => repository.save('Ada', second));
    return repository.merge('desk', 'laptop');
  }

  const nth = (file: AnnotationFile, n: number): string => file.entries[n]!.id;
  const commented = (n: number, comment: string, on: string) => (file: AnnotationFile): AnnotationFile => withOwnChanged(file, 'Ada', nth(file, n), { comment }, { now: () => new Date(on) });
  const added = (id: number) => add(labelled(author('Ada', id), 'ladder', 'question'));

  check('of one person on two machines merge where lines lie apart', (repository) => {
    assert.equal(onTwoMachines(repository, (file) => added(1)(withoutOwn(file, 'Ada', nth(file, 4))), (file) => commented(7, 'Sure?', '2026-05-01')(added(90)(file))), null);
    const file = repository.read('Ada');
    assert.deepEqual(file.problems, []);
    assert.equal(file.entries.length, 11);
    assert.deepEqual(file.entries.map(commentOf).filter((comment) => comment !== ''), ['Sure?']);
  });

  check('of one person on two machines are both read where git sees a conflict', (repository) => {
    assert.match(onTwoMachines(repository, added(90), added(91)) ?? '', /CONFLICT/);
    const file = repository.read('Ada');
    assert.ok(hasConflict(file));
    assert.ok(file.problems.every(({ message }) => /conflict marker of git/.test(message)));
    assert.equal(file.entries.length, 12);
    // Written again it is whole, and git is content.
    repository.save('Ada', withoutConflict);
    repository.commit('both');
    assert.deepEqual([repository.read('Ada').problems, repository.read('Ada').entries.length], [[], 12]);
  });

  check('of one person on two machines never conflict where git may take both sides', (repository) => {
    assert.equal(onTwoMachines(repository, (file) => commented(5, 'Older.', '2026-05-01')(added(90)(file)), (file) => commented(5, 'Newer.', '2026-05-02')(added(91)(file))), null);
    const file = repository.read('Ada');
    assert.equal(hasConflict(file), false);
    assert.equal(file.entries.length, 12);
    assert.deepEqual(file.entries.map(commentOf).filter((comment) => comment !== ''), ['Newer.']);
    assert.deepEqual(file.problems.map(({ message }) => /newer version/.test(message)), [true]);
    assert.ok(file.kept.some(({ why, text }) => why === 'superseded' && text.includes('Older.')));
  }, '*.anno.jsonl merge=union\n');
});
