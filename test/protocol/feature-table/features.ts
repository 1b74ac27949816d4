import {
  DiagnosticSeverity,
  type CodeLens,
  type CompletionList,
  type CompletionItem,
  type DocumentHighlight,
  type DocumentSymbol,
  type FoldingRange,
  type InlayHint,
  type Range,
  type SelectionRange,
  type SemanticTokens,
  SymbolKind,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageClient } from '../language-client';

/** What a person gets to see of a feature, as lines of text. */
type Draw = (client: LanguageClient, uri: string) => Promise<string[]>;

/** What a cell holds where a feature has nothing to offer for a layout. */
export const NOTHING = 'nothing';

const CONCLUSION = /medically\s+necessary/;

export const FEATURES: Readonly<Record<string, Draw>> = {
  symbols: async (client, uri) => symbolLines(await client.symbols(uri)),

  // A whole letter has none: the last rationale is taken away first.
  diagnostics: async (client, uri) => {
    const before = await client.diagnostics(uri);
    await withoutLastRationale(client, uri);
    const diagnostics = await client.diagnostics(uri);
    return [`${before.length} before`, ...diagnostics.map(({ code, severity, range }) => `${String(code)} (${severity === DiagnosticSeverity.Warning ? 'warning' : severity}) at ${oneLine(client.slice(uri, range))}`)];
  },

  'code actions': async (client, uri) => {
    await withoutLastRationale(client, uri);
    const actions = await client.codeActions(uri, await client.diagnostics(uri));
    return actions.map(({ title, edit }) => {
      const change = edit?.documentChanges?.[0];
      const edits = change !== undefined && 'edits' in change ? change.edits : [];
      return `${title}: ${edits.map((one) => oneLine('snippet' in one ? one.snippet.value : 'newText' in one ? one.newText : '')).join(' + ')}`;
    });
  },

  hover: async (client, uri) => {
    const [decision] = (await tokens(client, uri)).filter(({ type }) => type === 'decision');
    const [label] = (await tokens(client, uri)).filter(({ type, text }) => type === 'fieldLabel' && /rationale/i.test(text));
    const [citation] = (await tokens(client, uri)).filter(({ type }) => type === 'citation');
    const lines: string[] = [];
    for (const place of [decision, label, citation]) {
      const hover = place === undefined ? null : await client.hover(uri, place.offset + 1);
      const contents = hover !== null && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';
      lines.push(`${place?.text ?? ''}: ${contents.split('\n')[0]!.replace(/ \(.*$/, '')}`);
    }
    return lines;
  },

  'semantic tokens': async (client, uri) =>
    (await tokens(client, uri)).filter(({ type }) => type !== 'date').map(({ type, modifier, text }) => `${type}${modifier} = ${text}`),

  folding: async (client, uri) => {
    const ranges = await client.ask<FoldingRange[]>('foldingRange', uri);
    return ranges.map(({ startLine, endLine, kind }) => `${kind ?? ''} ${startLine}-${endLine} ${lineOf(client, uri, startLine).slice(0, 40).trim()}`);
  },

  'selection ranges': async (client, uri) => {
    const offset = await inLastRationale(client, uri);
    const [first] = await client.ask<SelectionRange[]>('selectionRange', uri, { positions: [client.document(uri).positionAt(offset)] });
    const steps: string[] = [];
    for (let range: SelectionRange | undefined = first; range !== undefined; range = range.parent) steps.push(ends(client.slice(uri, range.range)));
    return steps;
  },

  highlight: async (client, uri) => {
    const all = await tokens(client, uri);
    const at = async (type: string): Promise<string[]> => {
      const [place] = all.filter((token) => token.type === type && token.text !== '').slice(-1);
      if (place === undefined) return [];
      const highlights = await client.ask<DocumentHighlight[]>('documentHighlight', uri, { position: client.document(uri).positionAt(place.offset + 1) });
      return [`from the last ${type}:`, ...highlights.map(({ range, kind }) => `${kind} ${ends(client.slice(uri, range))}`)];
    };
    return [...(await at('decision')), ...(await at('citation'))];
  },

  'code lens': async (client, uri) => {
    const lenses = await client.ask<CodeLens[]>('codeLens', uri);
    return lenses.map(({ range, command }) => `${ends(client.slice(uri, range))} | ${command?.title ?? ''}`);
  },

  // In the sample's own words, and with the first citation as letters of 2016 write it.
  'inlay hints': async (client, uri) => {
    const [citation] = (await tokens(client, uri)).filter(({ type }) => type === 'citation');
    const own = await hintLines(client, uri);
    await client.replace(uri, citation?.text ?? '', 'MTUS Knee Complaints 2004');
    return [...own, 'rewritten:', ...(await hintLines(client, uri))];
  },

  formatting: async (client, uri) => {
    const options = { options: { tabSize: 4, insertSpaces: true } };
    const before = client.document(uri).getText();
    const text = TextDocument.applyEdits(client.document(uri), await client.ask<TextEdit[]>('formatting', uri, options));
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const formatted = await client.open(text, 'file:///case/formatted.txt');
    const again = await client.ask<TextEdit[]>('formatting', formatted, options);
    return [
      `words ${text.replace(/\s+/g, '') === before.replace(/\s+/g, '') ? 'the same' : 'changed'}, ${again.length} edits in a second run, items ${symbolLines(await client.symbols(formatted)).join() === symbolLines(await client.symbols(uri)).join() ? 'the same' : 'changed'}`,
      ...lines.slice(-5).map(ends),
    ];
  },

  // Where the last rationale stood, its label is offered again.
  completion: async (client, uri) => {
    const position = await withoutLastRationale(client, uri);
    const answer = await client.ask<CompletionItem[] | CompletionList>('completion', uri, { position, context: { triggerKind: 1 } });
    const offered = Array.isArray(answer) ? answer : answer.items;
    if (offered.length === 0) return [NOTHING];
    return offered.slice(0, 3).map(({ label, textEdit }) => `${label} → ${oneLine(textEdit?.newText ?? '')}`);
  },
};

interface Drawn {
  readonly type: string;
  readonly modifier: string;
  readonly offset: number;
  readonly text: string;
}

async function tokens(client: LanguageClient, uri: string): Promise<Drawn[]> {
  const { data } = await client.ask<SemanticTokens>('semanticTokens/full', uri);
  const legend = client.initialized.capabilities.semanticTokensProvider?.legend;
  const document = client.document(uri);
  const drawn: Drawn[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines, characters, length, type, modifiers] = data.slice(at, at + 5) as [number, number, number, number, number];
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const offset = document.offsetAt({ line, character });
    const modifier = legend?.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0).map((name) => `.${name}`).join('') ?? '';
    drawn.push({ type: legend?.tokenTypes[type] ?? '', modifier, offset, text: document.getText().slice(offset, offset + length) });
  }
  return drawn;
}

/** Takes the last rationale and its label out of the document, and gives its place. */
async function withoutLastRationale(client: LanguageClient, uri: string): Promise<{ line: number; character: number }> {
  const field = await lastRationale(client, uri);
  const document = client.document(uri);
  const start = document.offsetAt(field.range.start);
  await client.replace(uri, document.getText().slice(start, document.offsetAt(field.range.end)), '');
  return client.document(uri).positionAt(start);
}

async function lastRationale(client: LanguageClient, uri: string): Promise<DocumentSymbol> {
  const all = (symbols: readonly DocumentSymbol[]): DocumentSymbol[] => symbols.flatMap((symbol) => [symbol, ...all(symbol.children ?? [])]);
  const field = all(await client.symbols(uri)).filter(({ kind, name }) => kind === SymbolKind.Field && /rationale/i.test(name)).at(-1);
  if (field === undefined) throw new Error('no rationale in the outline');
  return field;
}

/** An offset inside the conclusion of the last rationale. */
async function inLastRationale(client: LanguageClient, uri: string): Promise<number> {
  const field = await lastRationale(client, uri);
  const document = client.document(uri);
  const start = document.offsetAt(field.selectionRange.end);
  const words = document.getText().slice(start, document.offsetAt(field.range.end));
  const conclusion = CONCLUSION.exec(words)?.index ?? words.length - 5;
  return start + conclusion + 2;
}

const KIND_NAMES = Object.fromEntries(Object.entries(SymbolKind).map(([name, kind]) => [kind as number, name]));

function symbolLines(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, detail, kind, children }) => [
    `${'  '.repeat(depth)}${KIND_NAMES[kind] ?? kind} ${name}${detail === undefined ? '' : ` (${detail})`}`,
    ...symbolLines(children ?? [], depth + 1),
  ]);
}

async function hintLines(client: LanguageClient, uri: string): Promise<string[]> {
  const hints = await client.ask<InlayHint[]>('inlayHint', uri, { range: wholeOf(client, uri) });
  return hints.map(({ position, label }) => `${lineOf(client, uri, position.line).slice(0, position.character).split(' ').slice(-3).join(' ')} «${label as string}»`);
}

function wholeOf(client: LanguageClient, uri: string): Range {
  const document = client.document(uri);
  return { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
}

function lineOf(client: LanguageClient, uri: string, line: number): string {
  return client.document(uri).getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).trimEnd();
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A passage on one line, its middle left out where it is long. */
function ends(text: string): string {
  const words = oneLine(text);
  return words.length <= 72 ? words : `${words.slice(0, 34).trim()} … ${words.slice(-34).trim()}`;
}
