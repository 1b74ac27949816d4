import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-expect-error: build scripts have no types
import { withoutPages } from '../../scripts/rules-without-pages.mjs';

function check(text: string, expected: string): void {
  assert.equal((withoutPages as (text: string, name: string) => string)(text, 'rule.ts'), expected);
}

test('rules without pages: what only pages say is left out, and nothing else', () => {
  check("export const rule = {\n  code: 'a',\n  why: 'b',\n  level: 'hint',\n};", "export const rule = {\n  code: 'a',\n  \n  level: 'hint',\n};");
  check("const a = { examples: {\n  wrong: [f({ why: 'x' })],\n}, check: (c) => c.source };", 'const a = { \n\n check: (c) => c.source };');
  check("const a = made({ marks: 'b' });", 'const a = made({  });');
  // Declarations, names of other things, and texts stay.
  for (const text of ['interface A { readonly why: string }', "const why = 'source: no';", 'f(a.examples);', "const a = { whys: 'b', ['why']: 'c' };"]) check(text, text);
});
