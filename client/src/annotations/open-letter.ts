import * as vscode from 'vscode';
import {
  ANNOTATION_BASES,
  ANNOTATION_FILES,
  ANNOTATIONS,
  type AnnotationBasesParams,
  type AnnotationFilesParams,
  type AnnotationFileText,
  type Annotations,
  type AnnotationsParams,
} from '../../../server/src/lsp/annotation-requests';
import type { LanguageServer } from '../language-server';
import type { AnnotationFiles } from './annotation-files';
import type { Bases } from './bases';
import { merged, type Known } from './merged';
import { UndoStack } from './undo-stack';

/** Milliseconds after the last change before the annotations are asked for again, and how many more for each thousand of them. */
const PAUSE = 250;
const PAUSE_PER_THOUSAND = 100;

/** What an open letter works with. */
export interface Sources {
  readonly server: LanguageServer;
  readonly files: AnnotationFiles;
  readonly bases: Bases;
  readonly output: vscode.LogOutputChannel;
}

/** A letter that is open: its files as the server has them, and the server's newest answer. */
export class OpenLetter implements vscode.Disposable {
  readonly undo = new UndoStack();
  private known: Known | undefined;
  private sent: readonly AnnotationFileText[] = [];
  /** Hashes of texts that were looked for since the files were sent. */
  private sought = new Set<string>();
  private pause: ReturnType<typeof setTimeout> | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private isClosed = false;

  constructor(
    readonly document: vscode.TextDocument,
    private readonly sources: Sources,
    private readonly changed: () => void,
  ) {}

  /** The server's newest answer, whole. */
  get annotations(): Annotations | undefined {
    return this.known?.newest;
  }

  /** The server no longer knows what it told. */
  forget(): void {
    this.known = undefined;
  }

  dispose(): void {
    this.isClosed = true;
    clearTimeout(this.pause);
  }

  /** What changes files, or depends on them, follows each other. What fails is said to the person, and gives `undefined`. */
  async inTurn<T>(work: () => Promise<T>): Promise<T | undefined> {
    const done = await this.tried(async () => ({ done: await work() }));
    if ('done' in done) return done.done;
    void vscode.window.showErrorMessage(done.refused);
    return undefined;
  }

  /** The same for whoever says it to the person: what fails gives words to read. */
  tried<T>(work: () => Promise<T>): Promise<T | { readonly refused: string }> {
    const done = this.turn.then(work).catch((fault: unknown) => {
      this.sources.output.error(fault instanceof Error ? fault : String(fault));
      return { refused: vscode.l10n.t('The annotations could not be written: {0}', fault instanceof Error ? fault.message : String(fault)) };
    });
    this.turn = done;
    return done;
  }

  /** Asks where annotations stand, when nothing has changed for a while. */
  askSoon(): void {
    clearTimeout(this.pause);
    const threads = this.annotations?.threads.length ?? 0;
    this.pause = setTimeout(() => {
      // Of many annotations only the difference is told.
      const since = this.annotations?.answer;
      const params: AnnotationsParams = { uri: this.document.uri.toString(), ...(since === undefined ? {} : { since }) };
      void this.ask(ANNOTATIONS, params);
    }, PAUSE + (PAUSE_PER_THOUSAND * threads) / 1000);
  }

  /** Reads the files, and sends them where the server has others. */
  async sendIfChanged(): Promise<void> {
    const files = await this.sources.files.read(this.document.uri);
    if (this.annotations === undefined || !same(files, this.sent)) await this.send(files);
  }

  /** Sends the files, all of them; the answer is there when this resolves. */
  async send(given?: readonly AnnotationFileText[]): Promise<void> {
    this.sought = new Set();
    this.sent = given ?? (await this.sources.files.read(this.document.uri));
    const params: AnnotationFilesParams = { uri: this.document.uri.toString(), files: this.sent };
    await this.ask(ANNOTATION_FILES, params);
  }

  /** A file's text as the server has it; empty where there is none. */
  sentText(name: string): string {
    return this.sent.find((file) => file.name === name)?.text ?? '';
  }

  private async ask(method: string, params: object): Promise<void> {
    const { document, sources } = this;
    const answer = await sources.server.request<Annotations | null>(method, params);
    if (answer == null || this.isClosed) return;
    if (answer.version !== document.version) {
      // Its ranges are somewhere else by now.
      this.askSoon();
      return;
    }
    this.known = merged(this.known, answer);
    if (this.known === undefined) return this.askSoon();
    this.changed();
    const wanted = answer.wanted.filter((hash) => !this.sought.has(hash));
    if (wanted.length === 0) return;
    for (const hash of wanted) this.sought.add(hash);
    const bases = await sources.bases.find(document.uri, wanted);
    const found: AnnotationBasesParams = { uri: document.uri.toString(), bases };
    if (bases.length > 0) await this.ask(ANNOTATION_BASES, found);
  }
}

function same(a: readonly AnnotationFileText[], b: readonly AnnotationFileText[]): boolean {
  return a.length === b.length && a.every(({ name, text }, index) => name === b[index]!.name && text === b[index]!.text);
}
