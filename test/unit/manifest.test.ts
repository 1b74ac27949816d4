import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as manifest from '../../package.json';
import { FIRST_SAMPLE, sampleList } from '../../client/src/sample-list';
import { CITATION, GAP } from '../../client/src/walkthrough-places';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../server/src/features/semantic-tokens';
import { readLetters } from '../../server/src/letter';
import { LEVELS, RULES } from '../../server/src/rules';

const { contributes } = manifest;
const nls = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
const settings = Object.assign({}, ...contributes.configuration.map(({ properties }) => properties)) as Readonly<Record<string, Setting>>;
const rules = settings['imrLetters.rules']!;
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const packed = readFileSync('.vscodeignore', 'utf8');

interface Setting {
  readonly scope: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly properties: Readonly<Record<string, { readonly enum: readonly string[] }>>;
  readonly additionalProperties: { readonly enum: readonly string[] };
}

/** Commands that a text of the manifest leads to, such as the button of a step. */
const linked = Object.values(nls).flatMap((text) => [...text.matchAll(/\(command:([\w.]+)/g)].map(([, name]) => name!));
const activating = manifest.activationEvents.flatMap((event) => (event.startsWith('onCommand:') ? [event.slice('onCommand:'.length)] : []));
const declared = contributes.commands.map(({ command }) => command);

test('the setting imrLetters.rules offers every rule there is, with its title, and no other', () => {
  assert.deepEqual(Object.keys(rules.properties), RULES.map(({ code }) => code));
  for (const { code, title } of RULES) assert.equal(nls[`rule.${code}`], title, code);
});

test('the setting imrLetters.rules takes the levels there are, and off', () => {
  for (const [code, { enum: levels }] of Object.entries(rules.properties)) assert.deepEqual(levels, [...LEVELS, 'off'], code);
  assert.deepEqual(rules.additionalProperties.enum, [...LEVELS, 'off']);
});

test('every setting says what it is and where it applies', () => {
  for (const [name, setting] of Object.entries(settings)) {
    assert.match(setting.markdownDescription ?? setting.description ?? '', /^%setting\.[\w.]+%$/, name);
    // A folder of somebody else's letters cannot say who reads them.
    assert.match(setting.scope, name === 'imrLetters.person' ? /^application$/ : /^(resource|window)$/, name);
  }
});

test('every text of the manifest is there, and every text is used', () => {
  const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key!);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(nls).sort());
});

/** Commands that only the server's code actions and the client itself call. */
const UNDECLARED = ['imrLetters.maskKept'];

test('every command that the manifest names is a command of the client, and the other way round', () => {
  const sources = readdirSync('client/src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const registered = sources.flatMap((file) => [...readFileSync(path.join('client/src', file), 'utf8').matchAll(/registerCommand\('([\w.]+)'/g)].map(([, name]) => name!));
  assert.deepEqual([...declared, ...activating, ...UNDECLARED].sort(), registered.sort());
});

test('what menus, keys, links and buttons call is a command of ours, of the view, or of the editor', () => {
  const known = new Set([...declared, ...activating, 'imrLetters.items.focus', 'outline.focus', 'workbench.action.files.openFile', 'workbench.action.files.save']);
  const called = [
    ...Object.values(contributes.menus).flatMap((entries) => entries.map(({ command }) => command)),
    ...contributes.keybindings.map(({ command }) => command),
    ...linked,
  ];
  assert.deepEqual(called.filter((command) => !known.has(command)), []);
});

test('what wakes the extension besides plain text is a button of the walkthrough', () => {
  for (const command of activating) assert.ok(linked.includes(command), command);
});

test('every command stands under one prefix, and those on a letter are off elsewhere', () => {
  for (const { command, category } of contributes.commands) assert.equal(category, 'IMR', command);
  // Else there is a button that it belongs to, or it is good anywhere.
  const anywhere = contributes.commands.filter((command) => !('enablement' in command));
  const hidden = new Set(contributes.menus.commandPalette.map(({ command }) => command));
  assert.deepEqual(anywhere.map(({ command }) => command).filter((command) => !hidden.has(command)), ['imrLetters.openSamples', 'imrLetters.newLetter', 'imrLetters.openWalkthrough', 'imrLetters.openRule']);
});

test('keys work in a letter alone, and are no keys of the editor', () => {
  const ours = contributes.keybindings.map(({ key, when }) => `${key} ${when}`);
  assert.equal(new Set(ours).size, ours.length, 'no key is given twice');
  for (const { command, key, when } of contributes.keybindings) {
    assert.ok(when.startsWith('editorLangId == imr-letter && editorTextFocus'), command);
    // What takes single keys is a mode that the person has entered.
    if (/ && imrLetters\.(?:reviewing|placing)\b/.test(when)) continue;
    // Free on Windows, Linux and macOS; Alt+Page Down scrolls, with Ctrl and Shift it selects columns, Ctrl+Alt writes characters and is VoiceOver's.
    assert.match(key, /^shift\+alt\+(?:page(?:up|down)|[ejklmrux])$/, command);
  }
});

test('the word pattern of the language takes what is one word in a letter', () => {
  const { wordPattern } = JSON.parse(readFileSync('language-configuration.json', 'utf8')) as { wordPattern: { pattern: string; flags: string } };
  const words = 'CM16-0219557, L5-S1: 10mg, applicant’s 11/18/2016.'.match(new RegExp(wordPattern.pattern, `${wordPattern.flags}g`));
  assert.deepEqual(words, ['CM16-0219557', 'L5-S1', '10mg', 'applicant’s', '11/18/2016']);
});

test('every kind of semantic token is described, and coloured like something of the grammar', () => {
  const grammar = readFileSync('syntaxes/imr-letter.tmLanguage.json', 'utf8');
  assert.deepEqual(contributes.semanticTokenTypes.map(({ id }) => id), [...TOKEN_TYPES]);
  assert.deepEqual(contributes.semanticTokenModifiers.map(({ id }) => id), [...TOKEN_MODIFIERS]);
  const [{ language, scopes }] = contributes.semanticTokenScopes as unknown as [{ language: string; scopes: Record<string, string[]> }];
  assert.equal(language, 'imr-letter');
  assert.deepEqual(
    Object.keys(scopes).sort(),
    [...TOKEN_TYPES, ...TOKEN_MODIFIERS.map((modifier) => `decision.${modifier}`)].sort(),
  );
  for (const [kind, [scope]] of Object.entries(scopes)) {
    const stem = scope!.replace(/\.imr-letter$/, '');
    // A decision that is neither is only read by the server.
    if (kind !== 'decision') assert.ok(new RegExp(`[" ]${stem.replaceAll('.', '\\.')}\\.`).test(grammar), scope);
  }
});

test('every file that the manifest points to is part of the project and of the package', () => {
  const files = [
    manifest.icon,
    ...contributes.languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]),
    ...contributes.grammars.map((grammar) => grammar.path),
    ...Object.values(contributes.views).flatMap((views) => views.map(({ icon }) => icon)),
    ...contributes.walkthroughs.map(({ icon }) => icon),
    ...steps.map(({ media }) => media.svg),
  ];
  for (const file of files) {
    const name = path.normalize(file);
    assert.ok(existsSync(name), file);
    assert.ok([name, `${path.dirname(name)}/*${path.extname(name)}`].some((pattern) => packed.includes(`!${pattern}\n`)), `.vscodeignore leaves out ${file}`);
  }
  assert.ok(existsSync(manifest.l10n));
});

test('the icon is a PNG of 128 by 128 pixels', () => {
  const bytes = readFileSync(manifest.icon);
  assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [128, 128]);
});

test('the walkthrough has four steps, each with a picture, words for it, a button and an end', () => {
  assert.equal(steps.length, 4);
  for (const step of steps) {
    assert.match(nls[step.description.slice(1, -1)]!, /^\[.+\]\(command:[\w.]+\)$/m, step.id);
    assert.ok(nls[step.media.altText.slice(1, -1)]!.length > 40, step.id);
    assert.ok(step.completionEvents.length > 0, step.id);
    // A picture takes its colours from the theme, and nothing from elsewhere.
    const picture = readFileSync(step.media.svg, 'utf8');
    assert.match(picture, /var\(--vscode-editor-background/, step.media.svg);
    assert.doesNotMatch(picture.replace('http://www.w3.org/2000/svg', ''), /https?:|<script|<style|<image/, step.media.svg);
    assert.ok(picture.length < 10_000, step.media.svg);
  }
  const words = Object.entries(nls).filter(([key]) => key.startsWith('walkthrough.')).map(([, text]) => text).join(' ');
  assert.equal(words.match(/legal/g)?.length, 1, 'that it is no advice is to be said once');
});

test('every bundled sample is offered with a title and what it shows, and no other', () => {
  const l10n = { t: (text: string) => text } as Parameters<typeof sampleList>[0];
  const list = sampleList(l10n);
  assert.deepEqual(list.map(({ file }) => file).sort(), readdirSync('samples').filter((file) => file.endsWith('.txt')).sort());
  assert.equal(list[0]?.file, FIRST_SAMPLE);
  assert.equal(new Set(list.map(({ title }) => title)).size, list.length);
  for (const { file, title, shows } of list) {
    assert.ok(title !== '' && shows !== '', file);
    assert.equal(file.includes('reconstructed'), title.includes('reconstructed'), file);
  }
});

test('the walkthrough finds its places in the samples', () => {
  const gap = readFileSync(`samples/${GAP.file}`, 'utf8');
  const item = readLetters(gap)[0]?.items.find(({ request }) => request.start === gap.indexOf(GAP.words));
  assert.equal(item?.decision, null);
  assert.match(readFileSync(`samples/${CITATION.file}`, 'utf8'), new RegExp(`MTUS ACOEM Chapter \\d+ ${CITATION.words}`));
});
