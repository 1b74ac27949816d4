import * as l10n from '@vscode/l10n';
import type { Letter, Span } from '../../letter';
import { CLAIMS_ADMINISTRATOR_GUIDELINE, exampleLetter, REVIEWER_GUIDELINE } from '../example-letter';
import { lastLine } from '../places';
import { rationaleOf } from '../prose';
import type { Observation, Rule } from '../rule';
import { conclusionsOf } from './conclusion';

/** The rationale points to another one. */
const ELSEWHERE = /^(?:please\s+)?(?:see|same|refer|as)\s+(?:to\s+)?(?:above|as\s+above|below|item|the\s+(?:above|rationale|previous|preceding|discussion)|number|#|rationale|previous|per\s+above)/i;

function withRationale(words: string): string {
  return exampleLetter({ fields: [CLAIMS_ADMINISTRATOR_GUIDELINE, REVIEWER_GUIDELINE, `Decision rationale: ${words}`] });
}

/** A rationale that never says what follows from it. */
export const noConclusion: Rule = {
  code: 'no-conclusion',
  title: 'A rationale without a conclusion',
  level: 'hint',
  why: 'The rationale has to lead to the decision: it says whether the request is medically necessary. Reasons without that last step leave open what was decided, and they are often a sign that the end of the text was lost.',
  source: '8 CCR § 9792.10.6(d): the determination states whether the disputed treatment is medically necessary. All rationales of the real letters read say so in at least one sentence.',
  marks: `The last line of a rationale in which no sentence says whether the request is medically necessary.

As a conclusion counts, wherever in the rationale it stands: "medically necessary" or "medical necessity" said of the request, of a treatment of the heading, behind "Therefore" or the like, or in the last sentence; any sentence that denies medical necessity; that the request or this treatment is (not) approved, certified, authorized, granted, denied, recommended, supported, appropriate, indicated, reasonable, justified, warranted, needed, excessive, redundant; that it does (not) meet, satisfy or exceed guidelines or criteria; that the denial or decision is upheld, agreed with or overturned; and any part of a sentence with "medically necessary" or "medical necessity" that names no guideline, criteria or study, reports nobody's words ("states that …") and sets no condition. In the **last two sentences** also, of whatever is spoken: certified, approved, authorized, granted, allowed, denied, overturned, upheld, reversed, (un)necessary, (in)appropriate, (contra)indicated, warranted, justified, (un)reasonable, (un)supported, needed, required, excessive, premature, moot, redundant or duplicative in the present ("is", "are", "not", "isn't", "should be" …) in a part of a sentence without guideline, criteria, study, condition or papers ("documentation is needed"); short forms ("Denied.", "Request not certified.", "Would approve.", "Not needed in …"); "so is …", "neither is …", "the same applies", "falls within …", "I agree" (concur, disagree), "the determination (denial, decision) stands", "should proceed" (go ahead, be provided, be given). What a guideline or a doctor says, conditions ("is necessary when"), criteria that are (not) met, and past approvals are no conclusion.

Not marked: a rationale that only points to another ("See above"), an empty one (another rule marks it), the last rationale of a text that breaks off within a sentence, and the layouts of 2013, whose headings conclude themselves.`,
  examples: {
    wrong: [{ title: 'Reasons, and no conclusion', text: withRationale('The guideline reserves imaging for knees that do not improve. Swelling was gone after a week, and the knee bears weight.') }],
    right: [
      { title: 'The last sentence concludes', text: exampleLetter({}) },
      { title: 'The first sentence concludes', text: withRationale('The request is not medically necessary. The guideline reserves imaging for knees that do not improve.') },
      { title: 'An item that goes with another', text: withRationale('As the requested surgery is not medically necessary, this service is not medically necessary.') },
    ],
  },
  check: ({ text, letter }) =>
    conclusionsOf(text, letter).flatMap((conclusion, index): Observation[] => {
      const item = letter.items[index];
      const rationale = item && rationaleOf(item);
      if (!conclusion || conclusion.stated || !rationale || letter.layout.startsWith('2013')) return [];
      if (ELSEWHERE.test(text.slice(rationale.start, rationale.start + 80)) || breaksOff(text, letter, index, rationale)) return [];
      return [{ span: lastLine(text, rationale), message: l10n.t('This rationale does not say whether the request is medically necessary.'), item: index }];
    }),
  fixes({ text, letter }, finding) {
    const item = letter.items[finding.item ?? -1];
    const rationale = item && rationaleOf(item);
    if (!rationale || conclusionsOf(text, letter)[finding.item ?? -1]?.stated !== false) return [];
    const value = item.decision?.value;
    const at = { start: rationale.end, end: rationale.end };
    const stop = /[.!?]["”’')\]]{0,3}$/.test(text.slice(Math.max(rationale.start, rationale.end - 5), rationale.end)) ? '' : '.';
    return [
      ...(value === 'overturned' ? [] : [{ title: l10n.t('Conclude that the request is not medically necessary'), edits: [{ span: at, newText: `${stop} Therefore, the request is not medically necessary.` }] }]),
      ...(value === 'upheld' ? [] : [{ title: l10n.t('Conclude that the request is medically necessary'), edits: [{ span: at, newText: `${stop} Therefore, the request is medically necessary.` }] }]),
    ];
  },
};

/** The text ends here, and not with a sentence. */
function breaksOff(text: string, letter: Letter, index: number, rationale: Span): boolean {
  return index === letter.items.length - 1 && !/[.!?]["”’')\]]{0,3}$/.test(text.slice(Math.max(rationale.start, rationale.end - 5), rationale.end));
}
