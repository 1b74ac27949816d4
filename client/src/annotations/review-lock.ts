import * as vscode from 'vscode';

/** True while an editor with a letter under review has the focus: then single keys judge. */
const KEYS = 'imrLetters.reviewing';
const LOCK = 'workbench.action.files.setActiveEditorReadonlyInSession';
const UNLOCK = 'workbench.action.files.resetActiveEditorReadonlyInSession';

/** Letters that were closed while they were locked; the editor can unlock what is open alone. */
const leftLocked = new Set<string>();

/** Single keys judge while a letter is reviewed, and so it cannot be typed into: the editor locks it, and shows that on its tab. */
export class ReviewLock implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;
  private isHeld = false;

  constructor(private readonly document: vscode.TextDocument) {
    this.subscription = vscode.window.onDidChangeActiveTextEditor((editor) => void this.keys(editor?.document === document));
  }

  async begin(): Promise<void> {
    await vscode.window.showTextDocument(this.document, { preview: false });
    await this.hold();
  }

  /** Locks the letter in the active editor, once. */
  async hold(): Promise<void> {
    if (vscode.window.activeTextEditor?.document !== this.document) return;
    await this.keys(true);
    if (this.isHeld) return;
    this.isHeld = true;
    await tried(LOCK);
  }

  dispose(): void {
    this.subscription.dispose();
    void this.keys(false);
    if (!this.isHeld) return;
    leftLocked.add(this.document.uri.toString());
    void unlockActive();
  }

  private async keys(on: boolean): Promise<void> {
    await vscode.commands.executeCommand('setContext', KEYS, on);
  }
}

/** Unlocks the letters that reviews have left locked, when they are shown again. */
export function unlockingReviewed(): vscode.Disposable {
  return vscode.window.onDidChangeActiveTextEditor(() => void unlockActive());
}

async function unlockActive(): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  if (uri !== undefined && leftLocked.delete(uri)) await tried(UNLOCK);
}

async function tried(command: string): Promise<void> {
  try {
    await vscode.commands.executeCommand(command);
  } catch {
    // An editor that cannot lock: the keys are taken all the same.
  }
}
