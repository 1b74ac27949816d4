import * as l10n from '@vscode/l10n';
import { catalogue, citationsOf, type Catalogue, type Citation, type Guideline } from '../guidelines';
import type { DisputedItem, Letter, Span } from '../letter';

/** Words that stand in the text for the reader's eye only. */
export interface Hint {
  /** UTF-16 code units. */
  readonly offset: number;
  readonly label: string;
  /** Plain text: what the hint rests on. */
  readonly tooltip: string;
}

/**
 * The hints of a letter, few: behind the heading of the issues what was
 * decided, where there are several items; and behind the first citation of a
 * guideline its name, where the letter calls it by another. In the order of
 * the text; with `within`, only those that stand in it (both ends included).
 */
export function inlayHints(text: string, letter: Letter, within?: Span, of: Catalogue = catalogue()): Hint[] {
  const hints = [...outcomeHint(letter), ...guidelineHints(text, letter, of)];
  return hints.filter(({ offset }) => within === undefined || (within.start <= offset && offset <= within.end)).sort((a, b) => a.offset - b.offset);
}

function outcomeHint({ items, sections }: Letter): Hint[] {
  const issues = sections.find(({ kind }) => kind === 'issues');
  // One decision is seen where it stands.
  if (issues === undefined || items.length < 2) return [];
  const count = (value: 'upheld' | 'overturned' | null): number => items.filter((item: DisputedItem) => (item.decision?.value ?? null) === value).length;
  const [upheld, overturned, open] = [count('upheld'), count('overturned'), count(null)];
  const parts = [
    ...(upheld === 0 ? [] : [l10n.t('{0} upheld', upheld)]),
    ...(overturned === 0 ? [] : [l10n.t('{0} overturned', overturned)]),
    ...(open === 0 ? [] : [l10n.t('{0} undecided', open)]),
  ];
  return [
    {
      offset: issues.heading.end,
      label: l10n.t('{0} items: {1}', items.length, parts.join(', ')),
      tooltip: l10n.t('Counted from the headings of the disputed items in this letter.'),
    },
  ];
}

function guidelineHints(text: string, letter: Letter, of: Catalogue): Hint[] {
  const named = new Set<string>();
  return letter.items.flatMap((item) =>
    citationsOf(text, item, of).flatMap((citation) => {
      const entry = of.guideline(citation.guideline);
      if (entry === undefined || named.has(entry.id)) return [];
      // Prose is left alone: a hint inside a sentence is in the way.
      if (citation.field === 'rationale') return [];
      named.add(entry.id);
      const written = text.slice(citation.span.start, citation.span.end);
      const label = otherName(written, entry);
      return label === undefined ? [] : [{ offset: endOfName(text, citation), label, tooltip: tooltip(entry) }];
    }),
  );
}

/** The name that the letter does not write: the ACOEM chapter behind a bare title, the title behind a bare chapter. */
function otherName(written: string, entry: Guideline): string | undefined {
  if (entry.general === true) return undefined;
  const titled = wordsOf(entry.name).some((word) => wordsOf(written).includes(word));
  if (!titled) return entry.name;
  if (entry.family !== 'acoem' || /ACOEM|Occupational\s{1,4}and\s{1,4}Environmental|\bch(?:apter|\.)/i.test(written)) return undefined;
  return entry.chapter === undefined ? l10n.t('ACOEM') : l10n.t('ACOEM ch. {0}', entry.chapter);
}

/** Words that say of which guideline a name speaks; "Complaints" and "Guidelines" say it of none. */
function wordsOf(name: string): string[] {
  const words = name.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  return words.filter((word) => !COMMON.has(word)).map((word) => word.slice(0, 6));
}

const COMMON = new Set(['and', 'the', 'for', 'complaints', 'disorders', 'guidelines', 'guideline', 'treatment', 'medical', 'chapter', 'related', 'conditions', 'page', 'section', 'mtus', 'acoem', 'odg']);

/** Before the sections and pages, where these follow the name. */
function endOfName(text: string, { span, sections, pages }: Citation): number {
  const details = [...sections, ...pages.map((page) => page.span)].map(({ start }) => start).filter((start) => start > span.start);
  const name = text.slice(span.start, Math.min(span.end, ...details));
  const end = name.replace(/[\s,;:(]{1,8}$/, '').replace(/(?:[\s,;(]{1,8}Section\s{0,2}\(s\))$/i, '');
  return span.start + end.length;
}

function tooltip(entry: Guideline): string {
  const title = entry.title === undefined || entry.title.includes(entry.name) ? (entry.title ?? entry.name) : `${entry.name}: ${entry.title}`;
  const origin = entry.confidence === 'seen' ? l10n.t('Seen in: {0}', entry.source) : l10n.t('Unverified: general knowledge, check before relying on it.');
  return `${title}\n${origin}`;
}
