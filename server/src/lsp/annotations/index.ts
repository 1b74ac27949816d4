import * as l10n from '@vscode/l10n';
import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import { contentHash } from '../../annotations/code-points';
import type { ItemNotes } from '../../features/item-lenses';
import type { Clock, IdSource } from '../../host';
import type { RuleLevels } from '../../rules';
import {
  ANNOTATE,
  ANNOTATION_BASES,
  ANNOTATION_FILES,
  ANNOTATION_SUMMARIES,
  ANNOTATIONS,
  LABELS,
  MASK_IN_FILE,
  PROPOSALS,
  RENAME_LABEL,
  SAVED_POSITIONS,
  type Annotated,
  type AnnotateParams,
  type AnnotationBasesParams,
  type AnnotationFilesParams,
  type AnnotationFileText,
  type Annotations,
  type AnnotationsParams,
  type AnnotationSummariesParams,
  type AnnotationSummary,
  type LabelsAnswer,
  type LabelsParams,
  type MaskInFileParams,
  type Proposals,
  type RenameLabelParams,
  type SavedPositionsParams,
} from '../annotation-requests';
import type { ClientAbilities } from '../client-abilities';
import type { OpenDocuments } from '../documents';
import { guarded, type Log } from '../guard';
import type { Reading } from '../reading';
import type { Settings } from '../settings';
import { annotate, type World } from './acts';
import { AnnotatedLetter } from './annotated-letter';
import { itemNotes, NO_NOTES, summaries } from './counts';
import { labelsIn, withLabelRenamed } from './labels';
import { proposalViews, proposedIn } from './proposals';
import { savedPositions } from './saved-positions';

interface Annotating {
  readonly connection: Connection;
  readonly documents: OpenDocuments;
  readonly log: Log;
  /** Both are known after `initialize` only. */
  readonly abilities: () => ClientAbilities;
  readonly settings: () => Settings;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** What other features are told of annotations. */
export interface AnnotationNotes {
  /** What people say about each item of an open letter. */
  of(reading: Reading, levels: RuleLevels): (letter: number, item: number) => ItemNotes;
}

/** Answers what the client asks about annotations, and follows them through the changes of open letters. */
export function answerAnnotations({ connection, documents, log, abilities, settings, clock, ids }: Annotating): AnnotationNotes {
  const world: World = { clock, ids };
  const letters = new Map<string, AnnotatedLetter>();
  documents.onEdit((uri, change) => letters.get(uri)?.edited(change));
  documents.onClose((uri) => void letters.delete(uri));

  const letterOf = (uri: string): AnnotatedLetter => {
    let letter = letters.get(uri);
    if (letter === undefined) letters.set(uri, (letter = new AnnotatedLetter(fileNameOf(uri))));
    return letter;
  };

  /** Answers with what an open letter and the settings for it give; `otherwise` where it is not open. */
  function about<Params extends { readonly uri: string }, Result>(method: string, otherwise: () => Result, answer: (letter: AnnotatedLetter, reading: Reading, params: Params, levels: RuleLevels) => Result): void {
    const handle = guarded<Params, Result | undefined>(method, log, undefined, async (params) => {
      const levels = await settings().rules(params.uri);
      const reading = documents.reading(params.uri);
      return reading === undefined ? otherwise() : answer(letterOf(params.uri), reading, params, levels);
    });
    connection.onRequest(method, async (params: Params, token) => (await handle(params, token)) ?? otherwise());
  }

  const refreshLenses = (): void => {
    if (abilities().refreshesCodeLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch((fault: unknown) => log(`code lens: ${String(fault)}`));
  };

  about<AnnotationFilesParams, Annotations | null>(ANNOTATION_FILES, () => null, (letter, reading, { files }, levels) => {
    letter.take(files);
    refreshLenses();
    return annotationsIn(letter, reading, levels);
  });
  about<AnnotationBasesParams, Annotations | null>(ANNOTATION_BASES, () => null, (letter, reading, { bases }, levels) => {
    letter.takeBases(bases);
    return annotationsIn(letter, reading, levels);
  });
  about<AnnotationsParams, Annotations | null>(ANNOTATIONS, () => null, (letter, reading, { since }, levels) => annotationsIn(letter, reading, levels, since));
  about<AnnotationsParams, Proposals | null>(PROPOSALS, () => null, (letter, reading, _params, levels) => proposalViews(reading, levels, letter));
  about<AnnotateParams, Annotated>(ANNOTATE, notOpen, (letter, reading, params, levels) => annotate(letter, reading, levels, params, world));
  about<SavedPositionsParams, AnnotationFileText | null>(SAVED_POSITIONS, () => null, (letter, reading, { person }) => savedPositions(letter, reading, person));

  connection.onRequest(LABELS, guarded<LabelsParams, LabelsAnswer | null>(LABELS, log, null, labelsIn));
  connection.onRequest(RENAME_LABEL, guarded<RenameLabelParams, AnnotationFileText[]>(RENAME_LABEL, log, [], (params) => withLabelRenamed(params, clock)));
  connection.onRequest(ANNOTATION_SUMMARIES, guarded<AnnotationSummariesParams, AnnotationSummary[]>(ANNOTATION_SUMMARIES, log, [], summaries));
  connection.onRequest(MASK_IN_FILE, guarded<MaskInFileParams, string | null>(MASK_IN_FILE, log, null, async (params) => (await import('./mask-in-file')).maskedFile(params)));

  return {
    of: (reading, levels) => {
      const letter = letters.get(reading.document.uri);
      return letter === undefined ? () => NO_NOTES : itemNotes(letter, reading, levels);
    },
  };
}

function notOpen(): Annotated {
  return { refused: l10n.t('This letter is not open.'), file: null, before: '', id: null };
}

function annotationsIn(letter: AnnotatedLetter, reading: Reading, levels: RuleLevels, since?: number): Annotations {
  const places = letter.settled(reading);
  const { threads, dangling } = letter.said;
  const proposed = new Map(threads.some(({ root }) => root === null) ? proposedIn(reading, levels).map(({ id, span }) => [id, span] as const) : []);
  return {
    ...letter.telling.tell(reading, letter.said, places, (id) => proposed.get(id), since),
    version: reading.version,
    contentHash: contentHash(reading.text),
    wanted: places.wanted().slice(0, MOST_WANTED),
    problems: letter.files.flatMap(({ name, file }) => file.problems.map(({ line, message }) => ({ file: name, line, message }))),
    dangling: dangling.length,
  };
}

/** Older texts that are asked for at once. */
const MOST_WANTED = 16;

/** The last part of an address, as a file system has it. */
function fileNameOf(uri: string): string {
  const last = uri.replace(/[?#].*$/s, '').split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
