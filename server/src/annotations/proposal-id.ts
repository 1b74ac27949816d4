import { toldApart, type Letter } from '../letter';
import { contentHash } from './code-points';
import type { AnnotatedField, ProposalKind } from './model';

/** What makes a proposal the one it is. */
export interface ProposalKey {
  readonly kind: ProposalKind;
  /** The words of the item's request; `null` for a proposal about the letter. */
  readonly item: string | null;
  readonly field: AnnotatedField | null;
  /** The words that the proposal is about. */
  readonly quote: string;
  /** Which of several letters of a file it is in; counts only where they hold the same. */
  readonly letter: Letter;
}

/**
 * Ids of proposals, in their order: `urn:imr:` and 16 hexadecimal digits of
 * item, field and quote, so that an id stays when other items come, go or
 * change places. Words are compared by letters and digits alone, as line
 * breaks, blanks and punctuation change with every clean-up.
 *
 * Give all proposals of a file in the order of the text: only those that are
 * the same in all four are told apart, in several letters by their case
 * numbers, and within one by counting.
 */
export function proposalIds(text: string, keys: readonly ProposalKey[]): string[] {
  const named = keys.map(({ kind, item, field, quote, letter }) => ({ name: JSON.stringify([kind, item === null ? null : essence(item), field, essence(quote)]), letter }));
  return toldApart(text, named).map(({ name, ordinal }) => `urn:imr:${contentHash(ordinal === 0 ? name : `${name}#${ordinal}`)}`);
}

/** Letters and digits in lower case; of words without any, the words. */
function essence(words: string): string {
  const plain = words.normalize('NFKC').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, '') || plain.trim();
}
