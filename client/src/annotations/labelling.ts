import * as vscode from 'vscode';
import type { LabelInfo } from '../../../server/src/lsp/annotation-requests';
import { sayWords } from './kept-words';
import { listIcon } from './label-colour';
import type { Labels } from './labels';
import type { LetterAnnotations } from './letter-annotations';
import { passageAtHand, rangeNow, type Passage } from './passage';
import { letterRange } from './ranges';

/** Milliseconds that the status bar says what was done. */
const SHOWN = 4000;

export interface LabelLine extends vscode.QuickPickItem {
  readonly labelInfo?: LabelInfo;
}

/**
 * Labels the selected words, or else the sentence at the cursor, with a label
 * that the person chooses; or with the one whose id is given, as keys of a
 * person's own may do.
 */
export async function labelPassage(annotations: LetterAnnotations, labels: Labels, id?: unknown): Promise<void> {
  const passage = passageAtHand();
  if (passage === undefined) return;
  const reading = labels.of(passage.document.uri);
  const given = typeof id === 'string' ? (await reading).find((label) => label.id === id) : undefined;
  const chosen = given ?? (await chooseLabel(reading, passage));
  if (chosen === undefined) return;
  const said = await annotations.act(passage.document, { kind: 'add', range: letterRange(passage.range), labels: [chosen.id], comment: '' }, passage.version);
  if (said !== undefined) vscode.window.setStatusBarMessage(vscode.l10n.t('Labelled “{0}”. “IMR: Undo the Last Annotation” takes it back.', chosen.name), SHOWN);
}

/** Writes a comment on the selected words, or else the sentence at the cursor. */
export async function commentPassage(annotations: LetterAnnotations, words?: unknown): Promise<void> {
  const passage = passageAtHand();
  if (passage === undefined || !(await annotations.canAnnotate(passage.document))) return;
  const comment = typeof words === 'string' ? words : await vscode.window.showInputBox({
    title: vscode.l10n.t('Comment on “{0}”', passage.words),
    prompt: vscode.l10n.t('The plus sign beside the line numbers takes longer comments.'),
    ignoreFocusOut: true,
  });
  if (comment === undefined || comment.trim() === '') return;
  const said = await sayWords(annotations, passage.document, comment.trim(), () => {
    const range = rangeNow(passage);
    return range && { kind: 'add', range: letterRange(range), labels: [], comment: comment.trim() };
  });
  if (said !== undefined) vscode.window.setStatusBarMessage(vscode.l10n.t('The comment is kept beside the letter.'), SHOWN);
}

/** A list of labels in which a label's key chooses at once. It is there before the labels are read, or a quick key would go into the letter. */
function chooseLabel(reading: Promise<readonly LabelInfo[]>, passage: Passage): Promise<LabelInfo | undefined> {
  const list = vscode.window.createQuickPick<LabelLine>();
  const isSentence = passage.editor.selection.isEmpty;
  list.title = isSentence ? vscode.l10n.t('Label the sentence “{0}”', passage.words) : vscode.l10n.t('Label “{0}”', passage.words);
  list.placeholder = vscode.l10n.t('Press the key of a label, or choose one');
  list.matchOnDetail = true;
  list.busy = true;
  // The words stay marked while a person reads what a label is for.
  if (isSentence) passage.editor.selection = new vscode.Selection(passage.range.end, passage.range.start);
  return new Promise((resolve) => {
    let chosen: LabelInfo | undefined;
    const take = (label: LabelInfo | undefined): void => {
      chosen = label;
      list.hide();
    };
    let all: readonly LabelInfo[] = [];
    const takeByKey = (value: string): void => {
      const label = all.find(({ key }) => key !== null && key === value.trim().toLowerCase());
      if (label !== undefined) take(label);
    };
    list.onDidChangeValue(takeByKey);
    list.onDidAccept(() => {
      const line = list.selectedItems[0];
      if (line?.labelInfo !== undefined) take(line.labelInfo);
    });
    list.onDidHide(() => {
      list.dispose();
      resolve(chosen);
    });
    list.show();
    void reading.then((labels) => {
      all = labels;
      list.items = linesOf(all, passage.field);
      list.busy = false;
      takeByKey(list.value);
    });
  });
}

/** Labels that fit the field first, the others below a line. */
export function linesOf(labels: readonly LabelInfo[], field: string | null): LabelLine[] {
  const fits = ({ fields }: LabelInfo): boolean => fields.includes('any') || (field !== null && fields.includes(field));
  const others = labels.filter((label) => !fits(label));
  const separator: LabelLine = { label: vscode.l10n.t('Meant for other parts of a letter'), kind: vscode.QuickPickItemKind.Separator };
  return [...labels.filter(fits).map(lineOf), ...(others.length === 0 ? [] : [separator, ...others.map(lineOf)])];
}

/** A label's line in a list. */
export function lineOf(label: LabelInfo): LabelLine {
  const { name, key, guideline, colour } = label;
  return { label: name, ...(key === null ? {} : { description: key }), detail: guideline, iconPath: listIcon(colour), labelInfo: label };
}
