import * as l10n from '@vscode/l10n';
import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  TextDocumentSyncKind,
  type Connection,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { version } from '../../../package.json';
import { IGNORED_SUFFIX } from '../annotations/ignored-findings';
import type { Clock, FileSystem, IdSource } from '../host';
import { answerAnnotations } from './annotations';
import { abilitiesOf, type ClientAbilities } from './client-abilities';
import { GUIDELINE_FILES, IGNORED_FILE, LETTER_STATUS, type GuidelineFilesAnswer, type GuidelineFilesParams, type IgnoredFileParams, type InitializationOptions } from './client-requests';
import { diagnosticsOf, resultIdOf, type RulePage } from './diagnostics';
import { OpenDocuments } from './documents';
import { guarded, guardedEvent, type Log } from './guard';
import { readGuidelineFiles } from './guideline-files';
import { IgnoredFindings, letterBeside } from './ignored-findings';
import { answerFeatures, FEATURE_CAPABILITIES } from './language-features';
import { letterStatusOf } from './letter-status';
import { Settings } from './settings';

/** What the server takes from the door it came in by. */
export interface ServerHost {
  /** The bundled page of a rule, for clients that name no way of their own. */
  readonly rulePage?: RulePage;
  /** Files of this machine, by their `file:` addresses; none where the server has no file system. */
  readonly files?: FileSystem;
}

/** Every door has both by itself. */
const CLOCK: Clock = { now: () => new Date() };
const IDS: IdSource = { newId: () => `urn:uuid:${crypto.randomUUID()}` };

/** Serves letters over a connection until that ends. The connection must not listen yet. */
export function serve(connection: Connection, host: ServerHost): void {
  const log: Log = (message) => connection.console.error(message);
  const ignored = new IgnoredFindings();
  const documents = new OpenDocuments(log, (uri) => ignored.ids(uri));

  // Requests before `initialize` are refused by the connection; these stand for a client that can do nothing.
  let abilities: ClientAbilities = abilitiesOf({});
  let settings = new Settings(connection, false, undefined);
  let rulePage: RulePage = () => undefined;
  let tellsStatus = false;

  connection.onInitialize((params): InitializeResult => {
    const options = optionsOf(params);
    abilities = abilitiesOf(params.capabilities, options);
    settings = new Settings(connection, abilities.configuration, options.rules);
    const template = options.rulePage;
    rulePage = template === undefined ? (host.rulePage ?? rulePage) : (code) => template.replaceAll('{code}', encodeURIComponent(code));
    tellsStatus = options.letterStatus === true;
    if (options.l10n !== undefined) l10n.config({ contents: options.l10n });
    return {
      serverInfo: { name: 'IMR letter language server', version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        documentSymbolProvider: { label: l10n.t('IMR letter') },
        ...FEATURE_CAPABILITIES,
        definitionProvider: abilities.guidelinePages,
        ...(abilities.pullsDiagnostics
          ? { diagnosticProvider: { identifier: 'imr', interFileDependencies: false, workspaceDiagnostics: false } }
          : {}),
        ...(abilities.workspaceFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
      },
    };
  });

  connection.onInitialized(
    guardedEvent('initialized', log, async () => {
      if (abilities.configuration && abilities.configurationChanges) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: 'imrLetters' });
      }
      if (ignoredFiles() !== undefined && abilities.watchesFiles) {
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: `**/*${IGNORED_SUFFIX}` }] });
      }
      if (abilities.workspaceFolders) {
        // Another folder may bring another configuration for a document that was open before.
        connection.workspace.onDidChangeWorkspaceFolders(guardedEvent('workspace folders', log, () => settingsChanged(undefined)));
      }
    }),
  );

  connection.onDidChangeConfiguration(guardedEvent('configuration', log, ({ settings: sent }) => settingsChanged(sent)));

  async function settingsChanged(sent: unknown): Promise<void> {
    settings.changed(sent);
    await findingsChanged();
  }

  async function findingsChanged(): Promise<void> {
    await Promise.all([refreshDiagnostics(), refreshViews()]);
  }

  /** Where the files of ignored findings are read here; `undefined` for a client that sends them. */
  const ignoredFiles = (): FileSystem | undefined => (abilities.ignoresFindings ? undefined : host.files);

  connection.onDidChangeWatchedFiles(
    guardedEvent('watched files', log, async ({ changes }) => {
      const files = ignoredFiles();
      const letters = changes.flatMap(({ uri }) => letterBeside(uri) ?? []).filter((uri) => documents.reading(uri) !== undefined);
      if (files === undefined) return;
      const changed = await Promise.all(letters.map((uri) => ignored.read(uri, files)));
      if (changed.includes(true)) await findingsChanged();
    }),
  );
  connection.onNotification(
    IGNORED_FILE,
    guardedEvent<IgnoredFileParams>('ignored findings', log, async ({ uri, text }) => {
      if (ignored.take(String(uri), typeof text === 'string' ? text : null)) await findingsChanged();
    }),
  );

  async function refreshDiagnostics(): Promise<void> {
    if (!abilities.pullsDiagnostics) await Promise.all(documents.uris().map(publish));
    else if (abilities.refreshesDiagnostics) connection.languages.diagnostics.refresh();
  }

  async function refreshViews(): Promise<void> {
    // A code lens counts findings, so the levels of rules change it too.
    await Promise.all([
      abilities.refreshesCodeLenses ? connection.sendRequest(CodeLensRefreshRequest.type) : undefined,
      abilities.refreshesInlayHints ? connection.languages.inlayHint.refresh() : undefined,
    ]);
  }

  async function publish(uri: string): Promise<void> {
    const levels = await settings.rules(uri);
    await ignored.ready(uri);
    const reading = documents.reading(uri);
    if (reading === undefined) return;
    const diagnostics = diagnosticsOf(reading, levels, abilities, rulePage);
    await connection.sendDiagnostics({ uri, version: reading.version, diagnostics });
  }

  const told = new Map<string, string>();
  async function tellStatus(uri: string): Promise<void> {
    const status = letterStatusOf(uri, documents.reading(uri)?.letters ?? []);
    const text = JSON.stringify(status);
    if (told.get(uri) === text) return;
    told.set(uri, text);
    await connection.sendNotification(LETTER_STATUS, status);
  }

  documents.onContent(async (uri) => {
    if (tellsStatus) await tellStatus(uri);
    const files = ignoredFiles();
    // A client that does not say when the file changes has it read with each change of the letter.
    if (files !== undefined && !(abilities.watchesFiles && ignored.wasRead(uri))) {
      // What was asked before the file was read went without it; diagnostics wait.
      if (await ignored.read(uri, files)) await refreshViews();
    }
    if (!abilities.pullsDiagnostics) await publish(uri);
  });

  documents.onClose(async (uri) => {
    told.delete(uri);
    settings.forget(uri);
    ignored.forget(uri);
    if (!abilities.pullsDiagnostics) await connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on(
    guarded('diagnostics', log, emptyReport(), async ({ textDocument: { uri }, previousResultId }): Promise<DocumentDiagnosticReport> => {
      const levels = await settings.rules(uri);
      await ignored.ready(uri);
      const reading = documents.reading(uri);
      if (reading === undefined) return emptyReport();
      const items = diagnosticsOf(reading, levels, abilities, rulePage);
      const resultId = resultIdOf(reading.version, items);
      return resultId === previousResultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    }),
  );

  const notes = answerAnnotations({ connection, documents, log, abilities: () => abilities, settings: () => settings, clock: CLOCK, ids: IDS });
  answerFeatures({ connection, documents, ignored, notes, log, abilities: () => abilities, settings: () => settings });
  connection.onRequest(
    GUIDELINE_FILES,
    guarded<GuidelineFilesParams, GuidelineFilesAnswer>('guideline files', log, { problems: [] }, async (params) => {
      const { catalogue, problems } = readGuidelineFiles(params);
      documents.goBy(catalogue);
      await findingsChanged();
      return { problems };
    }),
  );

  documents.listen(connection);
  connection.listen();
}

function emptyReport(): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items: [] };
}

/** Whatever the client sent, only what has the right type is taken. */
function optionsOf(params: InitializeParams): InitializationOptions {
  const sent: unknown = params.initializationOptions;
  if (typeof sent !== 'object' || sent === null) return {};
  const options = sent as Record<string, unknown>;
  return {
    rules: options['rules'],
    letterStatus: options['letterStatus'] === true,
    guidelinePages: options['guidelinePages'] === true,
    ignoredFindings: options['ignoredFindings'] === true,
    ...(typeof options['rulePage'] === 'string' ? { rulePage: options['rulePage'] } : {}),
    ...(typeof options['l10n'] === 'object' && options['l10n'] !== null ? { l10n: options['l10n'] as Record<string, string> } : {}),
  };
}
