import { caseNumberOf, foldedText, type DisputedItem, type Letter, type Span } from '../letter';
import { codePoints, contentHash, type CodePoints } from './code-points';
import { REQUEST_LENGTH, type AnnotatedField, type ItemHint, type TextTarget } from './model';
import { describe } from './selectors';

/** A letter's file as annotations point into it. */
export interface AnnotatedText {
  /** The file's name, without folders. */
  readonly source: string;
  readonly text: string;
  readonly letters: readonly Letter[];
  readonly points: CodePoints;
  readonly contentHash: string;
}

/** What is computed once for all annotations of a text. */
export function annotatedText(source: string, text: string, letters: readonly Letter[]): AnnotatedText {
  return { source, text, letters, points: codePoints(text), contentHash: contentHash(text) };
}

/** Where a passage lies among the items of a file. */
export interface Place {
  /** Zero-based index of the letter; 0 where there is none. */
  readonly letter: number;
  readonly item: DisputedItem | null;
  /** Zero-based index of the item in its letter; -1 for none. */
  readonly index: number;
  readonly field: AnnotatedField | null;
}

/** The target of a passage: UTF-16 code units of the text, half-open. */
export function textTarget(of: AnnotatedText, span: Span): TextTarget {
  const { letter, item, index, field } = placeOf(of, span);
  const number = of.letters[letter] ? caseNumberOf(of.text, of.letters[letter]) : '';
  return {
    source: of.source,
    selector: describe(of.text, span, of.points),
    'imr:letter': letter,
    'imr:item': item && itemHint(of.text, item, index),
    'imr:field': field,
    'imr:contentHash': of.contentHash,
    ...(number === '' ? {} : { 'imr:caseNumber': number }),
  };
}

/** A passage lies where its first visible character does. */
export function placeOf({ text, letters }: Pick<AnnotatedText, 'text' | 'letters'>, span: Span): Place {
  const offset = span.start + Math.max(0, text.slice(span.start, span.end).search(/\S/));
  const found = letters.findIndex((letter) => holds(letter.span, offset));
  const letter = letters[found];
  if (!letter) return { letter: 0, item: null, index: -1, field: null };
  const index = letter.items.findIndex((item) => holds(item.span, offset));
  const item = letter.items[index];
  if (item) return { letter: found, item, index, field: fieldAt(item, offset) };
  const isSummary = letter.sections.some((section) => section.kind === 'summary' && holds(section.span, offset));
  return { letter: found, item: null, index: -1, field: isSummary ? 'summary' : null };
}

function itemHint(text: string, item: DisputedItem, index: number): ItemHint {
  const words = Array.from(foldedText(text, item.request));
  return { request: words.slice(0, REQUEST_LENGTH).join('').trimEnd(), index };
}

function fieldAt(item: DisputedItem, offset: number): AnnotatedField | null {
  if (item.decision && holds(item.decision.span, offset)) return 'decision';
  const field = item.fields.find(({ label, body }) => label.start <= offset && offset < body.end);
  if (field) return field.kind;
  return holds(item.request, offset) ? 'request' : null;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}
