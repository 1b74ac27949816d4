import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import { documentSymbols, type LetterSymbol } from '../features/document-symbols';
import type { ClientAbilities } from './client-abilities';
import type { Reading } from './reading';

/**
 * The protocol has no kinds for letters: these are chosen for their icons. An
 * overturned item, one in ten, stands out by the orange bolt of an event; an
 * upheld one, the usual case, has the plain grey frame of a constant; an
 * undecided one the sign for "null". Sections have braces, fields the blue
 * brick that fields have everywhere.
 */
const KINDS: Readonly<Record<LetterSymbol['kind'], SymbolKind>> = {
  letter: SymbolKind.File,
  header: SymbolKind.Struct,
  section: SymbolKind.Namespace,
  upheldItem: SymbolKind.Constant,
  overturnedItem: SymbolKind.Event,
  undecidedItem: SymbolKind.Null,
  field: SymbolKind.Field,
};

/** The outline of a document; nothing for a text that is no letter. */
export function symbolsOf(reading: Reading, abilities: ClientAbilities): DocumentSymbol[] | SymbolInformation[] {
  const symbols = documentSymbols(reading.text, reading.letters);
  return abilities.nestedSymbols ? symbols.map((symbol) => nested(reading, symbol)) : symbols.flatMap((symbol) => flat(reading, symbol));
}

function nested(reading: Reading, symbol: LetterSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    ...(symbol.detail === undefined ? {} : { detail: symbol.detail }),
    kind: KINDS[symbol.kind],
    range: reading.range(symbol.span),
    selectionRange: reading.range(symbol.selection),
    children: symbol.children.map((child) => nested(reading, child)),
  };
}

function flat(reading: Reading, symbol: LetterSymbol, container?: string): SymbolInformation[] {
  const location = { uri: reading.document.uri, range: reading.range(symbol.span) };
  const own = { name: symbol.name, kind: KINDS[symbol.kind], location, ...(container === undefined ? {} : { containerName: container }) };
  return [own, ...symbol.children.flatMap((child) => flat(reading, child, symbol.name))];
}
