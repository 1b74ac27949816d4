import * as l10n from '@vscode/l10n';
import { layoutOf } from '../../letter';
import { replacement } from '../../rules/insertion';
import { letterParts, SKELETON_LAYOUTS } from '../skeleton';
import type { Offer } from './offer';
import { begins, type Place } from './place';

/** A whole letter to be filled in, in a text that holds nothing but what is typed of its name. */
export function newLetterOffers({ text, typed, manner }: Place): Offer[] {
  const written = text.slice(typed.start, typed.end);
  if (text.trim() !== written.trim()) return [];
  const name = l10n.t('New IMR letter');
  if (!begins(written, name) && !begins(written, 'IMR letter')) return [];
  return SKELETON_LAYOUTS.map((id) => ({
    kind: 'letter',
    label: l10n.t('{0}, layout {1}', name, layoutOf(id).title),
    detail: l10n.t('The whole form to be filled in'),
    documentation: l10n.t('Case header, method, credentials, summary, and one disputed item.'),
    rank: 0,
    ...(written === '' ? {} : { filterText: begins(written, name) ? name : 'IMR letter' }),
    edit: replacement(typed, letterParts(id, manner.lineEnd)),
  }));
}
