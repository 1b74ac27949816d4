import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { LETTER_STATUS, type InitializationOptions, type LetterStatus } from '../../server/src/lsp/client-requests';
import { LANGUAGE } from './language';
import { RULE_PAGE_ADDRESS } from './rule-pages';
import { traceChannel } from './trace-channel';

interface Client {
  readonly client: BaseLanguageClient;
  /** Frees what the client was made with, after its end. */
  dispose(): void;
}

/**
 * Makes a client for a server that is not running yet; the two doors differ
 * in this alone. The client library is loaded here and not before, so that
 * plain text costs next to nothing.
 */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => Promise<Client>;

export type ServerState = 'starting' | 'running' | 'stopped';

/** The language server: started with the first letter, never for other documents. */
export class LanguageServer implements vscode.Disposable {
  private running: Client | undefined;
  private wanted = false;
  /** What is under way; starts and stops follow each other. */
  private turn: Promise<void> = Promise.resolve();
  private readonly statusEmitter = new vscode.EventEmitter<LetterStatus>();
  private readonly stateEmitter = new vscode.EventEmitter<ServerState>();
  private readonly trace: ReturnType<typeof traceChannel>;

  /** What the server has read in a document. */
  readonly onLetterStatus = this.statusEmitter.event;
  readonly onState = this.stateEmitter.event;

  constructor(
    private readonly create: CreateClient,
    private readonly output: vscode.LogOutputChannel,
  ) {
    this.trace = traceChannel(output);
  }

  /** Starts the server unless it was started before; resolves when that is done, well or not. */
  start(): Promise<void> {
    if (!this.wanted) {
      this.wanted = true;
      this.turn = this.turn.then(() => this.startNow());
    }
    return this.turn;
  }

  /** Ends the server; resolves when it is gone. */
  stop(): Promise<void> {
    if (this.wanted) {
      this.wanted = false;
      this.turn = this.turn.then(() => this.stopNow());
    }
    return this.turn;
  }

  /** Ends the server where it runs, and starts a new one. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Asks the server, and starts it where it was not; `undefined` when it cannot answer. */
  async request<T>(method: string, params: object): Promise<T | undefined> {
    await this.start();
    try {
      return await this.running?.client.sendRequest<T>(method, params);
    } catch (fault) {
      this.output.warn(`${method}: ${String(fault)}`);
      return undefined;
    }
  }

  /** Tells a server that runs; says nothing to one that does not. */
  async notify(method: string, params: object): Promise<void> {
    try {
      await this.running?.client.sendNotification(method, params);
    } catch (fault) {
      this.output.warn(`${method}: ${String(fault)}`);
    }
  }

  private async startNow(): Promise<void> {
    this.stateEmitter.fire('starting');
    try {
      await vscode.commands.executeCommand('setContext', 'imrLetters.serverUsed', true);
      const running = await this.create('imrLetters', vscode.l10n.t('IMR Letters'), this.options());
      this.running = running;
      running.client.onNotification(LETTER_STATUS, (status: LetterStatus) => this.statusEmitter.fire(status));
      running.client.onDidChangeState(() => {
        // While it is not running it is about to: the client starts a server that has died anew, until it gives up.
        if (this.running === running) this.stateEmitter.fire(running.client.isRunning() ? 'running' : running.client.needsStart() ? 'stopped' : 'starting');
      });
      await running.client.start();
    } catch (fault) {
      this.output.error(fault instanceof Error ? fault : String(fault));
      this.stateEmitter.fire('stopped');
    }
  }

  private async stopNow(): Promise<void> {
    const running = this.running;
    this.running = undefined;
    if (running === undefined) return;
    try {
      await running.client.dispose();
    } catch (fault) {
      // A server that has failed cannot be asked to end.
      this.output.warn(String(fault));
    } finally {
      running.dispose();
    }
  }

  dispose(): void {
    this.trace.subscription.dispose();
    this.statusEmitter.dispose();
    this.stateEmitter.dispose();
  }

  private options(): LanguageClientOptions {
    const initializationOptions: InitializationOptions = {
      rulePage: RULE_PAGE_ADDRESS,
      letterStatus: true,
      guidelinePages: true,
      ignoredFindings: true,
      ...(vscode.l10n.bundle === undefined ? {} : { l10n: vscode.l10n.bundle }),
    };
    return { documentSelector: [{ language: LANGUAGE }], initializationOptions, outputChannel: this.output, traceOutputChannel: this.trace.channel };
  }
}
