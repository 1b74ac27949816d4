import type { Range, TextEdit } from 'vscode-languageserver';
import { formatLetters, formatRange } from '../features/format';
import type { Reading } from './reading';

/** The edits that make a document, or a range of it, pleasant to read. `width` as in the setting: 0 for each paragraph on one line. */
export function formattingOf(reading: Reading, width: number, range?: Range): TextEdit[] {
  const options = { width: width === 0 ? ('one-line' as const) : width };
  const { text, letters } = reading;
  const edits = range === undefined ? formatLetters(text, letters, options) : formatRange(text, letters, reading.span(range), options);
  return edits.map(({ span, newText }) => ({ range: reading.range(span), newText }));
}
