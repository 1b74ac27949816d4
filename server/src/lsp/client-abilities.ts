import type { ClientCapabilities } from 'vscode-languageserver';
import type { InitializationOptions } from './client-requests';

/** What the client said it can do, as yes and no. */
export interface ClientAbilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly nestedSymbols: boolean;
  readonly codeActionLiterals: boolean;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  readonly markdownHover: boolean;
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly workspaceFolders: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  readonly snippetCompletions: boolean;
  readonly definitionLinks: boolean;
  /** It shows our pages of guidelines, as it said in its own options. */
  readonly guidelinePages: boolean;
  /** It asks for a reason and keeps the files of ignored findings, as it said in its own options. */
  readonly ignoresFindings: boolean;
  readonly watchesFiles: boolean;
  readonly foldsLinesOnly: boolean;
  /** So many folding ranges of a document the client takes. */
  readonly mostFolds: number;
}

export function abilitiesOf(capabilities: ClientCapabilities, { guidelinePages = false, ignoredFindings = false }: InitializationOptions = {}): ClientAbilities {
  const { textDocument, workspace } = capabilities;
  const diagnosticSupport = [textDocument?.diagnostic, textDocument?.publishDiagnostics];
  const documentChanges = workspace?.workspaceEdit?.documentChanges === true;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: diagnosticSupport.some((support) => support?.relatedInformation === true),
    codeDescription: diagnosticSupport.some((support) => support?.codeDescriptionSupport === true),
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    documentChanges,
    // Snippets live in document changes only.
    snippetEdits: documentChanges && workspace?.workspaceEdit?.snippetEditSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    snippetCompletions: textDocument?.completion?.completionItem?.snippetSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    guidelinePages,
    ignoresFindings: ignoredFindings,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    foldsLinesOnly: textDocument?.foldingRange?.lineFoldingOnly === true,
    mostFolds: textDocument?.foldingRange?.rangeLimit ?? Infinity,
  };
}
