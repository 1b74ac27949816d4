import { contentHash } from '../../annotations/code-points';

/** So many older texts of one letter are kept; positions of more are rare, and quotes find them. */
const MOST = 32;

/** Texts that a letter had, by their hashes, as far as they were sent or seen here. */
export class Bases {
  private readonly texts = new Map<string, string>();

  /** The text with this hash. */
  get(hash: string): string | undefined {
    return this.texts.get(hash);
  }

  /** Keeps a text, the newest ones if there are too many; gives its hash. */
  add(text: string): string {
    const hash = contentHash(text);
    this.texts.delete(hash);
    this.texts.set(hash, text);
    for (const oldest of this.texts.keys()) {
      if (this.texts.size <= MOST) break;
      this.texts.delete(oldest);
    }
    return hash;
  }
}
