import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { semanticTokens, type SemanticToken, type TokenType } from '../../server/src/features/semantic-tokens';
import { readLetters, type Span } from '../../server/src/letter';
import { letterText } from '../protocol/letter-text';
import { stride } from '../thorough';

function drawn(text: string, tokens: readonly SemanticToken[]): string[] {
  return tokens.map(({ span, type, modifier }) => `${type}${modifier === null ? '' : `.${modifier}`} = ${text.slice(span.start, span.end)}`);
}

/** The tokens of some types, as the letter holds them. */
function check(text: string, types: readonly TokenType[], expected: string[], within?: Span): void {
  const tokens = semanticTokens(text, readLetters(text), within);
  checkForm(text, tokens);
  assert.deepEqual(drawn(text, tokens.filter(({ type }) => types.includes(type))), expected);
}

function checkForm(text: string, tokens: readonly SemanticToken[]): void {
  let end = 0;
  for (const { span } of tokens) {
    assert.ok(end <= span.start && span.start < span.end && span.end <= text.length, `${span.start}-${span.end} after ${end}`);
    assert.doesNotMatch(text.slice(span.start, span.end), /[\r\n]|^\s|\s$/);
    end = span.end;
  }
}

test('semantic tokens: upheld and overturned are told apart, and from what is neither', () =>
  check(letterText({}, { request: 'Grip trainer', decision: 'Overturned' }, { request: 'Thumb splint', decision: '____' }), ['decision'], [
    'decision.upheld = Upheld',
    'decision.overturned = Overturned',
    'decision = ____',
  ]));

test('semantic tokens: headings, labels and requests', () =>
  check(letterText({}), ['heading', 'fieldLabel', 'request'], [
    'heading = HOW THE IMR FINAL DETERMINATION WAS MADE',
    'heading = CLINICAL CASE SUMMARY',
    'heading = IMR ISSUES, DECISIONS AND RATIONALES',
    'request = Wrist splint',
    'fieldLabel = Claims Administrator guideline:',
    'fieldLabel = MAXIMUS guideline:',
    'fieldLabel = Decision rationale:',
  ]));

test('semantic tokens: pages lie in a citation, and quantities in a request, without overlap', () =>
  check(letterText({ request: 'Naproxen 550mg #60 for the wrist' }), ['request', 'quantity', 'citation', 'pages'], [
    'request = Naproxen',
    'quantity = 550mg',
    'quantity = #60',
    'request = for the wrist',
    'citation = MTUS ACOEM Chapter 11 Forearm, Wrist, and Hand Complaints',
    'citation = MTUS ACOEM Chapter 11 Forearm, Wrist, and Hand Complaints',
    'pages = Page(s): 264',
  ]));

test('semantic tokens: a sentence that nothing was cited is no citation', () =>
  check(letterText({ claimsAdministrator: 'The Claims Administrator did not cite any medical evidence for its decision.', reviewer: null }), ['citation'], []));

for (const lineEnd of ['\n', '\r\n', '\r', ' \n\n']) {
  test(`semantic tokens: what runs over lines is cut at each ${JSON.stringify(lineEnd)}`, () =>
    check(letterText({ request: 'Physical therapy of the wrist and\nhand' }).replaceAll('\n', lineEnd), ['request'], ['request = Physical therapy of the wrist and', 'request = hand']));
}

for (const [written, expected] of [
  ['on 11/18/2016 and 9-26-13', ['11/18/2016', '9-26-13']],
  ['of 11-30-\n2016', ['11-30-', '2016']],
  ['since September 26, 2013 and 2016-11-30', ['September 26, 2013', '2016-11-30']],
  ['with 13/45/2016, 3-4-5, 1/2 and L4-5', []],
  ['with 1 / 2 / 2016', []],
] as const) {
  test(`semantic tokens: dates ${JSON.stringify(written)}`, () =>
    check(letterText({ rationale: `The wrist was seen ${written}. It held.` }), ['date'], expected.map((date) => `date = ${date}`)));
}

test('semantic tokens: the hours of the fixed text on the reviewer are no quantity', () =>
  check(letterText({ request: 'Acupuncture, 6 visits' }).replace('A baker', 'For 6 weeks a baker').replace('The reviewer\n', 'For 24 hours a week the reviewer\n'), ['quantity'], [
    'quantity = 6 weeks',
    'quantity = 6 visits',
  ]));

for (const [written, expected] of [
  ['Naproxen sodium 550mg #60', ['550mg', '#60']],
  ['Therapy, 2 times a week for 6 weeks (12 visits)', ['2 times a week', '6 weeks', '12 visits']],
  ['Eight (8) sessions of aquatic therapy', ['(8) sessions']],
  ['Acupuncture x 8', ['x 8']],
  ['Physical therapy 2x6', ['2x6']],
  ['Physical therapy X8 visits', ['X8 visits']],
  ['Diclofenac 1.5% gel, 100 grams', ['1.5%', '100 grams']],
  ['Tramadol 1,000 mg', ['1,000 mg']],
  ['X-ray of C6-C7, L4-5 and level 3', []],
  ['MRI 3T of the wrist, phone 555-1234', []],
] as const) {
  test(`semantic tokens: quantities of “${written}”`, () => check(letterText({ request: written }), ['quantity'], expected.map((quantity) => `quantity = ${quantity}`)));
}

test('semantic tokens: of a range only those that touch it', () => {
  const text = letterText({}, { request: 'Grip trainer', decision: 'Overturned' });
  const start = text.indexOf('Grip trainer') + 2;
  check(text, ['request', 'decision', 'fieldLabel'], ['request = Grip trainer', 'decision.overturned = Overturned'], { start, end: start + 24 });
});

test('semantic tokens: none in a text that is no letter', () => check('Dear colleague,\nNaproxen 550mg: Upheld on 11/18/2016.\n', ['request', 'quantity', 'date', 'decision'], []));

for (const name of readdirSync('samples').filter((file) => file.endsWith('.txt'))) {
  test(`semantic tokens of ${name}: in order, on one line, without overlap, whole and cut anywhere`, () => {
    const text = readFileSync(path.join('samples', name), 'utf8');
    for (let end = text.length; end > 0; end -= stride(97)) {
      for (const part of [text.slice(0, end), text.slice(text.length - end)]) checkForm(part, semanticTokens(part, readLetters(part)));
    }
  });
}
