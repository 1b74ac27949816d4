import * as l10n from '@vscode/l10n';
import { readJson, type JsonNode } from '../guidelines/workspace/json';
import type { Span } from '../letter';
import bundled from './default-labels.json';
import { ANNOTATED_FIELDS, type AnnotatedField } from './model';

/** Where a workspace has its own labels, from its folder. */
export const LABELS_PATH = '.imr/labels.json';

export interface Label {
  /** What annotations hold: small letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  /** A colour of the theme by its id, or `#rrggbb`. */
  readonly colour: string;
  /** A digit from 1 to 9 or a small letter; `null` for a label without a key. */
  readonly key: string | null;
  /** Plain text, shown while labelling. */
  readonly guideline: string;
  readonly fields: readonly (AnnotatedField | 'any')[];
}

/** Something wrong in a file of labels; half-open, UTF-16 code units. */
export interface LabelProblem {
  readonly span: Span;
  readonly message: string;
}

export interface LabelSet {
  /** In the order in which they are offered. */
  readonly labels: readonly Label[];
  readonly problems: readonly LabelProblem[];
}

/** The labels of a workspace that has none of its own. */
export const DEFAULT_LABELS: readonly Label[] = bundled.labels as readonly Label[];

/**
 * Reads a file of labels (`schema/labels.schema.json`). Takes any text: labels
 * with something wrong are left out, and a key that is taken already is taken
 * away from the later label; both are reported in their place. A text that is
 * no such file at all gives the default labels, so that annotating goes on.
 */
export function parseLabels(text: string): LabelSet {
  const root = readJson(text);
  if ('brokenAt' in root) return unreadable({ start: root.brokenAt, end: root.brokenAt + 1 }, l10n.t('No JSON from here on.'));
  const list = member(root, 'labels');
  if (!list?.items) return unreadable({ start: root.start, end: root.start + 1 }, l10n.t('“{0}” is missing.', 'labels'));
  const problems: LabelProblem[] = [];
  const report = ({ start, end }: Span, message: string): void => void problems.push({ span: { start, end }, message });
  const labels: Label[] = [];
  for (const node of list.items) {
    const label = labelOf(node, report);
    if (!label) continue;
    const keyTaken = label.key !== null && labels.some(({ key }) => key === label.key);
    if (labels.some(({ id }) => id === label.id)) report(member(node, 'id') ?? node, l10n.t('Another label has this id.'));
    else labels.push(keyTaken ? { ...label, key: null } : label);
    if (keyTaken) report(member(node, 'key') ?? node, l10n.t('Another label has this key.'));
  }
  return { labels, problems };
}

/** Whether a label is meant for passages of this field; `null` is any other part of a letter. */
export function labelFits({ fields }: Label, field: AnnotatedField | null): boolean {
  return fields.includes('any') || (field !== null && fields.includes(field));
}

/**
 * Labels that have another id after a change of the file and are the same
 * otherwise: what a rename looks like. `from` is gone, `to` is new.
 */
export function renamedLabels(before: readonly Label[], after: readonly Label[]): { readonly from: string; readonly to: string }[] {
  const gone = before.filter(({ id }) => !after.some((label) => label.id === id));
  const fresh = after.filter(({ id }) => !before.some((label) => label.id === id));
  const same = (a: Label, b: Label): boolean => a.name === b.name || (a.key !== null && a.key === b.key && a.colour === b.colour);
  return gone.flatMap((old) => {
    const candidates = fresh.filter((label) => same(old, label));
    // Two candidates make a guess of it.
    return candidates.length === 1 && gone.filter((other) => same(other, candidates[0]!)).length === 1 ? [{ from: old.id, to: candidates[0]!.id }] : [];
  });
}

function unreadable(span: Span, message: string): LabelSet {
  return { labels: DEFAULT_LABELS, problems: [{ span, message }] };
}

/** Member, whether it must be there, what it must be, and that in words. */
const MEMBERS: readonly (readonly [name: string, isRequired: boolean, test: (value: unknown) => boolean, what: () => string])[] = [
  ['id', true, (value) => matches(value, /^[a-z0-9]+(-[a-z0-9]+)*$/), () => l10n.t('an id of small letters, digits and hyphens')],
  ['name', true, (value) => matches(value, /\S/), () => l10n.t('a text')],
  ['colour', true, (value) => matches(value, /^(#[0-9a-fA-F]{6}|[a-zA-Z][a-zA-Z0-9]*(\.[a-zA-Z0-9]+)+)$/), () => l10n.t('a colour: #rrggbb, or the id of a colour of the theme such as charts.blue')],
  ['key', false, (value) => value === null || matches(value, /^[1-9a-z]$/), () => l10n.t('a digit from 1 to 9 or a small letter')],
  ['guideline', false, (value) => typeof value === 'string', () => l10n.t('a text')],
  ['fields', false, (value) => Array.isArray(value) && value.length > 0 && value.every((field) => field === 'any' || ANNOTATED_FIELDS.some((known) => known === field)), () => l10n.t('a list of {0}', [...ANNOTATED_FIELDS, 'any'].join(', '))],
];

function labelOf(node: JsonNode, report: (span: Span, message: string) => void): Label | null {
  if (!node.members) {
    report(node, l10n.t('This should be {0}.', l10n.t('an object')));
    return null;
  }
  let fine = true;
  for (const [name, isRequired, test, what] of MEMBERS) {
    const found = member(node, name);
    if (found ? test(found.value) : !isRequired) continue;
    fine = false;
    report(found ?? { start: node.start, end: node.start + 1 }, found ? l10n.t('This should be {0}.', what()) : l10n.t('“{0}” is missing.', name));
  }
  for (const { key } of node.members) {
    // Told, and no reason to go without the label.
    if (!MEMBERS.some(([name]) => name === key.value)) report(key, l10n.t('“{0}” is not known here.', String(key.value)));
  }
  return fine ? ({ key: null, guideline: '', fields: ['any'], ...(node.value as object) } as unknown as Label) : null;
}

/** The last of its name, as JSON readers take it. */
function member({ members }: JsonNode, name: string): JsonNode | undefined {
  return members?.filter(({ key }) => key.value === name).at(-1)?.node;
}

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}
