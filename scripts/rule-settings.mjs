// Writes the rules into the manifest, below the setting `imrLetters.rules`, and
// their titles into package.nls.json: `node scripts/rule-settings.mjs`. The
// Spanish titles are people's; it says which are missing.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundled, root } from './bundled.mjs';

const LEVELS = ['error', 'warning', 'information', 'hint', 'off'];

const { RULES: rules } = await bundled("export { RULES } from './server/src/rules';");
const manifest = await json('package.json');
const setting = manifest.contributes.configuration.map(({ properties }) => properties['imrLetters.rules']).find(Boolean);
setting.properties = Object.fromEntries(rules.map(({ code }) => [code, { type: 'string', enum: LEVELS, description: `%rule.${code}%` }]));
await write('package.json', manifest);

const texts = await json('package.nls.json');
await write('package.nls.json', withTitles(texts, (code, title) => title));
const spanish = await json('package.nls.es.json');
await write('package.nls.es.json', withTitles(spanish, (code) => spanish[`rule.${code}`]));
for (const { code, title } of rules) if (spanish[`rule.${code}`] === undefined) console.log(`package.nls.es.json lacks rule.${code}: ${title}`);

/** The texts with the rules' titles in the rules' order, in their place. */
function withTitles(old, titleOf) {
  const entries = Object.entries(old);
  const at = entries.findIndex(([key]) => key.startsWith('rule.'));
  const others = entries.filter(([key]) => !key.startsWith('rule.'));
  const titles = rules.map(({ code, title }) => [`rule.${code}`, titleOf(code, title)]).filter(([, text]) => text !== undefined);
  return Object.fromEntries([...others.slice(0, at), ...titles, ...others.slice(at)]);
}

async function json(name) {
  return JSON.parse(await readFile(join(root, name), 'utf8'));
}

async function write(name, value) {
  await writeFile(join(root, name), `${JSON.stringify(value, null, 2)}\n`);
}
