import assert from 'node:assert/strict';
import { flat, foldsOf, highlightsAt, placeOf, selectionsAt, symbolsOf, tokensOf } from './answers';
import { closeAll, sample } from './editor';
import { test } from './runner';

test('semantic tokens name requests, decisions, labels, citations, pages, dates and quantities', async () => {
  const tokens = await tokensOf(await sample('2014-three-items-mixed.txt'));
  const of = (wanted: string): string[] => tokens.filter(([, type]) => type === wanted).map(([text]) => text);
  assert.deepEqual(of('heading'), ['HOW THE IMR FINAL DETERMINATION WAS MADE', 'CLINICAL CASE SUMMARY', 'IMR ISSUES, DECISIONS AND RATIONALES']);
  assert.deepEqual(of('request'), ['Naproxen sodium', 'Lumbar support brace', 'Sleep study (polysomnogram)']);
  assert.deepEqual(of('decision.overturned'), ['Overturned']);
  assert.deepEqual(of('decision.upheld'), ['Upheld', 'Upheld']);
  const labels = ['Claims Administrator guideline:', 'MAXIMUS guideline:', 'Decision rationale:'];
  assert.deepEqual(of('fieldLabel'), [...labels, ...labels, ...labels]);
  assert.ok(of('citation').includes('MTUS ACOEM Chapter 12 Low Back Complaints'));
  assert.ok(of('pages').join().includes('298-301'));
  assert.deepEqual(of('date'), ['08/02/2012', '05/20/2014', '06/03/2014']);
  assert.deepEqual(of('quantity').slice(0, 2), ['550mg', '#60']);
  await closeAll();
});

test('sections, items and fields fold from their first line to their last', async () => {
  const document = await sample('2014-three-items-mixed.txt');
  const folds = new Map(await foldsOf(document));
  const end = 'medically necessary.';
  assert.equal(folds.get('CLINICAL CASE SUMMARY'), 'none of the three.');
  assert.equal(folds.get('IMR ISSUES, DECISIONS AND RATIONALES'), end);
  assert.equal(folds.get('Naproxen sodium 550mg #60:  Overturned'), 'sodium 550mg, sixty tablets, is medically necessary.');
  assert.equal(folds.get('Sleep study (polysomnogram):  Upheld'), end);
  const rationale = [...folds].find(([first]) => first.startsWith('Decision rationale: The low back chapter'));
  assert.match(rationale?.[1] ?? '', /^and no operation is planned/);
  await closeAll();
});

test('a growing selection takes in word, sentence, field, item, section and letter', async () => {
  const document = await sample('2014-three-items-mixed.txt');
  const sentence = 'The low back chapter finds no lasting benefit from a brace once the acute phase has passed.';
  const chain = (await selectionsAt(document, placeOf(document, 'finds no lasting', 1))).map((text) => text.replace(/\s+/g, ' ').trim());
  const steps = [
    (text: string) => text === 'finds',
    (text: string) => text === sentence,
    (text: string) => text.startsWith(sentence) && text.endsWith('is not medically necessary.'),
    (text: string) => text.startsWith(`Decision rationale: ${sentence}`) && text.endsWith('is not medically necessary.'),
    (text: string) => text.startsWith('Lumbar support brace: Upheld') && text.endsWith('is not medically necessary.'),
    (text: string) => text.startsWith('IMR ISSUES') && text.endsWith('is not medically necessary.'),
    (text: string) => text === document.getText().replace(/\s+/g, ' ').trim(),
  ];
  let from = 0;
  steps.forEach((fits, step) => {
    const at = chain.findIndex((text, index) => index >= from && fits(text));
    assert.ok(at >= 0, `step ${step} is not in ${JSON.stringify(chain.map((text) => text.slice(0, 60)), null, 1)}`);
    from = at + 1;
  });
  await closeAll();
});

test('on a decision the parts of its item are highlighted, on a citation its other places', async () => {
  const document = await sample('2014-three-items-mixed.txt');
  const decision = placeOf(document, 'Lumbar support brace:  Upheld', 'Lumbar support brace:  U'.length);
  assert.deepEqual(await highlightsAt(document, decision), ['Lumbar support brace', 'Upheld', 'Claims Administrator guideline:', 'MAXIMUS guideline:', 'Decision rationale:']);
  const cited = (await highlightsAt(document, placeOf(document, 'Low Back Complaints'))).map((text) => text.replace(/\s+/g, ' '));
  assert.ok(cited.length >= 2 && cited.slice(0, 2).every((text) => text.startsWith('MTUS ACOEM Chapter 12 Low Back Complaints')), cited.join(' | '));
  await closeAll();
});

test('icons of the outline tell upheld from overturned', async () => {
  const items = flat(await symbolsOf(await sample('2014-three-items-mixed.txt'))).filter(({ detail }) => /^(Upheld|Overturned)$/.test(detail));
  assert.equal(items.length, 3);
  const kinds = (decision: string): unknown[] => [...new Set(items.filter(({ detail }) => detail === decision).map(({ kind }) => kind))];
  assert.equal(kinds('Upheld').length, 1);
  assert.equal(kinds('Overturned').length, 1);
  assert.notDeepEqual(kinds('Upheld'), kinds('Overturned'));
  await closeAll();
});
