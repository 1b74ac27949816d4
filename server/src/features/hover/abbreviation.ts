import * as l10n from '@vscode/l10n';
import type { Catalogue } from '../../guidelines';
import type { Span } from '../../letter';
import { escaped, page } from './markdown';

const LONGEST = 12;

/** Whether a UTF-16 unit can be part of an abbreviation. */
function isPart(unit: string | undefined): boolean {
  return unit !== undefined && /[A-Za-z0-9&/-]/.test(unit);
}

/** The meaning of the abbreviation at an offset; only as written in the table, with two capitals at least. */
export function abbreviationAt(text: string, offset: number, of: Catalogue): { span: Span; markdown: string } | null {
  let start = offset;
  let end = offset;
  while (offset - start <= LONGEST && isPart(text[start - 1])) start--;
  while (end - offset <= LONGEST && isPart(text[end])) end++;
  for (const span of [{ start, end }, ...partAround(text, start, end, offset)]) {
    const word = text.slice(span.start, span.end);
    if (word.length > LONGEST || !/[A-Z].*[A-Z]/.test(word)) continue;
    const entry = of.abbreviation(word);
    if (entry === undefined) continue;
    const others = entry.otherMeanings ?? [];
    return {
      span,
      markdown: page(
        [{ text: `**${escaped(word)}**: ${escaped(entry.meaning)}`, from: entry }],
        others.length === 0 ? [] : [l10n.t('also: {0}', escaped(others.join('; ')))],
      ),
    };
  }
  return null;
}

/** `EMG` of `EMG/NCV`: the part between slashes and hyphens that holds the offset. */
function partAround(text: string, start: number, end: number, offset: number): Span[] {
  let from = Math.min(offset, end);
  let to = from;
  while (from > start && !/[/-]/.test(text[from - 1] ?? '/')) from--;
  while (to < end && !/[/-]/.test(text[to] ?? '/')) to++;
  return from < to && (from > start || to < end) ? [{ start: from, end: to }] : [];
}
