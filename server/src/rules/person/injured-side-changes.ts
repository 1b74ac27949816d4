import * as l10n from '@vscode/l10n';
import { foldedText, type Letter } from '../../letter';
import { passagesOf } from '../prose';
import type { Fix, Observation, Rule, RuleContext } from '../rule';
import { sidedPartsIn, speaksOfOtherSide, type Side, type SidedPart } from './sides';
import { toldLetter } from './told-letter';

/** A request names the left shoulder, and the summary only ever speaks of the right one. */
export const injuredSideChanges: Rule = {
  code: 'injured-side-changes',
  title: 'The request is for the other side than the summary speaks of',
  level: 'hint',
  why: 'Treatment of the wrong side is refused or granted on records of the other. Either the request was taken down wrongly, or the summary was.',
  source: 'Observed in letters: where a request names a side, the summary speaks of the same one. A summary may leave out the side in dispute, so this is a hint.',
  marks:
    'Side and part in the heading of an item (“left shoulder”), where the clinical case summary speaks of the same part with a side at least once and always of the **other** side. Parts are *shoulder, knee, wrist, hand, elbow, hip, ankle, foot, thumb, finger, heel, forearm, thigh, calf, toe, eye, ear, arm, leg, upper* and *lower extremity*; up to two words may stand between (“left anterior knee”). The place in the summary is shown beside it.\n\nNot marked: headings that name both sides of a part; parts that the summary has with *both, bilateral, right and left* too; summaries in which *opposite, contralateral, uninjured, unaffected, non-dominant, other side* or *other knee* (shoulder, …), or a comparison of the sides (*left greater than right*, *L > R*), stands anywhere; a side without a part. Differences within an item, between heading and rationale, are the matter of other checks.',
  examples: {
    wrong: [{ title: 'The other knee', text: toldLetter('A warehouse worker twisted the right knee on a ladder. The right knee was swollen.', undefined, 'MRI of the left knee: Upheld') }],
    right: [{ title: 'Both knees are spoken of', text: toldLetter('A warehouse worker fell on both knees. The right knee was swollen.', undefined, 'MRI of the left knee: Upheld') }],
  },
  check: ({ text, letter }) =>
    changes(text, letter).map(({ asked, told, item }): Observation => ({
      span: asked.span,
      message: l10n.t('The request is for the “{0}”; the summary speaks of the “{1}” only.', foldedText(text, asked.span), foldedText(text, told.span)),
      item,
      related: [{ span: told.span, message: l10n.t('The summary speaks of the other side.') }],
    })),
  fixes({ text, letter }: RuleContext, { span }): Fix[] {
    const found = changes(text, letter).find(({ asked }) => asked.span.start === span.start);
    if (found === undefined) return [];
    const { word, side } = found.asked;
    const other = side === 'left' ? 'right' : 'left';
    const written = text.slice(word.start, word.end);
    const newText = written === written.toUpperCase() ? other.toUpperCase() : /^[A-Z]/.test(written) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
    return [{ title: l10n.t('Write “{0}” in the request', newText), edits: [{ span: word, newText }] }];
  },
};

interface Change {
  readonly asked: SidedPart;
  readonly told: SidedPart;
  readonly item: number;
}

function changes(text: string, letter: Letter): Change[] {
  const summaries = passagesOf(text, letter).filter(({ kind }) => kind === 'summary');
  if (summaries.length === 0 || summaries.some(({ span }) => speaksOfOtherSide(text.slice(span.start, span.end)))) return [];
  const sides = new Map<string, Map<Side, SidedPart>>();
  for (const told of summaries.flatMap(({ span }) => sidedPartsIn(text, span))) {
    const ofPart = sides.get(told.part) ?? new Map<Side, SidedPart>();
    sides.set(told.part, ofPart);
    if (!ofPart.has(told.side)) ofPart.set(told.side, told);
  }
  return letter.items.flatMap(({ request }, item): Change[] => {
    const asked = sidedPartsIn(text, request);
    return asked.flatMap((one): Change[] => {
      const told = sides.get(one.part);
      if (one.side === 'both' || told?.has('both')) return [];
      const other = told?.get(one.side === 'left' ? 'right' : 'left');
      const twice = asked.some(({ part, side }) => part === one.part && side !== one.side);
      return other === undefined || told?.has(one.side) || twice ? [] : [{ asked: one, told: other, item }];
    });
  });
}
