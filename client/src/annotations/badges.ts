import * as vscode from 'vscode';
import { ANNOTATION_SUMMARIES, type AnnotationSummariesParams, type AnnotationSummary } from '../../../server/src/lsp/annotation-requests';
import type { LanguageServer } from '../language-server';
import type { AnnotationFiles } from './annotation-files';
import { isOpenComment } from './annotations-view';
import { ANNOTATION_FILE_ENDING, belongsTo, fileName, folderOf } from './file-names';
import type { LetterAnnotations } from './letter-annotations';
import { fileNames } from './stored-place';

/** Milliseconds in which the explorer's questions are gathered into one for the server. */
const PAUSE = 50;
/** Letters whose files go to the server at once. */
const MOST = 50;
/** A badge has room for two characters. */
const LARGEST = 9;

/** What is shown of a letter's annotations; of other files nothing. */
type Counts = Omit<AnnotationSummary, 'uri'>;

interface Question {
  readonly uri: vscode.Uri;
  readonly answer: (counts: Counts | undefined) => void;
}

/**
 * Badges of letters in the explorer: how many comments are open, or that a
 * letter has been reviewed. Only files are looked at that the explorer asks
 * for and that have annotations beside them; answers are kept until a file of
 * annotations changes.
 */
export class Badges implements vscode.FileDecorationProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri[]>();
  readonly onDidChangeFileDecorations = this.changed.event;
  /** Names of the annotation files of each folder. */
  private readonly folders = new Map<string, Promise<readonly string[]>>();
  private readonly known = new Map<string, Promise<Counts | undefined>>();
  private questions: Question[] = [];
  private pause: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly server: LanguageServer,
    private readonly annotations: LetterAnnotations,
    private readonly files: AnnotationFiles,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/*${ANNOTATION_FILE_ENDING}`);
    const forget = (file: vscode.Uri): void => this.forget(file);
    this.subscriptions = [
      this.changed,
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      // Also what is kept in the storage, and letters outside of the workspace.
      annotations.onDidChange((document) => void this.compare(document)),
      vscode.window.registerFileDecorationProvider(this),
    ];
  }

  async provideFileDecoration(uri: vscode.Uri): Promise<vscode.FileDecoration | undefined> {
    if (uri.path.endsWith('/') || uri.path.endsWith(ANNOTATION_FILE_ENDING) || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === undefined) return undefined;
    const open = this.openCounts(uri);
    if (open !== undefined) return decorationOf(open);
    const names = await this.namesIn(folderOf(uri));
    if (!names.some((name) => belongsTo(uri, name))) return undefined;
    let counts = this.known.get(uri.toString());
    if (counts === undefined) this.known.set(uri.toString(), (counts = this.ask(uri)));
    return decorationOf(await counts);
  }

  dispose(): void {
    clearTimeout(this.pause);
    for (const { answer } of this.questions) answer(undefined);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private namesIn(folder: vscode.Uri): Promise<readonly string[]> {
    const key = folder.toString();
    let names = this.folders.get(key);
    if (names === undefined) {
      const found = fileNames(folder).then((all) => all.filter((name) => name.endsWith(ANNOTATION_FILE_ENDING)));
      this.folders.set(key, (names = found.catch(() => [])));
      // A folder that cannot be looked into now may be another time.
      found.catch(() => this.folders.delete(key));
    }
    return names;
  }

  private ask(uri: vscode.Uri): Promise<Counts | undefined> {
    return new Promise((answer) => {
      this.questions.push({ uri, answer });
      this.pause ??= setTimeout(() => void this.askAll(), PAUSE);
    });
  }

  private async askAll(): Promise<void> {
    this.pause = undefined;
    const all = this.questions;
    this.questions = [];
    for (let first = 0; first < all.length; first += MOST) {
      const some = all.slice(first, first + MOST);
      const letters = await Promise.all(some.map(async ({ uri }) => ({ uri: uri.toString(), files: await this.files.read(uri).catch(() => []) })));
      const params: AnnotationSummariesParams = { letters };
      const answer = await this.server.request<readonly AnnotationSummary[] | null>(ANNOTATION_SUMMARIES, params);
      const counts = new Map((answer ?? []).map((summary) => [summary.uri, summary]));
      for (const question of some) {
        // Asked again where there was no answer.
        if (answer == null) this.known.delete(question.uri.toString());
        question.answer(counts.get(question.uri.toString()));
      }
    }
  }

  private forget(file: vscode.Uri): void {
    this.folders.delete(folderOf(file).toString());
    const name = fileName(file).slice(0, -ANNOTATION_FILE_ENDING.length);
    // A person's part of the name has no full stop in it.
    const letter = vscode.Uri.joinPath(folderOf(file), name.slice(0, Math.max(0, name.lastIndexOf('.'))));
    this.known.delete(letter.toString());
    this.changed.fire([letter]);
  }

  /** An open letter says itself what its files hold. */
  private openCounts(uri: vscode.Uri): Counts | undefined {
    const document = this.annotations.letters.find((one) => one.uri.toString() === uri.toString());
    const threads = document && this.annotations.annotationsOf(document)?.threads;
    return threads && {
      annotations: threads.filter(({ proposal }) => proposal === null).length,
      openComments: threads.filter(isOpenComment).length,
      reviewed: threads.filter(({ proposal, state }) => proposal !== null && state !== 'open').length,
    };
  }

  /** Shows an open letter's badge anew, if it is another one than before. */
  private async compare({ uri }: vscode.TextDocument): Promise<void> {
    const now = this.openCounts(uri);
    if (now === undefined) return;
    const before = await this.known.get(uri.toString());
    this.known.set(uri.toString(), Promise.resolve(now));
    if (textOf(before) !== textOf(now)) this.changed.fire([uri]);
  }
}

function decorationOf(counts: Counts | undefined): vscode.FileDecoration | undefined {
  const tooltip = textOf(counts);
  if (counts === undefined || tooltip === '') return undefined;
  const { openComments, reviewed } = counts;
  const badge = openComments > LARGEST ? `${LARGEST}+` : openComments > 0 ? String(openComments) : reviewed > 0 ? '✓' : '•';
  return new vscode.FileDecoration(badge, tooltip);
}

/** Empty where there is nothing to say. */
function textOf(counts: Counts | undefined): string {
  if (counts === undefined) return '';
  const { annotations, openComments, reviewed } = counts;
  return [
    annotations === 0 ? '' : annotations === 1 ? vscode.l10n.t('1 annotation') : vscode.l10n.t('{0} annotations', annotations),
    openComments === 0 ? '' : openComments === 1 ? vscode.l10n.t('1 open comment') : vscode.l10n.t('{0} open comments', openComments),
    reviewed === 0 ? '' : vscode.l10n.t('reviewed: {0}', reviewed),
  ].filter((part) => part !== '').join(', ');
}
