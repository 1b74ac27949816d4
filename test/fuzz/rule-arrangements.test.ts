import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkArrangements } from '../unit/rule-arrangements';

test('every arrangement of up to four fields: a fix takes its finding away and brings no other', () => {
  const fixed = checkArrangements(4);
  console.log(`${fixed} fixes tried`);
  assert.ok(fixed > 3000);
});
