import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextTarget } from '../../server/src/annotations/model';
import { annotatedText, textTarget } from '../../server/src/annotations/target';
import { readLetters } from '../../server/src/letter';
import { Bases } from '../../server/src/lsp/annotations/bases';
import { oneLine } from '../../server/src/lsp/annotations/one-line';
import { outsideOneEdit } from '../../server/src/lsp/annotations/outside-one-edit';
import { Places } from '../../server/src/lsp/annotations/places';
import { letterText } from '../protocol/letter-text';
import { THOROUGH } from '../thorough';

const read = (text: string) => ({ text, letters: readLetters(text) });

/** An open letter: what an edit and a look at it do. */
class Letter {
  readonly places = new Places(new Bases());
  private readonly before: string[] = [];

  constructor(
    public text: string,
    readonly targets: readonly TextTarget[],
  ) {
    this.places.follow(targets, () => undefined);
    this.places.settle(read(text));
  }

  static with(text: string, ...passages: string[]): Letter {
    const of = annotatedText('letter.txt', text, readLetters(text));
    return new Letter(text, passages.map((passage) => textTarget(of, { start: text.indexOf(passage), end: text.indexOf(passage) + passage.length })));
  }

  edit(start: number, end: number, words: string): this {
    this.before.push(this.text);
    this.places.edited({ start, end, newLength: words.length });
    this.text = this.text.slice(0, start) + words + this.text.slice(end);
    return this;
  }

  replace(passage: string, words: string): this {
    const start = this.text.indexOf(passage);
    assert.ok(start >= 0, passage);
    return this.edit(start, start + passage.length, words);
  }

  /** Where all stand: state and words. */
  look(): string[] {
    this.places.settle(read(this.text));
    return this.targets.map((target) => {
      const placement = this.places.at(target);
      return 'span' in placement ? `${placement.state}: ${this.text.slice(placement.span.start, placement.span.end)}` : placement.state;
    });
  }
}

const LETTER = letterText({}, { request: 'Grip trainer', decision: 'Overturned', rationale: 'Nothing tells why a trainer would help the wrist more than rest.' });

test('places: an edit that takes away and its undo, looked at between or not', () => {
  for (const looks of [true, false]) {
    const letter = Letter.with(LETTER, 'Grip trainer', 'a trainer would help', 'Upheld');
    letter.replace(LETTER.slice(LETTER.indexOf('Grip trainer')), '');
    if (looks) assert.deepEqual(letter.look(), ['orphaned', 'orphaned', 'intact: Upheld']);
    letter.edit(letter.text.length, letter.text.length, LETTER.slice(LETTER.indexOf('Grip trainer')));
    assert.deepEqual(letter.look(), ['intact: Grip trainer', 'intact: a trainer would help', 'intact: Upheld'], `looked at: ${looks}`);
  }
});

test('places: words typed again one by one are found when they are whole', () => {
  const letter = Letter.with(LETTER, 'a trainer would help the wrist');
  const at = letter.text.indexOf('a trainer would help the wrist');
  letter.replace('a trainer would help the wrist', '');
  assert.deepEqual(letter.look(), ['orphaned']);
  for (const [index, sign] of Array.from('a trainer would help the wrist').entries()) {
    letter.edit(at + index, at + index, sign);
    if (index < 20) assert.deepEqual(letter.look(), ['orphaned']);
  }
  assert.deepEqual(letter.look(), ['intact: a trainer would help the wrist']);
});

test('places: the whole letter replaced by itself with other line ends', () => {
  const letter = Letter.with(LETTER, 'Grip trainer', 'Overturned', 'a trainer would help');
  letter.edit(0, LETTER.length, LETTER.replaceAll('\n', '\r\n\r\n'));
  assert.deepEqual(letter.look(), ['intact: Grip trainer', 'intact: Overturned', 'intact: a trainer would help']);
});

test('places: what was deleted and pasted twice is nowhere for sure', () => {
  const letter = Letter.with(LETTER, 'a trainer would help');
  const sentence = 'Nothing tells why a trainer would help the wrist more than rest.';
  letter.replace(sentence, '');
  assert.deepEqual(letter.look(), ['orphaned']);
  letter.replace('Decision rationale: \n', `Decision rationale: ${sentence}${sentence}\n`);
  const [found] = letter.look();
  assert.equal(found, 'ambiguous');
});

test('places: a place that is known stays when more passages come, and goes with them', () => {
  const letter = Letter.with(LETTER, 'a trainer would help');
  letter.replace('a trainer', 'the trainer').look();
  const of = annotatedText('letter.txt', letter.text, readLetters(letter.text));
  const start = letter.text.indexOf('Overturned');
  const more = textTarget(of, { start, end: start + 'Overturned'.length });
  const copy = structuredClone(letter.targets[0]!);
  letter.places.follow([more, copy], (target) => (target === copy ? letter.targets[0] : undefined));
  letter.edit(0, 0, 'A line before.\n');
  letter.places.settle(read(letter.text));
  const words = [more, copy].map((target) => letter.places.at(target)).map((placement) => ('span' in placement ? `${placement.state}: ${letter.text.slice(placement.span.start, placement.span.end)}` : placement.state));
  assert.deepEqual(words, ['intact: Overturned', 'changed: the trainer would help']);
  assert.deepEqual(letter.places.at(letter.targets[0]!), { state: 'orphaned', candidates: [] }, 'no longer followed');
});

test('places: what was taken from an end of a passage and put back is its own again, whatever else was edited', () => {
  const check = (passage: string, edits: readonly (readonly [string, string])[], expected: string): void => {
    const letter = Letter.with(LETTER, passage);
    letter.edit(0, 0, 'A line that stays.\n').look();
    for (const [words, instead] of edits) letter.replace(words, instead);
    assert.deepEqual(letter.look(), [expected], JSON.stringify(edits));
  };
  check('hurt the left wrist', [['years hurt', 'years'], ['tray', 'dough'], ['years', 'years hurt']], 'intact: hurt the left wrist');
  check('hurt the left wrist', [['wrist on', 'on'], ['tray', 'dough'], ['left on', 'left wrist on']], 'intact: hurt the left wrist');
  check('hurt the left wrist', [['years hurt', 'years'], ['tray', 'dough'], ['years', 'years, hurt']], 'intact: hurt the left wrist');
  check('hurt the left wrist', [['years hurt', 'years'], ['tray', 'dough'], ['years', 'years harmed']], 'changed:  the left wrist');
  check('rest helped', [['rest helped', 'Rest helped: rest helped'], ['Splinting', 'Bandages']], 'intact: rest helped');
  // The letter that is left ends the words before it as well as it begins those behind.
  check('SSUES, DECISIONS', [['SUES, DECISIONS', ''], ['IMR I', 'IMR ISSUES, DECISION'], [' AND RATIONALES', 'SUES, DECISIONS AND RATIONALES']], 'changed: S');
});

test('places: words of a neighbour that are left stand in no place of a passage that was deleted with them', () => {
  const letter = Letter.with(LETTER, 'Upheld');
  letter.replace('Upheld\n\nC', '');
  assert.deepEqual(letter.look(), ['orphaned']);
});

test('places: edits that are all undone leave everything where it was', () => {
  const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.integer({ min: 0, max: 200 }), words: fc.constantFrom('', 'x', '\n\n', ' a word or two ', 'Upheld', 'A passage that is longer than what one types in a moment, and more of it. ') });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), fc.boolean(), (edits, looks) => {
      const letter = Letter.with(LETTER, 'Grip trainer', 'Upheld', 'Overturned', 'a trainer would help', 'hurt the left wrist on a tray cart');
      const expected = letter.look();
      const undos: (() => void)[] = [];
      for (const { at, length, words } of edits) {
        const start = Math.floor(at * letter.text.length);
        const taken = letter.text.slice(start, start + length);
        letter.edit(start, start + taken.length, words);
        undos.unshift(() => letter.edit(start, start + words.length, taken));
        if (looks) letter.look();
      }
      for (const undo of undos) undo();
      assert.equal(letter.text, LETTER);
      assert.deepEqual(letter.look(), expected);
    }),
    { numRuns: THOROUGH ? 3000 : 40 },
  );
});

test('one edit: what lies outside of it is where it was; what may lie on both sides is not said', () => {
  const check = (before: string, after: string, passage: string, expected: string | null): void => {
    const start = before.indexOf(passage);
    const span = outsideOneEdit(before, after)({ start, end: start + passage.length });
    assert.equal(span && `${span.start} ${after.slice(span.start, span.end)}`, expected, `${before} → ${after}`);
  };
  check('one two three', 'one two three', 'two', '4 two');
  check('one two three', 'one 2 two three', 'two', '6 two');
  check('one two three', 'one two or three', 'two', '4 two');
  check('one two three', 'one tw three', 'two', null);
  check('one two three', 'one two two three', 'two', null);
  check('one two two three', 'one two three', 'two', null);
  check('one two two three', 'one two three', 'one', '0 one');
  check('one two two end', 'one two end', 'end', '8 end');
});

test('one line: folded, and cut behind a word', () => {
  assert.equal(oneLine(' one\r\n two ', 20), 'one two');
  assert.equal(oneLine('one two three', 8), 'one two…');
  assert.equal(oneLine('12345678901', 8), '1234567…');
  assert.equal(oneLine('123456😀901', 8), '123456…');
});
