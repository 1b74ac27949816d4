import type { Hover, Position } from 'vscode-languageserver';
import { hoverAt } from '../features/hover';
import type { ClientAbilities } from './client-abilities';
import type { Reading } from './reading';

/** What there is to say about the text at a position, `null` where nothing. */
export function hoverOf(reading: Reading, position: Position, abilities: ClientAbilities): Hover | null {
  const offset = reading.document.offsetAt(position);
  const letter = reading.letters[reading.letterAt(offset)];
  const hover = letter === undefined ? null : hoverAt(reading.text, letter, offset, reading.catalogue);
  if (hover === null) return null;
  return { range: reading.range(hover.span), contents: { kind: abilities.markdownHover ? 'markdown' : 'plaintext', value: hover.markdown } };
}
