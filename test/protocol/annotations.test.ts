import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeLens } from 'vscode-languageserver/node';
import {
  ANNOTATION_FILES,
  ANNOTATION_SUMMARIES,
  ANNOTATIONS,
  KEEP_BOTH_SIDES,
  LABELS,
  MASK_IN_FILE,
  PROPOSALS,
  RENAME_LABEL,
  type Annotated,
  type AnnotationAct,
  type AnnotationFileText,
  type Annotations,
  type AnnotationSummary,
  type LabelsAnswer,
} from '../../server/src/lsp/annotation-requests';
import { Annotating } from './annotating';
import { LanguageClient } from './language-client';
import { letterText } from './letter-text';

const RATIONALE = 'The record shows no trial of a simpler brace. The request is not medically necessary.';
const TRAINER = 'Nothing tells why a trainer would help the wrist more than rest. The request is not medically necessary.';
const TEXT = letterText({}, { request: 'Grip trainer', decision: 'Overturned', rationale: TRAINER });

const withLetter = (work: (letter: Annotating) => Promise<void>, text = TEXT, files: readonly AnnotationFileText[] = []): Promise<void> =>
  LanguageClient.with({}, async (client) => work(await Annotating.open(client, text, files)));

/** What is beside a letter after some work in a server that has ended since. */
async function filesAfter(text: string, work: (letter: Annotating) => Promise<unknown>): Promise<{ files: AnnotationFileText[]; text: string }> {
  let result: { files: AnnotationFileText[]; text: string } | undefined;
  await withLetter(async (letter) => {
    await work(letter);
    result = { files: [...letter.files].map(([name, text]) => ({ name, text })), text: letter.client.document(letter.uri).getText() };
  }, text);
  return result!;
}

test('annotations: a label and a comment come back where they were made, in one’s own file', () =>
  withLetter(async (letter) => {
    const id = await letter.label('  a simpler brace ', 'Which one?');
    assert.match(id, /^urn:uuid:[0-9a-f-]{36}$/);
    assert.deepEqual([...letter.files.keys()], ['letter.txt.Ada.anno.jsonl']);
    const { remarks, place, ...thread } = letter.thread(id);
    assert.deepEqual(thread, { id, proposal: null, state: 'open', by: null, labels: ['diagnosis'], quote: 'a simpler brace', letter: 0, item: 0, request: 'Wrist splint', field: 'rationale' });
    assert.equal(letter.place(id), 'intact: a simpler brace', 'without the blanks around it');
    assert.equal(place.state, 'intact');
    assert.deepEqual(remarks.map(({ person, labels, comment, verdict, correction }) => ({ person, labels, comment, verdict, correction })), [{ person: 'Ada', labels: ['diagnosis'], comment: 'Which one?', verdict: null, correction: null }]);
    assert.deepEqual([letter.last.version, letter.last.wanted, letter.last.problems, letter.last.dangling], [1, [], [], []]);
    assert.match(letter.last.contentHash, /^[0-9a-f]{16}$/);
  }, TEXT.replace('a simpler brace', '  a simpler brace ')));

test('annotations: answers, reviews, changes; what is not one’s own stays', () =>
  withLetter(async (letter) => {
    const id = await letter.label('simpler brace', 'Which one?');
    const reply = await letter.say({ kind: 'reply', to: id, comment: 'The one of March.' }, 'Ben');
    await letter.say({ kind: 'review', subject: id, verdict: 'resolved', comment: 'Told.' }, 'Ben');
    assert.deepEqual([letter.thread(id).state, letter.thread(id).by], ['resolved', 'Ben']);
    await letter.say({ kind: 'review', subject: id, verdict: 'reopened' });
    assert.deepEqual([letter.thread(id).state, letter.thread(id).by], ['open', 'Ada']);
    await letter.say({ kind: 'review', subject: id, verdict: 'rejected', correction: 'cheaper brace' }, 'Ben');
    assert.deepEqual(letter.thread(id).remarks.map(({ person, comment, verdict, correction }) => [person, comment, verdict, correction]), [
      ['Ada', 'Which one?', null, null],
      ['Ben', 'The one of March.', null, null],
      ['Ben', 'Told.', 'resolved', null],
      ['Ada', '', 'reopened', null],
      ['Ben', '', 'rejected', 'cheaper brace'],
    ]);
    await letter.say({ kind: 'change', id, labels: ['guideline', 'diagnosis'], comment: '' });
    assert.deepEqual([letter.thread(id).labels, letter.thread(id).remarks[0]?.comment], [['guideline', 'diagnosis'], '']);
    const same = await letter.ask({ kind: 'change', id, labels: ['guideline', 'diagnosis'], comment: '' });
    assert.deepEqual([same.refused, same.file, same.id], [null, null, null], 'nothing to change');
    await letter.say({ kind: 'change', id, comment: 'Which?' });
    await letter.say({ kind: 'change', id, labels: ['conclusion'] });
    assert.deepEqual([letter.thread(id).labels, letter.thread(id).remarks[0]?.comment], [['conclusion'], 'Which?'], 'what a change leaves out stays');
    await letter.say({ kind: 'change', id, labels: [] });
    assert.match((await letter.ask({ kind: 'change', id, comment: '' })).refused ?? '', /label or write a comment/, 'nothing would be left');
    const removed = await letter.ask({ kind: 'remove', id: reply }, 'Ben');
    assert.ok(removed.before.includes(reply) && !removed.file?.text.includes(reply));
    letter.write({ name: removed.file!.name, text: removed.before });
    assert.ok((await letter.send()).threads[0]?.remarks.some((remark) => remark.id === reply), 'the file as it was before undoes it');
    await letter.say({ kind: 'remove', id });
    assert.deepEqual([letter.last.threads.length, letter.last.dangling.map(({ person, comment, verdict }) => [person, comment, verdict])], [0, [['Ben', 'The one of March.', null], ['Ben', 'Told.', 'resolved'], ['Ada', '', 'reopened'], ['Ben', '', 'rejected']]], 'what was said to it is told of');
  }));

test('annotations: a name is one name however its letters are written', () =>
  withLetter(async (letter) => {
    const [whole, apart] = ['Jos\u00e9 R.', 'Jose\u0301  R.'];
    const id = await letter.label('simpler brace', 'Which one?', apart);
    assert.equal(letter.thread(id).remarks[0]?.person, whole);
    // As another program, or an older version, has written it.
    for (const [name, text] of letter.files) letter.files.set(name, text.replace(whole, apart.replace('  ', ' ')));
    await letter.send();
    assert.equal(letter.thread(id).remarks[0]?.person, whole);
    await letter.say({ kind: 'change', id, comment: 'This one?' }, whole);
    assert.equal(letter.thread(id).remarks[0]?.comment, 'This one?');
    await letter.client.replace(letter.uri, 'A baker', 'An old baker');
    assert.ok(await letter.save(whole), 'its position is written');
    await letter.send();
    await letter.say({ kind: 'remove', id }, whole);
    assert.equal(letter.files.size, 0);
  }));

test('annotations: the latest verdict counts whatever clocks say, and for what it was given on', () =>
  withLetter(async (letter) => {
    const id = await letter.label('simpler brace', 'Which one?');
    const accept: AnnotationAct = { kind: 'review', subject: id, verdict: 'accepted' };
    const check = (state: string, by: string | null, why: string): void => assert.deepEqual([letter.thread(id).state, letter.thread(id).by], [state, by], why);
    await letter.say(accept, 'Ben');
    const ben = 'letter.txt.Ben.anno.jsonl';
    letter.files.set(ben, letter.files.get(ben)!.replace(/"modified":"\d{4}/, '"modified":"2099'));
    await letter.send();
    await letter.say({ kind: 'review', subject: id, verdict: 'rejected' });
    check('rejected', 'Ada', 'Ben’s clock is ahead');
    await letter.say({ ...accept, verdict: 'reopened' });
    check('open', 'Ada', 'in the same file');
    await letter.say(accept, 'Ben');
    check('accepted', 'Ben', 'accepted again');
    await letter.say({ kind: 'reattach', id, range: letter.range('tray cart') });
    check('accepted', 'Ben', 'another place is no other remark');
    const renamed: AnnotationFileText[] = await letter.client.connection.sendRequest(RENAME_LABEL, { files: [...letter.files].map(([name, text]) => ({ name, text })), from: 'diagnosis', to: 'condition' });
    renamed.forEach((file) => letter.write(file));
    await letter.send();
    assert.deepEqual(letter.thread(id).labels, ['condition']);
    check('accepted', 'Ben', 'a label with another name is the same label');
    await letter.say({ kind: 'change', id, comment: 'None at all.' });
    check('open', null, 'Ben has accepted something else');
    await letter.say(accept, 'Ben');
    check('accepted', 'Ben', 'and this, too');
  }));

test('annotations: the last one’s removal leaves no file', () =>
  withLetter(async (letter) => {
    await letter.say({ kind: 'remove', id: await letter.label('simpler brace') });
    assert.equal(letter.files.size, 0);
    assert.equal(letter.last.threads.length, 0);
  }));

test('annotations: what cannot be said is refused in words, and changes nothing', () =>
  withLetter(async (letter) => {
    const id = await letter.label('simpler brace');
    const range = letter.range('simpler');
    async function check(act: AnnotationAct, expected: RegExp, person = 'Ada', version = 1): Promise<void> {
      const { refused, file, before, id } = await letter.ask(act, person, version);
      assert.match(refused ?? '', expected);
      assert.deepEqual({ file, before, id }, { file: null, before: '', id: null });
    }
    const add: AnnotationAct = { kind: 'add', range, labels: ['diagnosis'], comment: '' };
    await check(add, /name is set/, ' ');
    await check(add, /has changed/, 'Ada', 2);
    await check({ ...add, labels: [' '], comment: ' \n' }, /label or write a comment/);
    await check({ ...add, range: { start: range.start, end: range.start } }, /Select the words/);
    await check({ kind: 'reply', to: id, comment: ' ' }, /Write an answer/);
    await check({ kind: 'reply', to: 'urn:uuid:none', comment: 'Why?' }, /no longer there/);
    await check({ kind: 'review', subject: 'urn:imr:none', verdict: 'accepted' }, /no longer there/);
    await check({ kind: 'review', subject: id, verdict: 'perhaps' as 'accepted' }, /cannot be done/);
    await check({ kind: 'change', id, labels: [], comment: '' }, /label or write a comment/);
    await check({ kind: 'change', id: 'urn:uuid:none', labels: ['diagnosis'], comment: '' }, /no longer there/);
    for (const act of [{ kind: 'change', id, labels: ['x'], comment: '' }, { kind: 'remove', id }, { kind: 'reattach', id, range }] as const) await check(act, /Only Ada can change this/, 'Ben');
    await check({ kind: 'dance' } as unknown as AnnotationAct, /cannot be done/);
    await letter.look();
    assert.deepEqual(letter.last.threads.map((thread) => thread.id), [id]);
    letter.files.set('letter.txt.Ada.anno.jsonl', `<<<<<<< ours\n${letter.files.get('letter.txt.Ada.anno.jsonl')}=======\n>>>>>>> theirs\n`);
    await letter.send();
    assert.deepEqual(letter.last.problems.map(({ file, line }) => [file, line]), [1, 3, 4].map((line) => ['letter.txt.Ada.anno.jsonl', line]));
    await check(add, /merge conflict/);
    assert.equal(await letter.save(), null);
    assert.equal(letter.last.threads.length, 1, 'what both sides say is shown');
  }));

test('annotations: nothing is said before the files are known, nor about a letter that is not open', () =>
  LanguageClient.with({}, async (client) => {
    const letter = new Annotating(client, await client.open(TEXT));
    const add: AnnotationAct = { kind: 'add', range: letter.range('simpler'), labels: ['diagnosis'], comment: '' };
    assert.match((await letter.ask(add)).refused ?? '', /have not been read/);
    const other = { uri: 'file:///case/other.txt', version: 1, person: 'Ada', act: add, files: [] };
    assert.match((await client.connection.sendRequest<Annotated>('imrLetters/annotate', other)).refused ?? '', /not open/);
    for (const method of [ANNOTATIONS, ANNOTATION_FILES, PROPOSALS]) assert.equal(await client.connection.sendRequest(method, other), null);
  }));

test('annotations: places follow each edit', () =>
  withLetter(async (letter) => {
    const { client, uri } = letter;
    const [brace, upheld] = [await letter.label('simpler brace'), await letter.label('Overturned')];
    await client.replace(uri, 'A baker of 52 years', 'A 52-year-old\nbaker');
    await letter.look();
    assert.deepEqual([letter.last.version, letter.place(brace), letter.place(upheld)], [2, 'intact: simpler brace', 'intact: Overturned']);
    await client.replace(uri, 'simpler', 'much cheaper');
    await letter.look();
    assert.equal(letter.place(brace), 'changed: much cheaper brace');
    assert.equal(letter.thread(brace).quote, 'simpler brace');
    await client.replace(uri, 'much cheaper', 'simpler');
    await letter.look();
    assert.equal(letter.place(brace), 'intact: simpler brace', 'undone');
    await client.replace(uri, RATIONALE, '');
    await letter.look();
    assert.match(letter.place(brace), /^orphaned/);
    assert.deepEqual([letter.thread(brace).item, letter.thread(brace).request], [0, 'Wrist splint'], 'where it was made');
    await client.replace(uri, 'Decision rationale: ', `Decision rationale: ${RATIONALE}`);
    await letter.look();
    assert.equal(letter.place(brace), 'intact: simpler brace', 'the words came back');
  }));

test('annotations: after an edit only what is different is told, if that is asked for', () =>
  withLetter(async (letter) => {
    const { client, uri } = letter;
    const ids = [await letter.label('tray cart'), await letter.label('Upheld'), await letter.label('simpler brace'), await letter.label('more than rest')];
    const since = (since: number): Promise<Annotations> => client.connection.sendRequest(ANNOTATIONS, { uri, since });
    const whole = letter.last;
    assert.deepEqual([whole.partial, whole.moved, whole.threads.map(({ id }) => id)], [false, [], ids]);
    await client.replace(uri, 'A baker', 'A baker,\nold,');
    await client.replace(uri, 'simpler brace', 'cheaper brace');
    const part = await since(whole.answer);
    assert.deepEqual([part.version, part.partial, part.threads.map(({ id, place }) => [id, place.state])], [3, true, [[ids[2], 'changed']]]);
    // An own list, kept as a client keeps it.
    const threads = whole.threads.map((thread) => part.threads.find(({ id }) => id === thread.id) ?? thread);
    for (let at = 0; at < part.moved.length; at += 5) {
      const [index, line, character, endLine, endCharacter] = part.moved.slice(at, at + 5) as [number, number, number, number, number];
      threads[index] = { ...threads[index]!, place: { state: threads[index]!.place.state as 'intact', range: { start: { line, character }, end: { line: endLine, character: endCharacter } } } };
    }
    assert.deepEqual(threads, (await letter.look()).threads);
    assert.equal((await since(whole.answer)).partial, false, 'no longer the last answer');
    const next = await since(letter.last.answer + 1);
    assert.deepEqual([next.partial, next.moved, next.threads], [true, [], []]);
    await letter.say({ kind: 'remove', id: ids[0]! });
    assert.equal((await since(next.answer + 1)).partial, true);
    await letter.ask({ kind: 'remove', id: ids[1]! });
    assert.equal((await since(next.answer + 2)).partial, false, 'people have said something else');
  }));

test('annotations: a paragraph cut here and put in there takes what is said about it along', () =>
  withLetter(async (letter) => {
    const { client, uri } = letter;
    const id = await letter.label('Splinting and rest');
    const sentence = 'Splinting and rest helped a little.';
    await client.replace(uri, ` ${sentence}`, '');
    await letter.look();
    await client.replace(uri, 'A baker', `${sentence} A baker`);
    await letter.look();
    assert.equal(letter.place(id), 'intact: Splinting and rest');
  }));

test('annotations: a letter that is written anew keeps them where their words went', () =>
  withLetter(async (letter) => {
    const { client, uri } = letter;
    const ids = [await letter.label('simpler brace'), await letter.label('more than rest'), await letter.label('Upheld')];
    // Another tool has put a header before it and has set all lines anew.
    await client.replace(uri, TEXT, `Case Number: CM14-0000001\n\n${TEXT.replaceAll('\n', '\n\n').replace('no trial', 'not a single trial')}`);
    await letter.look();
    assert.deepEqual(ids.map((id) => letter.place(id)), ['intact: simpler brace', 'intact: more than rest', 'intact: Upheld']);
    const text = client.document(uri).getText();
    await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 9 }, contentChanges: [{ text: text.replace('Upheld', 'Not upheld, and so: Upheld') }] });
    await letter.look();
    assert.deepEqual([letter.last.version, letter.place(ids[0]!)], [9, 'intact: simpler brace'], 'a text that is sent whole');
  }));

test('annotations: what was added between edits is found though the file comes later', () =>
  withLetter(async (letter) => {
    const { client, uri } = letter;
    const first = await letter.label('Upheld');
    await client.replace(uri, 'A baker', 'An old baker');
    const { file, id } = await letter.ask({ kind: 'add', range: letter.range('Overturned'), labels: ['diagnosis'], comment: '' });
    await client.replace(uri, 'Grip trainer:  Overturned', 'Grip and thumb trainer:  Overturned');
    letter.write(file!);
    await letter.send();
    assert.deepEqual([letter.place(first), letter.place(id!)], ['intact: Upheld', 'intact: Overturned']);
    assert.deepEqual(letter.last.wanted, []);
  }));

test('annotations: two acts in a row both stay, before the file comes back', () =>
  withLetter(async (letter) => {
    const add = (passage: string): Promise<Annotated> => letter.ask({ kind: 'add', range: letter.range(passage), labels: ['diagnosis'], comment: '' });
    const [, second] = await Promise.all([add('Upheld'), add('Overturned')]);
    letter.write(second.file!);
    assert.equal((await letter.send()).threads.length, 2);
  }));

test('annotations: a letter that changed while it was closed', async () => {
  const { files } = await filesAfter(TEXT, async (letter) => {
    await letter.label('Upheld');
    await letter.label('Overturned');
    await letter.label('no trial of a simpler brace');
  });
  const other = TEXT.replace('A baker', 'A former baker').replace('simpler brace', 'plainer brace');
  const places = (letter: Annotating): string[] => letter.last.threads.map(({ id }) => letter.place(id)).sort();
  await withLetter(async (letter) => {
    assert.equal(letter.last.wanted.length, 1);
    await letter.client.replace(letter.uri, 'HOW THE IMR', 'How the IMR');
    await letter.sendBases('another text', TEXT);
    assert.deepEqual(letter.last.wanted, []);
    assert.deepEqual(places(letter), ['changed: no trial of a plainer brace', 'intact: Overturned', 'intact: Upheld']);
  }, other, files);
  // A text that only lost its line ends is the same.
  await withLetter(async (letter) => {
    assert.deepEqual([letter.last.wanted, places(letter)], [[], ['intact: Overturned', 'intact: Upheld', 'intact: no trial of a simpler brace']]);
  }, TEXT.replaceAll('\n', '\r\n'), files);
});

test('annotations: positions are written when the letter is saved, in one’s own file, with the words they were made on', async () => {
  let ben = '';
  const { files, text } = await filesAfter(TEXT, async (letter) => {
    const id = await letter.label('simpler brace');
    await letter.label('Overturned', '', 'Ben');
    ben = letter.files.get('letter.txt.Ben.anno.jsonl')!;
    assert.equal(await letter.save(), null, 'nothing has moved');
    await letter.client.replace(letter.uri, 'simpler', 'cheaper');
    await letter.client.replace(letter.uri, 'A baker', 'Someone who was a baker');
    assert.equal((await letter.save())?.name, 'letter.txt.Ada.anno.jsonl');
    assert.equal(await letter.save(), null);
    await letter.send();
    assert.equal(letter.place(id), 'changed: cheaper brace');
    assert.equal(letter.thread(id).quote, 'simpler brace');
  });
  assert.equal(files.find(({ name }) => name.includes('Ben'))?.text, ben, 'other people’s files are theirs');
  await withLetter(async (letter) => {
    const id = letter.last.threads.find(({ quote }) => quote === 'simpler brace')!.id;
    assert.equal(letter.place(id), 'changed: cheaper brace', 'the next day, too');
    await letter.client.replace(letter.uri, 'cheaper', 'simpler');
    await letter.look();
    assert.equal(letter.place(id), 'intact: simpler brace');
    const saved = await letter.save();
    assert.ok(saved && !saved.text.includes('cheaper'), 'nothing is left of the change');
  }, text, files);
});

test('annotations: saving a letter leaves a line alone that leads to its place as it is, without the older text', async () => {
  const lines = (letter: Annotating): string[] => letter.files.get('letter.txt.Ada.anno.jsonl')!.split('\n');
  const change = (letter: Annotating): Promise<unknown> => letter.client.replace(letter.uri, 'Nothing tells', 'Nothing at all tells');
  const { files, text } = await filesAfter(TEXT, async (letter) => {
    const ids = [await letter.label('simpler brace'), await letter.label('more than rest')];
    const before = lines(letter);
    await change(letter);
    assert.ok(await letter.save());
    assert.deepEqual(ids.map((id) => lines(letter).some((line) => line.includes(id) && before.includes(line))), [true, false]);
    assert.equal(await letter.save(), null);
  });
  await withLetter(async (letter) => {
    assert.deepEqual(letter.last.threads.map(({ id }) => letter.place(id)), ['intact: simpler brace', 'intact: more than rest']);
  }, text, files);
  // Of two items that are the same, words do not tell which is meant.
  await withLetter(async (letter) => {
    await letter.label('simpler brace');
    const before = lines(letter);
    await change(letter);
    await letter.save();
    assert.notDeepEqual(lines(letter), before);
  }, letterText({}, {}, { request: 'Grip trainer', decision: 'Overturned', rationale: TRAINER }));
});

test('annotations: what both sides of a merge conflict say is kept', () =>
  withLetter(async (letter) => {
    const name = 'letter.txt.Ada.anno.jsonl';
    const merge = async (text: string): Promise<string> => letter.client.connection.sendRequest(KEEP_BOTH_SIDES, { text });
    const both = await letter.label('simpler brace', 'Which one?');
    const base = letter.files.get(name)!;
    const ours = await letter.label('more than rest', 'Ours');
    const [theirs, mine] = [base.replaceAll(both, `${both.slice(0, -1)}x`).replace('Which one?', 'Theirs'), letter.files.get(name)!];
    const conflict = `<<<<<<< HEAD\n${mine}||||||| base\n${base}=======\n${base}${theirs}>>>>>>> other\n`;
    letter.files.set(name, await merge(conflict));
    await letter.send();
    assert.deepEqual(letter.last.problems, []);
    assert.deepEqual(letter.last.threads.map(({ remarks }) => remarks[0]!.comment).sort(), ['Ours', 'Theirs', 'Which one?']);
    await letter.say({ kind: 'remove', id: ours });
    assert.equal(await merge('{"half\n'), '{"half\n', 'a file without a conflict stays as it is');
  }));

test('annotations: an orphan gets another place from its person', () =>
  withLetter(async (letter) => {
    const id = await letter.label('Splinting and rest');
    await letter.client.replace(letter.uri, ' Splinting and rest helped a little.', '');
    await letter.look();
    assert.match(letter.place(id), /^orphaned/);
    await letter.say({ kind: 'reattach', id, range: letter.range('tray cart') });
    assert.equal(letter.place(id), 'intact: tray cart');
    assert.equal(letter.thread(id).quote, 'tray cart');
  }));

test('annotations: broken lines are told of, kept and not in the way', () =>
  withLetter(async (letter) => {
    assert.deepEqual(letter.last.problems.map(({ file, line }) => [file, line]), [['letter.txt.Ada.anno.jsonl', 1]]);
    await letter.label('Upheld');
    assert.ok(letter.files.get('letter.txt.Ada.anno.jsonl')?.includes('{"half'));
    assert.equal(letter.last.threads.length, 1);
  }, TEXT, [{ name: 'letter.txt.Ada.anno.jsonl', text: '{"half\n' }]));

const DEFECTIVE = letterText({ rationale: null }, { request: 'Grip trainer', decision: 'Overturned' });

test('proposals: decisions, fields, citations and findings in the order of the text, with what people said', () =>
  withLetter(async (letter) => {
    const proposals = await letter.proposals();
    const shown = proposals.map(({ kind, title, item, request, field, state }) => `${[kind, item, request, field, state].join(', ')}: ${title}`);
    const of = (item: number, request: string, field: string) => (kind: string, start: string): [string, string] => [`${kind}, ${item}, ${request}, ${field}, open`, start];
    const expected = [
      of(0, 'Wrist splint', 'request')('finding', 'This disputed item has no decision rationale'),
      of(0, 'Wrist splint', 'decision')('decision', 'Decision: Upheld'),
      of(0, 'Wrist splint', 'claimsAdministratorGuideline')('field', 'Claims administrator guideline: Decision based on MTUS'),
      of(0, 'Wrist splint', 'claimsAdministratorGuideline')('citation', 'Citation: MTUS ACOEM Chapter 11'),
      of(0, 'Wrist splint', 'reviewerGuideline')('field', 'Reviewer guideline: Decision based on MTUS'),
      of(0, 'Wrist splint', 'reviewerGuideline')('citation', 'Citation: MTUS ACOEM Chapter 11'),
      of(1, 'Grip trainer', 'decision')('decision', 'Decision: Overturned'),
      of(1, 'Grip trainer', 'claimsAdministratorGuideline')('field', 'Claims administrator guideline: Decision based on MTUS'),
      of(1, 'Grip trainer', 'claimsAdministratorGuideline')('citation', 'Citation: MTUS ACOEM Chapter 11'),
      of(1, 'Grip trainer', 'reviewerGuideline')('field', 'Reviewer guideline: Decision based on MTUS'),
      of(1, 'Grip trainer', 'reviewerGuideline')('citation', 'Citation: MTUS ACOEM Chapter 11'),
      of(1, 'Grip trainer', 'rationale')('field', 'Decision rationale: The record shows no trial'),
      of(1, 'Grip trainer', 'rationale')('finding', 'The heading says “Overturned”'),
    ];
    assert.deepEqual(shown.map((line, index) => line.slice(0, expected[index]?.join(': ').length)), expected.map((parts) => parts.join(': ')));
    assert.equal(new Set(proposals.map(({ id }) => id)).size, proposals.length);
    assert.ok(proposals.every(({ id }) => /^urn:imr:[0-9a-f]{16}$/.test(id)));
    const starts = proposals.map(({ range }) => letter.client.document(letter.uri).offsetAt(range.start));
    assert.deepEqual(starts, [...starts].sort((a, b) => a - b));
  }, DEFECTIVE));

test('proposals: a verdict stays with what it is about, and hides no finding', () =>
  withLetter(async (letter) => {
    const before = await letter.proposals();
    const decision = before.find(({ title }) => title === 'Decision: Overturned')!;
    const finding = before.find(({ kind }) => kind === 'finding')!;
    await letter.say({ kind: 'review', subject: decision.id, verdict: 'rejected', correction: 'Upheld' });
    await letter.say({ kind: 'review', subject: finding.id, verdict: 'rejected' });
    await letter.say({ kind: 'reply', to: finding.id, comment: 'It is there.' }, 'Ben');
    const thread = letter.thread(decision.id);
    assert.deepEqual([thread.proposal, thread.state, thread.by, thread.remarks[0]?.correction, letter.place(decision.id)], ['decision', 'rejected', 'Ada', 'Upheld', 'intact: Overturned']);
    assert.deepEqual([letter.thread(finding.id).proposal, letter.thread(finding.id).remarks.map(({ comment }) => comment)], ['finding', ['', 'It is there.']]);
    await letter.client.replace(letter.uri, 'Wrist splint:  Upheld', 'Wrist and thumb splint:  Upheld');
    const after = await letter.proposals();
    assert.deepEqual(after.filter(({ state }) => state === 'rejected').map(({ title, by }) => [title, by])[0], ['Decision: Overturned', 'Ada']);
    await letter.client.replace(letter.uri, 'Wrist and thumb splint', 'Wrist splint');
    assert.deepEqual((await letter.proposals()).filter(({ state }) => state === 'rejected').map(({ id }) => id).sort(), [decision.id, finding.id].sort());
    assert.ok((await letter.client.diagnostics(letter.uri)).some(({ message }) => message === finding.title), 'the finding is still told of');
    await letter.client.replace(letter.uri, 'Grip trainer:  Overturned', 'Grip trainer:  Upheld');
    await letter.look();
    assert.equal(letter.place(decision.id), 'changed: Upheld', 'nothing proposes it any more');
    await letter.say({ kind: 'review', subject: decision.id, verdict: 'resolved' });
    assert.equal(letter.thread(decision.id).state, 'resolved');
  }, DEFECTIVE));

const headOf = (number: string): string => `Case Number: ${number}  Date Assigned: 07/11/2014\nDate of Injury: 05/07/2010  Decision Date: 08/27/2014\n\n`;
const FIRST = `${headOf('CM14-0000001')}${letterText({})}\n`;
const SECOND = `${headOf('CM14-0000002')}${letterText({})}\n`;

/** Letters and titles of what is judged, `0: Decision: Upheld`. */
async function judged(letter: Annotating): Promise<string[]> {
  return (await letter.proposals()).flatMap(({ title, letter, state }) => (state === 'open' ? [] : [`${letter}: ${title}`]));
}

test('proposals: a verdict never goes over to an equal proposal of another letter', () =>
  withLetter(async (letter) => {
    const decisions = (await letter.proposals()).filter(({ kind }) => kind === 'decision');
    assert.deepEqual(decisions.map(({ letter }) => letter), [0, 1]);
    await letter.say({ kind: 'review', subject: decisions[0]!.id, verdict: 'rejected' });
    assert.deepEqual(await judged(letter), ['0: Decision: Upheld']);
    await letter.client.replace(letter.uri, FIRST, '');
    assert.deepEqual(await judged(letter), [], 'the other letter’s decision is still to be judged');
    await letter.look();
    assert.match(letter.place(decisions[0]!.id), /^orphaned/);
  }, `${FIRST}${SECOND}`));

test('annotations: another letter under the same name gets none of them, a number that was set right keeps them', async () => {
  const { files } = await filesAfter(FIRST, async (letter) => {
    await letter.label('simpler brace');
    await letter.say({ kind: 'review', subject: (await letter.proposals()).find(({ kind }) => kind === 'decision')!.id, verdict: 'accepted' });
  });
  assert.ok(files[0]!.text.includes('"imr:caseNumber":"CM14-0000001"'));
  async function check(text: string, base: string | null, expected: readonly string[], judgements: readonly string[]): Promise<void> {
    await withLetter(async (letter) => {
      if (base !== null) await letter.sendBases(base);
      assert.deepEqual(letter.last.threads.map(({ id }) => letter.place(id)).sort(), expected);
      assert.deepEqual(await judged(letter), judgements);
    }, text, files);
  }
  const other = SECOND.replace('A baker of 52 years hurt the left wrist on a tray cart.', 'A mason fell from a scaffold, and the right hand was in a cast until the spring of that year.').replace('Nevada', 'Ohio').replace('Family Practice', 'Physical Medicine and Rehabilitation');
  await check(FIRST.replace('A baker', 'Once a baker'), null, ['intact: Upheld', 'intact: simpler brace'], ['0: Decision: Upheld']);
  await check(other, null, ['orphaned (1)', 'orphaned (1)'], []);
  await check(other, FIRST, ['orphaned (1)', 'orphaned (1)'], []);
  await check(SECOND, FIRST, ['intact: Upheld', 'intact: simpler brace'], ['0: Decision: Upheld']);
});

test('annotations: a sentence that went from one letter of a file to another is not followed silently', async () => {
  const sentence = 'Nobody has asked yet how the older brace was worn at work, and for how long.';
  const first = FIRST.replace('Decision rationale: ', `Decision rationale: ${sentence} `);
  const rest = Array.from({ length: 12 }, (_, number) => `${headOf(`CM14-00001${number + 10}`)}${letterText({})}\n`).join('');
  const { files } = await filesAfter(`${first}${rest}`, (letter) => letter.label('how the older brace was worn at work'));
  await withLetter(async (letter) => {
    await letter.sendBases(`${first}${rest}`);
    assert.deepEqual(letter.last.threads.map(({ id }) => letter.place(id)), ['orphaned (1)']);
  }, rest.replace('Decision rationale: ', `Decision rationale: ${sentence} `), files);
});

test('code lens: annotations, open comments and review of each item', () =>
  withLetter(async (letter) => {
    const titles = async (): Promise<string[]> => ((await letter.client.ask<CodeLens[]>('codeLens', letter.uri)) ?? []).map(({ command }) => command!.title.replace(/^.*citations?( · \d+ findings?)?/, ''));
    assert.deepEqual(await titles(), ['', '']);
    const id = await letter.label('simpler brace', 'Which?');
    await letter.label('Upheld');
    await letter.client.until('a refresh', () => letter.client.viewRefreshes.includes('codeLens'));
    assert.deepEqual(await titles(), [' · 2 annotations · 1 open comment', '']);
    await letter.say({ kind: 'review', subject: id, verdict: 'accepted' }, 'Ben');
    const proposals = (await letter.proposals()).filter(({ item }) => item === 1);
    await letter.say({ kind: 'review', subject: proposals[0]!.id, verdict: 'accepted' });
    assert.deepEqual(await titles(), [' · 2 annotations', ` · 1 of ${proposals.length} reviewed`]);
    for (const { id } of proposals.slice(1)) await letter.say({ kind: 'review', subject: id, verdict: 'accepted' });
    assert.deepEqual(await titles(), [' · 2 annotations', ' · reviewed']);
  }));

test('summaries: what the files beside letters say in all', () =>
  withLetter(async (letter) => {
    const id = await letter.label('simpler brace', 'Which?');
    await letter.label('Upheld');
    await letter.say({ kind: 'review', subject: (await letter.proposals())[0]!.id, verdict: 'accepted' }, 'Ben');
    const files = [...letter.files].map(([name, text]) => ({ name, text }));
    const ask = (): Promise<AnnotationSummary[]> => letter.client.connection.sendRequest(ANNOTATION_SUMMARIES, { letters: [{ uri: 'a', files }, { uri: 'b', files: [] }] });
    assert.deepEqual(await ask(), [{ uri: 'a', annotations: 2, openComments: 1, reviewed: 1 }, { uri: 'b', annotations: 0, openComments: 0, reviewed: 0 }]);
    await letter.say({ kind: 'review', subject: id, verdict: 'resolved' });
    files.splice(0, files.length, ...[...letter.files].map(([name, text]) => ({ name, text })));
    assert.equal((await ask())[0]?.openComments, 0);
  }));

test('labels: those of the workspace, else ours; renaming is noticed and done', () =>
  withLetter(async (letter) => {
    const ask = (text: string | null, before?: string | null): Promise<LabelsAnswer> => letter.client.connection.sendRequest(LABELS, { text, before });
    const ours = await ask(null);
    assert.ok(ours.labels.length > 3 && ours.problems.length === 0);
    const file = (id: string): string => JSON.stringify({ labels: [{ id, name: 'Diagnosis', colour: '#112233', key: '1' }, { id: 'x', name: 'X', colour: 'red!' }] }, null, 1);
    const { labels, problems } = await ask(file('diagnosis'));
    assert.deepEqual(labels, [{ id: 'diagnosis', name: 'Diagnosis', colour: '#112233', key: '1', guideline: '', fields: ['any'] }]);
    assert.equal(problems[0]?.range.start.line, file('diagnosis').split('\n').findIndex((line) => line.includes('red!')));
    const good = (id: string): string => file(id).replace('red!', '#445566');
    assert.deepEqual((await ask(good('condition'), good('diagnosis'))).renamed, [{ from: 'diagnosis', to: 'condition' }]);
    assert.deepEqual((await ask('{"labels', good('diagnosis'))).renamed, [], 'half written');
    await letter.label('simpler brace');
    await letter.label('Upheld', '', 'Ben', ['decision']);
    const renamed: AnnotationFileText[] = await letter.client.connection.sendRequest(RENAME_LABEL, { files: [...letter.files].map(([name, text]) => ({ name, text })), from: 'diagnosis', to: 'condition' });
    assert.deepEqual(renamed.map(({ name }) => name), ['letter.txt.Ada.anno.jsonl']);
    letter.write(renamed[0]!);
    assert.deepEqual((await letter.send()).threads.map(({ labels }) => labels).sort(), [['condition'], ['decision']]);
  }));

test('masking: a letter and its file masked alike keep the annotation in its place', async () => {
  const named = TEXT.replace('A baker of 52 years', 'Jane Example, a baker of 52 years,');
  const { files } = await filesAfter(named, async (letter) => {
    await letter.label('Example, a baker', 'Jane  Example was here');
    await letter.label('hurt the left wrist');
  });
  await LanguageClient.with({}, async (client) => {
    const text: string = await client.connection.sendRequest(MASK_IN_FILE, { text: files[0]!.text, words: ['Jane Example'], mask: '[redacted]' });
    assert.ok(!/Jane|Example/.test(text), text);
    const letter = await Annotating.open(client, named.replace('Jane Example', '[redacted]'), [{ name: files[0]!.name, text }]);
    assert.deepEqual(letter.last.threads.map(({ id }) => letter.place(id)), ['intact: , a baker', 'intact: hurt the left wrist']);
    assert.equal(letter.last.threads[0]?.remarks[0]?.comment, '[redacted] was here');
  });
});
