import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import { FOLD_KINDS, foldsOf, type Fold } from '../features/folding-ranges';
import type { ClientAbilities } from './client-abilities';
import type { Reading } from './reading';

/** What can be folded, at most as much as the client takes, outer parts before inner ones. */
export function foldingRangesOf(reading: Reading, { foldsLinesOnly, mostFolds }: ClientAbilities): FoldingRange[] {
  const folds = foldsOf(reading.text, reading.letters);
  const starts = folds.map(({ span }) => span.start);
  const taken = new Set<number>();
  return mostWeighty(folds, mostFolds).flatMap((fold) => {
    const start = reading.document.positionAt(fold.span.start);
    const end = reading.document.positionAt(fold.span.end);
    if (!foldsLinesOnly) {
      const head = reading.document.positionAt(fold.head);
      const startCharacter = head.line === start.line ? { startCharacter: head.character } : {};
      return head.line > start.line && head.line === end.line ? [] : [{ startLine: start.line, ...startCharacter, endLine: end.line, endCharacter: end.character, kind: FoldingRangeKind.Region }];
    }
    // Where the next part begins on the line on which this one ends, that line stays visible.
    const next = firstFrom(starts, fold.span.end);
    const shared = next !== undefined && reading.document.positionAt(next).line === end.line;
    const endLine = shared ? end.line - 1 : end.line;
    // A line can fold one thing: the outermost that begins there.
    if (endLine <= start.line || taken.has(start.line)) return [];
    taken.add(start.line);
    return [{ startLine: start.line, endLine, kind: FoldingRangeKind.Region }];
  });
}

function mostWeighty(folds: readonly Fold[], most: number): readonly Fold[] {
  if (folds.length <= most) return folds;
  const kept = new Set([...folds].sort((a, b) => FOLD_KINDS.indexOf(a.kind) - FOLD_KINDS.indexOf(b.kind)).slice(0, most));
  return folds.filter((fold) => kept.has(fold));
}

/** The first of ascending offsets that is not before `from`. */
function firstFrom(offsets: readonly number[], from: number): number | undefined {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return offsets[low];
}
