import * as vscode from 'vscode';
import { goToAnnotation } from './go-to-annotation';
import { listIcon } from './label-colour';
import type { Labels } from './labels';
import type { LetterAnnotations } from './letter-annotations';
import { placedThreads } from './threads-at';

interface Line extends vscode.QuickPickItem {
  readonly id: string;
}

/** Lists the labels with their colours and how often the letter at hand has each; one that is chosen leads to the next passage with it. */
export async function showLegend(annotations: LetterAnnotations, labels: Labels): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const { uri } = editor.document;
  const known = await labels.of(uri);
  const counts = new Map<string, number>();
  for (const { thread } of placedThreads(annotations, editor.document)) for (const id of thread.labels) counts.set(id, (counts.get(id) ?? 0) + 1);
  const others = [...counts.keys()].filter((id) => !known.some((label) => label.id === id));
  const lines = [...known, ...others.map((id) => labels.label(uri, id))].map(({ id, name, colour, guideline }): Line => {
    const count = counts.get(id) ?? 0;
    const times = count === 1 ? vscode.l10n.t('1 passage') : vscode.l10n.t('{0} passages', count);
    return { label: name, description: times, detail: guideline, iconPath: listIcon(colour), id };
  });
  const chosen = await vscode.window.showQuickPick(lines, {
    title: vscode.l10n.t('Labels by the line below the words. Dashed: the words have changed. Dotted: a comment alone'),
    placeHolder: vscode.l10n.t('Choose one to go to the next passage with it'),
    matchOnDetail: true,
  });
  if (chosen !== undefined) await goToAnnotation(annotations, labels, 'next', chosen.id);
}
