import { personOf } from '../annotations/annotation-file-name';
import { annotatedFile, type AnnotatedFile } from '../annotations/export/annotated-file';
import { csvHead, csvRows } from '../annotations/export/csv';
import { labelledLetters } from '../annotations/export/jsonl';
import { AnnotationCollection } from '../annotations/export/w3c';
import type { Annotation } from '../annotations/model';
import type { LetterFile, Unreadable } from '../corpus/read-file';
import { CLEAN, UNREADABLE, type Streams } from './status';
import { oneLine } from './text-report';

/** The forms of the export, the first of them where none is named. */
export const ANNOTATION_FORMATS = ['w3c', 'jsonl', 'csv'] as const;
export type AnnotationFormat = (typeof ANNOTATION_FORMATS)[number];

/** Annotations of a file, and where it is told what of them cannot be read. */
export type AnnotationsOf = (warn: (problem: string) => Promise<void>) => (file: LetterFile) => Promise<readonly Annotation[]>;

/** One form of the export: what stands before the first file, what a file gives, what stands behind the last. */
interface Form {
  head(): string;
  file(of: AnnotatedFile): string;
  tail(): string;
}

/**
 * `imr-letters annotations export`: what people say about letters, written
 * file by file. Annotation files among the named ones are passed over: they are
 * read with their letters. Returns the exit status: 2 where a letter, an
 * annotation file or a line of one could not be read.
 */
export async function exportAnnotations(
  files: AsyncIterable<LetterFile | Unreadable>,
  annotationsOf: AnnotationsOf,
  format: AnnotationFormat,
  { out, err }: Streams,
): Promise<number> {
  let status = CLEAN;
  const tell = (problem: string): Promise<void> => err.write(`imr-letters: ${oneLine(problem)}\n`);
  const annotationsIn = annotationsOf(async (problem) => {
    status = UNREADABLE;
    await tell(problem);
  });
  const form = formOf(format);
  await out.write(form.head());
  for await (const file of files) {
    if (personOf(file.file) !== null) continue;
    if ('error' in file) {
      status = UNREADABLE;
      await tell(`${file.file}: ${file.error}`);
      continue;
    }
    const annotations = await annotationsIn(file);
    if (file.letters.length === 0 && annotations.length === 0) {
      await tell(`${file.file}: not an IMR letter`);
      continue;
    }
    const annotated = annotatedFile(file.file, baseName(file.file), file.text, file.letters, annotations);
    for (const note of notes(annotated)) await tell(`${file.file}: ${note}`);
    await out.write(form.file(annotated));
  }
  await out.write(form.tail());
  return status;
}

function formOf(format: AnnotationFormat): Form {
  const nothing = (): string => '';
  switch (format) {
    case 'w3c': {
      const collection = new AnnotationCollection();
      return { head: () => collection.head(), file: (of) => collection.items(of), tail: () => collection.tail() };
    }
    case 'jsonl':
      return { head: nothing, file: (of) => labelledLetters(of).map((letter) => `${JSON.stringify(letter)}\n`).join(''), tail: nothing };
    case 'csv':
      return { head: csvHead, file: csvRows, tail: nothing };
  }
}

/** What the reader of an export should know of a file's annotations. */
function notes({ said: { dangling, superseded } }: AnnotatedFile): string[] {
  return [
    ...(dangling.length > 0 ? [`replies or reviews that speak of something that is not there: ${dangling.length}`] : []),
    ...(superseded.length > 0 ? [`annotations that are older versions of others, which count: ${superseded.length}`] : []),
  ];
}

function baseName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}
