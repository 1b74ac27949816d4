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
