import * as l10n from '@vscode/l10n';
import type { Level } from './rule';
import type { Guideline, Provenance } from '../guidelines';

/** How sure a fact is, in a word for the reader. */
export function certainty({ confidence }: Provenance): string {
  return confidence === 'seen' ? l10n.t('seen in a source') : l10n.t('unverified');
}

/** A guideline's name for the reader; a chapter of the ODG says whose it is. */
export function guidelineName({ name, family, general }: Guideline): string {
  return family === 'odg' && general !== true ? `ODG ${name}` : name;
}

/** The level part of an observation that rests on these facts: a hint where one of them is unverified. */
export function restingOn(...facts: readonly Provenance[]): { readonly level?: Level } {
  return facts.every(({ confidence }) => confidence === 'seen') ? {} : { level: 'hint' };
}
