import * as l10n from '@vscode/l10n';
import type { Span } from '../../letter';
import { visibleEnd } from '../places';
import { passagesOf } from '../prose';
import type { Observation, Rule } from '../rule';
import { withRationale } from './example-passages';

/**
 * Words that a sentence goes on behind. In small letters only: `Hemoglobin A`,
 * `vitamin A` and headings end in others.
 */
const GOES_ON =
  'and|or|but|nor|the|a|an|of|with|for|from|to|in|on|at|by|as|than|that|which|who|whose|because|since|while|when|where|if|although|though|unless|until|into|onto|per|via|between|among|against|during|without|within|toward|towards|is|was|are|were|be|been|being|has|have|had|will|would|should|could|may|might|can|cannot|must|not|his|her|its|their|your|our';
const END = new RegExp(`(?:(?<![\\w.'’/-])(?:${GOES_ON})|,|[A-Za-z]{2,}[-\\u2010]|\\()$`);
/** How a letter closes before it is signed. */
const CLOSING = /\b(?:sincerely|respectfully|truly|yours|regards|submitted),$/i;
/** As far back as the longest of these reaches. */
const TAIL = 40;

/** A finite verb, such as a sentence has and a request has not. */
const VERB = /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|cannot|could|will|would|shall|should|may|might|must|not|there|therefore|this|he|she|it|they|guidelines?)\b/i;
/** So begin sentences, and no requests. */
const BEGUN = /^\s*(?:as|the|this|these|those|that|its?|in|on|at|by|for|with|without|while|although|though|given|therefore|thus|hence|and|but|or|of|to|per|based|if|when|since|because|due|according|further\w*|also|here|there|no|not|such|so|however)\b/i;
const LONGEST_HEADING = 400;

/**
 * The text ends in the first line of the next heading, which goes on below:
 * `Capsaicin 0.025% in` / `cream base: Upheld`. (Observed in letters without
 * empty lines, where a heading over two lines follows the rationale directly.)
 */
function isHeading(text: string, { start, end }: Span, next: Span | undefined): boolean {
  if (next === undefined || next.start < end) return false;
  const lineStart = /(?:^|[\r\n\f])[ \t]*$/.test(text.slice(Math.max(0, next.start - 20), next.start));
  if (lineStart && /[a-z)%]/.test(text.charAt(next.start))) return true;
  const tail = text.slice(Math.max(start, end - LONGEST_HEADING), end);
  const stop = /^[^]*[.!?]["”’')\]]{0,3}(?=\s)/.exec(tail)?.[0].length ?? 0;
  return stop > 0 && /^[ \t]*[\r\n\f]/.test(tail.slice(stop)) && !VERB.test(tail.slice(stop)) && !BEGUN.test(tail.slice(stop));
}

/** The last words of the summary or of a rationale leave a sentence open. */
export const unfinishedSentence: Rule = {
  code: 'unfinished-sentence',
  title: 'The last sentence is not finished',
  level: 'information',
  why: 'Text that breaks off has lost something: a conclusion, a number, a reason. A reader cannot know what.',
  source: 'Observed in letters: summaries and rationales end with a whole sentence, some without their full stop.',
  marks:
    'The last word of the clinical case summary or of a decision rationale, where the text there ends without a full stop in one of these: a comma; an opening bracket; a hyphen behind a word (`post-`); or, in small letters, one of the words and, or, but, nor, the, a, an, of, with, for, from, to, in, on, at, by, as, than, that, which, who, whose, because, since, while, when, where, if, although, though, unless, until, into, onto, per, via, between, among, against, during, without, within, toward, is, was, are, were, be, been, being, has, have, had, will, would, should, could, may, might, can, cannot, must, not, his, her, its, their, our, your. Not marked: a closing before a signature (“Sincerely,”), text that only lacks its full stop, sentences inside the text, guideline fields and requests, copies that end before the fields of their items, as they were cut off, open words that no empty line parts from the next item’s request, since they are read as its beginning, open words with the next heading on the same line, and what may be the first line of the next item’s heading: where that request begins with a small letter, or the open words begin a line, behind a full stop, hold no verb and begin with none of “the”, “as”, “this”, “in”, “with” and other small words.',
  examples: {
    wrong: [
      { title: 'A rationale that breaks off', text: withRationale('The request is not medically necessary. The guideline reserves imaging for knees that lock or give way, and the notes speak of') },
    ],
    right: [
      { title: 'A full stop that was forgotten', text: withRationale('The notes speak of neither. The request is not medically necessary') },
    ],
  },
  check: ({ text, letter }) => {
    // A copy that ends before the fields of its items was cut off; it is no draft.
    if (letter.items.every(({ fields }) => fields.length === 0)) return [];
    return passagesOf(text, letter).flatMap(({ span, item, kind }): Observation[] => {
      const end = visibleEnd(text, span.start, span.end);
      const tail = text.slice(Math.max(span.start, end - TAIL), end).replace(/\s/g, ' ');
      const found = END.exec(tail);
      if (found === null || CLOSING.test(tail) || (item !== null && isHeading(text, { start: span.start, end }, letter.items[item + 1]?.request))) return [];
      const last = /\S+$/.exec(tail)?.[0] ?? found[0];
      const length = Math.max(found[0].length, last.length);
      const message =
        kind === 'summary'
          ? l10n.t('The summary breaks off in the middle of a sentence, with “{0}”.', last)
          : l10n.t('The rationale breaks off in the middle of a sentence, with “{0}”.', last);
      return [{ span: { start: end - length, end }, message, item }];
    });
  },
  fixes: () => [],
};
