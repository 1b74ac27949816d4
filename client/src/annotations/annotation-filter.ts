import * as vscode from 'vscode';
import type { AnnotationState, AnnotationThread } from '../../../server/src/lsp/annotation-requests';

/** What a person wants to see; an empty list lets everything through. */
export interface AnnotationFilter {
  readonly labels: readonly string[];
  readonly persons: readonly string[];
  readonly states: readonly AnnotationState[];
}

export const NO_FILTER: AnnotationFilter = { labels: [], persons: [], states: [] };
export const STATES: readonly AnnotationState[] = ['open', 'accepted', 'rejected', 'resolved'];

type Part = keyof AnnotationFilter;

/** Whether a thread is one of those that a person wants to see: by any of the labels, persons and states. */
export function fits({ labels, persons, states }: AnnotationFilter, thread: AnnotationThread): boolean {
  return (
    (labels.length === 0 || thread.labels.some((label) => labels.includes(label))) &&
    (persons.length === 0 || thread.remarks.some(({ person }) => persons.includes(person))) &&
    (states.length === 0 || states.includes(thread.state))
  );
}

export function isEmpty({ labels, persons, states }: AnnotationFilter): boolean {
  return labels.length + persons.length + states.length === 0;
}

/** A filter in words; empty for none. `nameOf`: a label's name by its id. */
export function filterText({ labels, persons, states }: AnnotationFilter, nameOf: (label: string) => string): string {
  return [...labels.map(nameOf), ...persons, ...states.map(stateName)].join(', ');
}

/** A filter out of what a key of a person's own gives; anything else in it is left out. */
export function filterFrom(given: object): AnnotationFilter {
  const texts = (part: Part): string[] => {
    const value = (given as Readonly<Record<string, unknown>>)[part];
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  };
  return { labels: texts('labels'), persons: texts('persons'), states: STATES.filter((state) => texts('states').includes(state)) };
}

/** Asks what to filter by, and then for what; `undefined` where the person leaves it as it is. */
export async function askForFilter(filter: AnnotationFilter, threads: readonly AnnotationThread[], nameOf: (label: string) => string): Promise<AnnotationFilter | undefined> {
  const part = (of: Part, label: string): vscode.QuickPickItem & { readonly part: Part } => ({ part: of, label, description: filterText({ ...NO_FILTER, [of]: filter[of] }, nameOf) });
  const first = await vscode.window.showQuickPick(
    [
      part('labels', vscode.l10n.t('Label…')),
      part('persons', vscode.l10n.t('Person…')),
      part('states', vscode.l10n.t('State…')),
      ...(isEmpty(filter) ? [] : [{ part: undefined, label: vscode.l10n.t('Show all annotations') }]),
    ],
    { title: vscode.l10n.t('Filter the annotations'), placeHolder: vscode.l10n.t('What shall they be chosen by?') },
  );
  if (first === undefined) return undefined;
  if (first.part === undefined) return NO_FILTER;
  const chosen = await vscode.window.showQuickPick(valuesOf(first.part, filter, threads, nameOf), {
    canPickMany: true,
    title: first.label,
    placeHolder: vscode.l10n.t('Choose those to be shown; none of them shows all'),
  });
  return chosen && { ...filter, [first.part]: chosen.map(({ value }) => value) };
}

/** What the letter has, and what is filtered by already. */
function valuesOf(part: Part, filter: AnnotationFilter, threads: readonly AnnotationThread[], nameOf: (label: string) => string): (vscode.QuickPickItem & { readonly value: string })[] {
  const counts = new Map<string, number>((part === 'states' ? STATES : filter[part]).map((value) => [value, 0]));
  for (const thread of threads) {
    const values = part === 'labels' ? thread.labels : part === 'persons' ? new Set(thread.remarks.map(({ person }) => person)) : [thread.state];
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const name = (value: string): string => (part === 'labels' ? nameOf(value) : part === 'persons' ? value : stateName(value as AnnotationState));
  return [...counts].map(([value, count]) => ({ value, label: name(value), description: String(count), picked: (filter[part] as readonly string[]).includes(value) }));
}

function stateName(state: AnnotationState): string {
  switch (state) {
    case 'open':
      return vscode.l10n.t('open');
    case 'accepted':
      return vscode.l10n.t('accepted');
    case 'rejected':
      return vscode.l10n.t('rejected');
    case 'resolved':
      return vscode.l10n.t('resolved');
  }
}
