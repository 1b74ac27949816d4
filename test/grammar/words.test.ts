import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

interface LanguageConfiguration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
}

/** The words of a text as the editor takes them, by the pattern of the language configuration. */
function check(text: string, expected: readonly string[]): void {
  const { wordPattern } = JSON.parse(readFileSync(path.join(process.cwd(), 'language-configuration.json'), 'utf8')) as LanguageConfiguration;
  assert.deepEqual(text.match(new RegExp(wordPattern.pattern, `${wordPattern.flags}g`)), expected, text);
}

test('what belongs together in a letter is one word', () => {
  check('L5-S1 and C5-6, by x-ray', ['L5-S1', 'and', 'C5-6', 'by', 'x-ray']);
  check('Naproxen 500mg #60.', ['Naproxen', '500mg', '#60']);
  check('CM16-0000001 of 12/01/2016', ['CM16-0000001', 'of', '12/01/2016']);
  check('2.5 mg (3.3.9)', ['2.5', 'mg', '3.3.9']);
  check("the patient's employee’s", ['the', "patient's", 'employee’s']);
});

test('what extraction has glued together, and punctuation, is not', () => {
  check('in 2006.Medical records', ['in', '2006', 'Medical', 'records']);
  check('brace: Upheld', ['brace', 'Upheld']);
  check('Texas,New York', ['Texas', 'New', 'York']);
  check('98-99, 103; 60°–70° # 5 -', ['98-99', '103', '60', '70', '5']);
});
