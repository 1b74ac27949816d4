import * as vscode from 'vscode';
import type { LetterRange } from '../../../server/src/lsp/client-requests';

/** A range of the editor. */
export function editorRange({ start, end }: LetterRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** The same for the server: the editor's own class would be sent in another form. */
export function letterRange({ start, end }: vscode.Range): LetterRange {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}
