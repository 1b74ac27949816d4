import { catalogue, citationsIn, officialText, type Catalogue } from '../guidelines';
import type { Letter, Span } from '../letter';

export interface DocumentLink {
  /** Half-open, UTF-16 code units. */
  readonly span: Span;
  /** The official text of the section. */
  readonly target: string;
}

/** The sections of law that a letter cites, in the order of the text; addresses of official texts alone, and nothing is fetched. */
export function documentLinks(text: string, letter: Letter, of: Catalogue = catalogue()): DocumentLink[] {
  return citationsIn(text, letter, of).flatMap(({ citation: { family, head, span } }) => {
    if (family !== 'regulation') return [];
    const name = head ?? span;
    const target = officialText(text.slice(name.start, name.end));
    return target === null ? [] : [{ span, target }];
  });
}
