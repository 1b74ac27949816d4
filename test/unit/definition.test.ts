import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionAt } from '../../server/src/features/definition';
import { guidelinePage } from '../../server/src/features/guideline-page';
import { catalogue } from '../../server/src/guidelines';
import { readLetters } from '../../server/src/letter';
import { letterText } from '../protocol/letter-text';

/** Where the place marked `¦` leads: the citation's words, the page and the line of it; `null` for nowhere. */
function check(marked: string, about: string | null, id?: string, title?: string, line = /^# /): void {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const found = definitionAt(text, readLetters(text)[0]!, offset);
  assert.equal(found === null ? null : text.slice(found.span.start, found.span.end), about);
  if (found === null) return;
  assert.deepEqual([found.id, found.title], [id, title]);
  assert.match(guidelinePage(found.id, catalogue())!.text.split('\n')[found.line] ?? '', line);
}

const reviewer = (words: string): string => letterText({ reviewer: words });

test('definition: the page of the guideline, from the topic on', () => {
  const back = 'Low Back Complaints 2004';
  check(reviewer('Decision based on MTUS ACOEM Chapter¦ 12 Low Back Complaints.'), 'MTUS ACOEM Chapter 12 Low Back Complaints', 'acoem-2004-low-back', back);
  check(reviewer('Decision based on MTUS Low Back Complaints 2004, Section(s): Special¦ Studies.'), 'Special Studies', 'acoem-2004-low-back', back, /^\| Special Studies /);
  check(reviewer('Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 30¦3.'), 'Page(s): 303', 'acoem-2004-low-back', back, /^\| .* 303 /);
  check(reviewer('Decision based on Non-MTUS Citation Official Disability¦ Guidelines (ODG), Knee Chapter.'), 'Official Disability Guidelines (ODG), Knee Chapter', 'odg-knee-and-leg', 'Knee & Leg');
  check(letterText({ rationale: 'See 8 CCR 9792.21(c)¦.' }), '(c)', '8-ccr-9792.21', '8 CCR 9792.21', /^\| 9792\.21\(c\)/);
});

test('definition: nowhere for what is not known', () => {
  check(reviewer('The Expert Reviewer did not¦ cite any medical evidence for its decision.'), null);
  check(reviewer('Decision based on MTUS Low Back¦ Complaints 2031.'), null);
  check(letterText({}).replace('helped', 'hel¦ped'), null);
});

test('guideline page: every entry and every section of law has one, with a source for each fact', () => {
  const of = catalogue();
  const ids = [...of.guidelines.map(({ id }) => id), ...new Set(of.regulations.map(({ law, section }) => `${law === '8 CCR' ? '8-ccr' : 'lab'}-${section}`))];
  assert.ok(ids.length > 60);
  for (const id of ids) {
    const page = guidelinePage(id, of);
    assert.ok(page, id);
    assert.match(page.text, /^# .+\n/, id);
    assert.match(page.text, /\((?:seen|unverified), 1\)/, id);
    assert.match(page.text, /\n## Sources\n\n1\. \S/, id);
    assert.doesNotMatch(page.text, /undefined|null|\[object/, id);
    for (const row of page.text.split('\n').filter((line) => line.startsWith('|'))) assert.ok(row.endsWith('|'), row);
    assert.equal(page.lineNamed('no such name'), 0, id);
  }
  assert.equal(guidelinePage('acoem-2031-knee', of), null);
  assert.equal(guidelinePage('__proto__', of), null);
});

test('guideline page: a topic stands on the line that is told', () => {
  const of = catalogue();
  for (const { id } of of.guidelines) {
    const page = guidelinePage(id, of)!;
    for (const topic of of.topicsIn(id)) {
      if (topic.citedPagesOnly === true) continue;
      assert.ok(page.text.split('\n')[page.lineNamed(topic.name)]?.startsWith(`| ${topic.name.replace(/\s+/g, ' ').slice(0, 20)}`), `${id}: ${topic.name}`);
    }
  }
});
