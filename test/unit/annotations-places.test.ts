import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { REQUEST_LENGTH } from '../../server/src/annotations/model';
import { annotatedText, placeOf, textTarget } from '../../server/src/annotations/target';
import { proposalsOf, proposalTarget } from '../../server/src/annotations/proposals';
import { catalogue } from '../../server/src/guidelines';
import { readLetters } from '../../server/src/letter';
import { letter2016 } from '../cli/made-up-letters';

const SECOND = ['', 'Massage of the left shoulder, six visits: Overturned', 'Claims Administrator guideline: Decision based on MTUS Shoulder Complaints 2004.', 'MAXIMUS guideline: Decision based on MTUS Shoulder Complaints 2004.', 'Decision rationale: The visits are few. The request is medically necessary.', ''].join('\n');
const LETTER = letter2016() + SECOND;

describe('where a passage lies', () => {
  /** The passage stands between brackets. */
  function check(name: string, before: string, after: string, expected: string): void {
    it(name, () => {
      const start = LETTER.indexOf(before) + before.length;
      const end = LETTER.indexOf(after, start);
      const of = annotatedText('letter.txt', LETTER, readLetters(LETTER));
      const { letter, index, field } = placeOf(of, { start, end });
      assert.equal(`${letter} ${index} ${field}`, expected);
      const target = textTarget(of, { start, end });
      assert.deepEqual([target['imr:letter'], target['imr:item']?.index ?? -1, target['imr:field']], [letter, index, field]);
      assert.equal(target.selector[0].exact, LETTER.slice(start, end));
    });
  }

  check('in the header', 'Priority: ', ' Application', '0 -1 null');
  check('in the summary', 'fell from ', ' and hurt', '0 -1 summary');
  check('in a request', 'below:\n\nMRI ', ' of the left', '0 0 request');
  check('in a decision', 'MRI of the left shoulder: ', '\nClaims', '0 0 decision');
  check('in a guideline of the claims administrator', 'MTUS ', ' 2004.\nMAXIMUS', '0 0 claimsAdministratorGuideline');
  check('in a guideline of the reviewer', 'Section(s): ', '.\nDecision rationale', '0 0 reviewerGuideline');
  check('in a rationale', 'Decision rationale: ', ' is described', '0 0 rationale');
  check('in the second item', 'The visits ', ' few', '0 1 rationale');
  check('by its first visible character', 'medically necessary.', 'of the left shoulder, six', '0 1 request');

  it('names the whole request, folded: those granted in part differ at their end', () => {
    const request = `A 😀\n  very ${'long '.repeat(60)}request`;
    const text = letter2016({ request });
    const { 'imr:item': item } = textTarget(annotatedText('letter.txt', text, readLetters(text)), { start: text.indexOf('No red flag'), end: text.indexOf(' is described') });
    assert.equal(item!.request, request.replace(/\s+/g, ' '));
    assert.ok(item!.request.length <= REQUEST_LENGTH);
  });

  it('counts code points without byte order mark and with LF', () => {
    const text = `\uFEFF😀 ${letter2016()}`.replace(/\n/g, '\r\n');
    const start = text.indexOf('fell from');
    const target = textTarget(annotatedText('letter.txt', text, readLetters(text)), { start, end: start + 4 });
    const plainText = text.slice(1).replace(/\r\n/g, '\n');
    assert.equal(Array.from(plainText).slice(target.selector[1].start, target.selector[1].end).join(''), 'fell');
  });

  it('of a text that is no letter is nowhere', () => {
    const target = textTarget(annotatedText('note.txt', 'Milk', []), { start: 0, end: 4 });
    assert.deepEqual([target['imr:letter'], target['imr:item'], target['imr:field']], [0, null, null]);
  });
});

describe('proposals', () => {
  const proposals = (text: string): ReturnType<typeof proposalsOf> => proposalsOf({ text, letters: readLetters(text) }, catalogue());
  const idsOf = (text: string): string[] => proposals(text).map(({ id }) => id);

  it('are decisions, fields and citations in the order of the text', () => {
    const found = proposals(LETTER).map(({ kind, item, field, span }) => `${item} ${kind} ${field} ${LETTER.slice(span.start, span.start + 8)}`);
    assert.deepEqual(found, [
      '0 decision decision Upheld',
      '0 field claimsAdministratorGuideline Decision',
      '0 citation claimsAdministratorGuideline MTUS Sho',
      '0 field reviewerGuideline Decision',
      '0 citation reviewerGuideline MTUS Sho',
      '0 field rationale No red f',
      '1 decision decision Overturn',
      '1 field claimsAdministratorGuideline Decision',
      '1 citation claimsAdministratorGuideline MTUS Sho',
      '1 field reviewerGuideline Decision',
      '1 citation reviewerGuideline MTUS Sho',
      '1 field rationale The visi',
    ].map((line) => line.replace('Upheld', 'Upheld\nC')));
  });

  it('have ids of their own', () => {
    const ids = idsOf(LETTER);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^urn:imr:[0-9a-f]{16}$/);
  });

  /** How many proposals of the letter are still there, by their ids, in the changed one. */
  function check(name: string, change: (text: string) => string, kept: number): void {
    it(`${name}: ${kept} of 12 stay the same`, () => {
      const changed = change(LETTER);
      assert.notEqual(changed, LETTER);
      const after = new Set(idsOf(changed));
      assert.equal(idsOf(LETTER).filter((id) => after.has(id)).length, kept);
    });
  }

  check('a header pasted in', (text) => `Dated: 1/2/2017\n\n${text}`, 12);
  check('line ends', (text) => text.replace(/\n/g, '\r\n'), 12);
  check('typographical clean-up', (text) => text.replace('shoulder, six', 'shoulder – six'), 12);
  check('first item deleted', (text) => text.slice(0, text.indexOf('MRI of')) + SECOND, 6);
  check('a word at the end of a rationale', (text) => text.replace('is described. The request is not', 'is described. The whole request, as it stands in this letter today, is not').replace('No red flag', 'No red flag'), 11);
  check('another decision', (text) => text.replace(': Upheld', ': Overturned'), 11);
  check('another request', (text) => text.replace('MRI of', 'CT of'), 6);

  it('that are truly the same are counted', () => {
    const twin = `${LETTER}${SECOND}`;
    const ids = idsOf(twin);
    assert.equal(new Set(ids).size, 18);
    assert.deepEqual(ids.slice(0, 12), idsOf(LETTER));
  });

  it('point to their passage', () => {
    const of = annotatedText('letter.txt', LETTER, readLetters(LETTER));
    const [decision] = proposals(LETTER);
    const target = proposalTarget(of, decision!);
    assert.deepEqual([target.id, target['imr:kind'], target.selector[0].exact, target['imr:field']], [decision!.id, 'decision', 'Upheld', 'decision']);
  });
});
