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
