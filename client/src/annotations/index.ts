import * as vscode from 'vscode';
import type { LanguageServer } from '../language-server';
import { AnnotationFiles } from './annotation-files';
import { annotationHover } from './annotation-hover';
import { AnnotationsView } from './annotations-view';
import { Badges } from './badges';
import { Bases } from './bases';
import { registerAnnotationCommands } from './commands';
import { CommentThreads } from './comment-threads';
import { AnnotationDecorations } from './decorations';
import { FileProblems } from './file-problems';
import { Labels } from './labels';
import { LetterAnnotations } from './letter-annotations';
import { registerReview } from './review-commands';

export { moveStored } from './moved-storage';
export { movesBeside } from './renamed';

/** All that is about annotations; loaded with the first letter, and not before. */
export function startAnnotations(context: vscode.ExtensionContext, server: LanguageServer, output: vscode.LogOutputChannel): vscode.Disposable {
  const files = new AnnotationFiles(context.globalStorageUri, output);
  const bases = new Bases(context.globalStorageUri, output);
  const labels = new Labels(server, output);
  const annotations = new LetterAnnotations({ server, files, bases, output });
  const threads = new CommentThreads(annotations, labels);
  return vscode.Disposable.from(
    annotations,
    labels,
    threads,
    new AnnotationDecorations(annotations, labels),
    new FileProblems(annotations, files),
    annotationHover(annotations, labels),
    labels.onDidRename((renamed) => void import('./on-command').then(({ offerRename }) => offerRename(server, renamed))),
    new AnnotationsView(annotations, labels),
    registerReview(annotations, labels),
    new Badges(server, annotations, files),
    registerAnnotationCommands({ server, annotations, labels, bases, threads }),
  );
}
