/**
 * What the house needs of the world outside. Node built-ins are banned
 * elsewhere; `main.node.ts`, `main.browser.ts` and `cli.ts` provide these.
 */

export interface FileSystem {
  /** The bytes of a file; rejects with a readable message when it cannot be read. */
  readFile(path: string): Promise<Uint8Array>;
  /** The same, and `undefined` where there is no such file. */
  readFileIfThere(path: string): Promise<Uint8Array | undefined>;
}

/** What time it is. */
export interface Clock {
  now(): Date;
}

/** Names for new things. */
export interface IdSource {
  /** A random `urn:uuid:…` (RFC 9562, version 4), another one each time. */
  newId(): string;
}
