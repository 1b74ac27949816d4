import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inFolder } from './command-line';
import { letter2016 } from './made-up-letters';

const OWN = {
  guidelines: [{ id: 'own-knee', name: 'Knee Disorders', title: 'Knee Disorders, edition of our shelf', family: 'acoem', edition: '2031', mtus: null, source: 'our shelf', confidence: 'seen' }],
};
const letter = letter2016().replace(/MAXIMUS guideline: [^\n]*/, 'MAXIMUS guideline: Decision based on MTUS Knee Disorders 2031.');
const settings = JSON.stringify({ 'imrLetters.guidelines.files': ['guides/*.imr-guidelines.json'] });

/** The guidelines that the export names in the reviewer's fields. */
function guidelinesIn(out: string): unknown[] {
  const record = JSON.parse(out.split('\n')[0]!) as { items: { citations: { field: string; guideline: string | null }[] }[] };
  return record.items.flatMap((item) => item.citations.filter((citation) => citation.field === 'reviewerGuideline').map((citation) => citation.guideline));
}

describe('guidelines of the workspace’s own', () => {
  it('are unknown without the setting', inFolder({ 'a.txt': letter, 'guides/a.imr-guidelines.json': JSON.stringify(OWN) }, async (folder) => {
    const run = await folder.run(['export', 'a.txt']);
    assert.equal(run.status, 0, run.err);
    assert.ok(!guidelinesIn(run.out).includes('own-knee'));
  }));

  it('are known with it, from the folder that holds .vscode', inFolder({ 'l/a.txt': letter, 'guides/a.imr-guidelines.json': JSON.stringify(OWN), '.vscode/settings.json': settings }, async (folder) => {
    const run = await folder.run(['export', 'l/a.txt']);
    assert.equal(run.status, 0, run.err);
    assert.ok(guidelinesIn(run.out).includes('own-knee'), run.out);
  }));

  it('with a fault are told of at its line, and the status is 2', inFolder({ 'a.txt': letter, 'guides/a.imr-guidelines.json': `{\n "guidelines": [\n  { "id": 7 }\n ]\n}`, '.vscode/settings.json': settings }, async (folder) => {
    const run = await folder.run(['check', 'a.txt']);
    assert.equal(run.status, 2, run.out);
    assert.match(run.err, /a\.imr-guidelines\.json:3:\d+: /);
  }));
});
