import * as l10n from '@vscode/l10n';
import { officialText, type Catalogue, type Guideline, type Period, type Procedure, type Provenance, type RegulationFact, type Topic } from '../guidelines';
import { Sources } from './guideline-page/sources';
import { table } from './guideline-page/table';
import { range, topicNamed, topicsOn, type Pages } from './topics';

/** A page about one guideline or section of law: Markdown that reads well as it stands. */
export interface GuidelinePage {
  readonly title: string;
  readonly text: string;
  /** The line, from zero, that tells of a topic or subdivision by its name; 0 where none does. */
  lineNamed(name: string): number;
  /** The same of the topic that holds pages. */
  lineOn(pages: Pages): number;
}

/** The page of an id of the catalogue (`acoem-2004-knee`, `8-ccr-9792.21`); `null` for one it does not know. */
export function guidelinePage(id: string, of: Catalogue): GuidelinePage | null {
  const entry = of.guideline(id);
  if (entry !== undefined) return pageOf(entry, of);
  const facts = of.section(id);
  const [first] = facts;
  return first === undefined ? null : lawPage(`${first.law} ${first.section}`, facts);
}

function pageOf(entry: Guideline, of: Catalogue): GuidelinePage {
  const sources = new Sources();
  const title = entry.edition === undefined ? entry.name : `${entry.name} ${entry.edition}`;
  const facts = factsOf(entry, sources);
  const topics = of.topicsIn(entry.id);
  const rows = topics.length === 0 ? [] : table([l10n.t('Topic'), l10n.t('Pages'), l10n.t('Recommendation and limits'), l10n.t('Source')], topics.map((topic) => topicRow(topic, sources)));
  const procedures = of.procedures.filter(({ guideline }) => guideline === entry.id);
  const visits = procedures.length === 0 ? [] : table([l10n.t('Operation'), l10n.t('Visits'), l10n.t('Months'), l10n.t('Remark')], procedures.map((each) => visitsRow(each, sources)));
  const lines = [
    `# ${title}`,
    ...block([...(entry.title === undefined ? [] : [entry.title]), ...(entry.note === undefined ? [] : [entry.note])]),
    ...block(facts),
    ...block(rows, l10n.t('Topics and pages')),
    ...block(visits, l10n.t('Visits after an operation')),
    ...block(sources.lines(), l10n.t('Sources')),
  ];
  const lineOf = (topic: Topic | undefined): number => rowLine(lines, rows, topic === undefined ? -1 : topics.indexOf(topic));
  return { title, text: lines.join('\n'), lineNamed: (name) => lineOf(topicNamed(of, entry.id, name)), lineOn: (pages) => lineOf(topicsOn(topics, pages)[0]) };
}

function lawPage(title: string, facts: readonly RegulationFact[]): GuidelinePage {
  const sources = new Sources();
  const rows = table([l10n.t('Section'), l10n.t('Subject'), l10n.t('What it says, in our words')], facts.map((fact) => [fact.ref, fact.topic, `${fact.fact} ${sources.mark(fact)}`]));
  const link = officialText(title);
  const lines = [`# ${title}`, ...block(link === null ? [] : [l10n.t('Official text: {0}', `<${link}>`)]), ...block(rows), ...block(sources.lines(), l10n.t('Sources'))];
  const lineNamed = (name: string): number => rowLine(lines, rows, facts.findIndex(({ ref }) => ref.includes(name.replace(/\s+/g, ''))));
  return { title, text: lines.join('\n'), lineNamed, lineOn: () => 0 };
}

/** Lines with an empty one before them, below a heading where there is one; nothing for no lines. */
function block(lines: readonly string[], heading?: string): string[] {
  if (lines.length === 0) return [];
  return ['', ...(heading === undefined ? [] : [`## ${heading}`, '']), ...lines];
}

/** The line of a table's row: below its head and the rule. */
function rowLine(lines: readonly string[], rows: readonly string[], row: number): number {
  return row < 0 ? 0 : lines.indexOf(rows[0] ?? '') + 2 + row;
}

function factsOf(entry: Guideline, sources: Sources): string[] {
  const { mtus, outside, governed = [], pages, aliases = [] } = entry;
  const facts: [string, Provenance][] = [[l10n.t('Name and edition'), entry]];
  if (mtus != null) facts.push([`${l10n.t('MTUS: adopted by {0}', mtus.section)}${mtus.note === undefined ? '' : ` (${mtus.note})`}`, mtus]);
  if (outside !== undefined) facts.push([outside.fact, outside]);
  for (const period of governed) facts.push([periodText(period), period]);
  if (pages !== undefined) facts.push([`${l10n.t('Pages {0}', range(pages))}${pages.note === undefined ? '' : ` (${pages.note})`}`, pages]);
  const told = facts.map(([fact, from]) => `- ${fact} ${sources.mark(from)}`);
  if (mtus === null) told.push(`- ${l10n.t('Not part of the MTUS')}`);
  if (aliases.length > 0) told.push(`- ${l10n.t('Also called: {0}', aliases.join('; '))}`);
  return told;
}

function periodText({ from, to, event, appliesTo }: Period): string {
  const time = to === undefined ? l10n.t('Governed from {0}', from) : l10n.t('Governed from {0} to {1}', from, to);
  return `${time}${appliesTo === undefined || appliesTo === 'all' ? '' : ` ${l10n.t('for: {0}', appliesTo)}`} (${event})`;
}

function topicRow(topic: Topic, sources: Sources): string[] {
  const { name, pages, content, note } = topic;
  const said = [content?.recommendation, content?.limits].filter((part) => part !== undefined).join('; ');
  const own = sources.mark(topic);
  // What rests on the topic's own source does not say so again.
  const other = (from: Provenance): string => (sources.mark(from) === own ? '' : ` ${sources.mark(from)}`);
  return [
    name,
    pages === undefined ? '' : `${range(pages)}${other(pages)}`,
    [...(content === undefined ? [] : [`${said}${other(content)}`]), ...(note === undefined ? [] : [note])].join('; '),
    own,
  ];
}

function visitsRow(procedure: Procedure, sources: Sources): string[] {
  const { bodyPart, visits, duration, periodMonths, note } = procedure;
  return [
    `${bodyPart}: ${procedure.procedure} ${sources.mark(procedure)}`,
    [visits, duration].filter((part) => part !== undefined).join(', '),
    periodMonths === undefined ? '' : `${periodMonths}`,
    note ?? '',
  ];
}
