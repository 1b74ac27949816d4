import * as l10n from '@vscode/l10n';
import { foldedText } from '../../letter';
import { CLAIMS_ADMINISTRATOR_GUIDELINE, exampleLetter, REVIEWER_GUIDELINE } from '../example-letter';
import { mannerOf } from '../manner';
import type { Fix, Observation, Rule, RuleContext } from '../rule';
import { conclusionsOf } from './conclusion';

/** Longer words of a heading or conclusion are cut in messages. */
const LONGEST_QUOTE = 60;

function withRationale(heading: string, rationale: string): string {
  return exampleLetter({ heading, fields: [CLAIMS_ADMINISTRATOR_GUIDELINE, REVIEWER_GUIDELINE, `Decision rationale: ${rationale}`] });
}

/** A heading says Upheld and the rationale ends in the treatment's favor, or the reverse. */
export const conclusionContradictsDecision: Rule = {
  code: 'conclusion-contradicts-decision',
  title: 'The conclusion contradicts the decision',
  level: 'warning',
  why: 'Upheld means that the denial stands: the treatment is not medically necessary. Overturned means that the treatment is medically necessary. Where the heading says one and the conclusion of the rationale the other, nobody can tell which of them the reviewer decided, and the claims administrator cannot carry the letter out.',
  source: '8 CCR § 9792.10.6(d): the determination states whether the disputed treatment is medically necessary. That heading and conclusion agree was observed in all real letters read; the ways of saying it are from those letters.',
  marks: `The words of the rationale's conclusion that decide, such as \`is medically necessary\` or \`not medically necessary\`; the decision of the item is shown beside them.

The conclusion is the last sentence of the rationale that says of the request, of "the request", or behind a "Therefore" or the like, that it is or is not medically necessary (needed, appropriate, indicated, reasonable, justified, warranted, supported), that its medical necessity is or is not established (supported, demonstrated, met …), that it is approved, certified, authorized, granted, recommended, denied or non-certified, or that the denial or decision of the claims administrator is upheld, agreed with, reversed or overturned. Sentences behind it on tapering or on other care do not matter.

Not marked, because they decide nothing or not all of it: conditions ("would be necessary if", "is necessary when"), words of a guideline, of the treating doctor or of utilization review ("the guideline states that …"), quotations, past decisions ("was approved in May"), reasons ("As the surgery is not medically necessary, …" – what follows decides), parts of a request ("nine sessions are, the remaining are not"), conclusions that take each other back, and sentences with more than one negation that cannot be told for sure.`,
  examples: {
    wrong: [
      { title: 'The heading denies what the rationale grants', text: withRationale('MRI of the left knee: Upheld', 'Six weeks of exercise have brought no relief, and the knee locks. Therefore, the request is medically necessary.') },
      { title: 'The heading grants what the rationale denies', text: withRationale('MRI of the left knee: Overturned', 'Nothing has been tried yet. The medical necessity of the request has not been established.') },
    ],
    right: [
      { title: 'Both deny', text: withRationale('MRI of the left knee: Upheld', 'Nothing has been tried yet. The request cannot be considered medically necessary at this time.') },
      { title: 'A condition is no conclusion', text: withRationale('MRI of the left knee: Upheld', 'An MRI would be medically necessary if the knee locked. It does not. Therefore, the request is not medically necessary.') },
    ],
  },
  check: ({ text, letter }) =>
    conclusionsOf(text, letter).flatMap((conclusion, index): Observation[] => {
      const decision = letter.items[index]?.decision;
      const decided = conclusion?.decided;
      if (!decided || !decision?.value || decision.value === decided.value) return [];
      return [
        {
          span: decided.verdict.span,
          message: l10n.t(
            'The heading says “{0}”, and the conclusion says “{1}”.',
            short(foldedText(text, decision.span)),
            short(foldedText(text, decided.verdict.span)),
          ),
          item: index,
          related: [{ span: decision.span, message: l10n.t('The decision stands here.') }],
        },
      ];
    }),
  fixes(context, finding) {
    const { text, letter } = context;
    const index = finding.item ?? -1;
    const decision = letter.items[index]?.decision;
    const decided = conclusionsOf(text, letter)[index]?.decided;
    if (!decision?.value || !decided || decided.value === decision.value) return [];
    const word = mannerOf(text, letter).decisions[decided.value];
    // Which of the two is wrong only the reviewer knows.
    return [{ title: l10n.t('Decide “{0}”, as the conclusion has it', word), edits: [{ span: decision.span, newText: word }] }, ...otherConclusion(context, decided.verdict.span.start, decided.verdict.span.end)];
  },
};

/** The conclusion with its `not` taken out, or with one put in, where that is all there is to it. */
function otherConclusion({ text }: RuleContext, start: number, end: number): Fix[] {
  const words = text.slice(start, end);
  const without = /^(?:is|are|was|were)\s{1,4}(not\s{1,4})medically\s{1,4}necessary/i.exec(words);
  if (without?.[1] !== undefined) {
    const at = start + without[0].indexOf(without[1]);
    return [{ title: l10n.t('Take “not” out of the conclusion'), edits: [{ span: { start: at, end: at + without[1].length }, newText: '' }] }];
  }
  const bare = /^(?:is|are|was|were)(?=\s{1,4}medically\s{1,4}necessary)/i.exec(words);
  if (bare === null) return [];
  const at = start + bare[0].length;
  return [{ title: l10n.t('Put “not” into the conclusion'), edits: [{ span: { start: at, end: at }, newText: ' not' }] }];
}

function short(words: string): string {
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE - 1)}…` : words;
}
