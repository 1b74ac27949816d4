import * as l10n from '@vscode/l10n';
import type { Span } from '../../letter';
import { itemMark } from '../places';
import type { Observation, Rule, RuleContext } from '../rule';
import { twoItems } from './example-passages';
import { passageSentences } from './passage-sentences';
import { treatmentWords } from './treatment-words';

/** Fewer characters shared are a common phrase, not a copy. */
const SHARED = 150;
/** How much of the rationale is that of the other item. */
const SHARE = 0.7;
/** Of the items that say the same sentence, so many are compared: time stays linear where all do. */
const MOST_OTHERS = 6;
/** The mark: where the rationale begins. */
const LONGEST_MARK = 60;

/** A rationale that was copied from another item and speaks of that item's treatment only. */
export const rationaleOfAnotherItem: Rule = {
  code: 'rationale-of-another-item',
  title: 'A rationale is that of another item',
  level: 'hint',
  why: 'Each item needs reasons of its own. A rationale copied from another item that speaks of that treatment only leaves this one without reasons.',
  source: 'Observed in letters: the same words serve several items where they speak of all of them or of none by name; items that go with a surgery share one sentence.',
  marks:
    'The beginning of a rationale (its first words, at most 60 characters) when all of this holds: two sentences or more of it, together 150 characters or more, stand word for word in the rationale of another item of the letter, and they are seven tenths or more of it; it names a treatment of the other request that its own request does not name; and it names no treatment of its own request that the other does not name. Where the requests name the same treatment, their parts of the body are compared instead. One word of a treatment is enough to name it. Numbers, amounts, times, sides and words such as “therapy”, “session”, “treatment”, “surgical” and “procedure” name nothing. “Neck” and “cervical”, and common other names of a drug or study (Norco and hydrocodone, MRI and magnetic resonance) count as the same. Not marked: one sentence that serves the items that go with a surgery, a rationale that names both treatments or neither, and requests that differ in number or side only.',
  examples: {
    wrong: [
      {
        title: 'Reasons for a study under a brace',
        text: twoItems(
          'MRI of the left knee',
          'Plain films were taken in May and showed no fracture. The guideline reserves an MRI for knees that lock or give way, and the notes speak of neither. Therefore, the request is not medically necessary.',
          'Cane',
          'Plain films were taken in May and showed no fracture. The guideline reserves an MRI for knees that lock or give way, and the notes speak of neither. Therefore, the request is not medically necessary.',
        ),
      },
    ],
    right: [
      {
        title: 'Reasons of its own',
        text: twoItems(
          'MRI of the left knee',
          'Plain films were taken in May and showed no fracture. The guideline reserves an MRI for knees that lock or give way, and the notes speak of neither. Therefore, the request is not medically necessary.',
          'Cane',
          'The gait is even, and the employee walks a mile without aid. A cane would take load off a leg that needs it. Therefore, the request is not medically necessary.',
        ),
      },
    ],
  },
  check: (context) => copies(context),
  fixes: () => [],
};

interface Reasons {
  readonly span: Span;
  readonly length: number;
}

/** Each rationale is held against the first few that said its sentences before it. */
function copies(context: RuleContext): Observation[] {
  if (context.letter.items.length < 2) return [];
  const said = new Map<string, number[]>();
  const reasons = new Map<number, Reasons>();
  const found = new Map<number, Observation>();
  for (const { item: index, span, words } of passageSentences(context.text, context.letter)) {
    if (index === null) continue;
    const shared = new Map<number, { length: number; count: number }>();
    let length = 0;
    for (const sentence of new Set(words)) {
      length += sentence.length;
      const others = said.get(sentence);
      if (others === undefined) {
        said.set(sentence, [index]);
        continue;
      }
      for (const other of others) {
        const sum = shared.get(other) ?? { length: 0, count: 0 };
        shared.set(other, { length: sum.length + sentence.length, count: sum.count + 1 });
      }
      if (others.length < MOST_OTHERS) others.push(index);
    }
    reasons.set(index, { span, length });
    for (const [other, sum] of shared) {
      if (sum.count < 2 || sum.length < SHARED) continue;
      for (const [own, foreign] of [[index, other], [other, index]] as const) {
        const its = reasons.get(own);
        if (its === undefined || found.has(own) || sum.length < SHARE * its.length) continue;
        const observation = judged(context, its.span, own, foreign);
        if (observation !== undefined) found.set(own, observation);
      }
    }
  }
  return [...found.values()];
}

/** What is said of a rationale that is shared with another item's: nothing where it speaks of its own request. */
function judged({ text, letter, catalogue }: RuleContext, span: Span, own: number, other: number): Observation | undefined {
  const [ownWords, otherWords] = [own, other].map((index) => {
    const { start, end } = letter.items[index]!.request;
    return treatmentWords(text.slice(start, end), catalogue);
  }) as [ReadonlySet<string>, ReadonlySet<string>];
  const named = treatmentWords(text.slice(span.start, span.end), catalogue);
  const [its, foreign] = distinct(ownWords, otherWords);
  const speaksOf = foreign.find((word) => named.has(word));
  if (speaksOf === undefined || its.length === 0 || its.some((word) => named.has(word))) return undefined;
  const end = Math.min(span.end, span.start + LONGEST_MARK);
  return {
    span: { start: span.start, end: span.start + text.slice(span.start, end).replace(/\s+\S*$/, '').length },
    message: l10n.t('This is the rationale of another item: it speaks of “{0}” and not of what is requested here.', speaksOf.replace(/^part:/, '')),
    item: own,
    related: [{ span: itemMark(text, letter.items[other]!), message: l10n.t('The other item.') }],
  };
}

/** What each request names and the other does not: treatments where both name one of their own, else parts of the body. */
function distinct(words: ReadonlySet<string>, others: ReadonlySet<string>): [string[], string[]] {
  const [own, other] = [[...words].filter((word) => !others.has(word)), [...others].filter((word) => !words.has(word))];
  const treatments = [own, other].map((each) => each.filter((word) => !isPart(word)));
  return treatments.every((each) => each.length > 0) ? [treatments[0]!, treatments[1]!] : [own.filter(isPart), other.filter(isPart)];
}

function isPart(word: string): boolean {
  return word.startsWith('part:');
}
