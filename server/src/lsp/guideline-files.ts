import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue } from '../guidelines';
import { readGuidelineFiles as read } from '../guidelines/workspace/guideline-file';
import type { GuidelineFilesAnswer, GuidelineFilesParams } from './client-requests';

/** The catalogue with a workspace's own files, and what is wrong in them. */
export function readGuidelineFiles({ files }: GuidelineFilesParams): GuidelineFilesAnswer & { readonly catalogue: Catalogue } {
  const texts = files.map(({ text }) => text);
  const { catalogue, files: answers } = read(texts);
  const problems = answers.flatMap((answer, index) => {
    const { uri, text } = files[index]!;
    const document = TextDocument.create(uri, 'json', 0, text);
    return answer.problems.map(({ span, message }) => ({ uri, range: { start: document.positionAt(span.start), end: document.positionAt(span.end) }, message }));
  });
  return { catalogue, problems };
}
