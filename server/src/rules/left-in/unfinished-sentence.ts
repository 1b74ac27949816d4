import * as l10n from '@vscode/l10n';
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

/** The last words of the summary or of a rationale leave a sentence open. */
export const unfinishedSentence: Rule = {
  code: 'unfinished-sentence',
  title: 'The last sentence is not finished',
  level: 'information',
  why: 'Text that breaks off has lost something: a conclusion, a number, a reason. A reader cannot know what.',
  source: 'Observed in letters: summaries and rationales end with a whole sentence, some without their full stop.',
  marks:
    'The last word of the clinical case summary or of a decision rationale, where the text there ends without a full stop in one of these: a comma; an opening bracket; a hyphen behind a word (`post-`); or, in small letters, one of the words and, or, but, nor, the, a, an, of, with, for, from, to, in, on, at, by, as, than, that, which, who, whose, because, since, while, when, where, if, although, though, unless, until, into, onto, per, via, between, among, against, during, without, within, toward, is, was, are, were, be, been, being, has, have, had, will, would, should, could, may, might, can, cannot, must, not, his, her, its, their, our, your. Not marked: a closing before a signature (“Sincerely,”), text that only lacks its full stop, sentences inside the text, guideline fields and requests, and copies that end before the fields of their items, as they were cut off.',
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
      if (found === null || CLOSING.test(tail)) return [];
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
