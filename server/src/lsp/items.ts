import { citationsOf } from '../guidelines';
import { foldedText } from '../letter';
import type { RuleLevels } from '../rules';
import type { LetterItems } from './client-requests';
import type { Reading } from './reading';

/** Longest request that a tree shows; the whole of it stands in the letter. */
const LONGEST_REQUEST = 200;

/** The letters of a document with their disputed items, for the client's tree. */
export function itemsOf(reading: Reading, levels: RuleLevels): LetterItems {
  const { text } = reading;
  const counts = reading.findingCounts(levels);
  return {
    version: reading.version,
    letters: reading.letters.map((letter, index) => {
      const caseNumber = letter.header.find(({ kind }) => kind === 'caseNumber')?.value ?? null;
      return {
        layout: letter.layout,
        caseNumber: caseNumber === null ? null : foldedText(text, caseNumber),
        range: reading.range(letter.span),
        items: letter.items.map((item, position) => ({
          request: shortened(foldedText(text, item.partial?.remaining ?? item.request)),
          decision: item.decision?.value ?? null,
          requestRange: reading.range(item.request),
          range: reading.range(item.span),
          citations: citationsOf(text, item, reading.catalogue).filter(({ kind }) => kind !== 'none').length,
          findings: counts.visible(index, position),
          findingsByLevel: counts.byLevel(index, position),
        })),
      };
    }),
  };
}

function shortened(words: string): string {
  if (words.length <= LONGEST_REQUEST) return words;
  const blank = words.lastIndexOf(' ', LONGEST_REQUEST - 1);
  return `${words.slice(0, blank > LONGEST_REQUEST / 2 ? blank : LONGEST_REQUEST - 1)}…`;
}
