import * as l10n from '@vscode/l10n';
import { catalogue, citationsOf, type Catalogue } from '../guidelines';
import type { Decision, Letter, Span } from '../letter';
import { headingOf } from './item-heading';

/** A line above an item's heading. */
export interface ItemLens {
  /** The heading; half-open, UTF-16 code units. */
  readonly span: Span;
  readonly title: string;
  /** So many findings are told of; 0: nothing to look at. */
  readonly findings: number;
}

/** What people have said about an item. */
export interface ItemNotes {
  readonly annotations: number;
  readonly openComments: number;
  /** So many annotations have no place in the letter any more. */
  readonly lost: number;
  /** So many of the proposals have a verdict. */
  readonly reviewed: number;
  readonly proposals: number;
}

/**
 * What each item of a letter comes to: its decision, how many guidelines it
 * cites and, where there are any, how many findings `findings` counts for it
 * (by its index). Sentences that nothing was cited count as no citation. `notes`
 * gives what people have said about an item, where that is known.
 */
export function itemLenses(text: string, letter: Letter, findings: (item: number) => number, of: Catalogue = catalogue(), notes: (item: number) => ItemNotes | null = () => null): ItemLens[] {
  return letter.items.map((item, index) => {
    const cited = citationsOf(text, item, of).filter(({ kind }) => kind !== 'none').length;
    const found = findings(index);
    const parts = [decisionText(item.decision), citationsText(cited), ...(found === 0 ? [] : [findingsText(found)]), ...notesTexts(notes(index))];
    return { span: headingOf(item), title: parts.join(' · '), findings: found };
  });
}

function decisionText(decision: Decision | null): string {
  if (decision === null) return l10n.t('No decision');
  if (decision.value === null) return l10n.t('Decision unclear');
  return decision.value === 'upheld' ? l10n.t('Upheld') : l10n.t('Overturned');
}

function citationsText(count: number): string {
  if (count === 0) return l10n.t('no citation');
  return count === 1 ? l10n.t('1 citation') : l10n.t('{0} citations', count);
}

function findingsText(count: number): string {
  return count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count);
}

function notesTexts(notes: ItemNotes | null): string[] {
  if (notes === null) return [];
  const { annotations, openComments, lost, reviewed, proposals } = notes;
  const texts: string[] = [];
  if (annotations > 0) texts.push(annotations === 1 ? l10n.t('1 annotation') : l10n.t('{0} annotations', annotations));
  if (openComments > 0) texts.push(openComments === 1 ? l10n.t('1 open comment') : l10n.t('{0} open comments', openComments));
  if (lost > 0) texts.push(lost === 1 ? l10n.t('1 place lost') : l10n.t('{0} places lost', lost));
  if (reviewed > 0) texts.push(reviewed === proposals ? l10n.t('reviewed') : l10n.t('{0} of {1} reviewed', reviewed, proposals));
  return texts;
}
