import * as l10n from '@vscode/l10n';
import { foldedText, type DecisionValue, type DisputedItem, type Span } from '../../letter';
import type { Manner } from '../../rules/manner';
import type { Sentence, SentencePlace } from './sentences';

const NECESSARY: Readonly<Record<DecisionValue, string>> = { upheld: 'is not medically necessary', overturned: 'is medically necessary' };

/**
 * The sentence that closes a rationale, for the decision at hand; both where
 * nothing is decided. Not offered again behind a conclusion, unless somebody
 * has begun to write it (`begun`).
 */
export function conclusions(text: string, manner: Manner, { item, letter, said }: SentencePlace, begun: boolean): Sentence[] {
  if (!begun && /\bmedically\s+necessary\b/i.test(said)) return [];
  const value = item.decision?.value ?? null;
  const values: readonly DecisionValue[] = value === null ? ['upheld', 'overturned'] : [value];
  const request = insideSentence(text, letter.span, requestOf(text, item));
  return values.map((each) => {
    const sentence = `Therefore, the ${request === '' ? 'request' : `requested ${request}`} ${NECESSARY[each]}.`;
    return {
      kind: 'conclusion',
      label: `Therefore, … ${NECESSARY[each]}.`,
      detail: l10n.t('Conclusion for “{0}”', manner.decisions[each]),
      documentation: sentence,
      opening: sentence,
      parts: [sentence],
    };
  });
}

/** The request as the letter writes it; of one granted in part, what is left to decide. */
function requestOf(text: string, item: DisputedItem): string {
  return foldedText(text, item.partial?.remaining ?? item.request).replace(/[\s.,;:]+$/, '');
}

/**
 * The request as it stands inside a sentence. Its first word loses its capital
 * where this letter writes the word in small letters too; names keep theirs.
 */
function insideSentence(text: string, letter: Span, request: string): string {
  const word = /^[A-Z][a-z]+(?![A-Za-z])/.exec(request)?.[0].toLowerCase();
  if (word === undefined || !new RegExp(`\\b${word}\\b`).test(text.slice(letter.start, letter.end))) return request;
  return word + request.slice(word.length);
}
