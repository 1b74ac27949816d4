import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver';
import { highlightsAt } from '../features/document-highlights';
import type { Reading } from './reading';

/** What belongs together with the place at a position; a decision is marked more strongly than what it decides. */
export function highlightsOf(reading: Reading, position: Position): DocumentHighlight[] {
  const offset = reading.document.offsetAt(position);
  const letter = reading.letters[reading.letterAt(offset)];
  if (letter === undefined) return [];
  return highlightsAt(reading.text, letter, offset, reading.catalogue).map(({ span, part }) => ({
    range: reading.range(span),
    kind: part === 'decision' ? DocumentHighlightKind.Write : part === 'citation' ? DocumentHighlightKind.Text : DocumentHighlightKind.Read,
  }));
}
