import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { foldedText, isoDate, outcomeOf, readLetters } from '../../server/src/letter';
import { checkInvariants } from '../invariants';
import { check, CREDENTIALS, FIELDS, ISSUES, letterOf } from './reader-letters';

const ITEMS: readonly { name: string; issues: string; items: string[] }[] = [
  { name: 'decision after the last colon', issues: `Associated surgical service: Shoulder Brace: Upheld\n\n${FIELDS}`, items: ['Associated surgical service: Shoulder Brace | upheld | CMR'] },
  { name: 'colon right before the decision', issues: `Urine screen, DOS: 11/11/2016:  Overturned\n\n${FIELDS}`, items: ['Urine screen, DOS: 11/11/2016 | overturned | CMR'] },
  { name: 'decision on the next line', issues: `A sling, to be worn by day:\nUpheld\n\n${FIELDS}`, items: ['A sling, to be worn by day | upheld | CMR'] },
  { name: 'decision and its colon on the next line', issues: `A sling, to be worn by day\n: Upheld\n\n${FIELDS}`, items: ['A sling, to be worn by day | upheld | CMR'] },
  { name: 'heading over several lines', issues: `Twelve sessions of physical therapy for the left shoulder, three times a week for four\nweeks, with heat, ice and instruction in exercises at home: Upheld\n\n${FIELDS}`, items: ['Twelve sessions of physical therapy for the left shoulder, three times a week for four weeks, with heat, ice and instruction in exercises at home | upheld | CMR'] },
  { name: 'no blank line before the next heading', issues: `A: Upheld\n${FIELDS.replace(/\n\n/g, '\n')}A brace for the wrist and the forearm, to be worn by day and by night for a month, size\nmedium: Overturned\n${FIELDS}`, items: ['A | upheld | CMR', 'A brace for the wrist and the forearm, to be worn by day and by night for a month, size medium | overturned | CMR'] },
  { name: 'full stop inside a heading', issues: `A: Upheld\n\n${FIELDS}\nRetrospective gabapentin 300 mg. tabs.\nQty. 60 (DOS 1/2/2016): Upheld\n\n${FIELDS}`, items: ['A | upheld | CMR', 'Retrospective gabapentin 300 mg. tabs. Qty. 60 (DOS 1/2/2016) | upheld | CMR'] },
  { name: 'partial decision, first template', issues: `Naproxen 500 mg #60 was the original request.\nNaproxen 500 mg #20 was authorized by the Claims Administrator.\nThe remaining IMR eligible portion of the original request, Naproxen 500 mg #40 is: Upheld\n\n${FIELDS}`, items: ['Naproxen 500 mg #60 was the original request. Naproxen 500 mg #20 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Naproxen 500 mg #40 is | upheld | CMR'] },
  { name: 'decision missing', issues: `Shoulder Brace\n\n${FIELDS}`, items: ['Shoulder Brace | - | CMR'] },
  { name: 'decision missing behind its colon', issues: `Shoulder Brace:\n\n${FIELDS}`, items: ['Shoulder Brace | - | CMR'] },
  { name: 'decision missing in the second item', issues: `A: Upheld\n\n${FIELDS}\nShoulder Brace\n\n${FIELDS}`, items: ['A | upheld | CMR', 'Shoulder Brace | - | CMR'] },
  { name: 'decision missing, no blank lines', issues: `A: Upheld\n${FIELDS.replace(/\n\n/g, '\n')}Shoulder Brace\n${FIELDS.replace(/\n\n/g, '\n')}`, items: ['A | upheld | CMR', 'Shoulder Brace | - | CMR'] },
  { name: 'placeholder for the decision', issues: `Shoulder Brace: ____\n\n${FIELDS}`, items: ['Shoulder Brace | ?____ | CMR'] },
  { name: 'heading missing', issues: `A: Upheld\n\n${FIELDS}\n${FIELDS}`, items: ['A | upheld | CMR', ' | - | CMR'] },
  { name: 'claims administrator guideline missing', issues: `A: Upheld\n\n${FIELDS.slice(FIELDS.indexOf('MAX'))}`, items: ['A | upheld | MR'] },
  { name: 'rationale missing between items', issues: `A: Upheld\n\n${FIELDS.slice(0, FIELDS.indexOf('Decision rat'))}B: Upheld\n\n${FIELDS}`, items: ['A | upheld | CM', 'B | upheld | CMR'] },
  { name: 'cut off after the label', issues: `A: Upheld\n\n${FIELDS.slice(0, FIELDS.indexOf('Decision rationale:') + 19)}`, items: ['A | upheld | CMr'] },
  { name: 'all fields missing', issues: 'A: Upheld\n\nB: Overturned\n', items: ['A | upheld | ', 'B | overturned | '] },
  { name: 'duplicate field', issues: `A: Upheld\n\n${FIELDS}\nMAXIMUS guideline: Decision based on MTUS Shoulder Complaints 2004.\n`, items: ['A | upheld | CMRM'] },
  { name: 'fields out of order', issues: `A: Upheld\n\nDecision rationale: The joint moves freely.\n\nMAXIMUS guideline: None named.\n\nClaims Administrator guideline: None named.\n`, items: ['A | upheld | RMC'] },
  { name: 'later labels', issues: `A: Upheld\n\n${FIELDS.replace('MAXIMUS guideline', 'Expert Reviewer guideline')}`, items: ['A | upheld | CMR'] },
  { name: 'marks of an extractor inside labels', issues: `A: Upheld\n\n${FIELDS.replace('Decision r', 'Deci\u00adsion\u2002r').replace('MAXIMUS g', 'MAXI\ufffe\nMUS g')}`, items: ['A | upheld | CMR'] },
  { name: 'labels of other names', issues: `A: Upheld\n\n${FIELDS.replace('MAXIMUS g', 'Physician Reviewer g').replace('Decision rationale', 'Rationale')}\nB: Upheld\n\n${FIELDS.replace('MAXIMUS g', 'Reviewer g')}\nC: Upheld\n\n${FIELDS.replace('MAXIMUS g', 'MAXIMUS Federal Services g')}`, items: ['A | upheld | CMR', 'B | upheld | CMR', 'C | upheld | CMR'] },
  { name: 'labels without colon', issues: `A: Upheld\n\n${FIELDS.replace(/(guideline|rationale):/g, '$1')}\nB: Upheld\n\n${FIELDS.replace(/(guideline|rationale):/g, '$1.')}\nC: Upheld\n\n${FIELDS.replace(/(guideline|rationale):/g, '$1 -')}`, items: ['A | upheld | CMR', 'B | upheld | CMR', 'C | upheld | CMR'] },
  { name: 'words of labels in a rationale', issues: `A: Upheld\n\n${FIELDS.replace('The joint moves freely.', 'The\nDecision rationale of the letter is known.\nRationale: see above.\nDecision rationale The joint moves freely.')}`, items: ['A | upheld | CMR'] },
  { name: 'decisions in brackets and quotation marks', issues: `A: (Upheld)\n\n${FIELDS}\nB: "Overturned"\n\n${FIELDS}\nC: Upheld (Modified)\n\n${FIELDS}`, items: ['A | upheld | CMR', 'B | overturned | CMR', 'C | upheld | CMR'] },
  { name: 'a decision in brackets inside a request', issues: `A (earlier: Upheld): Overturned\n\n${FIELDS}`, items: ['A (earlier: Upheld) | overturned | CMR'] },
  { name: 'decisions with digits for letters', issues: `A: Uphe1d\n\n${FIELDS}\nB: 0verturned\n\n${FIELDS}`, items: ['A | upheld | CMR', 'B | overturned | CMR'] },
  { name: 'misspelt labels', issues: `A: Upheld\n\n${FIELDS.replace('Claims Administrator g', 'Claim Administrator g').replace('MAXIMUS g', 'MAXMUS g').replace('Decision r', 'Decison r')}`, items: ['A | upheld | CMR'] },
  { name: 'misspelt decisions', issues: `A: Uphled\n\n${FIELDS}\nB: Overtuned\n\n${FIELDS}`, items: ['A | upheld | CMR', 'B | overturned | CMR'] },
  { name: 'a word like a decision', issues: `A: Held\n\n${FIELDS}\nB, extremity: Upper\n\n${FIELDS}`, items: ['A: Held | - | CMR', 'B, extremity: Upper | - | CMR'] },
  { name: 'a decision in a sentence is none', issues: `A: Upheld\n\n${FIELDS.replace('The joint moves freely.', 'An earlier denial was upheld\nThe judge wrote that it was Upheld')}`, items: ['A | upheld | CMR'] },
  { name: 'line end lost before labels', issues: `A: Upheld ${FIELDS.replace(/\n\n/g, ' ')}`, items: ['A | upheld | CMR'] },
];

/** The same without blank lines, as two extractors give it; the first rationale wraps at the width of the page. */
const DENSE = `${FIELDS.replace(/\n\n/g, '\n').trimEnd().replace('The joint moves freely. Therefore', 'The joint moves freely, the arm can be lifted over the head, and lifting at work has begun again. Therefore')}\n`;
const REQUESTS: readonly { name: string; heading: string; request: string }[] = [
  { name: 'a long request in capitals', heading: 'TWELVE SESSIONS OF PHYSICAL THERAPY FOR THE CERVICAL SPINE,\nLUMBAR SPINE AND RIGHT SHOULDER: Upheld', request: 'TWELVE SESSIONS OF PHYSICAL THERAPY FOR THE CERVICAL SPINE, LUMBAR SPINE AND RIGHT SHOULDER' },
  { name: 'a request of short lines', heading: 'Post-operative physical therapy\n3 times a week\nright shoulder: Upheld', request: 'Post-operative physical therapy 3 times a week right shoulder' },
  { name: 'a full stop at a line end of a request', heading: 'Norco 10/325 mg. one tablet by mouth every 4 to 6 hours as needed for pain.\nQuantity 120. Refills 0: Upheld', request: 'Norco 10/325 mg. one tablet by mouth every 4 to 6 hours as needed for pain. Quantity 120. Refills 0' },
  { name: 'a page break inside a request', heading: 'Right shoulder arthroscopy with subacromial decompression,\n\n\fdebridement and possible rotator cuff repair: Upheld', request: 'Right shoulder arthroscopy with subacromial decompression, debridement and possible rotator cuff repair' },
  { name: 'words of a partial decision', heading: 'Physical therapy x 6 (6 of 12 authorized by the Claims Administrator): Upheld', request: 'Physical therapy x 6 (6 of 12 authorized by the Claims Administrator)' },
  { name: 'a heading twice', heading: 'Lumbar brace: Upheld\nLumbar brace: Upheld', request: 'Lumbar brace' },
  { name: 'two colons', heading: 'Lumbar brace:: Upheld', request: 'Lumbar brace' },
];
for (const { name, heading, request } of REQUESTS) {
  test(`request, as the first and behind a rationale: ${name}`, () => {
    const item = `${request} | upheld | CMR`;
    check(letterOf(`A cane: Upheld\n${DENSE}${heading}\n${DENSE}`), ['A cane | upheld | CMR', item]);
    check(letterOf(`${heading}\n${DENSE}A cane: Upheld\n${DENSE}`), [item, 'A cane | upheld | CMR']);
  });
}

/** Requests whose words are a rationale's as well; a blank line stands before them, or a conclusion. */
const PROSE_LIKE = [
  'The request for Norco 10/325mg #90 tablets\nfor the back',
  'The request for Norco 10/325mg #90 tablets for the back',
  'Transport that is medically necessary\nto visits',
  'Surgery if it is recommended\nby the surgeon',
  'Therapy that has been begun,\nsix more visits',
  'Therefore a brace\nfor the back',
  'A brace as such\nand its liner',
];
for (const heading of PROSE_LIKE) {
  test(`request that sounds like a rationale: ${heading.replace(/\s+/g, ' ')}`, () => {
    const items = ['A cane | upheld | CMR', `${heading.replace(/\s+/g, ' ')} | upheld | CMR`];
    for (const decision of [': Upheld', ':\nUpheld']) {
      const apart = letterOf(`A cane: Upheld\n \n${FIELDS.replace(/\n\n/g, '\n \n')} \n${heading}${decision}\n \n${FIELDS}`);
      check(apart, items);
      check(apart.replace(/\n/g, '\n\n'), items);
      check(letterOf(`A cane: Upheld\n${DENSE}${heading}${decision}\n${DENSE}`), items);
    }
  });
}

test('an abbreviation ends the rationale where it ends a sentence, and no request', () => {
  const said = (words: string): string => DENSE.replace(/Decision rationale: .*/s, `Decision rationale: The joint moves freely, and the arm can be lifted over the head at work as before. ${words}\n`);
  for (const words of ['He may go on with yoga,\npool exercise, acupuncture etc.', 'A second look is said to be of no use by the surgeon who was asked in March, no.']) {
    check(letterOf(`A cane: Upheld\n${said(words)}Psychiatric consultation with monthly follow-ups x 6: Upheld\n${DENSE}`), ['A cane | upheld | CMR', 'Psychiatric consultation with monthly follow-ups x 6 | upheld | CMR']);
  }
});

test('a sentence without a full stop behind a conclusion is the rationale\'s', () => {
  for (const words of ['The tablets should be stopped over four weeks, by the guideline that the administrator has named in the letter', 'Therefore, the decision for tramadol is upheld']) {
    check(letterOf(`A cane: Upheld\n${DENSE.trimEnd()}\n${words}\nA brace: Upheld\n${DENSE}`), ['A cane | upheld | CMR', 'A brace | upheld | CMR']);
  }
});

test('a decision whose request is gone takes no words of the rationale', () => {
  check(letterOf(`A cane: Upheld\n${DENSE}: Upheld\n${DENSE}`), ['A cane | upheld | CMR', ' | upheld | CMR']);
});

test('a rationale without its last full stop keeps its words', () => {
  const open = DENSE.replace(/Therefore.*/, 'The request for a brace is for that reason not supported by the guideline at this time');
  check(letterOf(`A cane: Upheld\n${open}A brace: Upheld\n${DENSE}`), ['A cane | upheld | CMR', 'A brace | upheld | CMR']);
});

test('a heading on the line of a conclusion', () => {
  check(letterOf(`A cane: Upheld\n${DENSE.trimEnd()} A brace: Upheld\n${DENSE}`), ['A cane | upheld | CMR', 'A brace | upheld | CMR']);
});

test('decisions of an earlier letter are no items', () => {
  const told = FIELDS.replace('The joint moves freely.', 'The letter of 3/2/2016 had these outcomes:\nPhysical therapy: Upheld\nNo new facts were given.');
  check(letterOf(`A cane: Upheld\n\n${told}\nA brace: Upheld\n\n${FIELDS}`), ['A cane | upheld | CMR', 'A brace | upheld | CMR']);
});

test('words of the case header in the summary open no letter', () => {
  const text = letterOf(`A cane: Upheld\n\n${FIELDS}`).replace('The worker fell', 'Date of Injury: 10/24/2016. Priority: see below. Utilization Review\nDecision Date: 11/28/2016\nUR Denial Date: 11/28/2016\nThe worker fell');
  assert.equal(readLetters(text).length, 1);
});

for (const { name, issues, items } of ITEMS) {
  test(`items: ${name}`, () => check(letterOf(issues), items));
  test(`items, CRLF: ${name}`, () => check(letterOf(issues).replace(/\n/g, '\r\n'), items));
}

test('items without any line end', () => {
  const text = letterOf(`A brace: Upheld\n\n${FIELDS}\nA sling: Overturned\n\n${FIELDS}`).replace(/\s+/g, ' ');
  check(text, ['A brace | upheld | CMR', 'A sling | overturned | CMR']);
});

test('items are found without the issues heading and without the introduction', () => {
  const text = letterOf(`A brace: Upheld\n\n${FIELDS}\nA sling: Overturned\n\n${FIELDS}`);
  check(text.replace('IMR ISSUES, DECISIONS AND RATIONALES\n', ''), ['A brace | upheld | CMR', 'A sling | overturned | CMR']);
  check(text.replace(ISSUES, ''), ['A brace | upheld | CMR', 'A sling | overturned | CMR']);
});

test('a misspelt heading opens its section', () => {
  const text = letterOf(`A: Upheld\n\n${FIELDS}`).replace('CLINICAL CASE', 'CLINCAL CASE').replace('ISSUES, DECISIONS', 'ISSUES, DECISONS');
  assert.deepEqual(readLetters(text)[0]!.sections.map((section) => section.kind), ['method', 'credentials', 'summary', 'issues']);
});

const HEADINGS: readonly { name: string; headings: readonly [string, string, string, string]; sections: readonly string[] }[] = [
  { name: 'as titles', headings: ['How the IMR Final Determination Was Made', 'The Physician Reviewer has the following credentials:', 'Clinical Case Summary', 'IMR Issues, Decisions and Rationales'], sections: ['method', 'credentials', 'summary', 'issues'] },
  { name: 'with letters that look alike', headings: ['HOW THE lMR FlNAL DETERMlNATION WAS MADE', 'The Expert Reviewer has the following credentials:', 'CLlNICAL CASE SUMMARY', 'lMR lSSUES, DEC1SIONS & RATI0NALES'], sections: ['method', 'credentials', 'summary', 'issues'] },
  { name: 'with an ampersand', headings: ['HOW THE IMR FINAL DETERMINATION WAS MADE', 'The Expert Reviewer has the following credentials:', 'CLINICAL CASE SUMMARY', 'IMR ISSUES, DECISIONS & RATIONALES'], sections: ['method', 'credentials', 'summary', 'issues'] },
  { name: 'words of a sentence are no heading', headings: ['How the IMR final determination was made', 'The Physician Reviewer has the following credentials:', 'Clinical case summary', 'IMR Issues, Decisions and Rationales are next'], sections: ['credentials'] },
];
for (const { name, headings, sections } of HEADINGS) {
  test(`headings ${name}`, () => {
    const [method, credentials, summary, issues] = headings;
    const text = letterOf(`A: Upheld\n\n${FIELDS}`)
      .replace('HOW THE IMR FINAL DETERMINATION WAS MADE', method)
      .replace('The Expert Reviewer has the following credentials:', credentials)
      .replace('CLINICAL CASE SUMMARY', summary)
      .replace('IMR ISSUES, DECISIONS AND RATIONALES', issues);
    assert.deepEqual(readLetters(text)[0]!.sections.map((section) => section.kind), sections);
    check(text, ['A | upheld | CMR']);
  });
}

test('partial requests', () => {
  const templates = [
    'Drug X #30 was the original request. Drug X #27 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Drug X #3 is: Upheld',
    'Drug X #30 was the original request. Drug X #27 was authorized by the Claims\nAdministrator. The remaining IMR eligible portion of the original request, Drug X #3: Upheld',
    'Visits was the original request. The Claims Administrator authorized six visits, leaving the original request IMR eligible. The original request, Visits is: Upheld',
  ];
  const parts = templates.map((heading) => {
    const text = letterOf(`${heading}\n\n${FIELDS}`);
    const partial = readLetters(text)[0]!.items[0]!.partial!;
    return [partial.original, partial.authorized, partial.remaining].map((span) => foldedText(text, span));
  });
  assert.deepEqual(parts, [['Drug X #30', 'Drug X #27', 'Drug X #3'], ['Drug X #30', 'Drug X #27', 'Drug X #3'], ['Visits', 'six visits', 'Visits']]);
});

const TABLE = ['CM16-0000001', '12/01/2016', '10/14/2016', '01/13/2017', '11/17/2016', 'Standard', '11/25/2016'];
const HEADERS: readonly { name: string; header: string; values: (string | null)[] }[] = [
  { name: 'as a table', values: TABLE, header: 'Case Number: CM16-0000001\nDate Assigned: 12/01/2016 Date of Injury: 10/14/2016\nDecision Date: 01/13/2017 UR Denial Date: 11/17/2016\nPriority: Standard Application\nReceived:\n11/25/2016\n' },
  { name: 'laid out', values: TABLE, header: 'Case Number:     CM16-0000001\nDate Assigned:   12/01/2016      Date of Injury:   10/14/2016\nDecision Date:   01/13/2017      UR Denial Date:   11/17/2016\nPriority:        Standard        Application       11/25/2016\n                                 Received:\n' },
  { name: 'torn by columns', values: TABLE, header: 'Case Number:\nDate Assigned:\nDecision Date:\nPriority:\n\nCM16-0000001\n12/01/2016\n01/13/2017\nStandard\n\nDate of Injury:\nUR Denial Date:\nApplication\nReceived:\n\n10/14/2016\n11/17/2016\n11/25/2016\n' },
  { name: 'all labels, then all values', values: TABLE, header: 'Case Number:\nDate Assigned:\nDate of Injury:\nDecision Date:\nUR Denial Date:\nPriority:\nApplication Received:\nCM16-0000001\n12/01/2016\n10/14/2016\n01/13/2017\n11/17/2016\nStandard\n11/25/2016\n' },
  { name: 'glued', values: TABLE, header: 'Case Number: CM16-0000001Date Assigned: 12/01/2016Date of Injury:  10/14/2016\nDecision Date: 01/13/2017UR Denial Date: 11/17/2016\nPriority: StandardApplication\nReceived:\n11/25/2016\n' },
  { name: 'glued without a blank', values: TABLE, header: 'Case Number:CM16-0000001Date Assigned:12/01/2016Date of Injury:10/14/2016\nDecision Date:01/13/2017UR Denial Date:11/17/2016\nPriority:StandardApplication Received:11/25/2016\n' },
  { name: 'one value missing in its row, glued', values: ['CM16-0000001', '12/01/2016', null, '01/13/2017', '11/17/2016', 'Standard', '11/25/2016'], header: 'Case Number: CM16-0000001\nDate Assigned: 12/01/2016Date of Injury:\nDecision Date: 01/13/2017UR Denial Date: 11/17/2016\nPriority: Standard Application\nReceived:\n11/25/2016\n' },
  { name: 'one value missing in its row', values: ['CM16-0000001', '12/01/2016', null, '01/13/2017', '11/17/2016', 'Standard', '11/25/2016'], header: 'Case Number: CM16-0000001\nDate Assigned: 12/01/2016 Date of Injury:\nDecision Date: 01/13/2017 UR Denial Date: 11/17/2016\nPriority: Standard Application\nReceived:\n11/25/2016\n' },
  { name: 'one value missing in a torn column: nothing is guessed', values: ['CM16-0000001', null, null, null, null, 'Standard', null], header: 'Case Number:\nDate Assigned:\nDate of Injury:\nDecision Date:\nUR Denial Date:\nPriority:\nApplication Received:\nCM16-0000001\n12/01/2016\n10/14/2016\n11/17/2016\nStandard\n11/25/2016\n' },
];

for (const { name, header, values } of HEADERS) {
  test(`case header ${name}`, () => {
    const text = `${header}\n${letterOf(`A: Upheld\n\n${FIELDS}`)}`;
    const letters = readLetters(text);
    checkInvariants(text, letters);
    assert.deepEqual(letters.map((letter) => letter.header.map((row) => row.value && text.slice(row.value.start, row.value.end))), [values]);
    assert.deepEqual(letters.map((letter) => [letter.layout, letter.excerpt]), [['2016', false]]);
  });
}

test('credentials in a block and in a sentence', () => {
  const block = letterOf(`A: Upheld\n\n${FIELDS}`);
  const prose = block
    .replace(CREDENTIALS, '')
    .replace('an expert reviewer.', 'an expert reviewer. The expert reviewer is Board Certified in Physical Medicine and\n\nRehabilitation, has a subspecialty in Pain Medicine and is licensed to practice in Texas, Ohio and Maine. He/she is busy.');
  const credentials = [block, prose].map((text) => {
    const { layout, reviewer } = readLetters(text)[0]!;
    return [layout, ...[...reviewer.licensure, ...reviewer.specialties].map((span) => foldedText(text, span))];
  });
  assert.deepEqual(credentials, [
    ['2016', 'Texas', 'New York', 'Preventive Medicine', 'Occupational Medicine'],
    ['2014', 'Texas', 'Ohio', 'Maine', 'Physical Medicine and Rehabilitation', 'Pain Medicine'],
  ]);
});

const PROFESSIONS: readonly { sentence: string; licensure: readonly string[]; specialties: readonly string[] }[] = [
  { sentence: 'The expert reviewer is Licensed in Acupuncture and is licensed to practice in California.', licensure: ['California'], specialties: ['Acupuncture'] },
  { sentence: 'The expert reviewer is a Doctor of Chiropractic and is licensed to practice in California and Ohio.', licensure: ['California', 'Ohio'], specialties: ['Doctor of Chiropractic'] },
  { sentence: 'The physician reviewer is a Licensed Psychologist and is licensed to practice in California. He/she is busy.', licensure: ['California'], specialties: ['Psychologist'] },
  { sentence: 'The expert reviewer is Board Certified in Surgery and is licensed to practice in California, and has been in practice for years.', licensure: ['California'], specialties: ['Surgery'] },
  { sentence: 'The expert reviewer is a person without a tie to the parties.', licensure: [], specialties: [] },
];
for (const { sentence, licensure, specialties } of PROFESSIONS) {
  test(`credentials: ${sentence}`, () => {
    const text = letterOf(`A: Upheld\n\n${FIELDS}`).replace(CREDENTIALS, '').replace('an expert reviewer.', `an expert reviewer. ${sentence}`);
    const { reviewer } = readLetters(text)[0]!;
    assert.deepEqual([reviewer.licensure, reviewer.specialties].map((spans) => spans.map((span) => foldedText(text, span))), [licensure, specialties]);
  });
}

test('the case as a whole', () => {
  const outcomes = [['Upheld', 'Upheld'], ['Overturned', 'Overturned'], ['Upheld', 'Overturned'], ['Upheld', '']].map(([a, b]) =>
    outcomeOf(readLetters(letterOf(`A: ${a}\n\n${FIELDS}\nB: ${b}\n\n${FIELDS}`))[0]!),
  );
  assert.deepEqual(outcomes, ['uphold', 'overturn', 'partial-overturn', null]);
});

test('letters that follow each other', () => {
  const one = letterOf(`A: Upheld\n\n${FIELDS}`);
  const header = HEADERS[0]!.header;
  for (const text of [one + one, `${one}\f${header}${one}`, `${header}${one}${header}${one}`, `A note above.\n${header}${one}\n${one}`]) {
    const letters = readLetters(text);
    checkInvariants(text, letters);
    assert.deepEqual(letters.map((letter) => letter.items.length), [1, 1]);
  }
});

const CLOSE = 'Sincerely,\n\nA. Person, MD\nMedical Director\n\ncc: Department of Industrial Relations\n';
const NOTICE_HEAD = `MAXIMUS FEDERAL SERVICES, INC.\nIndependent Medical Review\nP.O. Box 1\n\nIndependent Medical Review Final Determination Letter\n\nA. Lawyer\n1 Street\n\nDated: 12/19/2016\n\nDear A. Lawyer,\n\n${CLOSE}\n`;
/** What stands behind the last item and what stands before the first, and where the letters begin. */
const ENDINGS: readonly { name: string; text: string; starts: readonly string[]; ends: readonly string[] }[] = [
  { name: 'the close of a letter', text: `${letterOf(`A: Upheld\n\n${FIELDS}`)}\n${CLOSE}`, starts: ['HOW THE IMR'], ends: ['medically necessary.'] },
  { name: 'the close of the notice before the items', text: `${NOTICE_HEAD}${letterOf(`A: Upheld\n\n${FIELDS}`)}`, starts: ['MAXIMUS FED'], ends: ['medically necessary.'] },
  { name: 'the head of the next notice', text: `${letterOf(`A: Upheld\n\n${FIELDS}`)}\n${NOTICE_HEAD}${letterOf(`B: Upheld\n\n${FIELDS}`)}`, starts: ['HOW THE IMR', 'MAXIMUS FED'], ends: ['medically necessary.', 'medically necessary.'] },
  { name: 'words of a close inside a rationale', text: letterOf(`A: Upheld\n\n${FIELDS.replace('The joint', 'Sincerely, the doctor wrote cc: nobody.\nSincerely meant, the joint')}`), starts: ['HOW THE IMR'], ends: ['medically necessary.'] },
];
for (const { name, text, starts, ends } of ENDINGS) {
  test(`behind the last item: ${name}`, () => {
    for (const words of [text, text.replace(/\n/g, '\n\n'), text.replace(/\n\n+/g, '\n')]) {
      const letters = readLetters(words);
      checkInvariants(words, letters);
      assert.deepEqual(letters.map((letter) => words.slice(letter.span.start, letter.span.start + 11)), starts);
      assert.deepEqual(letters.map((letter) => foldedText(words, letter.items.at(-1)!.fields.at(-1)!.body).slice(-20)), ends);
    }
  });
}

interface Expected {
  readonly layout: string;
  readonly letters: number;
  readonly items: readonly { readonly request: string; readonly decision: string | null }[];
}
const expected = JSON.parse(readFileSync('samples/expected.json', 'utf8')) as Record<string, Expected>;

for (const file of readdirSync('samples').filter((name) => name.endsWith('.txt'))) {
  test(`sample ${file}`, () => {
    const text = readFileSync(path.join('samples', file), 'utf8');
    const letters = readLetters(text);
    checkInvariants(text, letters);
    const { layout, letters: count, items } = expected[file]!;
    assert.deepEqual(letters.map((letter) => letter.layout), Array(count).fill(layout));
    const read = letters.flatMap((letter) => letter.items.map((item) => ({ request: foldedText(text, item.request), decision: item.decision?.value ?? null })));
    assert.deepEqual(read, items.map(({ request, decision }) => ({ request, decision })));
  });
}

const LOOK_ALIKES = 'test/fixtures/look-alikes';
for (const file of readdirSync(LOOK_ALIKES).filter((name) => name.endsWith('.txt'))) {
  test(`no letter: ${file}`, () => assert.deepEqual(readLetters(readFileSync(path.join(LOOK_ALIKES, file), 'latin1')).length, 0));
}

test('dates', () => {
  const written = ['11/18/2016', '9-26-13', 'September 26, 2013', 'Feb. 3, 2016', '2/30/2016', '13/1/2016', 'soon', '', '01/02/97'];
  assert.deepEqual(written.map(isoDate), ['2016-11-18', '2013-09-26', '2013-09-26', '2016-02-03', null, null, null, null, '1997-01-02']);
});
