import * as vscode from 'vscode';
import type { AnnotationThread } from '../../../server/src/lsp/annotation-requests';
import { themeColour } from './label-colour';
import type { Labels } from './labels';
import type { LetterAnnotations } from './letter-annotations';
import { placedThreads } from './threads-at';

const VISIBLE = 'annotations.visible';
/** Of comments without a label. */
const COMMENT_COLOUR = 'imrLetters.commentLine';

/**
 * Draws annotated passages: a line in the label's colour below the words,
 * which keep their own colours and so stay readable in every theme; dashed
 * where the words have changed, dotted for comments without a label.
 */
export class AnnotationDecorations implements vscode.Disposable {
  private readonly types = new Map<string, vscode.TextEditorDecorationType>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly annotations: LetterAnnotations,
    private readonly labels: Labels,
  ) {
    const all = (): void => vscode.window.visibleTextEditors.forEach((editor) => this.draw(editor));
    this.subscriptions = [
      annotations.onDidChange((document) => vscode.window.visibleTextEditors.filter((editor) => editor.document === document).forEach((editor) => this.draw(editor))),
      labels.onDidChange(all),
      vscode.window.onDidChangeVisibleTextEditors(all),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`imrLetters.${VISIBLE}`)) all();
      }),
    ];
    all();
  }

  dispose(): void {
    for (const each of [...this.types.values(), ...this.subscriptions]) each.dispose();
  }

  private draw(editor: vscode.TextEditor): void {
    const { document } = editor;
    // Before the first answer there is nothing to draw; later ones are in time with the text, and the editor moves what is drawn.
    if (this.annotations.annotationsOf(document) === undefined) return;
    const drawn = new Map<string, vscode.Range[]>();
    for (const { thread, range } of areVisible(document) ? placedThreads(this.annotations, document) : []) {
      const kind = this.kindOf(document, thread);
      const ranges = drawn.get(kind);
      if (ranges === undefined) drawn.set(kind, [range]);
      else ranges.push(range);
    }
    for (const kind of new Set([...this.types.keys(), ...drawn.keys()])) editor.setDecorations(this.type(kind), drawn.get(kind) ?? []);
  }

  private kindOf({ uri }: vscode.TextDocument, { labels: [first], place, state }: AnnotationThread): string {
    const style = place.state === 'changed' ? 'dashed' : first === undefined ? 'dotted' : 'solid';
    const colour = first === undefined ? COMMENT_COLOUR : this.labels.label(uri, first).colour;
    return `${style} ${colour} ${state === 'resolved' || state === 'rejected' ? 'done' : 'open'}`;
  }

  private type(kind: string): vscode.TextEditorDecorationType {
    let type = this.types.get(kind);
    if (type === undefined) this.types.set(kind, (type = decorationType(kind)));
    return type;
  }
}

function decorationType(kind: string): vscode.TextEditorDecorationType {
  const [style, colour, state] = kind.split(' ') as [string, string, string];
  return vscode.window.createTextEditorDecorationType({
    borderStyle: style,
    borderWidth: `0 0 ${state === 'done' ? 1 : 2}px 0`,
    borderColor: themeColour(colour),
    // What is settled steps back.
    ...(state === 'done' ? {} : { backgroundColor: new vscode.ThemeColor('imrLetters.annotationBackground'), overviewRulerColor: themeColour(colour), overviewRulerLane: vscode.OverviewRulerLane.Right }),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

function areVisible(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('imrLetters', document.uri).get<unknown>(VISIBLE) !== false;
}

/** Shows annotated passages, or no longer: turns the setting over where it is set, or else for the person. */
export async function toggleAnnotations(): Promise<void> {
  const { activeTextEditor } = vscode.window;
  const settings = vscode.workspace.getConfiguration('imrLetters', activeTextEditor?.document.uri);
  const set = settings.inspect<boolean>(VISIBLE);
  const target = set?.workspaceFolderValue !== undefined ? vscode.ConfigurationTarget.WorkspaceFolder : set?.workspaceValue !== undefined ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  const visible = settings.get<unknown>(VISIBLE) === false;
  await settings.update(VISIBLE, visible, target);
  vscode.window.setStatusBarMessage(visible ? vscode.l10n.t('Annotations are shown.') : vscode.l10n.t('Annotations are hidden.'), 3000);
}
