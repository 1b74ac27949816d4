import { TextDocument } from 'vscode-languageserver-textdocument';
import { hasConflict, parseAnnotationFile, serialize } from '../../annotations/annotation-file';
import { renameLabel } from '../../annotations/edits';
import { DEFAULT_LABELS, parseLabels, renamedLabels, type LabelSet } from '../../annotations/labels';
import type { AnnotationFileText, LabelsAnswer, LabelsParams, RenameLabelParams } from '../annotation-requests';

/** The labels of a workspace: its own, or those that come with this product. */
export function labelsIn({ text, before }: LabelsParams): LabelsAnswer {
  const { labels, problems } = labelSet(text);
  const document = TextDocument.create('', 'json', 0, text ?? '');
  return {
    labels,
    problems: problems.map(({ span, message }) => ({ range: { start: document.positionAt(span.start), end: document.positionAt(span.end) }, message })),
    renamed: before === undefined ? [] : renamedSince(labelSet(before), { labels, problems }),
  };
}

function labelSet(text: string | null): LabelSet {
  return text === null ? { labels: DEFAULT_LABELS, problems: [] } : parseLabels(text);
}

/** A file in the middle of being written has renamed nothing. */
function renamedSince(before: LabelSet, after: LabelSet): LabelsAnswer['renamed'] {
  return before.problems.length > 0 || after.problems.length > 0 ? [] : renamedLabels(before.labels, after.labels);
}

/** The files that a label's new id changes, as they shall be. One with a conflict of git is left as it is. */
export function withLabelRenamed({ files, from, to }: RenameLabelParams): AnnotationFileText[] {
  return files.flatMap(({ name, text }) => {
    const file = parseAnnotationFile(text);
    const [renamed] = hasConflict(file) ? [file] : renameLabel([file], from, to);
    return renamed === undefined || renamed === file ? [] : [{ name, text: serialize(renamed) }];
  });
}
