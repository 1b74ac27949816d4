import * as l10n from '@vscode/l10n';
import { foldedText, type Letter, type Span } from '../../letter';
import type { Example, Finding, Fix, Observation, Rule, RuleContext } from '../rule';

/** What stands in place of a masked text. The rule `placeholder` knows it and lets it stand. */
export const MASK = '[redacted]';

/** What one check of this group knows, and all that its page says. */
export interface PrivateKind {
  readonly code: string;
  readonly title: string;
  readonly why: string;
  readonly source: string;
  readonly marks: string;
  readonly examples: { readonly wrong: readonly Example[]; readonly right: readonly Example[] };
  /** Said of each finding. It never quotes the text: findings are kept in reports. */
  readonly message: () => string;
  /** The places of the letter, in any order, without overlaps. */
  readonly find: (context: RuleContext) => Span[];
  /** The places that a mask takes besides the one found; without it, wherever the same text stands. */
  readonly places?: (context: RuleContext, found: Span) => Span[];
  /** For `textsMasked`: a span as far as its text is to be looked for elsewhere; without it, the span. */
  readonly elsewhere?: (context: RuleContext, place: Span) => Span;
}

/**
 * The rule of a kind: a warning at each place, and a fix that masks the text
 * wherever it stands in the letter. Masking loses what was there, so it is
 * never part of a fix-all.
 */
export function privacyRule(kind: PrivateKind): Rule {
  return {
    code: kind.code,
    title: kind.title,
    level: 'warning',
    why: kind.why,
    source: kind.source,
    marks: kind.marks,
    examples: kind.examples,
    check: (context) => [...kind.find(context)].sort((a, b) => a.start - b.start).map((span): Observation => ({ span, message: kind.message(), item: itemIndexAt(context.letter, span.start) })),
    fixes(context, finding): Fix[] {
      const spans = placesOf(kind, context, finding.span);
      if (spans.length === 0) return [];
      const shown = foldedText(context.text, finding.span);
      const title = spans.length === 1 ? l10n.t('Mask “{0}”', shown) : l10n.t('Mask “{0}” wherever it stands in the letter ({1} places)', shown, spans.length);
      return [{ title, edits: spans.map((span) => ({ span, newText: MASK })), preferred: true }];
    },
  };
}

/**
 * The texts that the fix of a finding masks, as they stand in the letter and
 * with white space folded, longest first, each once. Empty for a span outside
 * the text.
 */
export function textsMasked(kind: PrivateKind, context: RuleContext, finding: Finding): string[] {
  const { text } = context;
  const texts = placesOf(kind, context, finding.span).map((span) => kind.elsewhere?.(context, span) ?? span).flatMap((span) => [text.slice(span.start, span.end), foldedText(text, span)]);
  return [...new Set(texts)].filter((each) => each !== '').sort((a, b) => b.length - a.length);
}

function placesOf(kind: PrivateKind, context: RuleContext, found: Span): Span[] {
  const places = kind.places ?? sameText;
  return places(context, found);
}

/**
 * Wherever the words of a span stand in the letter, in any case and over any line ends, as words of their own.
 * Without the flag `i` in their own case or in capitals: a name in small letters may be an ordinary word.
 */
export function sameText({ text, letter }: RuleContext, span: Span, flags = 'giu'): Span[] {
  const words = foldedText(text, span);
  if (words === '') return [];
  const written = [...new Set(flags.includes('i') ? [words] : [words, words.toUpperCase()])].map((each) => each.split(' ').map(escaped).join('\\s+'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${written.join('|')})(?![\\p{L}\\p{N}])`, flags);
  return matchesIn(text, letter, pattern);
}

/** The matches of a pattern with the flag `g` in the letter's share of the text. */
export function matchesIn(text: string, { span: { start, end } }: Pick<Letter, 'span'>, pattern: RegExp): Span[] {
  return [...text.slice(start, end).matchAll(pattern)].map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }));
}

/** The first group of each match, which stands at its end: what is found behind its name. The pattern has the flag `g`. */
export function valuesIn(text: string, { span: { start, end } }: Pick<Letter, 'span'>, pattern: RegExp): Span[] {
  return [...text.slice(start, end).matchAll(pattern)].map((match) => {
    const last = start + match.index + match[0].length;
    return { start: last - (match[1] ?? '').length, end: last };
  });
}

/** The text before an offset, at most `most` characters of the letter. */
export function textBefore(text: string, { span }: Pick<Letter, 'span'>, offset: number, most: number): string {
  return text.slice(Math.max(span.start, offset - most), offset);
}

/** Two spans share a character. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The index of the item that holds an offset; `null` where none does. Items lie in the order of the text. */
export function itemIndexAt({ items }: Letter, offset: number): number | null {
  let [low, high] = [0, items.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (items[middle]!.span.start <= offset) low = middle;
    else high = middle - 1;
  }
  const span = items[low]?.span;
  return span !== undefined && span.start <= offset && offset < span.end ? low : null;
}
