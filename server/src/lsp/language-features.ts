import type { Connection, ServerCapabilities, TextDocumentIdentifier, CancellationToken, ResponseError } from 'vscode-languageserver';
import type { AnnotationNotes } from './annotations';
import type { ClientAbilities } from './client-abilities';
import {
  EVIDENCE,
  GUIDELINE_PAGE,
  IGNORE_FINDING,
  IGNORED,
  ITEMS,
  NEW_LETTER,
  STOP_IGNORING,
  type ChangedIgnoredFile,
  type Evidence,
  type EvidenceParams,
  type GuidelinePage,
  type GuidelinePageParams,
  type IgnoredList,
  type IgnoredParams,
  type IgnoreFindingParams,
  type ItemsParams,
  type LetterItems,
  type NewLetter,
  type NewLetterParams,
  type StopIgnoringParams,
} from './client-requests';
import { CLEANUP, codeActionsOf, FIX_ALL } from './code-actions';
import { codeLensesOf } from './code-lenses';
import { definitionOf } from './definition';
import { highlightsOf } from './document-highlights';
import { documentLinksOf } from './document-links';
import type { OpenDocuments } from './documents';
import { foldingRangesOf } from './folding-ranges';
import { evidenceOf } from './evidence';
import { guarded, type Log } from './guard';
import { ignoredListOf, ignoreFinding, stopIgnoring, type IgnoredFindings } from './ignored-findings';
import { inlayHintsOf } from './inlay-hints';
import { itemsOf } from './items';
import type { Reading } from './reading';
import { referencesOf } from './references';
import { LEGEND, semanticTokensOf } from './semantic-tokens';
import type { Settings } from './settings';
import { symbolsOf } from './symbols';

/** What the requests of this file let a client ask for. */
export const FEATURE_CAPABILITIES: ServerCapabilities = {
  hoverProvider: true,
  codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL, CLEANUP] },
  semanticTokensProvider: { legend: LEGEND, full: true, range: true },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentHighlightProvider: true,
  referencesProvider: true,
  documentLinkProvider: {},
  codeLensProvider: {},
  inlayHintProvider: true,
  completionProvider: { triggerCharacters: [':'] },
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
};

export interface Served {
  readonly connection: Connection;
  readonly documents: OpenDocuments;
  readonly ignored: IgnoredFindings;
  readonly notes: AnnotationNotes;
  readonly log: Log;
  /** Both are known after `initialize` only. */
  readonly abilities: () => ClientAbilities;
  readonly settings: () => Settings;
}

/** Answers what a client asks about one open document; diagnostics, which also come unasked, are the server's own. */
export function answerFeatures({ connection, documents, ignored, notes, log, abilities, settings }: Served): void {
  /** `otherwise` for a document that is not open, and after a fault. */
  function about<Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
    name: string,
    otherwise: Result,
    answer: (reading: Reading, params: Params) => Result,
  ): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>> {
    return guarded(name, log, otherwise, (params: Params) => {
      const reading = documents.reading(params.textDocument.uri);
      return reading === undefined ? otherwise : answer(reading, params);
    });
  }

  /** The same for what must wait for a setting or for code that is loaded when somebody asks for it first; the document is taken anew after that. */
  function aboutWith<Params extends { readonly textDocument: TextDocumentIdentifier }, Needed, Result>(
    name: string,
    needed: (uri: string) => Promise<Needed>,
    otherwise: Result,
    answer: (reading: Reading, params: Params, needed: Needed) => Result,
  ): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>> {
    return guarded(name, log, otherwise, async (params: Params) => {
      const { uri } = params.textDocument;
      const value = await needed(uri);
      const reading = documents.reading(uri);
      return reading === undefined ? otherwise : answer(reading, params, value);
    });
  }

  const rules = (uri: string) => settings().rules(uri);
  const preferences = (uri: string) => settings().preferences(uri);
  const formatting = (uri: string) => Promise.all([preferences(uri), import('./on-request')]);

  connection.onDocumentSymbol(about('symbols', null, (reading) => symbolsOf(reading, abilities())));
  connection.onHover(aboutWith('hover', () => import('./on-request'), null, (reading, { position }, { hoverOf }) => hoverOf(reading, position, abilities())));
  connection.onCodeAction(aboutWith('code actions', rules, null, (reading, params, levels) => codeActionsOf(reading, params, levels, abilities())));
  connection.languages.semanticTokens.on(about('semantic tokens', { data: [] }, (reading) => semanticTokensOf(reading)));
  connection.languages.semanticTokens.onRange(about('semantic tokens of a range', { data: [] }, (reading, { range }) => semanticTokensOf(reading, range)));
  connection.onFoldingRanges(about('folding', null, (reading) => foldingRangesOf(reading, abilities())));
  connection.onSelectionRanges(aboutWith('selection', () => import('./on-request'), null, (reading, { positions }, { selectionRangesOf }) => selectionRangesOf(reading, positions)));
  connection.onDocumentHighlight(about('highlight', null, (reading, { position }) => highlightsOf(reading, position)));
  connection.onDefinition(about('definition', null, (reading, { position }) => definitionOf(reading, position, abilities())));
  connection.onReferences(about('references', null, (reading, { position }) => referencesOf(reading, position)));
  connection.onDocumentLinks(about('links', null, (reading) => documentLinksOf(reading)));
  connection.onCodeLens(
    guarded('code lens', log, null, async ({ textDocument: { uri } }) => {
      const levels = await rules(uri);
      const { codeLens } = await preferences(uri);
      const reading = documents.reading(uri);
      return reading === undefined || !codeLens ? null : codeLensesOf(reading, levels, notes.of(reading, levels));
    }),
  );
  connection.languages.inlayHint.on(aboutWith('inlay hints', preferences, null, (reading, { range }, wanted) => (wanted.inlayHints ? inlayHintsOf(reading, range) : null)));
  connection.onDocumentFormatting(aboutWith('formatting', formatting, null, (reading, _params, [{ formatWidth }, { formattingOf }]) => formattingOf(reading, formatWidth)));
  connection.onDocumentRangeFormatting(aboutWith('range formatting', formatting, null, (reading, { range }, [{ formatWidth }, { formattingOf }]) => formattingOf(reading, formatWidth, range)));
  connection.onCompletion(aboutWith('completion', () => import('./on-request'), null, (reading, params, { completionsOf }) => completionsOf(reading, params, abilities())));
  connection.onRequest(
    ITEMS,
    guarded<ItemsParams, LetterItems | null>('items', log, null, async ({ uri }) => {
      const levels = await rules(uri);
      const reading = documents.reading(uri);
      return reading === undefined ? null : itemsOf(reading, levels);
    }),
  );
  connection.onRequest(
    IGNORED,
    guarded<IgnoredParams, IgnoredList | null>('ignored findings', log, null, async ({ uri }) => {
      const levels = await rules(uri);
      const reading = documents.reading(uri);
      return reading === undefined ? null : ignoredListOf(reading, ignored.file(uri), levels);
    }),
  );
  connection.onRequest(
    IGNORE_FINDING,
    guarded<IgnoreFindingParams, ChangedIgnoredFile | null>('ignore a finding', log, null, async (params) => {
      const levels = await rules(params.uri);
      const reading = documents.reading(params.uri);
      return reading === undefined ? null : ignoreFinding(reading, params, levels);
    }),
  );
  connection.onRequest(
    STOP_IGNORING,
    guarded<StopIgnoringParams, ChangedIgnoredFile | null>('stop ignoring findings', log, null, stopIgnoring),
  );
  connection.onRequest(
    EVIDENCE,
    guarded<EvidenceParams, Evidence | null>('evidence', log, null, ({ uri }) => {
      const reading = documents.reading(uri);
      return reading === undefined ? null : evidenceOf(reading);
    }),
  );
  connection.onRequest(
    GUIDELINE_PAGE,
    guarded<GuidelinePageParams, GuidelinePage | null>('guideline page', log, null, async ({ id }) => {
      const { guidelinePage } = await import('./on-request');
      const page = guidelinePage(String(id), documents.catalogue);
      return page === null ? null : { title: page.title, text: page.text };
    }),
  );
  connection.onRequest(
    NEW_LETTER,
    guarded<NewLetterParams, NewLetter | null>('new letter', log, null, async ({ layout }) => (await import('./on-request')).letterSkeleton(layout)),
  );
}
