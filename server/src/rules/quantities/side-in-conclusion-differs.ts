import * as l10n from '@vscode/l10n';
import { foldedText, type Span } from '../../letter';
import type { Observation, Rule, RuleContext } from '../rule';
import { concluding } from './concluding-example';
import { conclusionsOf, requestParts, type Conclusion } from './conclusions';
import { likeEachOther } from './like-each-other';
import { mayBeSame } from './same-treatment';

type Side = 'left' | 'right';

interface Sided {
  readonly side: Side;
  readonly span: Span;
  /** The next words: what is on that side. */
  readonly of: readonly string[];
}

/** "left" and "right" as sides; not "was left to", "right now". */
const SIDE = /(?<![\w-])(left|right|lt|rt)(?![\w’'])(?!\s+(?:to|the|untreated|him|her|his|off|over|out|open|behind|alone|work|now|away|after|thing|decision|of|here|at)\b)/gi;
const ABBREVIATED = /(?<!\w)(?:([LR])(?:UE|LE)|\(([LR])\)|([LR])\.?(?=\s+(?:knee|shoulder|elbow|wrist|hand|hip|ankle|foot|arm|leg|thumb|finger|heel|eye|ear)))(?!\w)/g;
const BOTH = /\b(?:bilateral\w*|both|bi-?lat|b\/l|either|each)\b/i;

/** The conclusion names the other side of the body. */
export const sideInConclusionDiffers: Rule = {
  code: 'side-in-conclusion-differs',
  title: 'Heading and conclusion name different sides',
  level: 'warning',
  why: 'Left and right are easily exchanged and hard to notice. A decision on the wrong knee is a decision on another request.',
  source: 'Observed in letters: conclusions that restate the request do so with the heading’s side.',
  marks: [
    'The word “left” or “right” (or “lt”, “rt”) in the conclusion; the heading’s word is shown beside it. What a conclusion is, and which of its words are compared, is said under *count-in-conclusion-differs*: a sentence of the rationale that says “(not) medically necessary” and the like as the heading’s decision does, behind “request for”, “therefore” or its start, up to the verb.',
    '',
    'Marked is a side that the heading does not name while it names the other; where the heading names both, a side whose next word (“right **elbow**”) stands in the heading on the other side only. “RUE”, “LLE”, “(R)” and “R knee” in a heading name sides too.',
    '',
    'Not marked: anything where heading or conclusion says bilateral, both, either or each; a conclusion or a heading without a side; a second side in the conclusion, before a part that the heading does not name, beside the heading’s own; “left” and “right” that are no sides (“was left to”, “right now”).',
  ].join('\n'),
  examples: {
    wrong: [{ title: 'The other knee', text: concluding('MRI of the left knee: Upheld', 'Therefore, the request for an MRI of the right knee is not medically necessary.') }],
    right: [{ title: 'The same knee', text: concluding('MRI of the left knee: Upheld', 'Therefore, the request for an MRI of the left knee is not medically necessary.') }],
  },
  check: (context) => conclusionsOf(context.text, context.letter).flatMap((conclusion) => differences(context, conclusion)),
  fixes(context, finding) {
    const heading = finding.related?.[0]?.span;
    const fixes = likeEachOther(context, finding);
    // An abbreviation ("RUE") holds more than the side.
    return heading !== undefined && /^(?:left|right|lt|rt)$/i.test(context.text.slice(heading.start, heading.end)) ? fixes : [];
  },
};

function differences({ text, letter }: RuleContext, conclusion: Conclusion): Observation[] {
  const { item, subject } = conclusion;
  const said = sidesIn(text, subject).filter(({ span }) => /^(?:left|right|lt|rt)$/i.test(text.slice(span.start, span.end)));
  const of = letter.items[item];
  if (said.length === 0 || !of || !mayBeSame(text, letter, conclusion)) return [];
  const parts = requestParts(of);
  if ([subject, ...parts].some(({ start, end }) => BOTH.test(text.slice(start, end)))) return [];
  const heading = parts.flatMap((part) => sidesIn(text, part));
  return said.flatMap((here): Observation[] => {
    const [part] = here.of;
    const other = heading.find((each) => each.side !== here.side && part !== undefined && each.of.includes(part)) ?? heading.find((each) => each.side !== here.side);
    if (other === undefined) return [];
    const same = heading.filter((each) => each.side === here.side);
    const elsewhere = part !== undefined && other.of.includes(part) && same.length > 0 && !same.some((each) => each.of.includes(part));
    if (same.length > 0 && !elsewhere) return [];
    // The heading's own side is there as well: the other one is for comparison.
    if (part !== undefined && !other.of.includes(part) && said.some(({ side }) => side === other.side)) return [];
    return [
      {
        span: here.span,
        message: l10n.t('The conclusion says “{0}”, the heading “{1}”.', foldedText(text, here.span), foldedText(text, other.span)),
        item,
        related: [{ span: other.span, message: l10n.t('The heading’s side') }],
      },
    ];
  });
}

function sidesIn(text: string, within: Span): Sided[] {
  const words = text.slice(within.start, within.end);
  const found = [...words.matchAll(SIDE)].map((each) => sided(each, /^[lL]/.test(each[0]) ? 'left' : 'right'));
  const short = [...words.matchAll(ABBREVIATED)].map((each) => sided(each, (each[1] ?? each[2] ?? each[3]) === 'L' ? 'left' : 'right'));
  const all = [...found, ...short].sort((a, b) => a.span.start - b.span.start);
  // "left shoulder, wrist and hip": a side holds until the next one.
  return all.map((each, at) => ({ ...each, of: partsAfter(words.slice(each.span.end - within.start, (all[at + 1]?.span.start ?? within.end) - within.start)) }));

  function sided(each: RegExpExecArray, side: Side): Sided {
    const start = within.start + each.index;
    return { side, span: { start, end: start + each[0].length }, of: [] };
  }
}

function partsAfter(words: string): string[] {
  return words.slice(0, 120).toLowerCase().match(/[a-z]{3,}|[ctls]\d{1,2}/g)?.filter((word) => !['and', 'the', 'for', 'upper', 'lower', 'sided'].includes(word)) ?? [];
}
