import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLetters } from '../../server/src/letter';
import { checkLetters, cleanupFixes, NOISE_RULES } from '../../server/src/rules';
import { sameForm } from '../../server/src/rules/noise/same-form';
import { applied } from '../unit/rule-arrangements';
import { corpus, noLetters } from './corpus';
import { judged } from './judged';

/** `code` at each item, as often as the number says. */
function times(letter: string, found: Readonly<Record<string, number>>): string[] {
  return Object.entries(found).flatMap(([name, count]) => Array<string>(count).fill(`${letter} ${name}`));
}

judged({
  name: 'noise of text extraction',
  rules: NOISE_RULES,
  aboveHint: [],
  // Each was read in its letter, and all are true.
  hints: [
    ...times('000_7fc1dcec7e43fe59', { '#null glued-sentences': 2 }),
    ...times('001_d85c8b01a9df8a47', { '#null glued-sentences': 2, '#0 space-before-punctuation': 1 }),
    ...times('002_16de2fe7a2b06a03', {
      '#null broken-word': 1,
      '#null glued-sentences': 1,
      '#null glued-words': 1,
      '#null look-alike-characters': 1,
      '#1 space-before-punctuation': 1,
    }),
    ...times('003_5c22197c25cadd68', { '#null glued-sentences': 2 }),
    ...times('CM16-0219557', { '#null broken-word': 2, '#0 broken-word': 1 }),
    ...times('CM16-0230548', {
      '#null broken-date': 5,
      '#null broken-word': 1,
      '#0 broken-date': 1,
      '#0 broken-word': 2,
      '#0 space-before-punctuation': 4,
      '#1 broken-word': 2,
      '#1 space-before-punctuation': 4,
    }),
    ...times('CM16-0236906', { '#null broken-date': 1 }),
    ...times('CM16-0246635', { '#null broken-date': 1 }),
    ...times('CM17-0010364', { '#0 broken-date': 1 }),
    ...times('CM17-0019011', { '#null glued-sentences': 6 }),
  ],
  otherwise: {
    // This extractor writes U+FFFE for the hyphen of a word at a line end.
    'extractors/pdfium/CM17-0001064.txt': { more: ['CM17-0001064 #1 stray-character'] },
    // These set words by their place on the page and have no blanks inside them.
    'extractors/pdfium/CM16-0219557.txt': { less: times('CM16-0219557', { '#null broken-word': 1, '#0 broken-word': 1 }) },
    'extractors/pdftotext/CM16-0219557.txt': { less: times('CM16-0219557', { '#null broken-word': 1, '#0 broken-word': 1 }) },
    'extractors/pdftotext-layout/CM16-0219557.txt': { less: times('CM16-0219557', { '#null broken-word': 1, '#0 broken-word': 1 }) },
    'extractors/pdftotext-raw/CM16-0219557.txt': { less: times('CM16-0219557', { '#null broken-word': 1, '#0 broken-word': 1 }) },
    // This one joins lines where a date is broken.
    'extractors/pdftotext/CM16-0236906.txt': { less: ['CM16-0236906 #null broken-date'] },
  },
});

test('letters: the clean-up leaves the reading as it is, takes nothing else along, and is done at once', { skip: noLetters }, (context) => {
  const letters = corpus();
  let edits = 0;
  for (const { file, text } of letters) {
    const read = readLetters(text);
    const made = cleanupFixes(text, read, checkLetters(text, read));
    edits += made.length;
    const cleaned = applied(text, made);
    const again = readLetters(cleaned);
    assert.ok(sameForm(read, again), file);
    assert.deepEqual(cleanupFixes(cleaned, again, checkLetters(cleaned, again)), [], `${file}: once is enough`);
    if (made.length === 0) assert.equal(cleaned, text);
    const visible = (of: string): string => of.replace(/[\s\ufffe]+|-/g, '').replace('L5-Sl', 'L5-S1').replace('L5Sl', 'L5S1');
    assert.equal(visible(cleaned), visible(text), `${file}: nothing but white space and noise has changed`);
  }
  context.diagnostic(`${letters.length} letters, ${edits} places mended`);
});
