import type { Location, Position } from 'vscode-languageserver';
import { referencesAt } from '../features/references';
import type { Reading } from './reading';

/** Every place of the document that cites the guideline cited at a position; `null` where none is. */
export function referencesOf(reading: Reading, position: Position): Location[] | null {
  const { document, text, letters } = reading;
  const offset = document.offsetAt(position);
  const letter = letters[reading.letterAt(offset)];
  const spans = letter === undefined ? [] : referencesAt(text, letters, letter, offset, reading.catalogue);
  return spans.length === 0 ? null : spans.map((span) => ({ uri: document.uri, range: reading.range(span) }));
}
