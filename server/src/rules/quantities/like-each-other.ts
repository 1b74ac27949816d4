import * as l10n from '@vscode/l10n';
import type { Finding, Fix, RuleContext } from '../rule';

/**
 * The two ways out where the conclusion (the finding's own place) and the
 * heading (its first related place) differ in a word: the one like the other.
 */
export function likeEachOther({ text }: RuleContext, finding: Finding): Fix[] {
  const heading = finding.related?.[0]?.span;
  if (heading === undefined) return [];
  const [here, there] = [text.slice(finding.span.start, finding.span.end), text.slice(heading.start, heading.end)];
  return [
    { title: l10n.t('Write “{0}”, as the heading has it', folded(there)), edits: [{ span: finding.span, newText: inCaseOf(here, there) }] },
    { title: l10n.t('Write “{0}” in the heading', folded(here)), edits: [{ span: heading, newText: inCaseOf(there, here) }] },
  ];
}

function folded(words: string): string {
  return words.replace(/\s+/g, ' ');
}

/** The new words with the first letter as large as the old one's; names of vertebrae and capitals stay. */
function inCaseOf(old: string, words: string): string {
  if (/\d/.test(words) || !/[a-z]/.test(words)) return /\d/.test(words) || !/[a-z]/.test(old) ? words : words.toLowerCase();
  if (!/[a-z]/.test(old) && /[A-Z]{2}/.test(old)) return words.toUpperCase();
  const first = words.charAt(0);
  return (/^[A-Z]/.test(old) ? first.toUpperCase() : first.toLowerCase()) + words.slice(1);
}
