import { SemanticTokensBuilder, type Range, type SemanticTokens, type SemanticTokensLegend } from 'vscode-languageserver';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/semantic-tokens';
import type { Reading } from './reading';

export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] };

/** The coloured pieces of a document, or of a range of it; none for a text that is no letter. */
export function semanticTokensOf(reading: Reading, range?: Range): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { span, type, modifier } of semanticTokens(reading.text, reading.letters, range && reading.span(range), reading.catalogue)) {
    const { line, character } = reading.document.positionAt(span.start);
    const modifiers = modifier === null ? 0 : 1 << TOKEN_MODIFIERS.indexOf(modifier);
    builder.push(line, character, span.end - span.start, TOKEN_TYPES.indexOf(type), modifiers);
  }
  return { data: builder.build().data };
}
