/**
 * What the house needs of the world outside. Node built-ins are banned
 * elsewhere; `main.node.ts`, `main.browser.ts` and `cli.ts` provide these.
 */

export interface FileSystem {
  /** The bytes of a file; rejects with a readable message when it cannot be read. */
  readFile(path: string): Promise<Uint8Array>;
}
