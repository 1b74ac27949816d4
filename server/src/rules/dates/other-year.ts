import * as l10n from '@vscode/l10n';
import type { Span } from '../../letter';
import { isoDate } from '../../letter/date';
import type { Fix } from '../rule';

/** The same day in the next year (`by` = 1) or the last (-1), where that day is there and `fits`; as a fix, else nothing. */
export function otherYear(text: string, span: Span, by: 1 | -1, fits: (iso: string) => boolean): Fix[] {
  const written = text.slice(span.start, span.end);
  const year = /\d+$/.exec(written)?.[0];
  if (year === undefined) return [];
  const newText = written.slice(0, -year.length) + String(Number(year) + by).padStart(year.length, '0');
  const folded = /^\d/.test(newText) ? newText.replace(/\s+/g, '') : newText.replace(/\s+/g, ' ');
  const iso = isoDate(folded);
  if (iso === null || !fits(iso)) return [];
  return [{ title: l10n.t('Change the year: “{0}”', folded), edits: [{ span, newText }] }];
}
