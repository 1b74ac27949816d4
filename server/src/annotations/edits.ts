import type { Clock } from '../host';
import { byId, type AnnotationFile } from './annotation-file';
import { motivationOf, remarkBody, timeAfter, type Remark } from './compose';
import { commentOf, isBy, labelsOf, type Annotation, type TextTarget, type TextualBody } from './model';

/*
 * Each gives the file as it is after the change, and the very same file where
 * there is nothing to change: so whoever writes files knows when not to.
 */

/** The file with one more annotation. An id that is there already stays as it is. */
export function withAnnotation(file: AnnotationFile, annotation: Annotation): AnnotationFile {
  if (file.entries.some(({ id }) => id === annotation.id)) return file;
  return { ...file, entries: [...file.entries, annotation].sort(byId) };
}

/** The file with other labels or another comment on a person's own annotation; what the remark leaves out stays. It is later than its `reviews`, whatever clocks say. */
export function withOwnChanged(file: AnnotationFile, person: string, id: string, remark: Remark, clock: Clock, reviews: readonly Annotation[] = []): AnnotationFile {
  return changed(file, (annotation) => {
    if (annotation.id !== id || !isBy(annotation, person)) return annotation;
    const before = { labels: labelsOf(annotation), comment: commentOf(annotation) };
    const whole = { ...before, ...remark };
    if (JSON.stringify(remarkBody(whole)) === JSON.stringify(remarkBody(before))) return annotation;
    const others = annotation.body.filter(({ purpose }) => purpose !== 'tagging' && purpose !== 'commenting');
    const body = [...others, ...remarkBody(whole).map((part) => ({ ...counterpart(annotation, part), ...part }))];
    // An answer stays an answer, and a review a review.
    const isRemark = annotation.motivation === 'tagging' || annotation.motivation === 'commenting';
    return { ...annotation, motivation: isRemark ? motivationOf(whole) : annotation.motivation, body, modified: timeAfter([annotation, ...reviews], clock.now()) };
  });
}

/** The file without a person's own annotation, older versions of it included. What others have said to it stays with them. */
export function withoutOwn(file: AnnotationFile, person: string, id: string): AnnotationFile {
  const entries = file.entries.filter((annotation) => annotation.id !== id || !isBy(annotation, person));
  if (entries.length === file.entries.length) return file;
  return { ...file, entries, kept: file.kept.filter((line) => line.id !== id) };
}

/** The file with new places for some of its annotations, by id. That is no change of what they say, so `modified` stays. */
export function withTargets(file: AnnotationFile, targets: ReadonlyMap<string, TextTarget>): AnnotationFile {
  return changed(file, (annotation) => {
    const target = targets.get(annotation.id);
    if (!target || typeof annotation.target === 'string') return annotation;
    return { ...annotation, target: { ...annotation.target, ...target } };
  });
}

/**
 * The files with a label's id replaced wherever it is used; an annotation that
 * has both keeps one. Nobody has said anything new, so `modified` stays: what a
 * person has changed elsewhere meanwhile is the newer version.
 */
export function renameLabel(files: readonly AnnotationFile[], from: string, to: string): AnnotationFile[] {
  return files.map((file) =>
    changed(file, (annotation) => {
      if (from === to || !labelsOf(annotation).includes(from)) return annotation;
      const renamed = annotation.body.map((part) => (part.purpose === 'tagging' && part.value === from ? { ...part, value: to } : part));
      const body = renamed.filter((part, index) => part.purpose !== 'tagging' || renamed.findIndex(({ purpose, value }) => purpose === 'tagging' && value === part.value) === index);
      return { ...annotation, body };
    }),
  );
}

/** What a body was before, for the fields of it that nobody here knows. */
function counterpart({ body }: Annotation, { purpose, value }: TextualBody): TextualBody | undefined {
  return body.find((part) => part.purpose === purpose && (purpose === 'commenting' || part.value === value));
}

function changed(file: AnnotationFile, change: (annotation: Annotation) => Annotation): AnnotationFile {
  const entries = file.entries.map(change);
  return entries.some((entry, index) => entry !== file.entries[index]) ? { ...file, entries } : file;
}
