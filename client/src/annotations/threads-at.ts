import type { Position, Range, TextDocument } from 'vscode';
import type { AnnotationThread } from '../../../server/src/lsp/annotation-requests';
import type { LetterAnnotations } from './letter-annotations';
import { editorRange } from './ranges';

/** A thread that has a place, as a place of the editor. */
export interface PlacedThread {
  readonly thread: AnnotationThread;
  readonly range: Range;
}

/** What people say about a letter and where, in the order of the text; what the machine proposes is left out. */
export function placedThreads(annotations: LetterAnnotations, document: TextDocument): PlacedThread[] {
  const threads = annotations.annotationsOf(document)?.threads ?? [];
  return threads
    .flatMap((thread) => (thread.proposal === null && 'range' in thread.place ? [{ thread, range: editorRange(thread.place.range) }] : []))
    .sort((a, b) => a.range.start.compareTo(b.range.start) || a.range.end.compareTo(b.range.end));
}

/** The threads around a position, the narrowest first. */
export function threadsAt(annotations: LetterAnnotations, document: TextDocument, position: Position): PlacedThread[] {
  const length = ({ range }: PlacedThread): number => document.offsetAt(range.end) - document.offsetAt(range.start);
  return placedThreads(annotations, document)
    .filter(({ range }) => range.contains(position))
    .sort((a, b) => length(a) - length(b));
}
