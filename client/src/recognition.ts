import * as vscode from 'vscode';
import { isLetter } from '../../server/src/letter';
import type { PlainTextChoices } from './choices';
import { LANGUAGE, PLAIN_TEXT } from './language';

/** UTF-16 code units; a longer text is left alone. */
const LONGEST = 5_000_000;
/** In longer texts only a paste makes a letter: reading them takes some tens of milliseconds. */
const LARGE = 500_000;
const PASTED = 40;
/** Milliseconds after the last change before a document that is being written is read again. */
const PAUSE = 300;
/** Documents with a file system behind them that nobody edits: other versions of a file. */
const OTHER_VERSIONS = new Set(['git', 'gitfs', 'review', 'timeline']);

/** Tells letters from plain text as documents open and grow, and does what the setting says. */
export class Recognition implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[] = [];
  private readonly pauses = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  /** Addresses that were asked about since the extension woke. */
  private readonly asked = new Set<string>();
  /** Closed within this very turn: when such a document opens again, only its language has changed. */
  private readonly changingLanguage = new Map<vscode.TextDocument, string>();
  /** Languages that we set ourselves and that VS Code has not reported yet. */
  private readonly ours = new Map<vscode.TextDocument, string>();

  constructor(
    private readonly choices: PlainTextChoices,
    private readonly output: vscode.LogOutputChannel,
  ) {
    this.subscriptions.push(
      vscode.workspace.onDidOpenTextDocument((document) => this.opened(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.closed(document)),
      vscode.workspace.onDidChangeTextDocument((change) => this.changed(change)),
      // A question is put only about what a person sees.
      vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(({ document }) => this.look(document))),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('imrLetters.recognize')) vscode.workspace.textDocuments.forEach((document) => this.look(document));
      }),
    );
  }

  /** Reads the documents that were open before the extension woke. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) this.opened(document);
  }

  /** Makes a document a letter, whatever it holds, and forgets that it was to stay plain text. */
  async treatAsLetter(document: vscode.TextDocument): Promise<void> {
    await this.choices.remove(document.uri);
    await this.setLanguage(document, LANGUAGE);
  }

  /** Makes a letter plain text; it then stays back. */
  async treatAsPlainText(document: vscode.TextDocument): Promise<void> {
    await this.choices.add(document.uri);
    await this.setLanguage(document, PLAIN_TEXT);
  }

  dispose(): void {
    for (const pause of this.pauses.values()) clearTimeout(pause);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private opened(document: vscode.TextDocument): void {
    const before = this.changingLanguage.get(document);
    this.changingLanguage.delete(document);
    const expected = this.ours.get(document);
    this.ours.delete(document);
    if (expected === document.languageId) return;

    if (before === LANGUAGE && document.languageId === PLAIN_TEXT) {
      // The person has picked the language by hand: the same as the command.
      void this.choices.add(document.uri);
    } else if (before !== undefined && document.languageId === LANGUAGE) {
      void this.choices.remove(document.uri);
    } else if (document.languageId === LANGUAGE && this.choices.has(document.uri)) {
      // It has the extension of a letter, and yet it was to stay back.
      void this.setLanguage(document, PLAIN_TEXT);
    } else {
      this.look(document);
    }
  }

  private closed(document: vscode.TextDocument): void {
    this.cancelPause(document);
    this.changingLanguage.set(document, document.languageId);
    // VS Code reports a change of language as close and open in one go; after that, the document is really closed.
    queueMicrotask(() => {
      if (!this.changingLanguage.delete(document)) return;
      this.choices.closed(document.uri);
      // The name of an untitled document is soon that of another one.
      if (document.isUntitled) this.asked.delete(document.uri.toString());
    });
  }

  private changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    // Taking text away makes no letter.
    const inserted = Math.max(0, ...contentChanges.map(({ text }) => (/\S/.test(text) ? text.length : 0)));
    if (inserted === 0 || !this.isCandidate(document)) return;
    if (inserted < PASTED && lengthOf(document) > LARGE) return;
    this.cancelPause(document);
    this.pauses.set(
      document,
      setTimeout(() => {
        this.pauses.delete(document);
        this.look(document);
      }, PAUSE),
    );
  }

  private cancelPause(document: vscode.TextDocument): void {
    clearTimeout(this.pauses.get(document));
    this.pauses.delete(document);
  }

  /** Whether it is worth reading: plain text that a person may edit and has not said no to. */
  private isCandidate(document: vscode.TextDocument): boolean {
    const { uri } = document;
    return (
      document.languageId === PLAIN_TEXT &&
      !document.isClosed &&
      !OTHER_VERSIONS.has(uri.scheme) &&
      (uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== undefined) &&
      !this.choices.has(uri)
    );
  }

  private look(document: vscode.TextDocument): void {
    if (!this.isCandidate(document)) return;
    const recognize = vscode.workspace.getConfiguration('imrLetters', document).get<string>('recognize');
    if (recognize === 'off') return;
    if (recognize === 'ask' && (this.asked.has(document.uri.toString()) || !isVisible(document))) return;
    if (lengthOf(document) > LONGEST || !isLetter(document.getText())) return;
    if (recognize === 'ask') void this.ask(document);
    else void this.setLanguage(document, LANGUAGE);
  }

  private async ask(document: vscode.TextDocument): Promise<void> {
    this.asked.add(document.uri.toString());
    const letter = vscode.l10n.t('Treat as Letter');
    const plain = vscode.l10n.t('Keep as Plain Text');
    const name = vscode.workspace.asRelativePath(document.uri);
    const answer = await vscode.window.showInformationMessage(vscode.l10n.t('“{0}” reads like an IMR letter.', name), letter, plain);
    if (answer === letter) await this.treatAsLetter(document);
    if (answer === plain) await this.choices.add(document.uri);
  }

  private async setLanguage(document: vscode.TextDocument, language: string): Promise<void> {
    if (document.isClosed || document.languageId === language) return;
    this.ours.set(document, language);
    try {
      await vscode.languages.setTextDocumentLanguage(document, language);
    } catch (fault) {
      // It was closed meanwhile.
      this.output.debug(String(fault));
    } finally {
      this.ours.delete(document);
    }
  }
}

function isVisible(document: vscode.TextDocument): boolean {
  return vscode.window.visibleTextEditors.some((editor) => editor.document === document);
}

/** Without putting the lines together. */
function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(new vscode.Position(document.lineCount, 0));
}
