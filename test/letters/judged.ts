import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLetters } from '../../server/src/letter';
import { checkLetters, type Rule, type RuleLevels } from '../../server/src/rules';
import { corpus, noLetters, originals } from './corpus';

/**
 * Every finding of some rules on the real letters, as `letter #item code`,
 * items counted from zero, `#null` for the letter; each was judged by reading
 * the letter. A new one is either another true one, to be read and added, or a
 * defect of its rule.
 */
export interface Judged {
  readonly name: string;
  readonly rules: readonly Rule[];
  /** All of them true. */
  readonly aboveHint: readonly string[];
  /** True hints. */
  readonly hints: readonly string[];
  /** Hints that are wrong; they count against the precision that the rule's page prints. */
  readonly wrongHints?: readonly string[];
  /** Findings that one extraction (a path below the folder of letters) has or lacks, with the reason in a comment. */
  readonly otherwise?: Readonly<Record<string, { readonly more?: readonly string[]; readonly less?: readonly string[] }>>;
}

/** Two tests: the findings on the letters as they are, and on what other extractors made of them. */
export function judged({ name, rules, aboveHint, hints, wrongHints = [], otherwise = {} }: Judged): void {
  const codes = new Set(rules.map(({ code }) => code));
  // Rules that are off by default are judged all the same.
  const levels: RuleLevels = Object.fromEntries(rules.filter(({ level }) => level === 'off').map(({ code }) => [code, 'hint']));
  const findingsIn = (file: string, text: string): { readonly all: string[]; readonly above: string[] } => {
    const found = checkLetters(text, readLetters(text), levels).filter(({ code }) => codes.has(code));
    const nameOf = ({ item, code }: (typeof found)[number]): string => `${letterName(file)} #${item} ${code}`;
    return { all: found.map(nameOf).sort(), above: found.filter(({ level }) => level !== 'hint').map(nameOf).sort() };
  };

  test(`letters: the findings on ${name} are the judged ones`, { skip: noLetters }, (context) => {
    const letters = originals();
    const found = letters.map(({ file, text }) => findingsIn(file, text));
    context.diagnostic(`${letters.length} letters read, ${found.flatMap(({ all }) => all).length} findings`);
    assert.deepEqual(found.flatMap(({ above }) => above).sort(), [...aboveHint].sort());
    assert.deepEqual(found.flatMap(({ all }) => all).sort(), [...aboveHint, ...hints, ...wrongHints].sort());
  });

  test(`letters: other extractions have the same findings on ${name}`, { skip: noLetters }, (context) => {
    const others = corpus().filter(({ file }) => file.startsWith('extractors/'));
    context.diagnostic(`${others.length} letters read`);
    assert.ok(others.length > 0);
    for (const { file, text } of others) {
      const { more = [], less = [] } = otherwise[file] ?? {};
      const expected = [...aboveHint, ...hints, ...wrongHints].filter((each) => each.startsWith(`${letterName(file)} `) && !less.includes(each));
      assert.deepEqual(findingsIn(file, text).all, [...expected, ...more].sort(), file);
    }
  });
}

function letterName(file: string): string {
  return /([^/]+)\.txt$/.exec(file)?.[1] ?? file;
}
