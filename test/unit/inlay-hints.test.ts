import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlayHints } from '../../server/src/features/inlay-hints';
import { readLetters, type Span } from '../../server/src/letter';
import { letterText } from '../protocol/letter-text';

/** Each hint with the two words before it. */
function hints(text: string, within?: Span): string[] {
  return readLetters(text).flatMap((letter) => inlayHints(text, letter, within).map(({ offset, label }) => `${text.slice(0, offset).split(/\s+/).slice(-2).join(' ')}«${label}»`));
}

const check = (text: string, expected: string[]): void => assert.deepEqual(hints(text), expected);
const cited = (citation: string, count = 1): string => letterText(...Array.from({ length: count }, () => ({ claimsAdministrator: null, reviewer: `Decision based on ${citation}.` })));

test('inlay hints: what was decided, behind the heading of the issues', () =>
  check(letterText({}, { decision: 'Overturned' }, { decision: '' }, {}), ['AND RATIONALES«4 items: 2 upheld, 1 overturned, 1 undecided»']));

test('inlay hints: no count for one item', () => check(letterText({}), []));

for (const [citation, expected] of [
  ['MTUS Low Back Complaints 2004', ['Complaints 2004«ACOEM ch. 12»']],
  ['MTUS Low Back Complaints 2004, Section(s): Special Studies', ['Complaints 2004«ACOEM ch. 12»']],
  ['MTUS Low Back Complaints 2004,\nSection(s): Special Studies', ['Complaints 2004«ACOEM ch. 12»']],
  ['MTUS General Approaches 2004', ['Approaches 2004«ACOEM»']],
  ['MTUS ACOEM Chapter 12', ['Chapter 12«Low Back Complaints»']],
  ['MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 301', []],
  ['MTUS Chronic Pain Medical Treatment 2016', []],
  ['MTUS Postsurgical Treatment 2009', []],
  ['Non-MTUS Citation Official Disability Guidelines (ODG), Pain Chapter', []],
  ['Non-MTUS Citation the reviewer’s own experience', []],
] as const) {
  test(`inlay hints: behind “${citation.replace('\n', ' ')}”`, () => check(cited(citation), [...expected]));
}

test('inlay hints: each guideline once in a letter', () =>
  assert.equal(hints(cited('MTUS Low Back Complaints 2004', 3)).filter((hint) => hint.includes('ACOEM')).length, 1));

test('inlay hints: prose is left alone', () => check(letterText({ claimsAdministrator: null, reviewer: null, rationale: 'The MTUS Low Back Complaints 2004 chapter was read.' }), []));

test('inlay hints: the tooltip says where the name comes from and how sure it is', () => {
  const tooltipOf = (citation: string): string => {
    const text = cited(citation);
    return readLetters(text).flatMap((letter) => inlayHints(text, letter))[0]?.tooltip ?? '';
  };
  assert.match(tooltipOf('MTUS Low Back Complaints 2004'), /^Low Back Complaints: ACOEM Practice Guidelines, 2nd edition 2004, chapter 12\nSeen in: http/);
  assert.match(tooltipOf('MTUS Ankle and Foot Complaints 2004'), /\nUnverified: /);
});

test('inlay hints: of a range only those that stand in it', () => {
  const text = letterText({}, { reviewer: 'Decision based on MTUS Low Back Complaints 2004.' });
  const start = text.indexOf('MTUS Low Back');
  assert.deepEqual(hints(text, { start, end: start + 40 }), ['Complaints 2004«ACOEM ch. 12»']);
});
