import { isoDate } from './date';
import { layoutOf, LAYOUTS, type Layout } from './layouts';
import type { HeaderRow, LayoutId, Span } from './letter';
import { literal } from './literal';

interface Evidence {
  readonly layout: Layout;
  readonly weight: number;
  readonly pattern: RegExp;
}

/** Each phrase with any white space between its words and either apostrophe, compiled once. */
const EVIDENCE: readonly Evidence[] = LAYOUTS.flatMap((layout) =>
  layout.evidence.map(({ phrase, weight }) => ({
    layout,
    weight,
    pattern: new RegExp(literal(phrase, 8).replace(/'/g, "['’]"), 'i'),
  })),
);

/** How far into a letter phrases are looked for: all that tells eras apart stands early, fields included. */
const FAR_ENOUGH = 12_000;

/**
 * The layout of a letter by the phrases it holds. Without any: 2016 where it
 * has a case header, 2014 (the copies that have lost theirs) where not.
 */
export function chooseLayout(text: string, letter: Span, header: readonly HeaderRow[]): LayoutId {
  const words = text.slice(letter.start, Math.min(letter.end, letter.start + FAR_ENOUGH));
  const sums = new Map<Layout, number>();
  for (const { layout, weight, pattern } of EVIDENCE) {
    if (pattern.test(words)) sums.set(layout, (sums.get(layout) ?? 0) + weight);
  }
  let best = layoutOf(header.length > 0 ? '2016' : '2014');
  let most = 0;
  for (const [layout, sum] of sums) {
    if (sum > most || (sum === most && layout === best)) {
      best = layout;
      most = sum;
    }
  }
  const year = yearOf(text, header);
  const later = LAYOUTS.find((layout) => layout.insteadOf?.layout === best.id && year !== null && year >= layout.insteadOf.fromYear);
  return (later ?? best).id;
}

/** The year of the decision, else that of the case number. */
function yearOf(text: string, header: readonly HeaderRow[]): number | null {
  const value = (kind: HeaderRow['kind']): string => {
    const span = header.find((row) => row.kind === kind)?.value;
    return span ? text.slice(span.start, span.end) : '';
  };
  const decided = isoDate(value('decisionDate'));
  if (decided) return Number(decided.slice(0, 4));
  const numbered = /^CM\s?(\d{2})/i.exec(value('caseNumber'));
  return numbered ? 2000 + Number(numbered[1]) : null;
}
