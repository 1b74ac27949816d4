import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverAt } from '../../server/src/features/hover';
import { page } from '../../server/src/features/hover/markdown';
import { readLetters } from '../../server/src/letter';

const DATED = `Case Number: CM16-0000007
Date Assigned: 12/15/2016
Date of Injury: 10/14/2015
Decision Date: 01/13/2017
UR Denial Date: 11/17/2016

`;

const BODY = `HOW THE IMR FINAL DETERMINATION WAS MADE

MAXIMUS Federal Services sent the complete case file to an expert reviewer.

The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty: Orthopedic Surgery

CLINICAL CASE SUMMARY

A baker hurt the lower back.

IMR ISSUES, DECISIONS AND RATIONALES

The Final Determination was based on decisions for the disputed items/services set forth below:

Massage of the lower back by a therapist, six visits: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Massage therapy.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Office visits, Kneading.

Decision rationale: ACOEM Chapter 12, page 303 speaks of it, and so does ACOEM Chapter 12, page 999. The request is not medically necessary.

Lumbar brace: Overturned

Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Physical Methods.

Decision rationale: The request is medically necessary.
`;

/** The hover at the middle of a passage of a letter. */
function hovered(text: string, passage: string): { about: string; markdown: string } {
  const at = text.indexOf(passage);
  assert.ok(at >= 0, passage);
  const letter = readLetters(text)[0]!;
  const hover = hoverAt(text, letter, at + Math.floor(passage.length / 2));
  assert.ok(hover, passage);
  assert.ok(hover.markdown.split('\n').length <= 12, `a wall: ${hover.markdown}`);
  return { about: text.slice(hover.span.start, hover.span.end), markdown: hover.markdown };
}

function check(passage: string, about: string, expected: readonly RegExp[], not: readonly RegExp[] = [], text = DATED + BODY): void {
  const hover = hovered(text, passage);
  assert.equal(hover.about, about);
  for (const pattern of expected) assert.match(hover.markdown, pattern);
  for (const pattern of not) assert.doesNotMatch(hover.markdown, pattern);
}

test('hover: on a section that part alone', () => {
  check('Massage therapy', 'Massage therapy', [/^\*\*Massage therapy\*\*: in \*\*Chronic Pain/, /page 60.*4-6 visits/], [/adopted by/, /Governed/]);
  check('Office visits', 'Office visits', [/^\*\*Office visits\*\*: in .*July 2016/], [/adopted by/]);
  check('Kneading', 'Kneading', [/^\*\*Kneading\*\*: in /, /Not known to the catalogue/]);
});

test('hover: on pages that part alone', () => {
  check('page 303', 'page 303', [/^\*\*Page 303\*\* of \*\*Low Back Complaints/, /The whole has pages 286-326/], [/adopted by/]);
  check('page 999', 'page 999', [/^\*\*Page 999\*\* of /, /has no such page/]);
});

test('hover: where else the letter cites the guideline', () => {
  check('Back Complaints 2004.', 'MTUS Low Back Complaints 2004', [/Also cited in this letter: “Massage of the lower back by a therapist…” \(rationale\); “Lumbar brace” \(reviewer\)$/m]);
  check('MTUS Chronic Pain Medical Treatment 2016', 'MTUS Chronic Pain Medical Treatment 2016, Section(s): Office visits, Kneading', [], [/Also cited/]);
});

test('hover: how the day of the denial lies to the times in which it governed', () => {
  check('MTUS Chronic Pain Medical Treatment 2009', 'MTUS Chronic Pain Medical Treatment 2009, Section(s): Massage therapy', [/2009-07-18 to 2016-07-28; the denial of 2016-11-17 lies after, but request or service may be older/]);
  check('MTUS Chronic Pain Medical Treatment 2016', 'MTUS Chronic Pain Medical Treatment 2016, Section(s): Office visits, Kneading', [/requests made on or after.*the denial of 2016-11-17 lies within/]);
  check('Back Complaints 2004.', 'MTUS Low Back Complaints 2004', [/to 2009-07-17$/m, /to 2017-11-30; the denial of 2016-11-17 lies within$/m]);
  check('Back Complaints 2004.', 'MTUS Low Back Complaints 2004', [/to 2017-11-30$/m], [/lies/], BODY);
});

test('hover: how sure it is, once where all is equally sure', () => {
  const seen = { source: 'https://example.org/a', confidence: 'seen' } as const;
  const words = { source: 'a *public* letter', confidence: 'seen' } as const;
  const unverified = { source: 'memory', confidence: 'unverified' } as const;
  const note = '_Unverified: general knowledge, check before relying on it._';
  assert.equal(page([{ text: 'A', from: seen }], [[{ text: 'B', from: seen }], 'C']), 'A\n\n- B\n- C\n\n_Seen in: [example.org](<https://example.org/a>)_');
  assert.equal(page([{ text: 'A', from: seen }], [[{ text: 'B', from: words }]]), 'A\n\n- B\n\n_Seen in: [example.org](<https://example.org/a>); a \\*public\\* letter_');
  assert.equal(page([{ text: 'A', from: unverified }], []), `A\n\n${note}`);
  assert.equal(page([{ text: 'A', from: { ...unverified, source: 'see https://example.org/b' } }], []), `A\n\n${note} Compare: [example.org](<https://example.org/b>)`);
  assert.equal(page([{ text: 'A', from: seen }], [[{ text: 'B', from: unverified }]]), `A ([seen](<https://example.org/a>))\n\n- B (unverified)\n\n${note}`);
  assert.equal(page('A', []), 'A');
});

test('hover: a decision in a list of its own, outside of its item', () => {
  const text = `MAXIMUS FEDERAL SERVICES, INC.
Notice of Independent Medical Review Determination

Dated: 9/26/2013

1) MAXIMUS Federal Services, Inc. has determined the request for a cane is not medically necessary and appropriate.

INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE

An application for Independent Medical Review was filed on 8/2/2013 disputing the Utilization Review Denial dated 7/30/2013. A decision has been made for each of the treatments in dispute:

1) MAXIMUS Federal Services, Inc. has determined the request for a cane is not medically necessary and appropriate.

Case Summary:
A cook hurt the left knee.

Documents Reviewed for Determination:

1) Regarding the request for a cane:

Rationale for the Decision:
A cane helps nobody here. The request for a cane is not medically necessary and appropriate.
`;
  const letter = readLetters(text)[0];
  const decision = letter?.items[0]?.decision;
  assert.ok(decision && !(letter.items[0]!.span.start <= decision.span.start && decision.span.end <= letter.items[0]!.span.end), 'the decision lies outside of its item');
  assert.match(hoverAt(text, letter, decision.span.start + 3)?.markdown ?? '', /^\*\*Upheld\*\*/);
});
