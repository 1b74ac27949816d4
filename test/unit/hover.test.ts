import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverAt } from '../../server/src/features/hover';
import { escaped } from '../../server/src/features/hover/markdown';
import { LAW_OF_DECISION, LAW_OF_FIELD, LAW_OF_SECTION } from '../../server/src/features/hover/law';
import { catalogue } from '../../server/src/guidelines';
import { readLetters } from '../../server/src/letter';

const TEXT = `HOW THE IMR FINAL DETERMINATION WAS MADE

MAXIMUS Federal Services sent the complete case file to an expert reviewer.

CLINICAL CASE SUMMARY

A baker hurt the lower back. An EMG was normal; *nothing* else is known.

IMR ISSUES, DECISIONS AND RATIONALES

The Final Determination was based on decisions for the disputed items/services set forth below:

Massage therapy, 6 visits: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Massage therapy Page(s): 60.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Low Back, *Massage* [now](x).

Decision rationale: See ACOEM Chapter 12, page 303, and 8 CCR 9792.21(c). The request is not medically necessary.

Lumbar brace: Overturned

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.

MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2031. Decision based on Non-MTUS Citation Doe et al, A made-up journal.

Decision rationale: The request is medically necessary.
`;

const letter = readLetters(TEXT)[0]!;

/** The hover at the middle of a passage: what it is about, and its Markdown against the patterns. */
function check(passage: string, about: string | null, ...patterns: RegExp[]): void {
  const at = TEXT.indexOf(passage);
  assert.ok(at >= 0, passage);
  const hover = hoverAt(TEXT, letter, at + Math.floor(passage.length / 2));
  assert.equal(hover === null ? null : TEXT.slice(hover.span.start, hover.span.end), about, passage);
  for (const pattern of patterns) assert.match(hover?.markdown ?? '', pattern, passage);
  assert.ok((hover?.markdown ?? '').split('\n').length <= 12, `a wall: ${hover?.markdown}`);
}

test('hover: labels say what the law asks for', () => {
  check('Claims Administrator guideline:', 'Claims Administrator guideline:', /^\*\*Claims administrator guideline/, /9792\.21\.1\(b\)-\(d\)/, /\n\n_Seen in: \[www/);
  check('MAXIMUS guideline:', 'MAXIMUS guideline:', /9792\.10\.6\(d\) item 5.*\(unverified\)/, /check before relying on it/);
  check('Decision rationale:', 'Decision rationale:', /9792\.10\.6\(d\) item 6/, /4610\.6\(c\)/);
});

test('hover: decisions say what follows, and by when', () => {
  check('Upheld', 'Upheld', /denial stands/, /4610\.6\(h\).*30 days/, /4610\.6\(g\)/);
  check('Overturned', 'Overturned', /found medically necessary/, /9792\.10\.7\(a\)\(2\).*5 working days/, /20 days/);
});

test('hover: section headings', () => {
  check('CLINICAL CASE SUMMARY', 'CLINICAL CASE SUMMARY', /Case summary/);
  check('HOW THE IMR FINAL', 'HOW THE IMR FINAL DETERMINATION WAS MADE', /4610\.6\(b\)/);
});

test('hover: an MTUS citation with its topic', () => {
  check(
    'Treatment Guidelines Massage',
    'MTUS Chronic Pain Treatment Guidelines Massage therapy Page(s): 60',
    /^\*\*Chronic Pain Medical Treatment Guidelines\*\*.*May 2009/,
    /adopted by \*\*8 CCR 9792\.24\.2\*\*/,
    /Governed from 2009-07-18 to 2016-07-28/,
    /\*\*Massage therapy\*\*: page 60 .*4-6 visits/,
  );
});

test('hover: a chapter of the ODG, and its rank', () => {
  check(
    'Guidelines (ODG) Low Back',
    'Official Disability Guidelines (ODG) Low Back, *Massage* [now](x)',
    /^\*\*Low Back - Lumbar \\& Thoracic\*\*: chapter of the Official Disability Guidelines/,
    /Outside the MTUS\. Rank in \*\*Labor Code 4610\.5\(c\)\(2\)\*\*: \(C\)/,
    /9792\.21\.1\(a\)\(2\)\(A\)/,
  );
});

test('hover: pages and law in a rationale', () => {
  check('Chapter 12, page 303', 'ACOEM Chapter 12, page 303', /^\*\*Low Back Complaints\*\*/, /8 CCR 9792\.23\.5/, /page 303/);
  check('9792.21(c)', '8 CCR 9792.21(c)', /9792\.21\(c\).*presumed correct/);
});

test('hover: no evidence, no entry, an abbreviation, plain words', () => {
  check('did not cite any', 'The Claims Administrator did not cite any medical evidence for its decision', /No medical evidence cited/);
  check('Back Complaints 2031', 'MTUS Low Back Complaints 2031', /Not in the catalogue/, /Named here as MTUS/);
  check('et al, A made-up', 'Doe et al, A made-up journal', /Not in the catalogue/, /\(B\) peer-reviewed evidence/);
  check('EMG', 'EMG', /\*\*EMG\*\*: electromyography/);
  check('baker', null);
});

test('hover: every fact of law that a hover names is in the data', () => {
  const ids = [LAW_OF_FIELD, LAW_OF_DECISION, LAW_OF_SECTION].flatMap((table) => Object.values(table).flat());
  for (const id of ids) assert.ok(catalogue().fact(id), id);
});

test('hover: text is escaped', () => {
  assert.equal(escaped(' *a*  [b](c) <d>\n`e` _f_ \\ #|'), '\\*a\\* \\[b\\](c) \\<d\\> \\`e\\` \\_f\\_ \\\\ \\#\\|');
});

test('hover: no place in or outside the letter throws, and what is shown lies round it', () => {
  for (let at = -2; at <= TEXT.length + 2; at++) {
    const hover = hoverAt(TEXT, letter, at);
    if (hover === null) continue;
    assert.ok(hover.span.start <= at && at <= hover.span.end, String(at));
    assert.ok(hover.markdown.length > 10, String(at));
  }
  assert.equal(hoverAt(TEXT, letter, Number.NaN), null);
});
