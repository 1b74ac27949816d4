import * as l10n from '@vscode/l10n';
import type { DecisionValue } from '../letter';
import type { Manner } from './manner';
import type { Edit, Fix } from './rule';

/**
 * Both decisions as two fixes of the same rank. Which one is right stands in no
 * rule: none is preferred, and none is ever part of a fix-all.
 */
export function decisionFixes(manner: Manner, edit: (word: string) => Edit): Fix[] {
  const values: readonly DecisionValue[] = ['upheld', 'overturned'];
  return values.map((value) => ({
    title: l10n.t('Decide “{0}”', manner.decisions[value]),
    edits: [edit(manner.decisions[value])],
  }));
}
