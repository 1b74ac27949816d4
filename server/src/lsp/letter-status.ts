import type { Letter } from '../letter';
import type { LetterStatus } from './client-requests';

/** What the client's status item shows of a document. */
export function letterStatusOf(uri: string, letters: readonly Letter[]): LetterStatus {
  return { uri, letters: letters.map(({ layout, items }) => ({ layout, items: items.length })) };
}
