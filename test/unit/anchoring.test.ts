import assert from 'node:assert/strict';
import { test } from 'node:test';
import { place, sought, type Placement, type Target } from '../../server/src/annotations/anchoring';
import { annotatedText, textTarget } from '../../server/src/annotations/target';
import { readLetters } from '../../server/src/letter';

const HEAD = `HOW THE IMR FINAL DETERMINATION WAS MADE

MAXIMUS Federal Services sent the complete case file to an expert reviewer.

CLINICAL CASE SUMMARY

A baker of 52 years hurt the lower back on 03/04/2011 when a tray cart tipped over. Splinting and rest helped a little, and the baker has been back at the oven since.

IMR ISSUES, DECISIONS AND RATIONALES

The Final Determination was based on decisions for the disputed items/services set forth below:

`;
const THERAPY = `Six (6) physical therapy visits for the lower back:  Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 98-99.

Decision rationale: The papers show no gain from the "first" six visits, and no plan for exercise at home. Therefore, the request is not medically necessary.

`;
const MASSAGE = THERAPY.replace('physical', 'massage').replace('98-99', '60').replace('no gain from the "first" six visits', 'that massage was given to a sore neck');
const LETTER = HEAD + THERAPY + MASSAGE;

type Methods = 'base' | 'quote' | 'both';

/** Marks the one stretch `marked` of the text, where `‹…›` holds the passage among words that tell which is meant. */
function marked(text: string, words: string): { start: number; end: number } {
  const plain = words.replace(/[‹›]/g, '');
  const at = text.indexOf(plain);
  assert.ok(at >= 0 && text.indexOf(plain, at + 1) < 0, `not once in the text: ${plain}`);
  return { start: at + words.indexOf('‹'), end: at + words.indexOf('›') - 1 };
}

function found(base: string, words: string, text: string, method: 'base' | 'quote'): Placement {
  const of = annotatedText('letter.txt', base, readLetters(base));
  const target = sought(textTarget(of, marked(base, words)));
  const [placement] = place([target], text, readLetters(text), method === 'base' ? base : undefined);
  assert.ok(placement);
  return placement;
}

/** Where the passage `‹…›` of the base must stand in the text, with what state; a state alone where it has no place. */
function check(methods: Methods, base: string, words: string, text: string, state: Placement['state'], expected?: string): void {
  for (const method of ['base', 'quote'] as const) {
    if (methods !== 'both' && methods !== method) continue;
    const placement = found(base, words, text, method);
    const title = `${words} by ${method}`;
    assert.equal(placement.state, state, title);
    if (expected === undefined) assert.ok(!('span' in placement), title);
    else {
      assert.ok('span' in placement, title);
      assert.deepEqual({ ...placement.span }, marked(text, expected), title);
    }
  }
}

const GAIN = 'no gain from the "first" ‹six visits›';
const UPHELD_FIRST = 'Six (6) physical therapy visits for the lower back:  ‹Upheld›';
const UPHELD_SECOND = 'Six (6) massage therapy visits for the lower back:  ‹Upheld›';

test('the same text: positions are trusted, if they hold the quote', () => {
  check('both', LETTER, UPHELD_SECOND, LETTER, 'intact', UPHELD_SECOND);
  check('both', LETTER, UPHELD_SECOND, LETTER.replaceAll('\n', '\r\n'), 'intact', UPHELD_SECOND);
  const of = annotatedText('letter.txt', LETTER, readLetters(LETTER));
  const target = sought(textTarget(of, marked(LETTER, UPHELD_SECOND)));
  const [quote, position] = target.selector;
  const off: Target = { ...target, selector: [quote, { ...position, start: position.start - 7, end: position.end - 7 }] };
  const [placement] = place([off], LETTER, readLetters(LETTER), LETTER);
  assert.deepEqual(placement, { state: 'intact', span: marked(LETTER, UPHELD_SECOND) });
});

test('what was not touched keeps its place', () => {
  const swapped = HEAD + MASSAGE + THERAPY;
  const single = LETTER.replaceAll('\n\n', '\n');
  const doubled = LETTER.replaceAll('\n', '\n\n');
  const cleaned = LETTER.replaceAll('"', '\u201d').replaceAll(':  ', ': ');
  for (const text of [`Case Number: CM16-0000007\n\n${LETTER}`, swapped, single, doubled]) {
    check('both', LETTER, GAIN, text, 'intact', GAIN);
    check('both', LETTER, UPHELD_FIRST, text, 'intact', UPHELD_FIRST);
    check('both', LETTER, UPHELD_SECOND, text, 'intact', UPHELD_SECOND);
  }
  check('both', LETTER, '‹the "first" six›', cleaned, 'intact', '‹the \u201dfirst\u201d six›');
});

test('nothing jumps from a deleted item into another', () => {
  const text = HEAD + MASSAGE;
  check('both', LETTER, GAIN, text, 'orphaned');
  check('both', LETTER, UPHELD_FIRST, text, 'orphaned');
  check('both', LETTER, 'the lower back:  Upheld\n\n‹Claims Administrator guideline:› Decision based on MTUS Chronic Pain Treatment Guidelines.\n\nMAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 98', text, 'orphaned');
  check('both', LETTER, UPHELD_SECOND, text, 'intact', UPHELD_SECOND);
});

test('what was touched is changed, in its place', () => {
  const masked = LETTER.replace('03/04/2011', 'XX/XX/XXXX');
  check('both', LETTER, 'lower back on ‹03/04/2011› when', masked, 'changed', 'lower back on ‹XX/XX/XXXX› when');
  check('both', LETTER, '‹A baker of 52 years hurt the lower back on 03/04/2011 when a tray cart tipped over.›', masked, 'changed', '‹A baker of 52 years hurt the lower back on XX/XX/XXXX when a tray cart tipped over.›');
  check('both', LETTER, '‹Splinting and rest helped a little›', LETTER.replace('rest helped', 'rest have helped'), 'changed', '‹Splinting and rest have helped a little›');
});

test('a hyphen inside a line counts, one that breaks a word does not', () => {
  check('base', LETTER, 'Page(s): ‹98-99›', LETTER.replace('98-99', '9899'), 'changed', 'Page(s): ‹9899›');
  check('base', LETTER, 'and no plan for ‹exercise› at home. Therefore, the request is not medically necessary.\n\nSix', LETTER.replace('exercise', 'exer-\ncise'), 'intact', 'no gain from the "first" six visits, and no plan for ‹exer-\ncise›');
});

test('a passage that stands twice is for a person to choose', () => {
  const rationale = THERAPY.slice(THERAPY.indexOf('Decision rationale'));
  const twice = LETTER.replace(rationale, rationale + rationale);
  for (const method of ['base', 'quote'] as const) {
    const placement = found(LETTER, GAIN, twice, method);
    assert.equal(placement.state, 'ambiguous', method);
    assert.ok('candidates' in placement);
    const places = placement.candidates.map(({ span }) => span.start).sort((one, other) => one - other);
    assert.deepEqual(places, [...twice.matchAll(/six visits/g)].map(({ index }) => index), method);
  }
  // The first words of a text have no copy before them.
  const opening = HEAD.slice(0, HEAD.indexOf('CLINICAL'));
  assert.equal(found(LETTER, '‹HOW THE IMR FINAL DETERMINATION WAS MADE›', opening + LETTER, 'base').state, 'ambiguous');
  // Pasted elsewhere, the copy is known by what stands around it.
  const elsewhere = LETTER.replace('IMR ISSUES', `${rationale}IMR ISSUES`);
  const placement = found(LETTER, GAIN, elsewhere, 'base');
  assert.ok('span' in placement);
  assert.equal(placement.span.start, elsewhere.lastIndexOf('six visits, and'));
});

test('where a copy begins at another field or ends in another item, nothing tells which is the copy', () => {
  // A rationale with the next item's heading, right before itself: both headings follow the same rationale.
  const seam = THERAPY.slice(THERAPY.indexOf('Decision rationale:')) + MASSAGE.slice(0, MASSAGE.indexOf('Claims'));
  check('both', LETTER, UPHELD_SECOND, LETTER.replace(seam, seam + seam), 'ambiguous');
  check('both', LETTER, 'treatment, ‹no gain from the "first" six visits›'.replace('treatment, ', 'show '), LETTER.replace(seam, seam + seam), 'ambiguous');
  // Two items of which the second repeats the first but for its request: the same words stood at the distance of the copy before.
  const alike = HEAD + THERAPY + THERAPY.replace('physical', 'massage');
  const one = alike.slice(alike.indexOf('MAXIMUS guideline'), alike.indexOf('MAXIMUS guideline', alike.indexOf('Six (6) massage')));
  check('base', alike, UPHELD_SECOND, alike.replace(one, one + one), 'ambiguous');
  // Items that are alike and no copies of each other keep their passages.
  check('both', alike, UPHELD_SECOND, `Case Number: CM16-0000007\n\n${alike}`, 'intact', UPHELD_SECOND);
});

test('a word beside others that were put in may be one of those', () => {
  const by = LETTER.replace('the oven since', 'the oven');
  check('base', by, 'back at ‹the› oven', by.replace('back at the oven', 'back the the oven'), 'ambiguous');
  check('base', by, 'back at ‹the› oven', by.replace('back at the oven', 'back the hot oven'), 'changed', 'back ‹the hot› oven');
  check('base', by, 'back at ‹the› oven', by.replace('back at the oven', 'back near the oven'), 'intact', 'back near ‹the› oven');
});

test('without a base, words of a request are not those by which the summary tells it', () => {
  const partial = THERAPY.replace('Six (6) physical', 'Ten (10) physical therapy visits for the lower back was the original request. Four (4) visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, six (6) physical').replace('back:  Upheld', 'back is:  Upheld');
  const told = HEAD.replace('Splinting', `The ${partial.slice(0, partial.indexOf(' is:')).replace('Ten', 'ten')} is disputed. Splinting`);
  const words = 'Ten (10) physical therapy visits for the lower back was the original request. Four (4) visits ‹was authorized by the Claims Administrator›';
  check('both', told + partial + MASSAGE, words, told + partial, 'intact', words);
  check('both', told + partial, words, told, 'orphaned');
  check('both', told + partial + MASSAGE, words, told + MASSAGE, 'orphaned');
});

test('a base that is not the text of the positions is not used', () => {
  const of = annotatedText('letter.txt', LETTER, readLetters(LETTER));
  const target = sought(textTarget(of, marked(LETTER, GAIN)));
  const text = `Case Number: CM16-0000007\n\n${LETTER}`;
  assert.deepEqual(place([target], text, readLetters(text), 'something else'), place([target], text, readLetters(text)));
});

test('any text and any target give a placement', () => {
  const selector: Target['selector'] = [
    { type: 'TextQuoteSelector', exact: '', prefix: '', suffix: '' },
    { type: 'TextPositionSelector', start: Number.NaN, end: -5 },
  ];
  const targets: Target[] = [
    { selector, contentHash: '' },
    { selector: [{ ...selector[0], exact: ' \n' }, selector[1]], contentHash: 'x', item: { index: -1, request: '' }, field: 'nothing' },
    { selector: [{ ...selector[0], exact: '-', prefix: '\ud83d', suffix: '\ude00' }, selector[1]], contentHash: 'x' },
  ];
  for (const text of ['', '\uFEFF', '\ud83d', 'a'.repeat(3000), LETTER]) {
    for (const base of [undefined, '', LETTER]) {
      const placements = place(targets, text, readLetters(text), base);
      assert.equal(placements.length, targets.length);
      for (const placement of placements) if ('span' in placement) assert.ok(placement.span.start <= placement.span.end && placement.span.end <= text.length);
    }
  }
});
