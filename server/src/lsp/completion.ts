import { CompletionItemKind, CompletionTriggerKind, InsertTextFormat, type CompletionItem, type CompletionParams } from 'vscode-languageserver';
import { completionsAt, type CompletionKind } from '../features/completion';
import type { ClientAbilities } from './client-abilities';
import type { Reading } from './reading';

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  label: CompletionItemKind.Field,
  decision: CompletionItemKind.EnumMember,
  item: CompletionItemKind.Snippet,
  heading: CompletionItemKind.Module,
  introduction: CompletionItemKind.Text,
  guideline: CompletionItemKind.Reference,
  name: CompletionItemKind.Value,
  conclusion: CompletionItemKind.Text,
  letter: CompletionItemKind.File,
};

/** The language of letters; other editors send other texts too, and those get no form of a letter. */
const LETTER_LANGUAGE = 'imr-letter';

/**
 * What may be written at a position; each entry says itself what it replaces.
 * A text that is no letter yet gets what begins one only where the client
 * calls it a letter.
 */
export function completionsOf(reading: Reading, { position, context }: CompletionParams, { snippetCompletions }: ClientAbilities): CompletionItem[] {
  if (reading.letters.length === 0 && reading.document.languageId !== LETTER_LANGUAGE) return [];
  const colonTyped = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
  const offered = completionsAt(reading.text, reading.letters, reading.document.offsetAt(position), { snippets: snippetCompletions, colonTyped, catalogue: reading.catalogue });
  return offered.map(({ kind, label, detail, documentation, sortText, filterText, span, newText, snippet }) => ({
    label,
    kind: KINDS[kind],
    detail,
    documentation,
    sortText,
    ...(filterText === undefined ? {} : { filterText }),
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: reading.range(span), newText },
  }));
}
