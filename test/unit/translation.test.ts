import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

type Texts = Readonly<Record<string, string>>;

const textsIn = (file: string): Texts => JSON.parse(readFileSync(file, 'utf8')) as Texts;

/** A file of texts, and its translations beside it: `package.nls.es.json`. */
const FILES = [
  { folder: '.', name: 'package.nls' },
  { folder: 'l10n', name: 'bundle.l10n' },
];

const TRANSLATIONS = FILES.flatMap(({ folder, name }) =>
  readdirSync(folder)
    .filter((file) => file.startsWith(`${name}.`) && file.endsWith('.json') && file !== `${name}.json`)
    .map((file) => ({ file: `${folder}/${file}`, english: textsIn(`${folder}/${name}.json`), translated: textsIn(`${folder}/${file}`) })),
);

/** What a translation must not lose: places for words, commands behind links, names of settings and files in code marks. */
const kept = (text: string): string[] => (text.match(/\{\d+\}|\((?:command:)[^)]*\)|`[^`]*`/g) ?? []).sort();

/** Names, and what is the same word in both languages. */
const SAME: ReadonlySet<string> = new Set(['IMR Letters', 'Editor', 'ACOEM', 'Official Disability Guidelines (ODG)', '{0}, {1}', '{0}: {1}', '{0}, {1}: {2}']);

test('the interface is translated into Spanish', () => {
  assert.deepEqual(TRANSLATIONS.map(({ file }) => file).sort(), ['./package.nls.es.json', 'l10n/bundle.l10n.es.json']);
});

for (const { file, english, translated } of TRANSLATIONS) {
  test(`${file} has every text, and none that is no more`, () => {
    assert.deepEqual(Object.keys(english).filter((key) => !Object.hasOwn(translated, key)), [], 'not translated');
    assert.deepEqual(Object.keys(translated).filter((key) => !Object.hasOwn(english, key)), [], 'no text of the product');
  });

  test(`${file} says something for every text, with the places, links and names of the original`, () => {
    for (const [key, text] of Object.entries(translated)) {
      const original = english[key] ?? '';
      assert.ok(text.trim() !== '', key);
      assert.deepEqual(kept(text), kept(original), key);
      if (text === original) assert.ok(SAME.has(text), `not translated: ${key}`);
    }
  });
}
