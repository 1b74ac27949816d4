import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citedInLetters, explainedCharacters, silentFields } from './citations';
import { noLetters } from './corpus';

test('letters: every MTUS citation of a guideline field names an entry, and every other that names ODG or ACOEM', { skip: noLetters }, (context) => {
  const cited = citedInLetters();
  context.diagnostic(`${cited.length} citations`);
  assert.ok(cited.some(({ citation }) => citation.kind === 'mtus') && cited.some(({ citation }) => citation.kind === 'non-mtus'));
  const fields = cited.filter(({ field, unresolved }) => field !== 'rationale' && unresolved !== null);
  assert.deepEqual(
    fields.filter(({ citation, words }) => citation.kind === 'mtus' || /ODG|ACOEM|Official Disability/i.test(words)).map(({ file, words }) => `${file}: ${words}`),
    [],
  );
});

test('letters: no guideline field with words in it is silent', { skip: noLetters }, () => assert.deepEqual(silentFields(), []));

/** Letters and digits of the one citation of the letters at hand that names no work of the catalogue. */
const UNKNOWN_WORK = 75;

test('letters: all words of guideline fields are explained, but for the one work that is not known', { skip: noLetters }, (context) => {
  for (const { group, characters, unexplained, words } of explainedCharacters()) {
    context.diagnostic(`${group}: ${unexplained} of ${characters}`);
    assert.ok(characters > 0, group);
    assert.ok(unexplained <= UNKNOWN_WORK, `${group}: ${words.join('; ')}`);
  }
});
