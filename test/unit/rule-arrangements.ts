import assert from 'node:assert/strict';
import { readLetters } from '../../server/src/letter';
import { checkLetters, fixesOf } from '../../server/src/rules';
import type { Edit, Finding, Fix } from '../../server/src/rules';
import { CA, letter, RATIONALE, REVIEWER } from './rule-letters';

export function findingsOf(text: string): Finding[] {
  return checkLetters(text, readLetters(text));
}

export function namesOf(text: string): string[] {
  return findingsOf(text).map(({ code, item }) => `${code}@${item}`);
}

export function applied(text: string, edits: readonly Edit[]): string {
  let result = text;
  let limit = Infinity;
  for (const { span, newText } of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= Math.min(text.length, limit), 'edits lie apart, inside the text');
    limit = span.start;
    result = result.slice(0, span.start) + newText + result.slice(span.end);
  }
  return result;
}

/**
 * Every arrangement of up to `most` fields: each fix of each finding takes it
 * away and brings no other. Gives how many fixes were tried.
 */
export function checkArrangements(most: number): number {
  const blocks = [CA, REVIEWER, RATIONALE, 'Claims Administrator guideline:', 'MAXIMUS guideline:', 'Decision rationale:'];
  let fixed = 0;
  for (const fields of arrangements(blocks, most)) {
    const text = letter('Knee brace: Upheld', ...fields, 'Cane: Upheld', CA, REVIEWER, RATIONALE);
    const before = namesOf(text);
    const letters = readLetters(text);
    for (const finding of checkLetters(text, letters)) {
      const name = `${finding.code}@${finding.item}`;
      for (const fix of fixesOf(text, letters, finding)) {
        const after = namesOf(applied(text, fix.edits));
        const added = minus(after, before);
        const gone = minus(before, after);
        const story = `${fields.map((each) => each.slice(0, 20)).join(' | ')}: ${fix.title}: + ${added} - ${gone}`;
        assert.ok(gone.includes(name), story);
        // What a fix leaves for a person to fill in is rightly found until then.
        const asks = fix.edits.some(({ snippet }) => snippet !== undefined) ? [`placeholder@${finding.item}`, `no-conclusion@${finding.item}`] : [];
        // What was decided against its own rationale is found only now.
        const decided = fix.title.startsWith('Decide') ? [`conclusion-contradicts-decision@${finding.item}`] : [];
        const allowed = [...asks, ...decided, ...(finding.code.startsWith('missing-') ? [name.replace('missing-', 'empty-')] : allowedBy(fix, finding))];
        assert.deepEqual(added.filter((each) => !allowed.includes(each)), [], story);
        fixed += 1;
      }
    }
  }
  return fixed;

  /** To keep the later of two fields may leave it where it does not belong. */
  function allowedBy(fix: Fix, finding: Finding): string[] {
    return fix.title.startsWith('Keep this one') ? [`field-out-of-order@${finding.item}`] : [];
  }
}

function* arrangements(blocks: readonly string[], most: number): Generator<string[]> {
  yield [];
  if (most === 0) return;
  for (const block of blocks) for (const rest of arrangements(blocks, most - 1)) yield [block, ...rest];
}

function minus(names: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return names.filter((name) => {
    const at = rest.indexOf(name);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
