import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import {
  createProtocolConnection,
  Position,
  Range,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type Hover,
  type InitializeResult,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The bundle that people run. */
const SERVER = path.resolve('dist/server.js');

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** What the client answers to `workspace/configuration`, by document and section. */
  readonly configuration?: (scope: string | undefined, section: string | undefined) => unknown;
}

/** Everything that a current editor announces. */
export const FULL: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true, rangeLimit: 5000 },
    completion: { completionItem: { snippetSupport: true } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } }, dataSupport: true, isPreferredSupport: true },
  },
};

/** A small client that does what an editor does, speaking over stdio to the real server. */
export class LanguageClient {
  readonly published = new Map<string, PublishDiagnosticsParams[]>();
  readonly logged: string[] = [];
  readonly letterStatuses: unknown[] = [];
  refreshes = 0;
  readonly viewRefreshes: ('codeLens' | 'inlayHint')[] = [];
  initialized!: InitializeResult;
  private readonly documents = new Map<string, TextDocument>();
  private readonly arrivals = new Set<() => void>();
  private readonly process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  readonly connection = createProtocolConnection(new StreamMessageReader(this.process.stdout), new StreamMessageWriter(this.process.stdin));
  private ended: number | null | undefined;

  /** Runs `work` with a server of its own, and ends that server as the protocol asks. */
  static async with(options: ClientOptions, work: (client: LanguageClient) => Promise<void>): Promise<void> {
    const client = new LanguageClient();
    try {
      await client.start(options);
      await work(client);
      const code = await client.end();
      if (code !== 0) throw new Error(`the server ended with ${code}`);
    } finally {
      client.process.kill();
      client.connection.dispose();
    }
  }

  private async start({ capabilities = FULL, initializationOptions, configuration }: ClientOptions): Promise<void> {
    this.process.on('exit', (code) => {
      this.ended = code;
      this.arrived();
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string; section?: string }[] }) =>
      items.map(({ scopeUri, section }) => configuration?.(scopeUri, section) ?? null),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.arrived();
      return null;
    });
    for (const view of ['codeLens', 'inlayHint'] as const) {
      this.connection.onRequest(`workspace/${view}/refresh`, () => {
        this.viewRefreshes.push(view);
        this.arrived();
        return null;
      });
    }
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
      this.arrived();
    });
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, [...(this.published.get(params.uri) ?? []), params]);
      this.arrived();
    });
    this.connection.onNotification('imrLetters/letterStatus', (status: unknown) => {
      this.letterStatuses.push(status);
      this.arrived();
    });
    this.connection.listen();
    this.initialized = await this.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities, initializationOptions });
    await this.connection.sendNotification('initialized', {});
  }

  /** Resolves as soon as the condition holds; it is looked at whenever something arrives. */
  async until(what: string, holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.ended !== undefined) throw new Error(`the server ended (${this.ended}) before ${what}`);
      await new Promise<void>((resolve) => this.arrivals.add(resolve));
    }
  }

  private arrived(): void {
    for (const resolve of this.arrivals) resolve();
    this.arrivals.clear();
  }

  async open(text: string, uri = 'file:///case/letter.txt', languageId = 'imr-letter'): Promise<string> {
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  }

  /** Replaces the first occurrence of a passage, as typing would. */
  async replace(uri: string, passage: string, text: string): Promise<void> {
    const document = this.document(uri);
    const start = document.getText().indexOf(passage);
    if (start < 0) throw new Error(`no “${passage}” in ${uri}`);
    const range = Range.create(document.positionAt(start), document.positionAt(start + passage.length));
    const version = document.version + 1;
    TextDocument.update(document, [{ range, text }], version);
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open`);
    return document;
  }

  /** The text of a range in a document. */
  slice(uri: string, range: Range): string {
    return this.document(uri).getText(range);
  }

  symbols(uri: string): Promise<DocumentSymbol[]> {
    return this.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, identifier: 'imr', previousResultId });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('a full report was due');
    return report.items;
  }

  hover(uri: string, offset: number): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: this.document(uri).positionAt(offset) });
  }

  codeActions(uri: string, diagnostics: readonly Diagnostic[], only?: readonly string[]): Promise<CodeAction[]> {
    const range = diagnostics[0]?.range ?? Range.create(Position.create(0, 0), Position.create(0, 0));
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics, ...(only === undefined ? {} : { only }) },
    });
  }

  /** A request about an open document. */
  ask<Result>(method: string, uri: string, params: object = {}): Promise<Result> {
    return this.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...params });
  }

  /** The lines and characters of the first place of a passage, `by` characters into it. */
  position(uri: string, passage: string, by = 0): Position {
    const document = this.document(uri);
    const start = document.getText().indexOf(passage);
    if (start < 0) throw new Error(`no “${passage}” in ${uri}`);
    return document.positionAt(start + by);
  }

  /** Something that is no message of the protocol. */
  async sendBytes(bytes: string): Promise<void> {
    if (!this.process.stdin.write(bytes)) await once(this.process.stdin, 'drain');
  }

  private async end(): Promise<number | null> {
    const exit = once(this.process, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const [code] = (await exit) as [number | null];
    return code;
  }
}
