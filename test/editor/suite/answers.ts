/** What the editor answers when it is asked about a letter, as plain data: text instead of places where that says more. */
import * as vscode from 'vscode';
import { eventually } from './editor';

/** Asks until there is something. */
function some<T>(what: string, command: string, ...words: readonly unknown[]): Promise<T[]> {
  return eventually(what, async () => {
    const answer = await vscode.commands.executeCommand<T[] | undefined>(command, ...words);
    return answer !== undefined && answer.length > 0 ? answer : undefined;
  });
}

/** The place of `words` in a document, or `more` characters behind their start. */
export function placeOf(document: vscode.TextDocument, words: string, more = 0): vscode.Position {
  const offset = document.getText().indexOf(words);
  if (offset < 0) throw new Error(`The letter has no "${words}".`);
  return document.positionAt(offset + more);
}

export function whole(document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
}

export function symbolsOf({ uri }: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  return some('an outline', 'vscode.executeDocumentSymbolProvider', uri);
}

/** All symbols of an outline, each before its children. */
export function flat(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}

/** Every semantic token with its text and its type; a modifier follows the type behind a full stop. */
export async function tokensOf(document: vscode.TextDocument): Promise<[text: string, type: string][]> {
  const legend = await eventually('a legend', () => vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>('vscode.provideDocumentSemanticTokensLegend', document.uri));
  const { data } = await eventually('semantic tokens', async () => {
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', document.uri);
    return tokens !== undefined && tokens.data.length > 0 ? tokens : undefined;
  });
  const found: [string, string][] = [];
  let line = 0;
  let from = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines, characters, length, type, modifiers] = data.slice(at, at + 5) as unknown as [number, number, number, number, number];
    line += lines;
    from = lines === 0 ? from + characters : characters;
    const names = legend.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
    found.push([document.getText(new vscode.Range(line, from, line, from + length)), [legend.tokenTypes[type], ...names].join('.')]);
  }
  return found;
}

/** First and last line of every part that folds, as they are written. */
export async function foldsOf(document: vscode.TextDocument): Promise<[first: string, last: string][]> {
  const folds = await some<vscode.FoldingRange>('folds', 'vscode.executeFoldingRangeProvider', document.uri);
  const line = (number: number): string => document.lineAt(number).text.trim();
  return folds.sort((a, b) => a.start - b.start || b.end - a.end).map(({ start, end }) => [line(start), line(end)]);
}

/** What a growing selection takes in, from the inside to the outside. */
export async function selectionsAt(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const [innermost] = await some<vscode.SelectionRange>('selections', 'vscode.executeSelectionRangeProvider', document.uri, [position]);
  const texts: string[] = [];
  for (let range = innermost; range !== undefined; range = range.parent) texts.push(document.getText(range.range));
  return texts;
}

export async function highlightsAt(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const highlights = await some<vscode.DocumentHighlight>('highlights', 'vscode.executeDocumentHighlights', document.uri, position);
  return highlights.map(({ range }) => document.getText(range));
}

/** The line under each lens, and what the lens says; none is an answer too. */
export async function lensesOf(document: vscode.TextDocument): Promise<[line: string, title: string][]> {
  const lenses = (await vscode.commands.executeCommand<vscode.CodeLens[] | undefined>('vscode.executeCodeLensProvider', document.uri, 100)) ?? [];
  return lenses.map(({ range, command }) => [document.lineAt(range.start).text.trim(), command?.title ?? '']);
}

/** The line of each inlay hint up to it, and what the hint says; none is an answer too. */
export async function hintsOf(document: vscode.TextDocument): Promise<[line: string, label: string][]> {
  const hints = (await vscode.commands.executeCommand<vscode.InlayHint[] | undefined>('vscode.executeInlayHintProvider', document.uri, whole(document))) ?? [];
  return hints.map(({ position, label }) => [
    document.getText(new vscode.Range(position.with({ character: 0 }), position)),
    typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
  ]);
}

export async function completionsAt(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
  return eventually('completions', async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList | undefined>('vscode.executeCompletionItemProvider', document.uri, position);
    return list !== undefined && list.items.length > 0 ? list.items : undefined;
  });
}

export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** A whole document's edits for Format Document; none is an answer too. */
export async function formattingOf(document: vscode.TextDocument): Promise<vscode.TextEdit[]> {
  return (await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', document.uri, { tabSize: 4, insertSpaces: true })) ?? [];
}

/** Applies edits of one document as one change. */
export async function apply(document: vscode.TextDocument, edits: vscode.TextEdit[]): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.set(document.uri, edits);
  if (!(await vscode.workspace.applyEdit(change))) throw new Error('The edits were not applied.');
}

/** A text without its white space. */
export function visible(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The words of the first hover at a place. */
export async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<{ words: string; range: vscode.Range | undefined }> {
  const [hover] = await some<vscode.Hover>('a hover', 'vscode.executeHoverProvider', document.uri, position);
  return { words: hover!.contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n'), range: hover!.range };
}

/** The actions of a kind that change the text, once there is one. */
export function actionsAt(uri: vscode.Uri, range: vscode.Range, kind: vscode.CodeActionKind): Promise<vscode.CodeAction[]> {
  return eventually(`an action of kind ${kind.value}`, async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind.value);
    const ours = actions.filter((action) => action.kind !== undefined && kind.contains(action.kind) && action.edit !== undefined);
    return ours.length > 0 ? ours : undefined;
  });
}
