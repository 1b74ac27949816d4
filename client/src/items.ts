import * as vscode from 'vscode';
import { ITEMS, type ItemsParams, type LetterItems, type LetterRange } from '../../server/src/lsp/client-requests';
import { eventWithin } from './event-within';
import type { LanguageServer } from './language-server';

/** Milliseconds that a document may take to reach the server. */
const PATIENCE = 2000;

/** A disputed item as the server has read it, with places of the editor. */
export interface Item {
  /** What is disputed, on one line; never empty. */
  readonly name: string;
  readonly decision: 'upheld' | 'overturned' | null;
  readonly whole: vscode.Range;
  readonly request: vscode.Range;
  readonly findings: number;
}

export interface ReadLetter {
  /** Its case number, or its place in the document. */
  readonly name: string;
  readonly items: readonly Item[];
}

/** The letters of an open document and their items, in its order; none where the server does not answer. */
export async function itemsOf(server: LanguageServer, document: vscode.TextDocument): Promise<readonly ReadLetter[]> {
  const params: ItemsParams = { uri: document.uri.toString() };
  let answer = await server.request<LetterItems | null>(ITEMS, params);
  if (answer === null) {
    // A server that has just started answers before it is told of the documents that are open.
    await untilRead(server, params.uri);
    answer = await server.request<LetterItems | null>(ITEMS, params);
  }
  return (answer?.letters ?? []).map(({ caseNumber, items }, index) => ({
    name: caseNumber ?? vscode.l10n.t('Letter {0}', index + 1),
    items: items.map(({ request, decision, range, requestRange, findings }, place) => ({
      name: request || vscode.l10n.t('Disputed item {0}', place + 1),
      decision,
      whole: rangeOf(range),
      request: rangeOf(requestRange),
      findings,
    })),
  }));
}

/** Resolves when the server has read a document, or patience is at its end. */
async function untilRead(server: LanguageServer, uri: string): Promise<void> {
  await eventWithin(PATIENCE, server.onLetterStatus, (status) => status.uri === uri);
}

function rangeOf({ start, end }: LetterRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
