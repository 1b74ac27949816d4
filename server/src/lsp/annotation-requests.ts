/**
 * What client and server of this product say to each other about annotations.
 * The client reads and writes the files beside a letter and asks people; the
 * server knows what is in them and where it stands. Like `client-requests.ts`
 * the client may import it, so it imports nothing but that file's types.
 */
import type { LetterRange } from './client-requests';

/** A file of annotations beside a letter, one per person: `letter.txt.<name>.anno.jsonl`. */
export interface AnnotationFileText {
  /** The file's name, without folders. */
  readonly name: string;
  readonly text: string;
}

/**
 * Request: the files beside a letter, all of them, when it opens and whenever
 * one has changed. Answered with {@link Annotations}; `null` for a letter that is not open.
 */
export const ANNOTATION_FILES = 'imrLetters/annotationFiles';

export interface AnnotationFilesParams {
  readonly uri: string;
  readonly files: readonly AnnotationFileText[];
}

/**
 * Request: texts in which positions hold that the open text no longer has, as
 * far as the client keeps them ({@link Annotations.wanted}). The server checks
 * each by its hash. Answered with {@link Annotations}.
 */
export const ANNOTATION_BASES = 'imrLetters/annotationBases';

export interface AnnotationBasesParams {
  readonly uri: string;
  readonly bases: readonly string[];
}

/** Request: the annotations of an open letter where they stand now. Answered with {@link Annotations}. */
export const ANNOTATIONS = 'imrLetters/annotations';

export interface AnnotationsParams {
  readonly uri: string;
  /** The number of the last answer that the client has: then only what is different now is told, if the server can. */
  readonly since?: number;
}

export interface Annotations {
  /** The number of this answer, for `since`. */
  readonly answer: number;
  /** Told since an earlier answer: what neither `threads` nor `moved` names is as it was. */
  readonly partial: boolean;
  /**
   * Of a partial answer, five numbers for each thread that only moved: its index
   * in the last answer that was not partial, line and character of its start,
   * line and character of its end.
   */
  readonly moved: readonly number[];
  /** The document's version that the ranges belong to. */
  readonly version: number;
  /** Hash of the open text. The client keeps a copy of the text under it when something was annotated. */
  readonly contentHash: string;
  /** All of them, those with a place in the order of the text, then the others; of a partial answer those that differ in more than their range. */
  readonly threads: readonly AnnotationThread[];
  /** Hashes of texts that would help to find places again. */
  readonly wanted: readonly string[];
  readonly problems: readonly { readonly file: string; readonly line: number; readonly message: string }[];
  /** Replies and reviews that lead to nothing: what they speak of was removed. In the order of time, all of them in each answer. */
  readonly dangling: readonly AnnotationRemark[];
}

export type AnnotationState = 'open' | 'accepted' | 'rejected' | 'resolved';

/** Where a thread stands in the text. `changed`: the words there are others now. */
export type AnnotationPlace =
  | { readonly state: 'intact' | 'changed'; readonly range: LetterRange }
  | { readonly state: 'ambiguous' | 'orphaned'; readonly candidates: readonly { readonly range: LetterRange; readonly text: string; readonly similarity: number }[] };

export interface AnnotationRemark {
  readonly id: string;
  readonly person: string;
  /** ISO 8601. */
  readonly created: string;
  readonly modified: string;
  readonly labels: readonly string[];
  readonly comment: string;
  /** Of a review: what it says; `null` for labels, comments and replies. */
  readonly verdict: 'accepted' | 'rejected' | 'resolved' | 'reopened' | null;
  /** Of a review: the words that should stand there instead. */
  readonly correction: string | null;
}

export interface AnnotationThread {
  /** The first annotation's id, or the proposal's. */
  readonly id: string;
  /** `null`: people on their own; else what kind of proposal it is about. */
  readonly proposal: ProposalKind | null;
  /** The first remark first; of a thread about a proposal, its verdicts and replies. */
  readonly remarks: readonly AnnotationRemark[];
  readonly state: AnnotationState;
  /** Who said so; `null` while nobody has. */
  readonly by: string | null;
  /** Labels of the first annotation. */
  readonly labels: readonly string[];
  /** The words it was made on, on one line, at most 200 characters. */
  readonly quote: string;
  /** Zero-based index of the letter in the document and of the disputed item in it, as it stands now; `null` for none. */
  readonly letter: number;
  readonly item: number | null;
  /** The item's request on one line; empty for none. */
  readonly request: string;
  readonly field: string | null;
  readonly place: AnnotationPlace;
}

export type ProposalKind = 'decision' | 'field' | 'citation' | 'finding';

/** Request: what the machine proposes in an open letter, in the order of the text, for a person to accept or reject; `null` for a letter that is not open. */
export const PROPOSALS = 'imrLetters/proposals';

export interface Proposals {
  readonly version: number;
  readonly proposals: readonly Proposal[];
}

export interface Proposal {
  /** `urn:imr:…` */
  readonly id: string;
  readonly kind: ProposalKind;
  /** Shown to the person: “Decision: Upheld”, a finding's message. */
  readonly title: string;
  readonly range: LetterRange;
  readonly letter: number;
  readonly item: number | null;
  readonly request: string;
  readonly field: string | null;
  /** Its thread's state; `open` while nobody has said anything. */
  readonly state: AnnotationState;
  readonly by: string | null;
}

/** Request: says something. The client writes the file that comes back, whole, and sends all files again. */
export const ANNOTATE = 'imrLetters/annotate';

export interface AnnotateParams {
  readonly uri: string;
  /** The version of the document that ranges belong to; another one than the server's is refused. */
  readonly version: number;
  /** Who says it; empty is refused. */
  readonly person: string;
  readonly act: AnnotationAct;
}

export type AnnotationAct =
  | { readonly kind: 'add'; readonly range: LetterRange; readonly labels: readonly string[]; readonly comment: string }
  | { readonly kind: 'reply'; readonly to: string; readonly comment: string }
  /** `subject`: the id of a thread or of a proposal. */
  | { readonly kind: 'review'; readonly subject: string; readonly verdict: 'accepted' | 'rejected' | 'resolved' | 'reopened'; readonly correction?: string; readonly comment?: string }
  /** One's own alone. What is left out stays as it is. */
  | { readonly kind: 'change'; readonly id: string; readonly labels?: readonly string[]; readonly comment?: string }
  | { readonly kind: 'remove'; readonly id: string }
  /** Gives one's own annotation another place: an orphan that a person has found again. */
  | { readonly kind: 'reattach'; readonly id: string; readonly range: LetterRange };

export interface Annotated {
  /** Why nothing was done, for the person to read; `null` when it was. */
  readonly refused: string | null;
  /** The person's file as it shall be; `null` when nothing was done. Write it, then send the files again. An empty text: no file is needed. */
  readonly file: AnnotationFileText | null;
  /** The file as it was before, for undo; empty where there was none. */
  readonly before: string;
  /** The id of what was said; `null` when nothing was. */
  readonly id: string | null;
}

/**
 * Request, when a letter has been saved: the person's file with the positions
 * of the saved text; `null` where nothing has moved. Other people's files are theirs.
 */
export const SAVED_POSITIONS = 'imrLetters/savedPositions';

export interface SavedPositionsParams {
  readonly uri: string;
  readonly person: string;
}

/** Request: reads the file of labels; `text` is `null` for a workspace that has none. */
export const LABELS = 'imrLetters/labels';

export interface LabelsParams {
  readonly text: string | null;
  /** The file as it was before it was changed, to see renamed labels. */
  readonly before?: string | null;
}

export interface LabelInfo {
  readonly id: string;
  readonly name: string;
  /** A colour of the theme by its id, or `#rrggbb`. */
  readonly colour: string;
  /** A digit from 1 to 9 or a small letter; `null` for none. */
  readonly key: string | null;
  readonly guideline: string;
  /** `any`, or parts of a letter: `summary`, `request`, `decision`, `claimsAdministratorGuideline`, `reviewerGuideline`, `rationale`. */
  readonly fields: readonly string[];
}

export interface LabelsAnswer {
  readonly labels: readonly LabelInfo[];
  readonly problems: readonly { readonly range: LetterRange; readonly message: string }[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/** Request: the texts of annotation files after a label was renamed; only those that change. */
export const RENAME_LABEL = 'imrLetters/renameLabel';

export interface RenameLabelParams {
  readonly files: readonly AnnotationFileText[];
  readonly from: string;
  readonly to: string;
}

/** Request: what the files beside some letters say in all, for badges. */
export const ANNOTATION_SUMMARIES = 'imrLetters/annotationSummaries';

export interface AnnotationSummariesParams {
  /** One entry per letter: the texts of its files. */
  readonly letters: readonly { readonly uri: string; readonly files: readonly AnnotationFileText[] }[];
}

export interface AnnotationSummary {
  readonly uri: string;
  /** Threads that people began. */
  readonly annotations: number;
  /** Those with a comment that nobody has resolved, accepted or rejected. */
  readonly openComments: number;
  /** Proposals with a verdict. */
  readonly reviewed: number;
}

/** Request: the text of a sidecar file with some words masked in it, in whatever way JSON writes them. */
export const MASK_IN_FILE = 'imrLetters/maskInFile';

export interface MaskInFileParams {
  readonly text: string;
  /** The words to be masked. */
  readonly words: readonly string[];
  readonly mask: string;
}

/** Request: the text of an annotation file without the markers of a merge conflict, with what both sides say; the same text where it holds none. */
export const KEEP_BOTH_SIDES = 'imrLetters/keepBothSides';

export interface KeepBothSidesParams {
  readonly text: string;
}
