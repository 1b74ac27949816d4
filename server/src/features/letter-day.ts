import * as l10n from '@vscode/l10n';
import type { Catalogue } from '../guidelines';
import type { Letter } from '../letter';
import { dateIn } from '../rules/citing';

/** The day by which to ask what governed: `YYYY-MM-DD`, and what happened on it. */
export interface LetterDay {
  readonly day: string;
  readonly name: string;
}

/**
 * The day of the denial, which is nearest to the request; else of the
 * decision; `null` where the letter has neither.
 */
export function letterDay(text: string, letter: Letter, catalogue: Catalogue): LetterDay | null {
  const context = { text, letter, catalogue };
  const denied = dateIn(context, 'urDenialDate');
  if (denied !== null) return { day: denied, name: l10n.t('the denial of {0}', denied) };
  const decided = dateIn(context, 'decisionDate');
  return decided === null ? null : { day: decided, name: l10n.t('the decision of {0}', decided) };
}
