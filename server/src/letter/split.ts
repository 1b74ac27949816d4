import { letterheadAbove } from './ending';
import type { SectionKind, Span } from './letter';
import type { Mark } from './marks';

/**
 * Cuts a file into the shares of its letters: a letter opens with its notice,
 * its case header or its method section, once the one before has got past
 * that. The shares follow each other without a gap.
 */
export function splitLetters(text: string, marks: readonly Mark[], tables: readonly Span[]): Span[] {
  const openings: { at: number; kind: SectionKind | 'header' | 'body' }[] = [
    ...tables.map((table) => ({ at: table.start, kind: 'header' as const })),
    ...marks.map((mark) => ({ at: mark.span.start, kind: mark.type === 'heading' ? mark.kind : ('body' as const) })),
  ].sort((a, b) => a.at - b.at);
  const starts: number[] = [];
  let seen = new Set<string>();
  for (const [index, { at, kind }] of openings.entries()) {
    // A case header opens a letter; header words in a case summary do not.
    const next = openings[index + 1]?.kind;
    const heads = kind === 'header' && (seen.has('body') || next === undefined || next === 'method' || next === 'notice' || next === 'summary' || next === 'credentials');
    const opens = heads || kind === 'notice' || kind === 'method';
    const past = seen.has('body') || seen.has('issues') || seen.has('summary');
    // Case header and notice come in either order; a method section follows them.
    const again = seen.has(kind) || (kind !== 'method' && seen.has('method'));
    // Excerpts without a method section: their case summary opens them.
    const anew = kind === 'summary' && seen.has(kind) && seen.has('body');
    if ((opens && (past || (again && kind !== 'notice'))) || anew) {
      starts.push(lineStart(text, letterheadAbove(text, at, openings[index - 1]?.at ?? 0)));
      seen = new Set();
    }
    seen.add(kind);
  }
  const cuts = [0, ...starts.filter((start) => start > 0), text.length];
  return cuts.slice(0, -1).map((start, index) => ({ start, end: cuts[index + 1]! }));
}

function lineStart(text: string, offset: number): number {
  let i = offset;
  while (i > 0 && (text[i - 1] === ' ' || text[i - 1] === '\t' || text[i - 1] === '\f' || text[i - 1] === '\ufeff')) i--;
  return i;
}
