import type { Position, SelectionRange } from 'vscode-languageserver';
import { selectionsAt } from '../features/selection-ranges';
import type { Reading } from './reading';

/** For each position what a growing selection takes in, the innermost first and each in its parent. */
export function selectionRangesOf(reading: Reading, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const spans = selectionsAt(reading.text, reading.letters, reading.document.offsetAt(position));
    return spans.reduceRight<SelectionRange | undefined>((parent, span) => ({ range: reading.range(span), ...(parent === undefined ? {} : { parent }) }), undefined)!;
  });
}
