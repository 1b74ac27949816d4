import * as vscode from 'vscode';
import {
  ANNOTATE,
  PROPOSALS,
  SAVED_POSITIONS,
  type AnnotateParams,
  type Annotated,
  type AnnotationAct,
  type AnnotationFileText,
  type Annotations,
  type AnnotationsParams,
  type Proposals,
  type SavedPositionsParams,
} from '../../../server/src/lsp/annotation-requests';
import { LANGUAGE } from '../language';
import { onceMore } from '../sidecar-files';
import { FileWatch } from './file-watch';
import { OpenLetter, type Sources } from './open-letter';
import { askForPerson, knownPerson } from './person';
import { savePositions } from './saved-positions';

/** What came of an act: the id of what was said, `null` where all was so before; or why nothing was done, for a person to read. */
export type Outcome = { readonly id: string | null } | { readonly refused: string };

/** Documents that nobody edits: other versions of a file. */
const OTHER_VERSIONS = new Set(['git', 'gitfs', 'review', 'timeline']);

/**
 * The annotations of the letters that are open: the newest answer of the
 * server for each, and all that changes them. Everything else in this folder
 * shows what stands here, and acts through `act`.
 */
export class LetterAnnotations implements vscode.Disposable {
  private readonly open = new Map<string, OpenLetter>();
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly closed = new vscode.EventEmitter<vscode.Uri>();
  /** Letters of which it was said that their annotations are in the storage. */
  private readonly told = new Set<string>();
  private readonly watch = new FileWatch((letter) => this.filesChanged(letter));
  private readonly subscriptions: vscode.Disposable[];

  /** There is another answer for this letter; the first one, too. */
  readonly onDidChange = this.changed.event;
  /** A letter is no longer open. */
  readonly onDidClose = this.closed.event;

  constructor(private readonly sources: Sources) {
    this.subscriptions = [
      this.changed,
      this.closed,
      this.watch,
      vscode.workspace.onDidOpenTextDocument((document) => this.begin(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.end(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.of(document)?.askSoon()),
      vscode.workspace.onDidSaveTextDocument((document) => this.savePositions(document)),
      sources.server.onLetterStatus(({ uri }) => {
        const letter = this.open.get(uri);
        // A server that has just started answers before it is told of the documents that are open.
        if (letter !== undefined && letter.annotations === undefined) this.filesChanged(letter.document.uri);
        else letter?.askSoon();
      }),
      sources.server.onState((state) => {
        // A new server knows none of what the one before was told; it will tell of each letter again.
        if (state !== 'running') for (const letter of this.open.values()) letter.forget();
      }),
    ];
    vscode.workspace.textDocuments.forEach((document) => this.begin(document));
  }

  dispose(): void {
    for (const each of [...this.open.values(), ...this.subscriptions]) each.dispose();
  }

  /** The letters that are open, in no order. */
  get letters(): readonly vscode.TextDocument[] {
    return [...this.open.values()].map(({ document }) => document);
  }

  /** The newest answer for a document; `undefined` while there is none. Its ranges belong to its `version` of the document. */
  annotationsOf(document: vscode.TextDocument): Annotations | undefined {
    return this.of(document)?.annotations;
  }

  /** What the machine proposes in a letter, as of its newest change. */
  async proposals(document: vscode.TextDocument): Promise<Proposals | undefined> {
    const params: AnnotationsParams = { uri: document.uri.toString() };
    return (await this.sources.server.request<Proposals | null>(PROPOSALS, params)) ?? undefined;
  }

  /**
   * Says something about a letter: the person's file is written and the answer
   * is there when this resolves. Gives the id of what was said; `undefined`
   * where nothing was, which the person has then been told. `version`: that of
   * the document that ranges of the act belong to.
   */
  async act(document: vscode.TextDocument, act: AnnotationAct, version = document.version): Promise<string | undefined> {
    const outcome = await this.attempt(document, act, version);
    if ('id' in outcome) return outcome.id ?? undefined;
    void vscode.window.showWarningMessage(outcome.refused);
    return undefined;
  }

  /** The same without a word to the person: whoever holds words of theirs tells what becomes of them. */
  async attempt(document: vscode.TextDocument, act: AnnotationAct, version = document.version): Promise<Outcome> {
    const speaker = await this.speaker(document);
    if ('refused' in speaker) return speaker;
    const { letter, person } = speaker;
    return letter.tried(() => onceMore(async () => {
      // Another window, or git, may have written since.
      await letter.sendIfChanged();
      const text = document.getText();
      const params: AnnotateParams = { uri: document.uri.toString(), version, person, act };
      const answer = await this.sources.server.request<Annotated>(ANNOTATE, params);
      if (answer === undefined || answer.refused !== null) return { refused: answer?.refused ?? vscode.l10n.t('The language server does not answer; nothing was changed.') };
      if (answer.file !== null) {
        await this.write(letter, answer.file, answer.before);
        letter.undo.push({ name: answer.file.name, before: answer.before, after: answer.file.text, kind: act.kind });
        await this.keepBase(letter, text);
      }
      return { id: answer.id };
    }));
  }

  /** Whether something can be said about a document; tells the person where it cannot. Ask before words are written: the name is asked for here, too. */
  async canAnnotate(document: vscode.TextDocument): Promise<boolean> {
    const speaker = await this.speaker(document);
    if ('refused' in speaker) void vscode.window.showWarningMessage(speaker.refused);
    return !('refused' in speaker);
  }

  private async speaker(document: vscode.TextDocument): Promise<{ readonly letter: OpenLetter; readonly person: string } | { readonly refused: string }> {
    const letter = this.of(document);
    if (letter === undefined) return { refused: document.isUntitled ? vscode.l10n.t('Save the letter first: annotations are kept in a file beside it.') : vscode.l10n.t('This document is no letter that can be annotated.') };
    const person = await askForPerson(document.uri);
    return person === undefined ? { refused: vscode.l10n.t('A name is needed.') } : { letter, person };
  }

  /** Takes the last act on a letter back, if the file is still as that act left it; says so where it cannot. */
  async undo(document: vscode.TextDocument): Promise<AnnotationAct['kind'] | undefined> {
    const letter = this.of(document);
    const undone = await letter?.inTurn(async () => {
      const { last } = letter.undo;
      if (last === undefined) {
        void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to undo in the annotations of this letter.'));
        return undefined;
      }
      if ((await this.sources.files.textOf(document.uri, last.name)) !== last.after) {
        letter.undo.clear();
        void vscode.window.showWarningMessage(vscode.l10n.t('The file of your annotations has changed since; nothing was undone.'));
        return undefined;
      }
      await this.write(letter, { name: last.name, text: last.before }, last.after);
      letter.undo.pop();
      return last.kind;
    });
    return undone;
  }

  /**
   * Changes the texts of a letter's files, open or not; `change` gives each
   * file's new text. What was remembered to undo acts goes, as it holds what
   * the files held. Rejects, after the others are done, where one could not be.
   */
  async rewrite(uri: vscode.Uri, change: (file: AnnotationFileText) => Promise<string>): Promise<void> {
    const letter = this.open.get(uri.toString());
    const { files } = this.sources;
    const faults: unknown[] = [];
    const work = async (): Promise<void> => {
      letter?.undo.clear();
      for (const { name } of await files.read(uri)) {
        try {
          await onceMore(async () => {
            const before = await files.textOf(uri, name, true);
            const text = await change({ name, text: before });
            if (text !== before) await files.write(uri, { name, text }, before);
          });
        } catch (fault) {
          faults.push(fault);
        }
      }
      await letter?.sendIfChanged();
    };
    await (letter === undefined ? work() : letter.inTurn(work));
    if (faults.length > 0) throw faults[0];
  }

  private of(document: vscode.TextDocument): OpenLetter | undefined {
    const letter = this.open.get(document.uri.toString());
    return letter?.document === document ? letter : undefined;
  }

  private begin(document: vscode.TextDocument): void {
    if (document.languageId !== LANGUAGE || document.isUntitled || OTHER_VERSIONS.has(document.uri.scheme) || this.of(document) !== undefined) return;
    this.open.set(document.uri.toString(), new OpenLetter(document, this.sources, () => this.changed.fire(document)));
    this.watch.add(document.uri);
    void this.of(document)?.inTurn(() => this.sources.files.bringBeside(document.uri));
    this.filesChanged(document.uri);
  }

  private end(document: vscode.TextDocument): void {
    const letter = this.of(document);
    if (letter === undefined) return;
    letter.dispose();
    this.open.delete(document.uri.toString());
    this.watch.remove(document.uri);
    this.closed.fire(document.uri);
  }

  private filesChanged(uri: vscode.Uri): void {
    const letter = this.open.get(uri.toString());
    void letter?.inTurn(async () => {
      try {
        await letter.sendIfChanged();
      } catch (fault) {
        this.sources.output.error(fault instanceof Error ? fault : String(fault));
        void vscode.window.showErrorMessage(vscode.l10n.t('The annotations of this letter could not be read: {0}', fault instanceof Error ? fault.message : String(fault)));
      }
    });
  }

  /** One's own positions alone; other people's files are theirs. */
  private savePositions(document: vscode.TextDocument): void {
    const letter = this.of(document);
    const person = knownPerson(document.uri);
    if (letter === undefined || person === '') return;
    void letter.inTurn(() => onceMore(() => savePositions({
      savedText: () => (document.isDirty ? undefined : document.getText()),
      sendIfChanged: () => letter.sendIfChanged(),
      send: () => letter.send(),
      positions: () => {
        const params: SavedPositionsParams = { uri: document.uri.toString(), person };
        return this.sources.server.request<AnnotationFileText | null>(SAVED_POSITIONS, params);
      },
      write: async (file, text) => {
        const before = letter.sentText(file.name);
        await this.write(letter, file, before);
        letter.undo.moved(file.name, before, file.text);
        await this.keepBase(letter, text);
      },
    })));
  }

  /** Keeps the text in which the positions that were just written hold. */
  private async keepBase({ document, annotations }: OpenLetter, text: string): Promise<void> {
    if (annotations === undefined || annotations.version !== document.version || document.getText() !== text) return;
    try {
      await this.sources.bases.keep(document.uri, annotations.contentHash, text);
    } catch (fault) {
      // Places are then found again by their words.
      this.sources.output.warn(String(fault));
    }
  }

  /**
   * Writes a file that is still as the server was told, and sends all of them;
   * also where it could not be written, as the server goes by it already.
   */
  private async write(letter: OpenLetter, file: AnnotationFileText, before: string): Promise<void> {
    const { uri } = letter.document;
    const { files } = this.sources;
    try {
      if ((await files.write(uri, file, before)) === 'stored') this.tellOnce(uri);
    } finally {
      await letter.send();
    }
  }

  private tellOnce(uri: vscode.Uri): void {
    if (this.told.has(uri.toString())) return;
    this.told.add(uri.toString());
    void vscode.window.showWarningMessage(vscode.l10n.t('Nothing can be written beside this letter. Your annotations are kept in the storage of this extension, on this machine alone, and are there again when you open the letter here.'));
  }
}
