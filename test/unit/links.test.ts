import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentLinks } from '../../server/src/features/document-links';
import { officialText } from '../../server/src/guidelines';
import { readLetters } from '../../server/src/letter';
import { letterText } from '../protocol/letter-text';

const DIR = 'https://www.dir.ca.gov/t8';
const CODE = 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=';

test('links: sections of law as written lead to their official text', () => {
  for (const [written, address] of [
    ['8 CCR 9792.21', `${DIR}/9792_21.html`],
    ['8 CCR §9792.24.2', `${DIR}/9792_24_2.html`],
    ['Title 8, California Code of Regulations, section 9792.10.6', `${DIR}/9792_10_6.html`],
    ['California Code of\nRegulations, Title 8, 9785', `${DIR}/9785.html`],
    ['8 CCR 10575', `${DIR}/10575.html`],
    ['Labor Code 4610.5', `${CODE}4610.5.`],
    ['Lab. Code § 4600', `${CODE}4600.`],
    ['Labor\nCode section 4610.6', `${CODE}4610.6.`],
    ['the Labor Code', null],
    ['', null],
  ] as const) {
    assert.equal(officialText(written), address, written);
  }
});

test('links: of a letter, over the words that name the section, and over nothing else', () => {
  const text = letterText({ rationale: 'As 8 CCR 9792.21(c), Labor Code 4610.5(c)(2) and https://example.org/x say, ACOEM Chapter 11, page 264 is followed. See 8 CCR 9792.99.' });
  assert.deepEqual(
    documentLinks(text, readLetters(text)[0]!).map(({ span, target }) => [text.slice(span.start, span.end), target]),
    [
      ['8 CCR 9792.21(c)', `${DIR}/9792_21.html`],
      ['Labor Code 4610.5(c)(2)', `${CODE}4610.5.`],
      ['8 CCR 9792.99', `${DIR}/9792_99.html`],
    ],
  );
});
