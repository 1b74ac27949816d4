import * as l10n from '@vscode/l10n';
import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import { hasConflict, parseAnnotationFile, serialize, withoutConflict } from '../../annotations/annotation-file';
import { contentHash } from '../../annotations/code-points';
import type { ItemNotes } from '../../features/item-lenses';
import type { Thread } from '../../annotations/threads';
import type { Clock, IdSource } from '../../host';
import type { RuleLevels } from '../../rules';
import {
  ANNOTATE,
  ANNOTATION_BASES,
  ANNOTATION_FILES,
  ANNOTATION_SUMMARIES,
  ANNOTATIONS,
  KEEP_BOTH_SIDES,
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
  type KeepBothSidesParams,
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
import { judgedProposals } from './judged';
import { proposalViews, proposedIn, type Proposed } from './proposals';
import { savedPositions } from './saved-positions';
import { remarkOf } from './thread-view';

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

  // What not every letter needs is loaded when it is asked for.
  connection.onRequest(LABELS, guarded<LabelsParams, LabelsAnswer | null>(LABELS, log, null, async (params) => (await import('../on-request')).labelsIn(params)));
  connection.onRequest(RENAME_LABEL, guarded<RenameLabelParams, AnnotationFileText[]>(RENAME_LABEL, log, [], async (params) => (await import('../on-request')).withLabelRenamed(params)));
  connection.onRequest(ANNOTATION_SUMMARIES, guarded<AnnotationSummariesParams, AnnotationSummary[]>(ANNOTATION_SUMMARIES, log, [], summaries));
  connection.onRequest(KEEP_BOTH_SIDES, guarded<KeepBothSidesParams, string | null>(KEEP_BOTH_SIDES, log, null, bothSides));
  connection.onRequest(MASK_IN_FILE, guarded<MaskInFileParams, string | null>(MASK_IN_FILE, log, null, async (params) => (await import('../on-request')).maskedFile(params)));

  return {
    of: (reading, levels) => {
      const letter = letters.get(reading.document.uri);
      return letter === undefined ? () => NO_NOTES : itemNotes(letter, reading, levels);
    },
  };
}

function bothSides({ text }: KeepBothSidesParams): string {
  const file = parseAnnotationFile(text);
  return hasConflict(file) ? serialize(withoutConflict(file)) : text;
}

function notOpen(): Annotated {
  return { refused: l10n.t('This letter is not open.'), file: null, before: '', id: null };
}

function annotationsIn(letter: AnnotatedLetter, reading: Reading, levels: RuleLevels, since?: number): Annotations {
  const places = letter.settled(reading);
  const { threads, dangling } = letter.said;
  const judged = threads.some(({ root }) => root === null) ? judgedProposals(threads, places, reading, proposedIn(reading, levels)) : new Map<Thread, Proposed>();
  return {
    ...letter.telling.tell(reading, letter.said, places, (thread) => judged.get(thread)?.span, since),
    version: reading.version,
    contentHash: contentHash(reading.text),
    wanted: places.wanted().slice(0, MOST_WANTED),
    problems: letter.files.flatMap(({ name, file }) => file.problems.map(({ line, message }) => ({ file: name, line, message }))),
    dangling: dangling.map(remarkOf),
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
