import * as l10n from '@vscode/l10n';
import type { Span } from '../../letter/letter';
import { BUNDLED_FILES, Catalogue } from '../catalogue';
import type { CatalogueFile } from '../written';
import { readJson, type JsonNode } from './json';
import { SHAPES } from './shapes';

/** Something wrong in a file; half-open, UTF-16 code units. */
export interface Problem {
  readonly span: Span;
  readonly message: string;
}

export interface GuidelineFile {
  /** The entries without a problem. */
  readonly file: CatalogueFile;
  readonly problems: readonly Problem[];
}

/** More of one file help nobody. */
const MOST_PROBLEMS = 100;
const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Texts of a workspace's own files of guidelines as entries, with what is wrong in each; in the order given. */
export function readGuidelineFiles(texts: readonly string[]): { readonly catalogue: Catalogue; readonly files: readonly GuidelineFile[] } {
  const bundled = Object.values(BUNDLED_FILES) as unknown as CatalogueFile[];
  const nodes = texts.map(readJson);
  const sources = new Set([...bundled, ...nodes.map((node) => ('value' in node ? node.value : {}))].flatMap((file) => Object.keys((file as CatalogueFile | null)?.sources ?? {})));
  const read = nodes.map((node) => ('value' in node ? checkFile(node, sources) : { file: {}, problems: [{ span: { start: node.brokenAt, end: node.brokenAt + 1 }, message: l10n.t('No JSON from here on.') }] }));
  const catalogue = new Catalogue([...bundled, ...read.map(({ file }) => file)]);
  const files = read.map(({ file, problems }, index) => ({ file, problems: [...problems, ...strangers(nodes[index]!, catalogue)].slice(0, MOST_PROBLEMS) }));
  return { catalogue, files };
}

function checkFile(root: JsonNode, sources: ReadonlySet<string>): GuidelineFile {
  const problems: Problem[] = [];
  const report = ({ start, end }: Span, message: string): void => void problems.push({ span: { start, end }, message });
  const expected = (node: JsonNode, what: string): void => report(node, l10n.t('This should be {0}.', what));

  function check(node: JsonNode, type: string, common: object = {}): void {
    if (type.endsWith('?') && node.value === null) return;
    if (type.endsWith('?')) check(node, type.slice(0, -1));
    else if (type.endsWith('[]')) {
      if (node.items === undefined) return expected(node, l10n.t('a list'));
      for (const item of node.items) check(item, type.slice(0, -2), common);
    } else if (type.endsWith('{}')) {
      if (node.members === undefined) return expected(node, l10n.t('an object'));
      for (const member of node.members) check(member.node, type.slice(0, -2));
    } else if (Object.hasOwn(SHAPES, type)) checkMembers(node, SHAPES[type]!, common);
    else checkValue(node, type);
  }

  function checkMembers(node: JsonNode, shape: string, common: object): void {
    const { members } = node;
    if (members === undefined) return expected(node, l10n.t('an object'));
    const known = new Map(shape.split(' ').map((each) => each.split(':') as [string, string]));
    for (const { key, node: member } of members) {
      const name = String(key.value);
      const type = known.get(name) ?? known.get(`${name}!`);
      if (type === undefined) report(key, l10n.t('“{0}” is not known here.', name));
      else check(member, type, defaultsOf(name));
    }
    for (const name of known.keys()) {
      const bare = name.slice(0, -1);
      if (name.endsWith('!') && !members.some(({ key }) => key.value === bare) && !Object.hasOwn(common, bare)) report({ start: node.start, end: node.start + 1 }, l10n.t('“{0}” is missing.', bare));
    }
    const { source, confidence, first, last } = node.value as Record<string, unknown>;
    if (typeof source === 'string' && confidence === undefined && !sources.has(source)) {
      report(members.find(({ key }) => key.value === 'source')!.node, l10n.t('No source has this key; a source in words needs a “confidence” beside it.'));
    }
    if (typeof first === 'number' && typeof last === 'number' && last < first) report(node, l10n.t('The last page lies before the first.'));
  }

  function checkValue(node: JsonNode, type: string): void {
    const { value } = node;
    const text = typeof value === 'string' && value !== '';
    switch (type) {
      case 's':
        return text ? undefined : expected(node, l10n.t('a text'));
      case 'i':
        return text && ID.test(value) ? undefined : expected(node, l10n.t('an id of small letters, digits and hyphens'));
      case 'd':
        return text && DATE.test(value) ? undefined : expected(node, l10n.t('a date, YYYY-MM-DD'));
      case 'b':
        return typeof value === 'boolean' ? undefined : expected(node, l10n.t('true or false'));
      case 'n':
        return Number.isInteger(value) ? undefined : expected(node, l10n.t('a whole number'));
      case 'a':
        return node.items?.every((item) => typeof item.value === 'string') === true ? undefined : expected(node, l10n.t('a list of texts'));
      default: {
        const values = type.replaceAll('~', ' ').split('/');
        return text && values.includes(value) ? undefined : expected(node, values.join(', '));
      }
    }
  }

  /** What the entries of a list have in common. */
  function defaultsOf(list: string): object {
    const defaults = (root.value as { defaults?: Record<string, unknown> } | null)?.defaults?.[list];
    return typeof defaults === 'object' && defaults !== null ? defaults : {};
  }

  check(root, 'file');
  const wrong = ({ start, end }: Span): boolean => problems.some(({ span }) => start <= span.start && span.start < end);
  const file = (root.members ?? []).flatMap(({ key, node }): [string, unknown][] => {
    if (node.items !== undefined) return [[String(key.value), node.items.filter((item) => !wrong(item)).map(({ value }) => value)]];
    return wrong(node) || node.members === undefined ? [] : [[String(key.value), node.value]];
  });
  return { file: Object.fromEntries(file), problems };
}

/** Topics and procedures of guidelines that nobody knows. */
function strangers(root: ReturnType<typeof readJson>, of: Catalogue): Problem[] {
  const lists = 'members' in root ? (root.members ?? []).filter(({ key }) => key.value === 'topics' || key.value === 'procedures') : [];
  return lists
    .flatMap(({ node }) => node.items ?? [])
    .flatMap((entry) => entry.members ?? [])
    .filter(({ key, node }) => key.value === 'guideline' && typeof node.value === 'string' && of.guideline(node.value) === undefined)
    .map(({ node }) => ({ span: { start: node.start, end: node.end }, message: l10n.t('No guideline has the id “{0}”.', String(node.value)) }));
}
