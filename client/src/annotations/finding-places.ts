import * as vscode from 'vscode';
import type { AnnotationThread } from '../../../server/src/lsp/annotation-requests';
import type { LetterAnnotations } from './letter-annotations';
import { shortened } from './passage';
import { askForPerson } from './person';
import { editorRange, letterRange } from './ranges';

interface Choice extends vscode.QuickPickItem {
  /** `undefined`: the person selects it in the letter. */
  readonly range: vscode.Range | undefined;
}

/** Gives annotations whose place is lost their place again: one of the candidates, or what a person selects. */
export class FindingPlaces implements vscode.Disposable {
  private readonly mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchBorder'),
  });
  private readonly commands: vscode.Disposable;
  /** Ends the selecting that is under way. */
  private end: ((place: boolean) => void) | undefined;

  constructor(private readonly annotations: LetterAnnotations) {
    this.commands = vscode.Disposable.from(
      vscode.commands.registerCommand('imrLetters.placeHere', () => this.confirm()),
      vscode.commands.registerCommand('imrLetters.cancelPlacing', () => this.end?.(false)),
    );
  }

  dispose(): void {
    this.end?.(false);
    this.mark.dispose();
    this.commands.dispose();
  }

  private confirm(): void {
    if (vscode.window.activeTextEditor?.selection.isEmpty === false) this.end?.(true);
    else void vscode.window.showInformationMessage(vscode.l10n.t('Select the words first that it is about.'));
  }

  /** Asks where a thread belongs, and puts one's own there; says so where it cannot be put anywhere. */
  async find(document: vscode.TextDocument, thread: AnnotationThread): Promise<void> {
    const { place, remarks } = thread;
    if ('range' in place) return;
    if (thread.proposal !== null) {
      void vscode.window.showInformationMessage(vscode.l10n.t('This verdict is about something that is no longer read in the letter. It is kept; it cannot be put elsewhere.'));
      return;
    }
    const owner = remarks[0]?.person ?? '';
    const person = await askForPerson(document.uri);
    if (person === undefined) return;
    if (person !== owner) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Only {0} can give this annotation its place again. Its words were: “{1}”', owner, thread.quote));
      return;
    }
    const editor = await vscode.window.showTextDocument(document, { preserveFocus: true });
    const version = this.annotations.annotationsOf(document)?.version;
    const choice = await this.choose(editor, thread);
    if (choice === undefined) return;
    if (choice.range !== undefined) {
      await this.annotations.act(document, { kind: 'reattach', id: thread.id, range: letterRange(choice.range) }, version);
      return;
    }
    const range = await this.selected(editor, thread);
    if (range !== undefined) await this.annotations.act(document, { kind: 'reattach', id: thread.id, range: letterRange(range) });
  }

  /** The candidates, each shown in the letter while it is marked in the list. */
  private choose(editor: vscode.TextEditor, thread: AnnotationThread): Promise<Choice | undefined> {
    const list = vscode.window.createQuickPick<Choice>();
    const { active } = editor.selection;
    list.title = vscode.l10n.t('Where does “{0}” belong?', shortened(thread.quote));
    list.placeholder = vscode.l10n.t('The letter shows the place that is marked here');
    list.items = choices(thread);
    return new Promise((resolve) => {
      let chosen: Choice | undefined;
      list.onDidChangeActive(([choice]) => {
        editor.setDecorations(this.mark, choice?.range === undefined ? [] : [choice.range]);
        editor.revealRange(choice?.range ?? new vscode.Range(active, active), vscode.TextEditorRevealType.InCenter);
      });
      list.onDidAccept(() => {
        chosen = list.selectedItems[0];
        list.hide();
      });
      list.onDidHide(() => {
        list.dispose();
        editor.setDecorations(this.mark, []);
        resolve(chosen);
      });
      list.show();
    });
  }

  /** What the person selects in the letter and confirms with the Enter key; `undefined` after the Escape key. */
  private async selected(editor: vscode.TextEditor, thread: AnnotationThread): Promise<vscode.Range | undefined> {
    this.end?.(false);
    const { document } = editor;
    await vscode.window.showTextDocument(document, editor.viewColumn);
    await vscode.commands.executeCommand('setContext', 'imrLetters.placing', true);
    const title = vscode.l10n.t('Select the words in the letter that “{0}” is about, then press Enter there. Escape ends this.', shortened(thread.quote));
    const subscriptions: vscode.Disposable[] = [];
    const confirmed = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (_, cancelled) =>
      new Promise<boolean>((resolve) => {
        this.end = resolve;
        subscriptions.push(cancelled.onCancellationRequested(() => resolve(false)), this.annotations.onDidClose((letter) => {
          if (letter.toString() === document.uri.toString()) resolve(false);
        }));
      }));
    this.end = undefined;
    for (const subscription of subscriptions) subscription.dispose();
    await vscode.commands.executeCommand('setContext', 'imrLetters.placing', false);
    const active = vscode.window.activeTextEditor;
    return confirmed && active?.document === document && !active.selection.isEmpty ? active.selection : undefined;
  }
}

function choices({ place }: AnnotationThread): Choice[] {
  const candidates = 'candidates' in place ? place.candidates : [];
  return [
    ...candidates.map(({ range, text, similarity }): Choice => ({
      label: shortened(text),
      description: vscode.l10n.t('line {0}, {1} % alike', range.start.line + 1, Math.round(similarity * 100)),
      detail: text,
      range: editorRange(range),
    })),
    { label: vscode.l10n.t('Select the passage in the letter…'), range: undefined },
  ];
}
