import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as manifest from '../../package.json';
import * as texts from '../../package.nls.json';
import { LEVELS, RULES } from '../../server/src/rules';

const rules = manifest.contributes.configuration.properties['imrLetters.rules'];
const nls: Readonly<Record<string, string>> = texts;

test('the setting imrLetters.rules offers every rule there is, with its title, and no other', () => {
  assert.deepEqual(Object.keys(rules.properties), RULES.map(({ code }) => code));
  for (const { code, title } of RULES) assert.equal(nls[`rule.${code}`], title, code);
});

test('the setting imrLetters.rules takes the levels there are, and off', () => {
  for (const [code, { enum: levels }] of Object.entries(rules.properties)) assert.deepEqual(levels, [...LEVELS, 'off'], code);
  assert.deepEqual(rules.additionalProperties.enum, [...LEVELS, 'off']);
});

test('every text of the manifest is there, and every text is used', () => {
  const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key!);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(JSON.parse(readFileSync('package.nls.json', 'utf8'))).sort());
});

test('every command that the manifest names is a command of the client, and the other way round', () => {
  const registered = [...readFileSync('client/src/commands.ts', 'utf8').matchAll(/registerCommand\('([\w.]+)'/g)].map(([, name]) => name!);
  assert.deepEqual(manifest.contributes.commands.map(({ command }) => command).sort(), registered.sort());
});

test('the word pattern of the language takes what is one word in a letter', () => {
  const { wordPattern } = JSON.parse(readFileSync('language-configuration.json', 'utf8')) as { wordPattern: { pattern: string; flags: string } };
  const words = 'CM16-0219557, L5-S1: 10mg, applicant’s 11/18/2016.'.match(new RegExp(wordPattern.pattern, `${wordPattern.flags}g`));
  assert.deepEqual(words, ['CM16-0219557', 'L5-S1', '10mg', 'applicant’s', '11/18/2016']);
});

test('every file that the manifest points to is part of the project', () => {
  for (const { configuration } of manifest.contributes.languages) assert.ok(existsSync(configuration), configuration);
  assert.ok(existsSync(manifest.l10n));
});
