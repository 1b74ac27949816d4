import * as vscode from 'vscode';
import { readLetters, type Letter } from '../../../server/src/letter';

/** What a person means to annotate. */
export interface Passage {
  readonly editor: vscode.TextEditor;
  readonly document: vscode.TextDocument;
  /** The document's version that the range belongs to. */
  readonly version: number;
  readonly range: vscode.Range;
  /** As they stand in the letter. */
  readonly exact: string;
  /** For a title: on one line, cut short. */
  readonly words: string;
  /** The part of the letter it begins in, by the names that labels know; `null` for none. */
  readonly field: string | null;
}

const LONGEST_WORDS = 60;

/**
 * The selected words without the blanks around them, or else the sentence at
 * the cursor; `undefined` where there is none, which the person is told.
 */
export function passageAtHand(): Passage | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  const text = document.getText();
  const letters = readLetters(text);
  const span = selection.isEmpty ? sentenceAt(document, letters, selection.active) : trimmed(text, document.offsetAt(selection.start), document.offsetAt(selection.end));
  if (span === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select the words that you mean, or put the cursor into a sentence.'));
    return undefined;
  }
  const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  const exact = text.slice(span.start, span.end);
  return { editor, document, version: document.version, range, exact, words: shortened(exact.replace(/\s+/g, ' ')), field: fieldAt(letters, span.start) };
}

/** Where a passage stands in the letter as it is now; `undefined` where that has changed and holds its words no longer, or twice. */
export function rangeNow({ document, version, range, exact }: Passage): vscode.Range | undefined {
  if (document.version === version) return range;
  const text = document.getText();
  const start = text.indexOf(exact);
  if (start < 0 || text.includes(exact, start + 1)) return undefined;
  return new vscode.Range(document.positionAt(start), document.positionAt(start + exact.length));
}

/** The first words of a passage, for a title. */
export function shortened(words: string, longest = LONGEST_WORDS): string {
  return words.length <= longest ? words : `${words.slice(0, longest).trimEnd()}…`;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function fieldAt(letters: readonly Letter[], offset: number): string | null {
  const letter = letters.find(({ span }) => holds(span, offset));
  const item = letter?.items.find(({ span }) => holds(span, offset));
  if (item === undefined) return letter?.sections.some(({ kind, span }) => kind === 'summary' && holds(span, offset)) ? 'summary' : null;
  if (item.decision !== null && holds(item.decision.span, offset)) return 'decision';
  const field = item.fields.find(({ label, body }) => label.start <= offset && offset < body.end);
  return field?.kind ?? (holds(item.request, offset) ? 'request' : null);
}

/** Within a field it does not begin before its first word, elsewhere not before the paragraph. */
function sentenceAt(document: vscode.TextDocument, letters: readonly Letter[], cursor: vscode.Position): Place | undefined {
  if (document.lineAt(cursor).isEmptyOrWhitespace) return undefined;
  const offset = document.offsetAt(cursor);
  const field = letters.flatMap(({ items }) => items.flatMap(({ fields }) => fields)).find(({ body }) => body.start <= offset && offset <= body.end)?.body;
  const { start, end } = field ?? paragraphAt(document, cursor);
  const text = document.getText();
  // Lines end within sentences.
  const words = text.slice(start, end).replace(/[\r\n]/g, ' ');
  for (const { index, segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(words)) {
    if (offset <= start + index + segment.trimEnd().length) return trimmed(text, start + index, start + index + segment.length);
  }
  return undefined;
}

function paragraphAt(document: vscode.TextDocument, { line }: vscode.Position): Place {
  let first = line;
  while (first > 0 && !document.lineAt(first - 1).isEmptyOrWhitespace) first -= 1;
  let last = line;
  while (last + 1 < document.lineCount && !document.lineAt(last + 1).isEmptyOrWhitespace) last += 1;
  return { start: document.offsetAt(new vscode.Position(first, 0)), end: document.offsetAt(document.lineAt(last).range.end) };
}

function trimmed(text: string, start: number, end: number): Place | undefined {
  const words = text.slice(start, end);
  const before = words.length - words.trimStart().length;
  return before === words.length ? undefined : { start: start + before, end: start + words.trimEnd().length };
}

function holds({ start, end }: Place, offset: number): boolean {
  return start <= offset && offset < end;
}
