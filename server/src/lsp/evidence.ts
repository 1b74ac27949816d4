import { foldedText, type Span } from '../letter';
import { evidenceIn } from '../rules/evidence/mentions';
import type { Evidence, LetterPassage } from './client-requests';
import type { Reading } from './reading';

/** What the rationales of a document miss and its summaries have, for the client's list. */
export function evidenceOf(reading: Reading): Evidence {
  const { text } = reading;
  const passage = (span: Span): LetterPassage => ({ range: reading.range(span), text: foldedText(text, span) });
  return {
    claims: reading.letters.flatMap((letter) =>
      evidenceIn(text, letter).map(({ item, claim, mentions }) => {
        const of = letter.items[item];
        const request = of === undefined ? '' : foldedText(text, of.partial?.remaining ?? of.request);
        return { item, request, claim: passage(claim), mentions: mentions.map(passage) };
      }),
    ),
  };
}
