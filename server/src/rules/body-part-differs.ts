import * as l10n from '@vscode/l10n';
import { bodyPartsIn, bodyPartsOf, type BodyPart, type Citation, type Guideline } from '../guidelines';
import { foldedText } from '../letter';
import { citedFields, type CitedField } from './citing';
import { guidelineName } from './certainty';
import { citing } from './example-letter';
import { nameSpan, renamed } from './renaming';
import type { Fix, Observation, Rule, RuleContext } from './rule';

/** What guidelines hold in one chapter for all parts of the body (observed in letters: ODG, Knee & Leg). */
const OF_NO_PART = /\b(?:transport\w*|durable\s+medical|DME|home\s+health|mattress|wheelchair)\b/i;

/** The request is about one part of the body, the chapters of a field are about others. */
export const bodyPartDiffers: Rule = {
  code: 'body-part-differs',
  title: 'Request and cited chapter are about different parts of the body',
  level: 'hint',
  why: 'A chapter says what holds for its part of the body. Where the request is about another part, the wrong chapter may have been picked, or the criteria of one part were used for another.',
  source:
    'The parts of the body of the catalogue (unverified). Observed in letters: a knee study under the low back chapter; neck and low back imaging under one chapter only. A chapter may still be cited for what only it holds, so this is a hint.',
  marks: 'The first chapter of the field. Silent where a guideline that is about no part in particular (chronic pain, acupuncture) is cited with it, and for transport, durable medical equipment, home health care and the like, which one chapter holds for all parts.',
  examples: {
    wrong: [
      { title: 'Another part of the body', text: citing('Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.') },
      { title: 'Two parts, one chapter', text: citing('Decision based on MTUS Knee Complaints 2004.', { heading: 'MRI of the left knee and the right shoulder: Upheld' }) },
    ],
    right: [{ title: 'The part that is treated', text: citing('Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.') }],
  },
  check: (context) => citedFields(context).flatMap((cited) => observed(context, cited)),
  fixes: (context, finding) => fixes(context, finding.item, (finding.data as { field?: string } | undefined)?.field),
};

interface Difference {
  readonly missing: readonly BodyPart[];
  readonly first: Citation;
  readonly entry: Guideline;
  /** No chapter of the field is about the request's part. */
  readonly none: boolean;
}

function differenceIn({ text, letter, catalogue }: RuleContext, { item: index, citations }: CitedField): Difference | undefined {
  const item = letter.items[index];
  if (item === undefined) return undefined;
  const request = foldedText(text, item.partial?.remaining ?? item.request);
  const parts = bodyPartsIn(request, catalogue);
  if (parts.length === 0 || OF_NO_PART.test(request) || citations.some(({ span }) => OF_NO_PART.test(foldedText(text, span)))) return undefined;
  const chapters: { citation: Citation; entry: Guideline; parts: readonly BodyPart[] }[] = [];
  for (const citation of citations) {
    const entry = catalogue.guideline(citation.guideline);
    const of = entry === undefined ? [] : bodyPartsOf(entry, catalogue);
    if (entry === undefined || of.length === 0) return undefined;
    chapters.push({ citation, entry, parts: of });
  }
  const [first] = chapters;
  if (first === undefined) return undefined;
  const covered = parts.filter((part) => chapters.some((chapter) => chapter.parts.includes(part)));
  if (covered.length === 0) return { missing: parts, first: first.citation, entry: first.entry, none: true };
  // A part that the work has no chapter for cannot be asked for.
  const missing = parts.filter((part) => !covered.includes(part) && part.guidelines.some((id) => sameWork(first.entry, catalogue.guideline(id))));
  return missing.length === 0 ? undefined : { missing, first: first.citation, entry: first.entry, none: false };
}

function sameWork(a: Guideline, b: Guideline | undefined): boolean {
  return a.family === b?.family && a.ordinal === b.ordinal;
}

function observed(context: RuleContext, cited: CitedField): Observation[] {
  const difference = differenceIn(context, cited);
  if (difference === undefined) return [];
  const { missing, first, entry, none } = difference;
  const parts = missing.map(({ part }) => part).join('; ');
  return [
    {
      span: nameSpan(context.text, first, entry) ?? first.head ?? first.span,
      message: none
        ? l10n.t('The request is about: {0}. The chapter cited is “{1}”. (Parts of the body: unverified.)', parts, guidelineName(entry))
        : l10n.t('The request is also about: {0}. No chapter about that is cited beside “{1}”. (Parts of the body: unverified.)', parts, guidelineName(entry)),
      item: cited.item,
      data: { field: cited.kind },
    },
  ];
}

/** The chapter of the same work about the one part that is missing. */
function fixes(context: RuleContext, item: number | null, kind: string | undefined): Fix[] {
  const cited = citedFields(context).find((each) => each.item === item && each.kind === kind);
  const difference = cited === undefined ? undefined : differenceIn(context, cited);
  const [part, ...more] = difference?.missing ?? [];
  if (cited === undefined || difference === undefined || part === undefined || more.length > 0 || !difference.none || cited.citations.length > 1) return [];
  return part.guidelines.flatMap((id): Fix[] => {
    const other = context.catalogue.guideline(id);
    if (other === undefined || !sameWork(difference.entry, other)) return [];
    const edits = renamed(context.text, difference.first, difference.entry, other);
    const title = other.edition === difference.entry.edition ? l10n.t('Name “{0}”', guidelineName(other)) : l10n.t('Name “{0}” {1}', guidelineName(other), other.edition ?? '');
    return edits.length === 0 ? [] : [{ title, edits }];
  });
}
