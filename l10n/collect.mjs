// Collects what people see, the texts of every l10n.t('…'), into l10n/bundle.l10n.json,
// the file that a translation starts from (bundle.l10n.<language>.json beside it).
// Translations are put into the same order, lose what is no text any more, and
// what they lack is listed.
//
//   node l10n/collect.mjs           write the files
//   node l10n/collect.mjs --check   fail where the file is not up to date
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';
import ts from 'typescript';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const target = path.join(root, 'l10n/bundle.l10n.json');
const texts = new Set();
let faults = 0;

for (const file of (await glob(['client/src/**/*.ts', 'server/src/**/*.ts'], { cwd: root })).sort()) {
  const source = ts.createSourceFile(file, await readFile(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node) => {
    if (ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText())) {
      const [text] = node.arguments;
      if (text !== undefined && ts.isStringLiteralLike(text)) texts.add(text.text);
      else {
        faults++;
        console.error(`${file}:${source.getLineAndCharacterOfPosition(node.pos).line + 1}: l10n.t takes a text that stands here, not an expression`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

const bundle = `${JSON.stringify(Object.fromEntries([...texts].sort().map((text) => [text, text])), null, 2)}\n`;
if (process.argv.includes('--check')) {
  const kept = await readFile(target, 'utf8').catch(() => '');
  if (kept !== bundle) {
    faults++;
    console.error('l10n/bundle.l10n.json is not up to date: node l10n/collect.mjs');
  }
} else {
  await writeFile(target, bundle);
  for (const file of await glob(['l10n/bundle.l10n.*.json'], { cwd: root, absolute: true })) await putInOrder(file);
}
process.exitCode = faults === 0 ? 0 : 1;

async function putInOrder(file) {
  const translated = JSON.parse(await readFile(file, 'utf8'));
  const known = [...texts].sort().filter((text) => Object.hasOwn(translated, text));
  await writeFile(file, `${JSON.stringify(Object.fromEntries(known.map((text) => [text, translated[text]])), null, 2)}\n`);
  for (const text of texts) if (!Object.hasOwn(translated, text)) console.log(`${path.basename(file)} lacks ${JSON.stringify(text)}`);
}
