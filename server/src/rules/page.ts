import { readLetters } from '../letter';
import { checkLetters, fixesOf, RULES } from '.';
import type { Example, Finding, Fix, Rule } from '.';

/** The pages of all rules as Markdown, by file name; the index is `README.md`. English only. */
export function rulePages(): ReadonlyMap<string, string> {
  const pages = new Map(RULES.map((rule) => [`${rule.code}.md`, pageOf(rule)]));
  return pages.set('README.md', index());
}

/** The page that a finding's code opens. */
export function pageOf(rule: Rule): string {
  return blocks(
    `# ${rule.title}`,
    `\`${rule.code}\` · ${levelText(rule)} · [all rules](README.md)`,
    rule.why,
    '## What is marked',
    rule.marks,
    '## Fixes',
    fixesText(rule),
    '## Source',
    rule.source,
    '## Examples',
    ...rule.examples.wrong.flatMap((example) => wrong(rule, example)),
    ...rule.examples.right.flatMap((example) => [`### Right: ${small(example.title)}`, letterText(rule, example)]),
    '## Setting',
    'Another level, or `off`:',
    fenced('json', `"imrLetters.rules": { "${rule.code}": "off" }`),
  );
}

function index(): string {
  return blocks(
    '# Rules',
    'What IMR Letters checks in a letter. Each finding carries the code of its rule. The setting `imrLetters.rules` gives a rule another level (`error`, `warning`, `information`, `hint`) or turns it `off`.',
    [
      '| rule | level | what it finds |',
      '|---|---|---|',
      ...RULES.map((rule) => `| [\`${rule.code}\`](${rule.code}.md) | ${rule.level} | ${rule.title} |`),
    ].join('\n'),
    'A finding that rests on a fact nobody has seen in a source is a hint, whatever the level of its rule, and says so; the setting stands above that.',
    'No rule asks for what public copies of the letters have lost: the notice page, the case header and the list of records reviewed.',
    'The rules look at the form of a letter and at what it cites. They are neither legal nor medical advice.',
  );
}

function levelText(rule: Rule): string {
  return rule.level === 'off' ? 'off by default' : `level ${rule.level}`;
}

/** The fixes that the wrong examples are offered, so that the page cannot say more than there is. */
function fixesText(rule: Rule): string {
  const fixes = rule.examples.wrong.flatMap((example) =>
    findingsOf(rule, example).flatMap((finding) => fixesOf(example.text, readLetters(example.text), finding)),
  );
  const titles = new Map(fixes.map((fix) => [fix.title, fix]));
  const list = [...titles.values()].map((fix) => `- ${fix.title}${remark(fix)}`);
  return list.length === 0 ? 'None.' : list.join('\n');
}

function remark(fix: Fix): string {
  return fix.safe ? ' (also part of *Fix all*, because it cannot change what the letter says)' : '';
}

function wrong(rule: Rule, example: Example): string[] {
  return [
    `### Wrong: ${small(example.title)}`,
    letterText(rule, example),
    ...findingsOf(rule, example).map(({ span, message }) => `Marked is \`${example.text.slice(span.start, span.end)}\`: “${message}”`),
  ];
}

function small(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/** The example, without what stands before its items where the rule speaks of items only. */
function letterText(rule: Rule, { text }: Example): string {
  const ofItems = rule.examples.wrong.every((example) => findingsOf(rule, example).every(({ item }) => item !== null));
  const letter = ofItems ? readLetters(text)[0] : undefined;
  const first = letter?.items[0];
  const header = letter?.header.at(-1)?.value?.end;
  const before = header === undefined ? '' : `${text.slice(letter?.span.start, header)}\n\n`;
  return fenced('text', (first ? `${before}…\n\n${text.slice(first.span.start)}` : text).trimEnd());
}

function findingsOf(rule: Rule, { text }: Example): Finding[] {
  // A rule that is off by default has something to show all the same.
  const levels = rule.level === 'off' ? { [rule.code]: 'hint' as const } : {};
  return checkLetters(text, readLetters(text), levels).filter(({ code }) => code === rule.code);
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function blocks(...parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
