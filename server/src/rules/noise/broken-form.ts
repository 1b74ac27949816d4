import type { RuleContext } from '../rule';
import { placed, textOf, type Spoilt } from './mending';

/** "L5-S 1": a blank before the last number of two spine levels. */
const LEVEL = /(?<![A-Za-z\d])[CTLS]\d{1,2}-[CTLS] \d{1,2}(?![\dA-Za-z])/g;
/** "Non -MTUS", words of the form. */
const NON_MTUS = /(?<![A-Za-z])Non(?: -|- )MTUS(?![A-Za-z])/g;
/** "Treatment 200 7.": the year of a guideline. */
const YEAR = /(?<=[A-Za-z)] )(?:(?:19|20)\d \d|(?:19|20) \d\d)(?=[.,;]|$)/g;

/** Levels, years and words of the form with one blank inside; in text order. */
export function brokenForm({ text, letter }: RuleContext): Omit<Spoilt, 'message'>[] {
  const words = textOf(text, letter);
  const places = [LEVEL, NON_MTUS].flatMap((pattern) =>
    [...words.matchAll(pattern)].map((match) => ({ span: placed(letter, match.index, match.index + match[0].length), to: match[0].replace(' ', '') })),
  );
  for (const { fields } of letter.items) {
    for (const { kind, body } of fields) {
      if (kind === 'rationale') continue;
      for (const match of text.slice(body.start, body.end).matchAll(YEAR)) {
        const start = body.start + match.index;
        places.push({ span: { start, end: start + match[0].length }, to: match[0].replace(' ', '') });
      }
    }
  }
  return places.sort((a, b) => a.span.start - b.span.start);
}
