/**
 * What client and server of this product say to each other beyond the
 * protocol. The one file of the server, beside the letter reader, that the
 * client may import; so it imports nothing.
 */

/** `initializationOptions`; every entry may be absent. Other clients may send the first one. */
export interface InitializationOptions {
  /** The setting `imrLetters.rules` for clients that answer no `workspace/configuration`. */
  readonly rules?: unknown;
  /** Address of a rule's page, with `{code}` where the code goes, written as a URI. */
  readonly rulePage?: string;
  /** The client wants the notification `imrLetters/letterStatus`. */
  readonly letterStatus?: boolean;
  /** The client shows pages of guidelines: it knows the scheme of {@link GUIDELINE_PAGE_SCHEME}. */
  readonly guidelinePages?: boolean;
  /** The client asks for reasons and sends the files of ignored findings; for others the server reads these itself, where it can. */
  readonly ignoredFindings?: boolean;
  /** The translation bundle: English text → text in the person's language. */
  readonly l10n?: Readonly<Record<string, string>>;
}

/** Notification, server to client: what the server has read in a document, whenever that has changed. */
export const LETTER_STATUS = 'imrLetters/letterStatus';

export interface LetterStatus {
  readonly uri: string;
  /** One entry per letter in the document, in its order; empty: the text is no such letter. */
  readonly letters: readonly {
    readonly layout: string;
    readonly items: number;
  }[];
}

/**
 * Request, client to server: the disputed items of an open document, as of its
 * newest change; `null` for one that is not open. Ranges move with each
 * change, and counts with the setting `imrLetters.rules`.
 */
export const ITEMS = 'imrLetters/items';

export interface ItemsParams {
  readonly uri: string;
}

/** Lines and characters as in the protocol, zero-based. */
export interface LetterRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface LetterItems {
  /** The document's version that was read. */
  readonly version: number;
  /** One entry per letter in the document, in its order; empty: the text is no such letter. */
  readonly letters: readonly {
    readonly layout: string;
    /** As the letter's header has it, `null` where it has none. */
    readonly caseNumber: string | null;
    readonly range: LetterRange;
    readonly items: readonly ItemOfLetter[];
  }[];
}

export interface ItemOfLetter {
  /** What is disputed, on one line, at most 200 characters; of a request granted in part the rest; empty where the heading is gone. */
  readonly request: string;
  /** `null`: there is none, or it is neither. */
  readonly decision: 'upheld' | 'overturned' | null;
  /** The request in the item's heading, without decision. */
  readonly requestRange: LetterRange;
  readonly range: LetterRange;
  /** Guidelines named in its fields, each mention counted. */
  readonly citations: number;
  /** Findings that a list of problems shows: all but hints. */
  readonly findings: number;
  readonly findingsByLevel: { readonly error: number; readonly warning: number; readonly information: number; readonly hint: number };
}

/** Request, client to server: the form of a new letter to be filled in. */
export const NEW_LETTER = 'imrLetters/newLetter';

export interface NewLetterParams {
  /** `2016` where it is left out or no layout that letters are begun in. */
  readonly layout?: string;
}

export interface NewLetter {
  /** With placeholders, in the protocol's snippet syntax. */
  readonly snippet: string;
  /** What is to be filled in stands in brackets. */
  readonly plain: string;
}

/** Scheme of the read-only pages of guidelines; the first part of the path is the id, the rest what people see. */
export const GUIDELINE_PAGE_SCHEME = 'imr-guideline';

/** Request, client to server: the page of a guideline or of a section of law; `null` for an id that is not known. */
export const GUIDELINE_PAGE = 'imrLetters/guidelinePage';

export interface GuidelinePageParams {
  readonly id: string;
}

export interface GuidelinePage {
  readonly title: string;
  /** Markdown that reads well as text. */
  readonly text: string;
}

/**
 * Request, client to server: the workspace's own files of guidelines, all of
 * them, whenever one has changed. Answered when letters are read with them.
 */
export const GUIDELINE_FILES = 'imrLetters/guidelineFiles';

export interface GuidelineFilesParams {
  readonly files: readonly { readonly uri: string; readonly text: string }[];
}

/** What is wrong in the files; the entries that are right are used all the same. */
export interface GuidelineFilesAnswer {
  readonly problems: readonly { readonly uri: string; readonly range: LetterRange; readonly message: string }[];
}

/**
 * Notification, client to server: the file of ignored findings beside a
 * letter, when the letter opens and whenever the file has changed; `text` is
 * `null` where there is none.
 */
export const IGNORED_FILE = 'imrLetters/ignoredFile';

export interface IgnoredFileParams {
  /** The letter's. */
  readonly uri: string;
  readonly text: string | null;
}

/** The client's command behind a fix that masks: the letter's address, the words that were masked in it, and the mask. */
export const MASK_KEPT_COMMAND = 'imrLetters.maskKept';

/** Ending of the file of ignored findings, behind the letter's whole name. */
export const IGNORED_FILE_ENDING = '.ignored.jsonl';

/** The client's command behind the quick fix that ignores a finding; its argument is a {@link FindingToIgnore}. */
export const IGNORE_FINDING_COMMAND = 'imrLetters.ignoreFinding';

export interface FindingToIgnore {
  readonly uri: string;
  readonly id: string;
  readonly message: string;
}

/**
 * Request, client to server: the text that the file beside an open letter
 * shall have so that a finding is ignored; `null` where the letter has no such
 * finding or the reason is empty. Writing it is the client's.
 */
export const IGNORE_FINDING = 'imrLetters/ignoreFinding';

export interface IgnoreFindingParams {
  readonly uri: string;
  /** The file as it is now, empty where there is none. */
  readonly text: string;
  readonly id: string;
  readonly reason: string;
  /** Who ignores it; may be empty. */
  readonly by: string;
  /** The day, `2026-11-20`. */
  readonly on: string;
}

/** Request, client to server: the text that the file shall have so that these findings are no longer ignored. */
export const STOP_IGNORING = 'imrLetters/stopIgnoring';

export interface StopIgnoringParams {
  /** The file as it is now. */
  readonly text: string;
  readonly ids: readonly string[];
}

/** An empty text: nothing is left, and no file is needed. */
export interface ChangedIgnoredFile {
  readonly text: string;
  /** Why nothing was changed, for the person to read; `null` when it was. */
  readonly refused: string | null;
}

/** Request, client to server: what is ignored in an open letter; `null` for one that is not open. */
export const IGNORED = 'imrLetters/ignored';

export interface IgnoredParams {
  readonly uri: string;
}

export interface IgnoredList {
  readonly ignored: readonly {
    readonly id: string;
    readonly code: string;
    /** Zero-based index of the disputed item, now or else when it was ignored. */
    readonly item: number | null;
    readonly reason: string;
    readonly by: string;
    readonly on: string;
    /** What is disputed there, on one line; `null` for the letter as a whole and for a finding that is gone. */
    readonly request: string | null;
    /** `null`: the letter no longer has this finding. */
    readonly found: { readonly range: LetterRange; readonly message: string } | null;
  }[];
  /** Lines of the file that cannot be read, counted from 1; they are kept. */
  readonly unreadable: readonly number[];
}

/**
 * Request, client to server: where a rationale says that something is not
 * documented, and where the summary speaks of it; `null` for a letter that is
 * not open. Whether the rule is on does not matter.
 */
export const EVIDENCE = 'imrLetters/evidence';

export interface EvidenceParams {
  readonly uri: string;
}

/** A stretch of a letter, its words on one line. */
export interface LetterPassage {
  readonly range: LetterRange;
  readonly text: string;
}

export interface Evidence {
  readonly claims: readonly {
    /** Zero-based index of the disputed item in its letter. */
    readonly item: number;
    /** What is disputed, on one line; empty where the heading is gone. */
    readonly request: string;
    readonly claim: LetterPassage;
    /** The sentences of the summary, never empty. */
    readonly mentions: readonly LetterPassage[];
  }[];
}
